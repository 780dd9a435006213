package fi.sovittu.post;

import java.time.Duration;

/** How long to wait before trying again, and when to give up. Pure. */
final class BackOff {
  /** After the first time that the server has put a message off. */
  static final Duration FIRST = Duration.ofMinutes(1);

  /** The longest time between two tries of one message. */
  static final Duration LONGEST = Duration.ofHours(1);

  /** For how long a message is tried after it was queued. */
  static final Duration GIVE_UP = Duration.ofHours(24);

  /** After the first time that the server was not available at all; nothing is sent meanwhile. */
  static final Duration FIRST_REST = Duration.ofSeconds(10);

  /** The longest time without asking whether the server is available again. */
  static final Duration LONGEST_REST = Duration.ofMinutes(5);

  private BackOff() {}

  /**
   * Until the next try of a message.
   *
   * @param attempts how many there have been, from 1
   */
  static Duration wait(int attempts) {
    return doubled(FIRST, LONGEST, attempts);
  }

  /**
   * Until the server is asked again.
   *
   * @param failures how many times in a row it was not available, from 1
   */
  static Duration rest(int failures) {
    return doubled(FIRST_REST, LONGEST_REST, failures);
  }

  /**
   * Whether a message is not tried any more.
   *
   * @param age since it was queued
   * @param wait until the next try would be
   */
  static boolean isOver(Duration age, Duration wait) {
    return age.plus(wait).compareTo(GIVE_UP) > 0;
  }

  private static Duration doubled(Duration first, Duration longest, int times) {
    // More doublings than these exceed any limit here, and fewer cannot overflow.
    Duration wait = first.multipliedBy(1L << Math.min(times - 1, 20));
    return wait.compareTo(longest) < 0 ? wait : longest;
  }
}
