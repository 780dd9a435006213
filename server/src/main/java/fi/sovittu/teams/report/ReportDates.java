package fi.sovittu.teams.report;

import fi.sovittu.teams.report.ReportLines.Line;
import fi.sovittu.teams.report.ReportReading.DecidedBy;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In which order the dates of one file are written. One order holds for all of it: the one that
 * makes dates of most of them, and what the numbers leave open the day of the meeting decides. Rows
 * that it does not fit are left out. Pure.
 */
record ReportDates(DateOrder order, DecidedBy by) {
  /** A date and time of the file, and where it stands. */
  record Found(int line, String text, WrittenTime time) {
    /** Of a cell that is known to hold one. */
    static Found of(Line line, int column) {
      String text = line.cell(column);
      return new Found(line.number(), text, Objects.requireNonNull(WrittenTime.of(text)));
    }
  }

  /**
   * Whose time is told, and on which day there.
   *
   * @param written the zone of what tells no offset
   * @param zone the meeting's
   */
  record Where(ZoneId written, ZoneId zone, LocalDate day) {
    @Nullable LocalDate day(Found found, DateOrder order) {
      return found.time().day(order, written, zone);
    }
  }

  /**
   * @param all every date of the file, at least one
   * @param joins those that tell a join
   * @param wanted what the reader says, or null
   * @throws RefusedReport when the wanted order fits none, or no join is of the day
   */
  static ReportDates of(
      List<Found> all, List<Found> joins, Where where, @Nullable DateOrder wanted) {
    List<DateOrder> orders =
        Stream.of(DateOrder.values()).filter(order -> wanted == null || order == wanted).toList();
    long most = orders.stream().mapToLong(order -> fits(all, order)).max().orElseThrow();
    if (most == 0) {
      throw RefusedReport.of(all.getFirst().line(), ReportFault.MIXED_DATES, all.getFirst().text());
    }
    List<DateOrder> possible = orders.stream().filter(order -> fits(all, order) == most).toList();
    DateOrder best = possible.getFirst();
    for (DateOrder order : possible) {
      if (on(joins, order, where) > on(joins, best, where)) {
        best = order;
      }
    }
    if (on(joins, best, where) == 0) {
      throw otherDay(joins.isEmpty() ? all : joins, best, where);
    }
    if (wanted != null) {
      return new ReportDates(best, DecidedBy.READER);
    }
    return new ReportDates(best, possible.size() == 1 ? DecidedBy.FILE : DecidedBy.MEETING_DAY);
  }

  private static long fits(List<Found> all, DateOrder order) {
    return all.stream().filter(one -> one.time().in(order) != null).count();
  }

  private static long on(List<Found> joins, DateOrder order, Where where) {
    return joins.stream().filter(one -> where.day().equals(where.day(one, order))).count();
  }

  private static RefusedReport otherDay(List<Found> times, DateOrder order, Where where) {
    for (Found one : times) {
      LocalDate day = where.day(one, order);
      if (day != null) {
        return RefusedReport.of(one.line(), ReportFault.OTHER_DAY, day, where.day());
      }
    }
    return RefusedReport.of(
        times.getFirst().line(), ReportFault.MIXED_DATES, times.getFirst().text());
  }
}
