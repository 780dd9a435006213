package fi.sovittu.support;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what must become true, and fails when it does not. */
public final class Eventually {
  /** Far longer than anything takes on a busy machine: only a test that fails waits for it. */
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final long LOOK_EVERY_NANOS = 5_000_000;

  private Eventually() {}

  /**
   * Returns as soon as the condition holds.
   *
   * @param what completes the sentence "it did not happen that …"
   * @throws AssertionError when it does not hold within {@link #PATIENCE}
   */
  public static void until(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("it did not happen that " + what);
      }
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }
  }
}
