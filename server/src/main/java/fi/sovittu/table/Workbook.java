package fi.sovittu.table;

import fi.sovittu.table.Table.Column;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Tables as an Office Open XML workbook (ISO/IEC 29500), a sheet each: real numbers and dates,
 * headings bold and frozen. Texts are stored as texts and formatted as such, so that none becomes a
 * formula, not even when it is edited. Blocks for as long as it takes, seconds for ten thousands of
 * rows: never on an event loop.
 */
public final class Workbook {
  /** As IANA registers it. */
  public static final String MEDIA_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** The format code "text": what is typed into the cell stays as typed. */
  private static final String AS_TEXT = "@";

  private static final String DATE_TIME = "d\\.m\\.yyyy\\ hh\\.mm\\.ss";

  /** Widths in characters of the sheet's font. */
  private static final int NARROWEST = 8;

  private static final int WIDEST = 60;
  private static final int DATE_TIME_WIDTH = 19;

  /** Both are limits of the file format. */
  private static final int LONGEST_NAME = 31;

  private static final int LONGEST_TEXT = 32_767;

  private Workbook() {}

  /** A sheet for each table, in their order, named by the titles. */
  public static byte[] write(List<Table> tables) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    try (var workbook = new org.dhatim.fastexcel.Workbook(bytes, "Sovittu", null)) {
      for (Table table : tables) {
        sheet(workbook.newWorksheet(sheetName(table.title(), names)), table);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void sheet(Worksheet sheet, Table table) {
    for (int column = 0; column < table.columns().size(); column++) {
      text(sheet, 0, column, table.columns().get(column).heading());
      sheet.style(0, column).bold().wrapText(true).verticalAlignment("top").set();
      sheet.width(column, width(table, column));
    }
    sheet.freezePane(0, 1);
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.pageOrientation("landscape");
    sheet.repeatRows(0);
    for (int row = 0; row < table.rows().size(); row++) {
      List<@Nullable Object> cells = table.rows().get(row);
      for (int column = 0; column < cells.size(); column++) {
        cell(sheet, row + 1, column, cells.get(column));
      }
    }
  }

  private static void cell(Worksheet sheet, int row, int column, @Nullable Object cell) {
    switch (cell) {
      case null -> {}
      case String text -> {
        text(sheet, row, column, text);
        sheet
            .style(row, column)
            .format(AS_TEXT)
            .wrapText(text.length() > WIDEST)
            .verticalAlignment("top")
            .set();
      }
      case BigDecimal decimal -> {
        sheet.value(row, column, decimal);
        sheet.style(row, column).format(decimals(decimal.scale())).verticalAlignment("top").set();
      }
      case LocalDateTime time -> {
        sheet.value(row, column, time.truncatedTo(ChronoUnit.SECONDS));
        sheet.style(row, column).format(DATE_TIME).verticalAlignment("top").set();
      }
      default -> {
        sheet.value(row, column, (Integer) cell);
        sheet.style(row, column).verticalAlignment("top").set();
      }
    }
  }

  private static void text(Worksheet sheet, int row, int column, String text) {
    sheet.value(
        row, column, text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT));
  }

  private static String decimals(int scale) {
    return scale <= 0 ? "0" : "0." + "0".repeat(scale);
  }

  private static int width(Table table, int column) {
    Column heading = table.columns().get(column);
    int width = heading.heading().length();
    if (heading.type() == Table.Type.DATE_TIME) {
      width = Math.max(width, DATE_TIME_WIDTH);
    } else {
      for (List<@Nullable Object> row : table.rows()) {
        width = Math.max(width, String.valueOf(row.get(column)).length());
      }
    }
    // A little more than the letters, which are not all equally wide.
    return Math.clamp(width + 2, NARROWEST, WIDEST);
  }

  /**
   * The title as a sheet's name that is allowed and not taken: some characters, some words and
   * greater length are not.
   */
  private static String sheetName(String title, Set<String> taken) {
    String plain =
        title.replaceAll("[\\[\\]:*?/\\\\\\p{C}]", " ").replaceAll("^['\\s]+|['\\s]+$", "");
    if (plain.isEmpty() || plain.equalsIgnoreCase("History")) {
      plain = plain + "_";
    }
    String name = cut(plain, LONGEST_NAME);
    for (int next = 2; !taken.add(name); next++) {
      String number = " " + next;
      name = cut(plain, LONGEST_NAME - number.length()) + number;
    }
    return name;
  }

  /**
   * At most so many characters, never half of a surrogate pair, and no blank or apostrophe left at
   * the end.
   */
  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end).replaceAll("['\\s]+$", "");
  }
}
