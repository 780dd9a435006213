package fi.sovittu.teams.report;

import fi.sovittu.teams.report.Report.LeftOut;
import fi.sovittu.teams.report.Report.Stay;
import fi.sovittu.teams.report.ReportDates.Found;
import fi.sovittu.teams.report.ReportLines.Line;
import fi.sovittu.teams.report.ReportRows.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes stays of the rows of one file, whose columns, dates and zone are known. One thread. */
final class ReportStays {
  /** Who is there before the meeting begins, or longer than it lasts, still tells of it. */
  private static final Duration AROUND = Duration.ofHours(1);

  /** A row with its times. */
  private record Timed(Row row, Instant joined, @Nullable Instant left) {}

  private final ReportReader.Known meeting;
  private final ZoneId zone;
  private final DateOrder order;
  private final boolean zoneSaid;
  private final List<LeftOut> leftOut = new ArrayList<>();

  /**
   * @param zoneSaid whether the reader has said the zone
   */
  ReportStays(ReportReader.Known meeting, ZoneId zone, DateOrder order, boolean zoneSaid) {
    this.meeting = meeting;
    this.zone = zone;
    this.order = order;
    this.zoneSaid = zoneSaid;
  }

  Report report(
      ReportReading reading, ReportRows rows, @Nullable JoinsAndLeaves words, ReportTable table) {
    leftOut.addAll(rows.leftOut());
    List<Instant> meant = summary(table.summary());
    List<Timed> timed = words == null ? timed(rows.rows()) : paired(rows.rows(), words);
    List<Timed> ours = ours(timed, meant.size() > 1 ? meant.get(1) : null);
    askZone(ours, meant);
    Instant end = end(ours, meant.size() > 1 ? meant.get(1) : null);
    List<Stay> stays = new ArrayList<>();
    ours.forEach(one -> stay(stays, one, end));
    if (stays.isEmpty()) {
      throw RefusedReport.because(leftOut);
    }
    if (table.listed() != null) {
      silent(table.listed(), rows);
    }
    leftOut.sort(Comparator.comparingInt(LeftOut::line));
    Instant first = stays.stream().map(Stay::joined).min(Comparator.naturalOrder()).orElseThrow();
    Instant last = stays.stream().map(Stay::left).max(Comparator.naturalOrder()).orElseThrow();
    Instant began = meant.isEmpty() || meant.getFirst().isAfter(first) ? first : meant.getFirst();
    Instant ended = end == null || end.isBefore(last) ? last : end;
    return new Report(reading, List.copyOf(stays), List.copyOf(leftOut), began, ended);
  }

  /** The times that the lines above the table tell: when the meeting began and ended. */
  private List<Instant> summary(List<Line> lines) {
    List<Instant> times = new ArrayList<>();
    for (Line line : lines) {
      WrittenTime written = line.cells().size() < 2 ? null : WrittenTime.of(line.cell(1));
      LocalDate day = written == null ? null : written.day(order, zone, meeting.zone());
      // It may end on the next day, but not begin there.
      boolean ofMeeting =
          meeting.day().equals(day) || (!times.isEmpty() && meeting.day().plusDays(1).equals(day));
      Instant instant = written == null || !ofMeeting ? null : instant(written, null);
      if (instant != null) {
        times.add(instant);
      }
    }
    return times;
  }

  private List<Timed> timed(List<Row> rows) {
    List<Timed> timed = new ArrayList<>();
    for (Row row : rows) {
      Instant joined = instant(row, row.joined(), null);
      Instant left = joined == null || row.left() == null ? null : instant(row, row.left(), joined);
      if (joined == null || (left == null && row.left() != null)) {
        continue;
      }
      if (left != null && left.isBefore(joined)) {
        leave(row, ReportFault.LEFT_BEFORE_JOINED);
      } else {
        timed.add(new Timed(row, joined, left));
      }
    }
    return timed;
  }

  private List<Timed> paired(List<Row> rows, JoinsAndLeaves words) {
    Map<Row, Instant> at = new IdentityHashMap<>();
    List<Row> told = new ArrayList<>();
    for (Row row : rows) {
      Instant instant = instant(row, row.joined(), null);
      if (instant != null) {
        at.put(row, instant);
        told.add(row);
      }
    }
    return words
        .pairs(
            told,
            row -> Objects.requireNonNull(at.get(row)),
            row -> leave(row, ReportFault.NO_JOIN))
        .stream()
        .map(pair ->
            new Timed(
                pair.joined(),
                Objects.requireNonNull(at.get(pair.joined())),
                pair.left() == null ? null : at.get(pair.left())))
        .toList();
  }

  /** The instant, or null after leaving the row out. */
  private @Nullable Instant instant(Row row, Found found, @Nullable Instant earliest) {
    if (found.time().in(order) == null) {
      leave(row, ReportFault.MIXED_DATES, found.text());
      return null;
    }
    Instant instant = instant(found.time(), earliest);
    if (instant == null) {
      leave(row, ReportFault.TIME_SKIPPED, found.text());
    }
    return instant;
  }

  /**
   * The instant, or null in an hour that a clock skips. In the hour that it repeats, the earlier
   * one that is not before {@code earliest}.
   */
  private @Nullable Instant instant(WrittenTime time, @Nullable Instant earliest) {
    LocalDateTime local = Objects.requireNonNull(time.in(order));
    if (time.offset() != null) {
      return local.toInstant(time.offset());
    }
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.isEmpty()) {
      return null;
    }
    Instant first = local.toInstant(offsets.getFirst());
    boolean late = earliest != null && first.isBefore(earliest);
    return late ? local.toInstant(offsets.getLast()) : first;
  }

  /**
   * Those of the meeting's day, and those who came after midnight while the meeting ran on:
   * somebody who had joined before was still there, or the summary tells so.
   */
  private List<Timed> ours(List<Timed> all, @Nullable Instant summary) {
    Instant until = summary == null ? Instant.MIN : summary;
    Set<Timed> taken = new HashSet<>();
    for (Timed one : all.stream().sorted(Comparator.comparing(Timed::joined)).toList()) {
      LocalDate day = one.joined().atZone(meeting.zone()).toLocalDate();
      boolean ranOn = day.isAfter(meeting.day()) && !one.joined().isAfter(until);
      if (day.equals(meeting.day()) || ranOn) {
        taken.add(one);
        until = one.left() != null && one.left().isAfter(until) ? one.left() : until;
      } else {
        leave(one.row(), ReportFault.OTHER_DAY, day, meeting.day());
      }
    }
    return all.stream().filter(taken::contains).toList();
  }

  /**
   * Rows that lie beside the span that the report itself tells are of another zone than it was
   * taken for: that is asked, not assumed.
   */
  private void askZone(List<Timed> rows, List<Instant> span) {
    if (zoneSaid || span.size() < 2) {
      return;
    }
    long beside =
        rows.stream()
            .filter(one ->
                one.joined().isAfter(span.get(1))
                    || (one.left() != null && one.left().isBefore(span.getFirst().minus(AROUND))))
            .count();
    if (beside * 2 > rows.size()) {
      Found first = rows.getFirst().row().joined();
      throw RefusedReport.of(first.line(), ReportFault.ZONE_UNCLEAR, first.text());
    }
  }

  /** Until when those who have not left were there; null when nothing tells. */
  private @Nullable Instant end(List<Timed> rows, @Nullable Instant summary) {
    Instant last =
        rows.stream()
            .map(Timed::left)
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .max(Comparator.naturalOrder())
            .orElse(null);
    if (summary != null) {
      return last != null && last.isAfter(summary) ? last : summary;
    }
    return last != null ? last : meeting.ended();
  }

  private void stay(List<Stay> stays, Timed one, @Nullable Instant end) {
    Row row = one.row();
    Instant left = one.left() == null ? end : one.left();
    if (left == null) {
      leave(row, ReportFault.END_UNKNOWN);
    } else if (!one.joined().isBefore(left)) {
      leave(row, ReportFault.NO_TIME);
    } else {
      AttendeeName name = row.name();
      stays.add(
          new Stay(
              row.line(),
              name.name(),
              name.note(),
              name.phone(),
              row.email(),
              one.joined(),
              left,
              one.left() == null));
    }
  }

  /** Who is listed in section 2 and of whom section 3 tells nothing. */
  private void silent(ReportTable listed, ReportRows rows) {
    Set<String> told = new HashSet<>();
    rows.rows().forEach(row -> tell(told, row.name().name(), row.email()));
    leftOut.forEach(one -> tell(told, one.name() == null ? "" : one.name(), null));
    Columns columns = Columns.ofNames(listed);
    for (Line line : listed.rows()) {
      AttendeeName name = AttendeeName.of(line.cell(columns.name()));
      String email = line.cell(columns.email()).toLowerCase(Locale.ROOT);
      boolean known =
          (!email.isEmpty() && told.contains(email))
              || told.contains(AttendeeName.folded(name.name()));
      if (!known && !name.name().isBlank()) {
        leftOut.add(
            new LeftOut(line.number(), ReportFault.NO_TIMES_OF_ROW, name.name(), List.of()));
      }
    }
  }

  private static void tell(Set<String> told, String name, @Nullable String email) {
    told.add(AttendeeName.folded(name));
    if (email != null) {
      told.add(email.toLowerCase(Locale.ROOT));
    }
  }

  private void leave(Row row, ReportFault reason, Object... facts) {
    leftOut.add(row.leftOut(reason, facts));
  }
}
