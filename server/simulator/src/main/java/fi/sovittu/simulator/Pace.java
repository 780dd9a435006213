package fi.sovittu.simulator;

import java.time.Duration;

/**
 * How fast a hall lives. Immutable.
 *
 * @param arrivalGap between two people who join
 * @param arrivals the longest that joining may take, however many come
 * @param thinking the mean time from the opening of a poll to a vote
 * @param calm the mean time between two absences or changes of a restless person
 * @param away the mean length of an absence
 * @param restlessPercent how many of a hundred people are restless
 */
record Pace(
    Duration arrivalGap,
    Duration arrivals,
    Duration thinking,
    Duration calm,
    Duration away,
    int restlessPercent) {

  /** A hall that one likes to look at: 130 people arrive in 20 seconds. */
  static final Pace NATURAL =
      new Pace(
          Duration.ofMillis(154),
          Duration.ofSeconds(60),
          Duration.ofSeconds(5),
          Duration.ofMinutes(4),
          Duration.ofSeconds(25),
          30);

  /** The gap between two of so many arrivals, milliseconds. */
  double gapMillis(int people) {
    return Math.min(arrivalGap.toMillis(), (double) arrivals.toMillis() / people);
  }
}
