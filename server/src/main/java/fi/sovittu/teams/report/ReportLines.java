package fi.sovittu.teams.report;

import fi.sovittu.table.Delimited;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text as lines of cells. What separates them is found by trying: the one that makes a table out
 * of most lines. Pure.
 *
 * @param lines those that are not blank
 */
record ReportLines(char delimiter, List<Line> lines) {
  /** In this order, where several would do: a tab-separated file has commas in its dates. */
  private static final List<Character> DELIMITERS = List.of('\t', ';', ',');

  /** A row of a table has a person and two times, so that its delimiter stands twice. */
  private static final int FEWEST = 2;

  /**
   * @param number of the line in the file where it begins, counted from 1
   * @param cells without blanks around them
   */
  record Line(int number, List<String> cells) {
    /** The cell of a column counted from 0; empty beyond the last one. */
    String cell(int column) {
      return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }

    /** How many cells hold something. */
    int filled() {
      return (int) cells.stream().filter(cell -> !cell.isEmpty()).count();
    }
  }

  /**
   * @throws RefusedReport for unclosed quotation marks, and too many rows or columns
   */
  static ReportLines of(String text) {
    Delimited file = new Delimited(text);
    Character delimiter = file.delimiter(DELIMITERS, counts -> tabular(counts, FEWEST));
    if (delimiter == null) {
      // Names and addresses alone, where the report tells no times.
      delimiter = file.delimiter(DELIMITERS, counts -> tabular(counts, 1));
    }
    if (delimiter == null) {
      throw RefusedReport.of(0, ReportFault.NO_TABLE);
    }
    List<Line> lines = new ArrayList<>();
    try {
      file.read(delimiter, (number, cells) -> add(lines, number, cells));
    } catch (Delimited.BadQuotes bad) {
      throw RefusedReport.of(bad.line(), ReportFault.QUOTES);
    }
    return new ReportLines(delimiter, List.copyOf(lines));
  }

  private static int tabular(List<Integer> counts, int fewest) {
    return (int) counts.stream().filter(count -> count >= fewest).count();
  }

  private static void add(List<Line> lines, int number, List<String> cells) {
    if (cells.size() > ReportLimits.COLUMNS) {
      throw RefusedReport.of(number, ReportFault.TOO_MANY_COLUMNS, ReportLimits.COLUMNS);
    }
    Line line = new Line(number, cells.stream().map(ReportLines::trimmed).toList());
    if (line.filled() > 0) {
      lines.add(line);
    }
    if (lines.size() > ReportLimits.ROWS + ReportLimits.OTHER_LINES) {
      throw RefusedReport.of(number, ReportFault.TOO_MANY_ROWS, ReportLimits.ROWS);
    }
  }

  /** Blanks of every kind, and marks that only steer the direction of writing. */
  private static String trimmed(String cell) {
    return BLANKS.matcher(cell).replaceAll("");
  }

  private static final Pattern BLANKS =
      Pattern.compile("^[\\p{Z}\\s\\p{Cf}]+|[\\p{Z}\\s\\p{Cf}]+$|[\\u200E\\u200F]");
}
