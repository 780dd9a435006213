package fi.sovittu.teams.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.ThaiBuddhistDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date and time as a report writes it, in numbers of any script, mostly without a zone, and often
 * without telling which number is the day: {@code 4/2/26, 12:01:33 PM}, {@code 02.04.26 12:01:33},
 * {@code 2.4.2026 klo 12.01.33}, {@code 02/04/2026 à 12:01}, {@code 2026. 04. 02. du. 12:01:33},
 * {@code 12:01:33 2/4/2026}, {@code 2026-04-02T09:01:33Z}. Immutable.
 *
 * @param first the date's numbers as they are written
 * @param dotted whether dots are between them: then the day comes first in every language
 * @param offset from UTC, where it is written (ISO 8601); else null
 */
record WrittenTime(
    String first,
    int second,
    String third,
    boolean dotted,
    LocalTime time,
    @Nullable ZoneOffset offset) {
  /** A year that is written with two digits is of this century. */
  private static final int CENTURY = 2000;

  /** Years from here on are counted from the death of the Buddha, as in Thailand. */
  private static final int BUDDHIST = 2400;

  private static final String BLANK = "[\\s\\p{Z}]";

  private static final String DATE =
      "(?<first>\\d{1,4})%1$s?(?<separator>[./年년-])%1$s?(?<second>\\d{1,2})%1$s?(?:\\k<separator>|[月월])%1$s?(?<third>\\d{1,4})[.日일]?"
          .formatted(BLANK);

  private static final String TIME =
      "(?<hour>\\d{1,2})[.:h](?<minute>\\d{2})(?:[.:](?<s>\\d{2})(?:[.,]\\d{1,9})?)?";

  /** Words, which may have dots and apostrophes in them. */
  private static final String WORDS =
      "(?:[\\p{L}\\p{M}.’']{1,20}[,;،]?%1$s*){0,4}".formatted(BLANK);

  private static final Pattern DATE_FIRST =
      Pattern.compile(
          "%2$s(?=[^\\d])[,;،]?%1$s*(?<before>%4$s)%3$s(?<after>.{0,40})"
              .formatted(BLANK, DATE, TIME, WORDS));

  private static final Pattern TIME_FIRST =
      Pattern.compile(
          "%3$s(?=[^\\d])%1$s*(?<after>%4$s)[,;،]?%1$s*(?<before>)%2$s"
              .formatted(BLANK, DATE, TIME, WORDS));

  private static final Pattern DATE_ONLY = Pattern.compile(DATE);
  private static final Pattern TIME_ONLY = Pattern.compile(WORDS + TIME + ".{0,40}");

  /** What follows a time: a half of the day, and a zone. */
  private static final Pattern AFTER =
      Pattern.compile(
          "%1$s*(?<half>%2$s?)%1$s*\\(?(?<utc>Z|UTC|GMT)?(?<offset>[+-]\\d{1,2}(?::?\\d{2})?)?\\)?"
              .formatted(BLANK, WORDS));

  /** Words beside a time that tell nothing; the commonest ones need no look at all languages. */
  private static final List<String> CLOCK =
      List.of("uhr", "h", "ч", "klo", "kl.", "kl", "t", "um", "at", "à", "às");

  private static final Pattern MARKS = Pattern.compile("\\p{Cf}+");

  /** The text as a date and time, or null when it is none in any order. */
  static @Nullable WrittenTime of(String text) {
    String plain = plain(text);
    Matcher found = DATE_FIRST.matcher(plain);
    if (!found.matches()) {
      found = TIME_FIRST.matcher(plain);
      if (!found.matches()) {
        return null;
      }
    }
    Matcher after = AFTER.matcher(found.group("after"));
    LocalTime time = after.matches() ? time(found, after.group("half")) : null;
    if (time == null) {
      return null;
    }
    WrittenTime written;
    try {
      written = written(found, time, offset(after));
    } catch (DateTimeException impossible) {
      return null;
    }
    return written.isDate() ? written : null;
  }

  private static WrittenTime written(Matcher date, LocalTime time, @Nullable ZoneOffset offset) {
    return new WrittenTime(
        date.group("first"),
        Integer.parseInt(date.group("second")),
        date.group("third"),
        date.group("separator").equals("."),
        time,
        offset);
  }

  /** Whether the text is a date without a time, as where a report has them in two cells. */
  static boolean isDateOnly(String text) {
    Matcher found = DATE_ONLY.matcher(plain(text));
    return found.matches() && written(found, LocalTime.MIN, null).isDate();
  }

  /** Whether the text is a time without a date. */
  static boolean isTimeOnly(String text) {
    return TIME_ONLY.matcher(plain(text)).matches() && of("2026-01-01 " + text) != null;
  }

  /** The digits of every script as those of ASCII, without marks of the direction of writing. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    MARKS
        .matcher(text)
        .replaceAll("")
        .codePoints()
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c == '−' ? '-' : c)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static @Nullable LocalTime time(Matcher found, String after) {
    int hour = hour(Integer.parseInt(found.group("hour")), found.group("before"), after.strip());
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

  /** Whatever word stands before the time; behind it only such as tell a part of the day. */
  private static int hour(int hour, String before, String after) {
    if (!isClock(after)) {
      return HalfDay.hour(hour, after);
    }
    return !isClock(before) && hour <= 12 && HalfDay.isWord(before)
        ? HalfDay.hour(hour, before)
        : hour;
  }

  private static boolean isClock(String words) {
    return words.isBlank() || CLOCK.contains(words.strip().toLowerCase(Locale.ROOT));
  }

  private static @Nullable ZoneOffset offset(Matcher after) {
    String offset = after.group("offset");
    if (offset != null) {
      String digits = offset.replace(":", "");
      // "+3" as "+03": Java knows whole forms only.
      return ZoneOffset.of(
          digits.length() == 2 ? digits.charAt(0) + "0" + digits.charAt(1) : digits);
    }
    return after.group("utc") == null ? null : ZoneOffset.UTC;
  }

  private boolean isDate() {
    for (DateOrder order : DateOrder.values()) {
      if (in(order) != null) {
        return true;
      }
    }
    return false;
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

  /** The day in {@code zone} when what tells no offset is of the zone {@code written}. */
  @Nullable LocalDate day(DateOrder order, ZoneId written, ZoneId zone) {
    LocalDateTime local = in(order);
    return local == null
        ? null
        : local.atZone(offset == null ? written : offset).withZoneSameInstant(zone).toLocalDate();
  }

  private LocalDate date(DateOrder order) {
    int one = Integer.parseInt(first);
    int three = Integer.parseInt(third);
    return switch (order) {
      case YEAR_FIRST -> LocalDate.of(gregorian(one), second, three);
      case DAY_FIRST -> LocalDate.of(year(three), second, one);
      case MONTH_FIRST -> LocalDate.of(year(three), one, second);
    };
  }

  private int year(int written) {
    if (third.length() != 2 && third.length() != 4) {
      throw new DateTimeException("no year");
    }
    return third.length() == 2 ? CENTURY + written : gregorian(written);
  }

  private static int gregorian(int year) {
    return year < BUDDHIST ? year : LocalDate.from(ThaiBuddhistDate.of(year, 1, 1)).getYear();
  }
}
