package fi.sovittu.live;

import java.util.regex.Pattern;

/**
 * What a live section is called in the contract, in its address and in the database. Each feature
 * has constants for its own.
 *
 * @param text lower-case Latin letters
 */
public record SectionName(String text) {
  /** A regular expression. */
  static final String FORM = "[a-z]{1,30}";

  private static final Pattern PATTERN = Pattern.compile(FORM);

  /**
   * @throws IllegalArgumentException for anything else than letters
   */
  public SectionName {
    if (!PATTERN.matcher(text).matches()) {
      throw new IllegalArgumentException("not a section's name: " + text);
    }
  }
}
