package fi.sovittu.day;

import fi.sovittu.day.TemplateFaults.Place;
import fi.sovittu.day.TemplateNode.Nothing;
import fi.sovittu.day.TemplateNode.Scalar;
import java.text.Normalizer;

/**
 * Texts as they are kept: without blanks around them, letters with their dots and rings in one
 * character (Unicode NFC), so that the same name typed on two machines is the same. A faulty text
 * reads as empty.
 */
final class TemplateText {
  private TemplateText() {}

  /** A text on one line of 1 to {@code most} characters. */
  static String line(TemplateNode node, Place place, int most, TemplateFaults faults) {
    String text = lines(node, place, most, faults);
    if (text.codePoints().anyMatch(TemplateText::breaksLine)) {
      faults.add(place, TemplateFault.TEXT_NOT_ONE_LINE);
      return "";
    }
    return text;
  }

  /** A text of 1 to {@code most} characters in one or more lines. */
  static String lines(TemplateNode node, Place place, int most, TemplateFaults faults) {
    if (!(node instanceof Scalar scalar)) {
      faults.add(place, node instanceof Nothing ? TemplateFault.MISSING : TemplateFault.NOT_TEXT);
      return "";
    }
    String text = Normalizer.normalize(scalar.text(), Normalizer.Form.NFC).strip();
    int length = text.codePointCount(0, text.length());
    int unreadable =
        text.codePoints().filter(c -> isUnreadable(c) && c != '\n').findFirst().orElse(-1);
    if (text.isEmpty()) {
      faults.add(place, TemplateFault.MISSING);
    } else if (length > most) {
      faults.add(place, TemplateFault.TEXT_TOO_LONG, most, length);
    } else if (unreadable >= 0) {
      faults.add(place, TemplateFault.UNREADABLE_CHARACTER, name(unreadable));
    } else {
      return text;
    }
    return "";
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

  private static boolean breaksLine(int codePoint) {
    int type = Character.getType(codePoint);
    return codePoint == '\n'
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
