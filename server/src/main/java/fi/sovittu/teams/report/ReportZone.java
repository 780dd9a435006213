package fi.sovittu.teams.report;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whose time a report tells: that of its heading, such as "UTC Event Timestamp". Pure. */
final class ReportZone {
  private static final Pattern TOLD =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:UTC|GMT)(?<offset>[+-]\\d{1,2}(?::?\\d{2})?)?(?![\\p{L}\\d])");

  private ReportZone() {}

  /** What the reader says, else the heading of the times, else the meeting's own zone. */
  static ZoneId of(
      ReportTable table, Columns columns, ReportReader.Known meeting, @Nullable ZoneId wished) {
    if (wished != null) {
      return wished;
    }
    Matcher told = TOLD.matcher(Columns.heading(table.header(), columns.joined()));
    if (!told.find()) {
      return meeting.zone();
    }
    try {
      return ZoneId.of("UTC" + (told.group("offset") == null ? "" : told.group("offset")));
    } catch (DateTimeException impossible) {
      return meeting.zone();
    }
  }
}
