package fi.sovittu.table;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table as comma-separated values (RFC 4180) in the form that a Finnish spreadsheet opens by
 * itself: UTF-8 with a byte order mark, semicolons, CRLF, decimal comma, {@code 2.4.2026 13.40.05}.
 * Pure.
 */
public final class Csv {
  public static final String MEDIA_TYPE = "text/csv; charset=utf-8";

  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("d.M.uuuu HH.mm.ss", Locale.ROOT);

  /**
   * What a spreadsheet may take for a formula: = + - @, also in full width, after any blanks; or a
   * tab or carriage return at the beginning (OWASP, CSV Injection).
   */
  private static final Pattern FORMULA =
      Pattern.compile("[\\t\\r\\n].*|[\\p{Z}\\p{C}]*[=+\\-@＝＋－＠].*", Pattern.DOTALL);

  private static final Pattern QUOTED = Pattern.compile("[\";,\\p{Cntrl}]|^\\p{Z}|\\p{Z}$");

  private Csv() {}

  /** The headings and the rows; the title is not part of the file. */
  public static byte[] write(Table table) {
    StringBuilder csv = new StringBuilder("\uFEFF");
    List<String> cells = new ArrayList<>();
    table.columns().forEach(column -> cells.add(text(column.heading())));
    line(csv, cells);
    for (List<@Nullable Object> row : table.rows()) {
      cells.clear();
      row.forEach(cell -> cells.add(cell(cell)));
      line(csv, cells);
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void line(StringBuilder csv, List<String> cells) {
    csv.append(String.join(";", cells)).append("\r\n");
  }

  private static String cell(@Nullable Object cell) {
    return switch (cell) {
      case null -> "";
      case String text -> text(text);
      case BigDecimal decimal -> decimal.toPlainString().replace('.', ',');
      case LocalDateTime time -> DATE_TIME.format(time);
      default -> cell.toString();
    };
  }

  private static String text(String text) {
    String safe = FORMULA.matcher(text).matches() ? "'" + text : text;
    return QUOTED.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
