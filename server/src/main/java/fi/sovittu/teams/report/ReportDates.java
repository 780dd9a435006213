package fi.sovittu.teams.report;

import fi.sovittu.teams.report.ReportReading.DecidedBy;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In which order the dates of one file are written. One order holds for all of it; what the numbers
 * leave open the day of the meeting decides, and what that leaves open is refused. Pure.
 */
record ReportDates(DateOrder order, DecidedBy by) {
  /** A date and time of the file, and where it stands. */
  record Found(int line, String text, WrittenTime time) {
    @Nullable LocalDate day(DateOrder order) {
      LocalDateTime at = time.in(order);
      return at == null ? null : at.toLocalDate();
    }
  }

  /**
   * @param all every date of the file, at least one
   * @param joins those that tell a join
   * @param wanted what the reader says, or null
   * @throws RefusedReport when no order fits all dates, or none of them is of the day
   */
  static ReportDates of(
      List<Found> all, List<Found> joins, LocalDate day, @Nullable DateOrder wanted) {
    List<DateOrder> possible =
        Stream.of(DateOrder.values())
            .filter(order -> wanted == null || order == wanted)
            .filter(order -> all.stream().allMatch(one -> one.time().in(order) != null))
            .toList();
    if (possible.isEmpty()) {
      throw mixed(all, wanted);
    }
    DateOrder best = possible.getFirst();
    for (DateOrder order : possible) {
      if (on(joins, order, day) > on(joins, best, day)) {
        best = order;
      }
    }
    if (on(joins, best, day) == 0) {
      Found first = joins.isEmpty() ? all.getFirst() : joins.getFirst();
      throw RefusedReport.of(
          first.line(), ReportFault.OTHER_DAY, Objects.requireNonNull(first.day(best)), day);
    }
    if (wanted != null) {
      return new ReportDates(best, DecidedBy.READER);
    }
    return new ReportDates(best, possible.size() == 1 ? DecidedBy.FILE : DecidedBy.MEETING_DAY);
  }

  private static long on(List<Found> joins, DateOrder order, LocalDate day) {
    return joins.stream().filter(one -> day.equals(one.day(order))).count();
  }

  /**
   * The first line that the order of the lines above it, or the one that was said, does not fit.
   */
  private static RefusedReport mixed(List<Found> all, @Nullable DateOrder wanted) {
    List<DateOrder> possible = wanted == null ? List.of(DateOrder.values()) : List.of(wanted);
    for (Found one : all) {
      List<DateOrder> still =
          possible.stream().filter(order -> one.time().in(order) != null).toList();
      if (still.isEmpty()) {
        return RefusedReport.of(one.line(), ReportFault.MIXED_DATES, one.text());
      }
      possible = still;
    }
    throw new IllegalStateException("an order fits");
  }
}
