package fi.sovittu.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads delimiter-separated values (RFC 4180), also over several lines in quotes. What divides the
 * cells is told by the file's first line ({@code sep=;}, as spreadsheets write it), or guessed from
 * where each candidate stands. One text an instance; one thread.
 */
public final class Delimited {
  private static final Pattern TOLD = Pattern.compile("sep=([\\t;,])(\\r\\n|\\r|\\n)");

  /** What becomes of a line. */
  @FunctionalInterface
  public interface Sink {
    /**
     * @param number where the line begins in the file, from 1
     * @param cells as they are written, without their quotes
     */
    void line(int number, List<String> cells);
  }

  /** Quotes that are not closed, or stand where none may. */
  public static final class BadQuotes extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    private BadQuotes(int line) {
      super("line " + line, null, false, false);
      this.line = line;
    }

    /** The line that begins with them, from 1. */
    public int line() {
      return line;
    }
  }

  private final String text;
  private final @Nullable Character told;

  public Delimited(String file) {
    Matcher first = TOLD.matcher(file);
    this.told = first.lookingAt() ? first.group(1).charAt(0) : null;
    this.text = told == null ? file : file.substring(first.end());
  }

  /**
   * What divides the cells: what the file says, else the candidate that stands as it should, the
   * first of several.
   *
   * @param score how well a candidate fits, of how often it stands outside quotes on each line that
   *     is not blank
   * @return null when the file says nothing and no candidate scores above 0
   */
  public @Nullable Character delimiter(
      List<Character> candidates, ToIntFunction<List<Integer>> score) {
    if (told != null) {
      return told;
    }
    Character best = null;
    int most = 0;
    for (Character candidate : candidates) {
      int scored = score.applyAsInt(counts(candidate));
      if (scored > most) {
        most = scored;
        best = candidate;
      }
    }
    return best;
  }

  private List<Integer> counts(char candidate) {
    List<Integer> counts = new ArrayList<>();
    boolean quoted = false;
    boolean blank = true;
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!quoted && (c == '\n' || c == '\r')) {
        if (!blank) {
          counts.add(count);
        }
        blank = true;
        count = 0;
      } else {
        quoted ^= c == '"';
        count += c == candidate && !quoted ? 1 : 0;
        blank &= Character.isWhitespace(c);
      }
    }
    if (!blank) {
      counts.add(count);
    }
    return counts;
  }

  /** Hands over every line, blank ones too. */
  public void read(char delimiter, Sink sink) throws BadQuotes {
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false).get();
    int before = told == null ? 0 : 1;
    int number = 1 + before;
    try (CSVParser parser =
        CSVParser.builder().setReader(new StringReader(text)).setFormat(format).get()) {
      Iterator<CSVRecord> records = parser.iterator();
      while (records.hasNext()) {
        sink.line(number, records.next().toList());
        number = Math.toIntExact(parser.getCurrentLineNumber()) + 1 + before;
      }
    } catch (IOException | UncheckedIOException badQuotes) {
      throw new BadQuotes(number);
    }
  }
}
