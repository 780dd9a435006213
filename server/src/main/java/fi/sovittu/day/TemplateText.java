package fi.sovittu.day;

import java.text.Normalizer;

/**
 * Texts as they are kept: without blanks around them, letters with their dots and rings in one
 * character (Unicode NFC), so that the same name typed on two machines is the same.
 */
final class TemplateText {
  private TemplateText() {}

  static String kept(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }

  /** The first character that cannot be shown, as its code point; -1 when there is none. */
  static int unreadable(String text) {
    return text.codePoints().filter(c -> isUnreadable(c) && c != '\n').findFirst().orElse(-1);
  }

  /**
   * Control characters and halves of surrogate pairs, which a file may hide behind an escape such
   * as {@code \0}.
   */
  static boolean isUnreadable(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL || type == Character.SURROGATE;
  }

  /** The character's name in the Unicode standard's notation. */
  static String name(int codePoint) {
    return "U+%04X".formatted(codePoint);
  }
}
