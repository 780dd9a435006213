package fi.sovittu.teams.report;

import fi.sovittu.teams.report.ReportLines.Line;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Which column holds what, each counted from 0, or {@link #NONE}. Found by what the cells look like
 * and where they stand, never by headings, which come in any language.
 *
 * @param action where a row tells a join or a leave, which of the two; the time is in {@code
 *     joined}
 */
public record Columns(int name, int email, int joined, int left, int action) {
  /** There is no such column. */
  public static final int NONE = -1;

  /** Rows that are looked at. */
  private static final int LOOK = 300;

  /** A report of events knows joins and leaves, and those who had joined before it began. */
  private static final int MOST_ACTIONS = 6;

  /**
   * @throws RefusedReport when no column has times, or none can be names
   */
  static Columns of(ReportTable table) {
    List<Line> rows = table.rows().subList(0, Math.min(LOOK, table.rows().size()));
    List<Integer> times =
        IntStream.range(0, table.columns())
            .filter(column -> mostly(rows, column, cell -> WrittenTime.of(cell) != null))
            .boxed()
            .toList();
    if (times.isEmpty()) {
      throw RefusedReport.of(0, ReportFault.NO_TIMES);
    }
    int joined = times.getFirst();
    int email = first(table, column -> mostly(rows, column, cell -> cell.indexOf('@') > 0));
    int name =
        first(
            table,
            column ->
                !times.contains(column)
                    && column != email
                    && rows.stream().anyMatch(row -> !row.cell(column).isEmpty()));
    if (name == NONE) {
      throw RefusedReport.of(0, ReportFault.NO_TABLE);
    }
    int action = times.size() > 1 ? NONE : action(table, rows, name, joined);
    return new Columns(name, email, joined, left(times, table, action, name, email), action);
  }

  /** Numbered sections have stays only; in a list of events the action stands before the time. */
  private static int action(ReportTable table, List<Line> rows, int name, int joined) {
    if (table.form() != ReportTable.Form.STAYS) {
      return NONE;
    }
    return IntStream.range(name + 1, joined)
        .filter(column -> rows.stream().noneMatch(row -> row.cell(column).isEmpty()))
        .filter(
            column -> rows.stream().map(row -> row.cell(column)).distinct().count() <= MOST_ACTIONS)
        .findFirst()
        .orElse(NONE);
  }

  /** The second column of times, else the one behind the first, whatever stands there. */
  private static int left(List<Integer> times, ReportTable table, int action, int name, int email) {
    if (times.size() > 1) {
      return times.get(1);
    }
    int next = times.getFirst() + 1;
    boolean taken = action != NONE || next == name || next == email;
    return taken || next >= table.columns() ? NONE : next;
  }

  private static int first(ReportTable table, Predicate<Integer> fits) {
    return IntStream.range(0, table.columns()).boxed().filter(fits).findFirst().orElse(NONE);
  }

  /** Whether half of the cells that are filled look so, or more. */
  private static boolean mostly(List<Line> rows, int column, Predicate<String> looks) {
    List<String> filled =
        rows.stream().map(row -> row.cell(column)).filter(cell -> !cell.isEmpty()).toList();
    return !filled.isEmpty() && filled.stream().filter(looks).count() * 2 >= filled.size();
  }

  /**
   * @throws RefusedReport when the table has no such column
   */
  Columns within(int columns) {
    for (int column : new int[] {name, email, joined, left, action}) {
      if (column >= columns) {
        throw RefusedReport.of(0, ReportFault.NO_SUCH_COLUMN, column + 1, columns);
      }
    }
    return this;
  }
}
