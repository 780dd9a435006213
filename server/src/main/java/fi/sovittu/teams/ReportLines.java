package fi.sovittu.teams;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A text as lines of cells. What separates them is found by trying: the one that makes a table out
 * of most lines. Pure.
 *
 * @param lines those that are not blank
 */
record ReportLines(char delimiter, List<Line> lines) {
  /** In this order, where several would do: a tab-separated file has commas in its dates. */
  private static final char[] DELIMITERS = {'\t', ';', ','};

  /** What spreadsheets write before the first line to tell the delimiter. */
  private static final Pattern TOLD = Pattern.compile("sep=([\\t;,])\\R");

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
    Matcher told = TOLD.matcher(text);
    if (told.lookingAt()) {
      return parsed(text.substring(told.end()), told.group(1).charAt(0), 1);
    }
    return parsed(text, delimiter(text), 0);
  }

  private static char delimiter(String text) {
    char best = DELIMITERS[0];
    int most = 0;
    for (char candidate : DELIMITERS) {
      int tabular = tabular(text, candidate);
      if (tabular > most) {
        most = tabular;
        best = candidate;
      }
    }
    if (most == 0) {
      throw RefusedReport.of(0, ReportFault.NO_TABLE);
    }
    return best;
  }

  /** Lines that the delimiter would divide into three cells or more. */
  private static int tabular(String text, char delimiter) {
    int lines = 0;
    int found = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\n' && !quoted) {
        lines += found >= 2 ? 1 : 0;
        found = 0;
      } else if (c == delimiter && !quoted) {
        found++;
      }
    }
    return lines + (found >= 2 ? 1 : 0);
  }

  private static ReportLines parsed(String text, char delimiter, int skipped) {
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false).get();
    List<Line> lines = new ArrayList<>();
    int number = 1;
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      Iterator<CSVRecord> records = parser.iterator();
      while (true) {
        number = skipped + 1 + (int) parser.getCurrentLineNumber();
        if (!records.hasNext()) {
          return new ReportLines(delimiter, List.copyOf(lines));
        }
        add(lines, number, records.next());
      }
    } catch (IOException | UncheckedIOException badQuotes) {
      throw RefusedReport.of(number, ReportFault.QUOTES);
    }
  }

  private static void add(List<Line> lines, int number, CSVRecord record) {
    if (record.size() > ReportLimits.COLUMNS) {
      throw RefusedReport.of(number, ReportFault.TOO_MANY_COLUMNS, ReportLimits.COLUMNS);
    }
    Line line = new Line(number, record.stream().map(ReportLines::trimmed).toList());
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
