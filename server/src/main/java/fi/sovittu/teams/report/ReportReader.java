package fi.sovittu.teams.report;

import fi.sovittu.teams.report.ReportDates.Found;
import fi.sovittu.teams.report.ReportDates.Where;
import fi.sovittu.teams.report.ReportLines.Line;
import fi.sovittu.teams.report.ReportReading.ColumnNumbers;
import fi.sovittu.teams.report.ReportReading.DecidedBy;
import fi.sovittu.teams.report.ReportReading.Delimiter;
import fi.sovittu.teams.report.ReportReading.Wishes;
import fi.sovittu.teams.report.ReportRows.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the attendance report that Teams gives out after a meeting, in any language and any of its
 * forms since 2020. What the file leaves open is decided by the meeting's day and told, or refused;
 * nothing is guessed silently. Rows that cannot be used are left out and told, and never refuse the
 * others. Pure.
 */
public final class ReportReader {
  /**
   * What is known of the meeting beside the file.
   *
   * @param day on which it is held
   * @param zone whose time the report tells unless the file or the reader says another
   * @param ended when it ended, if it has
   */
  public record Known(LocalDate day, ZoneId zone, @Nullable Instant ended) {}

  private ReportReader() {}

  /**
   * @throws RefusedReport with the lines and the reasons, when nothing of the file can be taken
   */
  public static Report read(byte[] file, Known meeting, Wishes wishes) {
    ReportText text = ReportText.of(file);
    ReportLines found = ReportLines.of(text.text());
    List<Line> lines = SplitTimes.joined(found.lines());
    if (wishes.span() != null) {
      return named(text, found, meeting, wishes, wishes.span());
    }
    Columns wished = wishes.columns();
    ReportTable table = wished == null ? ReportTable.of(lines) : table(lines, wished);
    Columns columns = wished == null ? Columns.of(table) : wished.within(table.columns());
    ReportRows rows = ReportRows.of(table, columns);
    ZoneId zone = ReportZone.of(table, columns, meeting, wishes.zone());
    ReportDates dates =
        dates(rows.rows(), new Where(zone, meeting.zone(), meeting.day()), wishes.dateOrder());
    boolean events = columns.action() != Columns.NONE;
    JoinsAndLeaves words = events ? JoinsAndLeaves.of(rows.rows()) : null;
    ReportReading reading =
        new ReportReading(
            text.encoding(),
            Delimiter.of(found.delimiter()),
            events ? ReportTable.Form.EVENTS : table.form(),
            dates.order(),
            dates.by(),
            zone.getId(),
            headings(table),
            ColumnNumbers.of(columns),
            words == null ? List.of() : List.copyOf(words.joins()),
            words == null ? List.of() : List.copyOf(words.leaves()));
    ReportStays stays = new ReportStays(meeting, zone, dates.order(), wishes.zone() != null);
    return stays.report(reading, rows, words, table);
  }

  /** Columns that were chosen by hand hold for the table that is found, and where none is. */
  private static ReportTable table(List<Line> lines, Columns wished) {
    try {
      return ReportTable.of(lines);
    } catch (RefusedReport none) {
      return ReportTable.by(wished, lines);
    }
  }

  private static Report named(
      ReportText text, ReportLines lines, Known meeting, Wishes wishes, ReportReading.Span span) {
    ReportTable table = ReportNames.table(lines.lines());
    Columns columns =
        wishes.columns() == null
            ? Columns.ofNames(table)
            : wishes.columns().within(table.columns());
    ReportReading reading =
        new ReportReading(
            text.encoding(),
            Delimiter.of(lines.delimiter()),
            ReportTable.Form.NAMES,
            DateOrder.DAY_FIRST,
            DecidedBy.READER,
            meeting.zone().getId(),
            headings(table),
            ColumnNumbers.of(columns),
            List.of(),
            List.of());
    return ReportNames.report(reading, table, columns, meeting, span);
  }

  private static ReportDates dates(List<Row> rows, Where where, @Nullable DateOrder wanted) {
    List<Found> joins = rows.stream().map(Row::joined).toList();
    List<Found> all =
        rows.stream()
            .flatMap(row -> Stream.of(row.joined(), row.left()))
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .toList();
    return ReportDates.of(all, joins, where, wanted);
  }

  private static List<String> headings(ReportTable table) {
    return IntStream.range(0, table.columns())
        .mapToObj(column -> Columns.heading(table.header(), column))
        .toList();
  }
}
