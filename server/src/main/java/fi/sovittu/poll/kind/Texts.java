package fi.sovittu.poll.kind;

import io.vertx.core.json.JsonArray;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What voters write, as it is stored: letters with their dots and rings in one character (Unicode
 * NFC), one blank where several stood, none around. So the same text typed on two phones is the
 * same.
 */
final class Texts {
  private Texts() {}

  /**
   * One to {@code most} different texts.
   *
   * @param length characters of one, at most
   * @param sameness texts that this makes equal are the same
   * @throws fi.sovittu.base.Problem BALLOT_INVALID with what does not fit
   */
  static JsonArray canonical(
      String field, List<?> given, int most, int length, UnaryOperator<String> sameness) {
    if (given.isEmpty() || given.size() > most) {
      throw BallotForm.invalid(field);
    }
    JsonArray texts = new JsonArray();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < given.size(); i++) {
      String text = given.get(i) instanceof String raw ? line(raw, length) : null;
      if (text == null || !seen.add(sameness.apply(text))) {
        throw BallotForm.invalid(field, i);
      }
      texts.add(text);
    }
    return texts;
  }

  /** The text on one line; null when nothing can be seen in it, or it is too long or unreadable. */
  static @Nullable String line(String raw, int length) {
    return checked(oneLine(Normalizer.normalize(raw, Normalizer.Form.NFC)), length);
  }

  /** The text, its lines kept. */
  static @Nullable String lines(String raw, int length) {
    String text =
        Normalizer.normalize(raw, Normalizer.Form.NFC)
            .lines()
            .map(Texts::oneLine)
            .collect(Collectors.joining("\n"));
    return checked(text.strip(), length);
  }

  /** Words that differ in case only are the same; inflection is left alone. */
  static String fold(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (!isBlank(c)) {
            line.appendCodePoint(c);
          } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
            line.append(' ');
          }
        });
    return line.toString().stripTrailing();
  }

  private static @Nullable String checked(String text, int length) {
    boolean readable = text.codePoints().noneMatch(c -> c != '\n' && isUnreadable(c));
    boolean visible = text.codePoints().anyMatch(c -> !isBlank(c) && !isInvisible(c));
    return readable && visible && text.codePointCount(0, text.length()) <= length ? text : null;
  }

  /** Blanks of every width, tabs and line breaks, also those that do not break a line. */
  private static boolean isBlank(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
  }

  /** Control characters and halves of surrogate pairs, which neither screen nor database takes. */
  private static boolean isUnreadable(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL || type == Character.SURROGATE;
  }

  /** Joiners, marks of direction and the like, which show only together with others. */
  private static boolean isInvisible(int codePoint) {
    return Character.getType(codePoint) == Character.FORMAT;
  }
}
