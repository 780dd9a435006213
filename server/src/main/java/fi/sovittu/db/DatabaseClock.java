package fi.sovittu.db;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The database's clock as it is known here without asking each time: measured now and then, and
 * carried on by the monotonic clock, which nobody puts forward or back. Thread-safe.
 */
final class DatabaseClock {
  /**
   * @param nanoTime when it was so late there, {@link System#nanoTime}
   */
  private record Measured(Instant instant, long nanoTime) {
    Instant at(long now) {
      return instant.plusNanos(now - nanoTime);
    }
  }

  private volatile @Nullable Measured last;

  /**
   * Takes what the database told. What differs by less than the question took is no news.
   *
   * @param asked by {@link System#nanoTime}
   * @param answered by {@link System#nanoTime}
   */
  void measured(Instant told, long asked, long answered) {
    long uncertain = (answered - asked) / 2;
    long middle = asked + uncertain;
    Measured before = last;
    if (before == null
        || Duration.between(before.at(middle), told).abs().compareTo(Duration.ofNanos(uncertain))
            > 0) {
      last = new Measured(told, middle);
    }
  }

  /**
   * Its time at an instant of {@link System#nanoTime}; before the first measurement this system's
   * own.
   */
  Instant at(long nanoTime) {
    Measured known = last;
    return known == null ? Instant.now() : known.at(nanoTime);
  }
}
