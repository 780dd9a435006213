package fi.sovittu.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** How long each of many acts took. Immutable. */
final class Times {
  private static final double NANOS_PER_MILLI = 1e6;

  private final long[] sorted;

  /**
   * @param nanos in any order
   */
  Times(LongStream nanos) {
    sorted = nanos.sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
  }

  static Times together(List<Times> parts) {
    return new Times(parts.stream().flatMapToLong(part -> Arrays.stream(part.sorted)));
  }

  int count() {
    return sorted.length;
  }

  double medianMillis() {
    return percentileMillis(50);
  }

  /**
   * The least time that so many of a hundred acts did not exceed.
   *
   * @param percent above 0, at most 100
   */
  double percentileMillis(double percent) {
    int place = (int) Math.ceil(percent / 100 * sorted.length) - 1;
    return sorted[Math.max(place, 0)] / NANOS_PER_MILLI;
  }

  double maxMillis() {
    return sorted[sorted.length - 1] / NANOS_PER_MILLI;
  }
}
