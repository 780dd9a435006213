package fi.sovittu.letters;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * The words of badges and letters in the meeting's language, from {@code
 * letters/letters_*.properties}. Immutable.
 */
final class LetterWords {
  /** The machine's own language must not decide. */
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final ResourceBundle bundle;

  /** Words in Finnish, Swedish or English. */
  LetterWords(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle("letters.letters", locale, NO_FALLBACK);
  }

  String of(String key, Object... facts) {
    return new MessageFormat(bundle.getString(key), locale).format(facts);
  }

  /** With the day of the week. */
  String date(LocalDate date) {
    return DateTimeFormatter.ofPattern(of("date"), locale).format(date);
  }

  String hours(Occasion.Hours hours) {
    DateTimeFormatter time = DateTimeFormatter.ofPattern(of("time"), locale);
    return time.format(hours.from()) + "–" + time.format(hours.to());
  }

  /** The person's tasks: {@code chair (Room), observer}; empty without any. */
  String tasks(Invited participant, Occasion occasion) {
    return participant.tasks().stream()
        .map(task ->
            of("role." + task.role().name())
                + (task.room() == null ? "" : " (" + occasion.room(task.room()) + ")"))
        .collect(Collectors.joining(", "));
  }
}
