package fi.sovittu.teams.report;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words by which clocks of twelve hours tell the halves and parts of a day, in every language
 * that the Unicode CLDR has: {@code PM}, {@code ip.}, {@code du.}, {@code 上午}, {@code de la tarde}.
 * Pure; made at the first question, which takes about half a second.
 */
final class HalfDay {
  /** Their words hold where another language has the same one: "ip." is the Finnish afternoon. */
  private static final List<Locale> FIRST =
      List.of(Locale.of("fi"), Locale.of("sv"), Locale.ENGLISH);

  /** Halves, and finer parts in the short and the long way (CLDR, date field symbols a and B). */
  private static final List<String> PARTS = List.of("a", "B", "BBBB");

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");

  private static final int HALF = 12;
  private static final int DAY = 24;

  /** The hours of which a word is said. */
  private static final Map<String, BitSet> HOURS = hours();

  private HalfDay() {}

  private static Map<String, BitSet> hours() {
    Map<String, BitSet> hours = new HashMap<>();
    FIRST.forEach(language -> add(hours, language));
    Map<String, BitSet> others = new HashMap<>();
    Stream.of(Locale.getAvailableLocales())
        .filter(locale -> locale.getCountry().isEmpty() && locale.getVariant().isEmpty())
        .forEach(locale -> add(others, locale));
    others.forEach(hours::putIfAbsent);
    hours.remove("");
    return hours;
  }

  private static void add(Map<String, BitSet> hours, Locale locale) {
    for (String part : PARTS) {
      DateTimeFormatter form = DateTimeFormatter.ofPattern(part, locale);
      for (int hour = 0; hour < DAY; hour++) {
        String word = plain(form.format(LocalTime.of(hour, 30)));
        hours.computeIfAbsent(word, first -> new BitSet()).set(hour);
      }
    }
  }

  private static String plain(String word) {
    return NO_LETTERS.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  static boolean isWord(String word) {
    return HOURS.containsKey(plain(word));
  }

  /**
   * The hour of the day, 0–23, or −1 when the word is not said of that hour, or of both.
   *
   * @param hour of a clock of twelve hours; noon and midnight are 12, or 0 in some languages
   * @param word for which {@link #isWord} holds
   */
  static int hour(int hour, String word) {
    BitSet said = HOURS.get(plain(word));
    if (said == null || hour > HALF) {
      return -1;
    }
    int first = hour % HALF;
    if (said.get(first) == said.get(first + HALF)) {
      return -1;
    }
    return said.get(first) ? first : first + HALF;
  }
}
