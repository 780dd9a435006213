package fi.sovittu.people.roster;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How names and other short texts are kept and compared. Pure. */
public final class Spelling {
  private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\p{Cc}\\uFEFF]+");

  /** What a spreadsheet would take for a formula, after the apostrophe that our own files add. */
  private static final Pattern GUARDED = Pattern.compile("'[=+\\-@＝＋－＠].*", Pattern.DOTALL);

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]");

  private Spelling() {}

  /**
   * The text in Unicode's composed form (NFC), on one line, with single blanks between words and
   * none around them.
   */
  public static String clean(String text) {
    return BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ").strip();
  }

  /** A cell of a file: clean, and without the apostrophe that keeps it from being a formula. */
  static String cell(String text) {
    String clean = clean(text);
    return GUARDED.matcher(clean).matches() ? clean.substring(1) : clean;
  }

  /** What is equal for two texts that are the same when case and blanks are ignored. */
  public static String key(String text) {
    return clean(text).toLowerCase(Locale.ROOT);
  }

  /** As {@link #key}, and only its letters and digits: {@code Ryhmä(t)} and {@code ryhmät}. */
  static String word(String text) {
    return NO_WORD.matcher(key(text)).replaceAll("");
  }
}
