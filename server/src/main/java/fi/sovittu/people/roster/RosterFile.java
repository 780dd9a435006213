package fi.sovittu.people.roster;

import fi.sovittu.table.Delimited;
import fi.sovittu.table.FileText;
import fi.sovittu.table.Sheet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a roster file, whatever its form: an Excel workbook's first sheet, or values
 * separated by commas, semicolons or tabs (RFC 4180) in UTF-8, UTF-16 or Windows-1252. Blocks for
 * as long as it takes: never on an event loop.
 */
final class RosterFile {
  /**
   * A line that is not empty.
   *
   * @param number in the file, from 1; where it begins, if it holds line breaks in quotes
   * @param cells clean, without empty ones at the end
   */
  record Line(int number, List<String> cells) {}

  /** In this order, where several would do. */
  private static final List<Character> DELIMITERS = List.of(';', ',', '\t');

  private final List<Line> lines = new ArrayList<>();

  private RosterFile() {}

  /**
   * @throws RosterRefused UNREADABLE, OLD_EXCEL, EMPTY, QUOTES, TOO_MANY_ROWS
   */
  static List<Line> read(byte[] file) {
    RosterFile read = new RosterFile();
    if (Sheet.looksLike(file)) {
      read.workbook(file);
    } else if (Sheet.isOld(file)) {
      throw new RosterRefused(RosterFault.OLD_EXCEL);
    } else {
      read.separated(text(file));
    }
    if (read.lines.isEmpty()) {
      throw new RosterRefused(RosterFault.EMPTY);
    }
    return read.lines;
  }

  private void add(int number, List<String> cells) {
    List<String> clean = new ArrayList<>(cells.stream().map(Spelling::cell).toList());
    while (!clean.isEmpty() && clean.getLast().isEmpty()) {
      clean.removeLast();
    }
    if (clean.isEmpty()) {
      return;
    }
    // One more: the line of headings.
    if (lines.size() > RosterLimits.ROWS) {
      throw new RosterRefused(RosterFault.TOO_MANY_ROWS, RosterLimits.ROWS);
    }
    lines.add(new Line(number, List.copyOf(clean)));
  }

  private void workbook(byte[] file) {
    try {
      Sheet.read(file, RosterLimits.COLUMNS + 1, RosterLimits.UNPACKED, this::add);
    } catch (IOException broken) {
      throw new RosterRefused(RosterFault.UNREADABLE);
    }
  }

  /** What holds U+0000 is no text, or one in UTF-16 that does not say so. */
  private static String text(byte[] file) {
    try {
      String text = FileText.of(file, false).text();
      if (text.indexOf('\0') < 0) {
        return text;
      }
    } catch (FileText.Unreadable noText) {
      // The same.
    }
    throw new RosterRefused(RosterFault.UNREADABLE);
  }

  /** The delimiter is the one that stands most often on the first line, that of headings. */
  private void separated(String text) {
    Delimited file = new Delimited(text);
    Character delimiter =
        file.delimiter(DELIMITERS, counts -> counts.isEmpty() ? 0 : counts.getFirst());
    try {
      file.read(delimiter == null ? DELIMITERS.getFirst() : delimiter, this::add);
    } catch (Delimited.BadQuotes bad) {
      throw new RosterRefused(RosterFault.QUOTES, bad.line());
    }
  }
}
