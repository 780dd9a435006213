package fi.sovittu.simulator;

import java.util.random.RandomGenerator;

/** How long to wait before trying again: longer each time, and never all at the same moment. */
final class BackOff {
  static final long FIRST_MILLIS = 400;
  static final long LONGEST_MILLIS = 10_000;

  private BackOff() {}

  /**
   * @param failures how many tries have failed, from 1
   * @return milliseconds, between half and the whole of the step
   */
  static long millis(int failures, RandomGenerator random) {
    int doublings = Math.min(failures - 1, 10);
    long step = Math.min(LONGEST_MILLIS, FIRST_MILLIS << doublings);
    return step / 2 + random.nextLong(step / 2 + 1);
  }
}
