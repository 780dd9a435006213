package fi.sovittu.simulator;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** When a person does what; drawn from a random of the person's own. */
final class Habits {
  /** What a restless person does next. */
  enum Whim {
    /** The phone loses its network without a goodbye, and finds it again. */
    DROP,
    /** From the hall to Teams, or back. */
    SWITCH_CHANNEL,
    /** Leaves the meeting and comes back. */
    LEAVE
  }

  /** The quickest tap, milliseconds. */
  static final long REACTION_MILLIS = 700;

  /**
   * Nobody takes longer than this many times the mean: a hall waits for its last voters, but not
   * for ever.
   */
  static final int LONGEST = 4;

  private static final int MIND_CHANGES_PERCENT = 9;
  private static final int SUPPORTED_PERCENT = 6;

  private final RandomGenerator random;
  private final Pace pace;
  private final boolean restless;

  Habits(RandomGenerator random, Pace pace) {
    this.random = random;
    this.pace = pace;
    this.restless = random.nextInt(100) < pace.restlessPercent();
  }

  boolean isRestless() {
    return restless;
  }

  /** From seeing a poll to voting: many at first, then ever fewer. */
  long thinkMillis() {
    return REACTION_MILLIS + spread(pace.thinking());
  }

  boolean changesMind() {
    return random.nextInt(100) < MIND_CHANGES_PERCENT;
  }

  /** Whether a text that was read is worth the person's support. */
  boolean supports() {
    return random.nextInt(100) < SUPPORTED_PERCENT;
  }

  long calmMillis() {
    return spread(pace.calm());
  }

  long awayMillis() {
    return REACTION_MILLIS + spread(pace.away());
  }

  Whim nextWhim() {
    int dice = random.nextInt(10);
    return dice < 6 ? Whim.DROP : dice < 8 ? Whim.SWITCH_CHANNEL : Whim.LEAVE;
  }

  private long spread(Duration mean) {
    return (long) (mean.toMillis() * Math.min(LONGEST, random.nextExponential()));
  }
}
