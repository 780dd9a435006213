package fi.sovittu.teams.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date and time as a report writes it, in numbers, without a zone, and often without telling
 * which number is the day: {@code 4/2/26, 12:01:33 PM} (with any blank before the last word),
 * {@code 02/04/2026, 12:01:33}, {@code 02.04.26, 12:01:33}, {@code 2.4.2026 klo 12.01.33}, {@code
 * 2026-04-02 12:01:33}. Immutable.
 *
 * @param first the date's numbers as they are written
 * @param dotted whether dots are between them: then the day comes first in every language
 */
record WrittenTime(String first, int second, String third, boolean dotted, LocalTime time) {
  /** A year that is written with two digits is of this century. */
  private static final int CENTURY = 2000;

  private static final String BLANK = "[\\s\\p{Z}]";

  private static final Pattern FORM =
      Pattern.compile(
          "(?<first>\\d{1,4})(?<separator>[./-])%1$s?(?<second>\\d{1,2})\\k<separator>%1$s?(?<third>\\d{1,4})\\.?"
                  .formatted(BLANK)
              + "(?:,?%1$s*(?:klo|kl\\.?|um|at|kello)?%1$s*|T)".formatted(BLANK)
              + "(?<hour>\\d{1,2})[.:](?<minute>\\d{2})(?:[.:](?<s>\\d{2}))?"
              + "(?:%1$s*(?<half>[ap]\\.?%1$s?m\\.?|[ai]p\\.?|[fe]\\.?m\\.?))?".formatted(BLANK),
          Pattern.CASE_INSENSITIVE);

  /** The text as a date and time, or null when it is none in any order. */
  static @Nullable WrittenTime of(String text) {
    Matcher found = FORM.matcher(text);
    if (!found.matches()) {
      return null;
    }
    LocalTime time = time(found);
    if (time == null) {
      return null;
    }
    WrittenTime written =
        new WrittenTime(
            found.group("first"),
            Integer.parseInt(found.group("second")),
            found.group("third"),
            found.group("separator").equals("."),
            time);
    for (DateOrder order : DateOrder.values()) {
      if (written.in(order) != null) {
        return written;
      }
    }
    return null;
  }

  private static @Nullable LocalTime time(Matcher found) {
    int hour = Integer.parseInt(found.group("hour"));
    String half = found.group("half");
    if (half != null) {
      if (hour < 1 || hour > 12) {
        return null;
      }
      // Noon is 12 PM, midnight 12 AM; "ip" and "em" are the afternoon in Finnish and Swedish.
      char letter = half.toLowerCase(Locale.ROOT).charAt(0);
      hour = hour % 12 + (letter == 'p' || letter == 'i' || letter == 'e' ? 12 : 0);
    }
    String second = found.group("s");
    try {
      return LocalTime.of(
          hour,
          Integer.parseInt(found.group("minute")),
          second == null ? 0 : Integer.parseInt(second));
    } catch (DateTimeException impossible) {
      return null;
    }
  }

  /** The time when the date is written in this order, or null when that is no date. */
  @Nullable LocalDateTime in(DateOrder order) {
    boolean yearFirst = first.length() == 4;
    if (yearFirst != (order == DateOrder.YEAR_FIRST)
        || (dotted && order == DateOrder.MONTH_FIRST)
        || (yearFirst ? third.length() > 2 : first.length() > 2)) {
      return null;
    }
    try {
      return LocalDateTime.of(date(order), time);
    } catch (DateTimeException impossible) {
      return null;
    }
  }

  private LocalDate date(DateOrder order) {
    int one = Integer.parseInt(first);
    int three = Integer.parseInt(third);
    return switch (order) {
      case YEAR_FIRST -> LocalDate.of(one, second, three);
      case DAY_FIRST -> LocalDate.of(year(three), second, one);
      case MONTH_FIRST -> LocalDate.of(year(three), one, second);
    };
  }

  private int year(int written) {
    if (third.length() != 2 && third.length() != 4) {
      throw new DateTimeException("no year");
    }
    return third.length() == 2 ? CENTURY + written : written;
  }
}
