package fi.sovittu.day;

import fi.sovittu.day.TemplateFaults.Place;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Single values of a template. What is wrong becomes a fault and reads as a harmless value: an
 * empty text, 0, false or null. One thread only.
 */
final class TemplateScalars {
  /** Small letters, so that a key has one spelling, of any language. */
  private static final Pattern KEY = Pattern.compile("[\\p{Ll}\\p{Nd}][\\p{Ll}\\p{Nd}_-]*");

  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");

  private final TemplateFaults faults;

  TemplateScalars(TemplateFaults faults) {
    this.faults = faults;
  }

  /** A text on one line. */
  String line(TemplateNode node, Place at, int most) {
    return TemplateText.line(node, at, most, faults);
  }

  /** A text that may have several lines. */
  String lines(TemplateNode node, Place at, int most) {
    return TemplateText.lines(node, at, most, faults);
  }

  String key(TemplateNode node, Place at) {
    String text = line(node, at, TemplateLimits.FILE);
    boolean wellFormed =
        KEY.matcher(text).matches() && text.codePointCount(0, text.length()) <= TemplateLimits.KEY;
    if (!text.isEmpty() && !wellFormed) {
      faults.add(at, TemplateFault.KEY_FORM, TemplateLimits.KEY, text);
      return "";
    }
    return text;
  }

  /** A key that is declared among the known ones. */
  String reference(TemplateNode node, Place at, TemplateKeys known) {
    String key = line(node, at, TemplateLimits.FILE);
    if (!key.isEmpty() && !known.has(key)) {
      faults.add(at, TemplateFault.UNKNOWN_KEY, key, known.known());
      return "";
    }
    return key;
  }

  /** One of the enum's names. */
  <E extends Enum<E>> @Nullable E choice(TemplateNode node, Place at, Class<E> type) {
    String text = line(node, at, TemplateLimits.NAME);
    List<E> known = Arrays.asList(type.getEnumConstants());
    for (E value : known) {
      if (value.name().equals(text)) {
        return value;
      }
    }
    if (!text.isEmpty()) {
      faults.add(at, TemplateFault.NOT_CHOICE, known, text);
    }
    return null;
  }

  /** A whole number from least to most. */
  int whole(TemplateNode node, Place at, int least, int most) {
    String text = line(node, at, TemplateLimits.NAME);
    if (text.isEmpty()) {
      return 0;
    }
    int value = WHOLE.matcher(text).matches() ? Integer.parseInt(text) : Integer.MIN_VALUE;
    if (value < least || value > most) {
      faults.add(at, TemplateFault.NOT_WHOLE, least, most, text);
      return 0;
    }
    return value;
  }

  /** {@code true} or {@code false}. */
  boolean flag(TemplateNode node, Place at) {
    String text = line(node, at, TemplateLimits.NAME);
    if (!text.isEmpty() && !text.equals("true") && !text.equals("false")) {
      faults.add(at, TemplateFault.NOT_TRUE_OR_FALSE, text);
    }
    return text.equals("true");
  }
}
