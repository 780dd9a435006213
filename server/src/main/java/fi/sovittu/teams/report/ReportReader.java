package fi.sovittu.teams.report;

import fi.sovittu.teams.report.RefusedReport.Fault;
import fi.sovittu.teams.report.Report.LeftOut;
import fi.sovittu.teams.report.Report.Reason;
import fi.sovittu.teams.report.Report.Stay;
import fi.sovittu.teams.report.ReportDates.Found;
import fi.sovittu.teams.report.ReportLines.Line;
import fi.sovittu.teams.report.ReportReading.ColumnNumbers;
import fi.sovittu.teams.report.ReportReading.Delimiter;
import fi.sovittu.teams.report.ReportReading.Wishes;
import fi.sovittu.teams.report.ReportRows.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the attendance report that Teams gives out after a meeting, in any language and any of its
 * forms since 2020. What the file leaves open is decided by the meeting's day and told, or refused;
 * nothing is guessed silently. For one file; use on one thread.
 */
public final class ReportReader {
  /**
   * What is known of the meeting beside the file.
   *
   * @param day on which it is held
   * @param zone whose time the report tells unless the reader says another
   * @param ended when it ended, if it has
   */
  public record Known(LocalDate day, ZoneId zone, @Nullable Instant ended) {}

  /** A row with its times. */
  private record Timed(Row row, Instant joined, @Nullable Instant left) {}

  private final Known meeting;
  private final ZoneId zone;
  private final DateOrder order;
  private final List<Fault> faults = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();

  private ReportReader(Known meeting, ZoneId zone, DateOrder order) {
    this.meeting = meeting;
    this.zone = zone;
    this.order = order;
  }

  /**
   * @throws RefusedReport with the lines and the reasons, when the file as a whole cannot be taken
   */
  public static Report read(byte[] file, Known meeting, Wishes wishes) {
    ReportText text = ReportText.of(file);
    ReportLines lines = ReportLines.of(text.text());
    ReportTable table = ReportTable.of(lines.lines());
    Columns columns =
        wishes.columns() == null ? Columns.of(table) : wishes.columns().within(table.columns());
    List<Row> rows = ReportRows.of(table, columns);
    ReportDates dates = dates(rows, meeting.day(), wishes.dateOrder());
    ZoneId zone = wishes.zone() == null ? meeting.zone() : wishes.zone();
    boolean events = columns.action() != Columns.NONE;
    JoinsAndLeaves words = events ? JoinsAndLeaves.of(rows) : null;
    ReportReading reading =
        new ReportReading(
            text.encoding(),
            Delimiter.of(lines.delimiter()),
            events ? ReportTable.Form.EVENTS : table.form(),
            dates.order(),
            dates.by(),
            zone.getId(),
            headings(table),
            ColumnNumbers.of(columns),
            words == null ? List.of() : List.copyOf(words.joins()),
            words == null ? List.of() : List.copyOf(words.leaves()));
    return new ReportReader(meeting, zone, dates.order())
        .report(reading, rows, words, table.summary());
  }

  private static ReportDates dates(List<Row> rows, LocalDate day, @Nullable DateOrder wanted) {
    List<Found> joins = rows.stream().map(Row::joined).toList();
    List<Found> all =
        rows.stream()
            .flatMap(row -> Stream.of(row.joined(), row.left()))
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .toList();
    return ReportDates.of(all, joins, day, wanted);
  }

  private static List<String> headings(ReportTable table) {
    Line header = table.header();
    return IntStream.range(0, table.columns())
        .mapToObj(column -> header == null ? "" : header.cell(column))
        .toList();
  }

  private Report report(
      ReportReading reading, List<Row> rows, @Nullable JoinsAndLeaves words, List<Line> summary) {
    List<Instant> meant = summary(summary);
    List<Timed> timed = words == null ? timed(rows) : paired(rows, words);
    List<Timed> ours =
        timed.stream()
            .filter(one -> {
              boolean ofDay = meeting.day().equals(one.row().joined().day(order));
              return ofDay || !leave(one.row().line(), Reason.OTHER_DAY);
            })
            .toList();
    Instant end = end(ours, meant.size() > 1 ? meant.get(1) : null);
    List<Stay> stays = new ArrayList<>();
    ours.forEach(one -> stay(stays, one, end));
    if (!faults.isEmpty()) {
      throw new RefusedReport(faults.subList(0, Math.min(faults.size(), ReportLimits.FAULTS)));
    }
    if (stays.isEmpty()) {
      throw RefusedReport.of(0, ReportFault.NO_ROWS);
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
      LocalDateTime local = written == null ? null : written.in(order);
      if (local != null && local.toLocalDate().equals(meeting.day())) {
        times.add(local.atZone(zone).toInstant());
      }
    }
    return times;
  }

  private List<Timed> timed(List<Row> rows) {
    List<Timed> timed = new ArrayList<>();
    for (Row row : rows) {
      Instant joined = instant(row.joined(), null);
      Instant left = row.left() == null ? null : instant(row.left(), joined);
      if (joined == null || (left == null && row.left() != null)) {
        continue;
      }
      if (left != null && left.isBefore(joined)) {
        faults.add(new Fault(row.line(), ReportFault.LEFT_BEFORE_JOINED, List.of()));
      }
      timed.add(new Timed(row, joined, left));
    }
    return timed;
  }

  private List<Timed> paired(List<Row> rows, JoinsAndLeaves words) {
    Map<Row, Instant> at = new IdentityHashMap<>();
    for (Row row : rows) {
      Instant instant = instant(row.joined(), null);
      if (instant != null) {
        at.put(row, instant);
      }
    }
    if (at.size() < rows.size()) {
      return List.of();
    }
    return words
        .pairs(
            rows,
            row -> Objects.requireNonNull(at.get(row)),
            row -> leave(row.line(), Reason.NO_JOIN))
        .stream()
        .map(pair ->
            new Timed(
                pair.joined(),
                Objects.requireNonNull(at.get(pair.joined())),
                pair.left() == null ? null : at.get(pair.left())))
        .toList();
  }

  /**
   * The instant, or null after telling a fault. In the hour that a clock repeats, the earlier one
   * that is not before {@code earliest}.
   */
  private @Nullable Instant instant(Found found, @Nullable Instant earliest) {
    LocalDateTime local = Objects.requireNonNull(found.time().in(order));
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.isEmpty()) {
      faults.add(new Fault(found.line(), ReportFault.TIME_SKIPPED, List.of(found.text())));
      return null;
    }
    Instant first = local.toInstant(offsets.getFirst());
    boolean late = earliest != null && first.isBefore(earliest);
    return late ? local.toInstant(offsets.getLast()) : first;
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
    int line = one.row().line();
    Instant left = one.left() == null ? end : one.left();
    if (left == null) {
      faults.add(new Fault(line, ReportFault.END_UNKNOWN, List.of()));
    } else if (!one.joined().isBefore(left)) {
      leave(line, Reason.NO_TIME);
    } else {
      AttendeeName name = one.row().name();
      stays.add(
          new Stay(
              line,
              name.name(),
              name.note(),
              name.phone(),
              one.row().email(),
              one.joined(),
              left,
              one.left() == null));
    }
  }

  private boolean leave(int line, Reason reason) {
    return leftOut.add(new LeftOut(line, reason));
  }
}
