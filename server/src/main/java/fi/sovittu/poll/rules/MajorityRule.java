package fi.sovittu.poll.rules;

/**
 * How large a majority must be; the names are those of the API. Reckoned in whole votes and whole
 * numbers: two thirds of 9 is 6, of 10 it is 7.
 */
public enum MajorityRule {
  /** More than any other option. */
  SIMPLE,
  /** More than half of the base. */
  ABSOLUTE,
  TWO_THIRDS,
  THREE_QUARTERS,
  FOUR_FIFTHS,
  /** All of the base. */
  CONSENSUS;

  /**
   * The fewest whole votes that suffice; never 0, for without a vote nothing is decided.
   *
   * @param base how many votes the majority is reckoned from, at least 0
   * @throws IllegalArgumentException if the base is negative, or the rule is SIMPLE, which depends
   *     on the other options
   */
  public int needed(int base) {
    if (base < 0) {
      throw new IllegalArgumentException("a base of " + base + " votes");
    }
    int needed =
        switch (this) {
          case SIMPLE ->
              throw new IllegalArgumentException("a simple majority depends on the other options");
          case ABSOLUTE -> base / 2 + 1;
          case TWO_THIRDS -> share(base, 2, 3);
          case THREE_QUARTERS -> share(base, 3, 4);
          case FOUR_FIFTHS -> share(base, 4, 5);
          case CONSENSUS -> base;
        };
    return Math.max(1, needed);
  }

  /** The least whole number that is not under the fraction of the base. */
  private static int share(int base, int numerator, int denominator) {
    return Math.toIntExact(Math.ceilDiv((long) base * numerator, denominator));
  }
}
