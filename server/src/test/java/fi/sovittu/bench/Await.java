package fi.sovittu.bench;

import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;

/** Lets the benchmark's one thread wait for what happens on event loops. */
final class Await {
  private static final int PATIENCE_MINUTES = 5;

  private Await() {}

  /**
   * @throws IllegalStateException when it failed: a run with an error in it measures nothing
   */
  static <T> T done(Future<T> future) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE_MINUTES, TimeUnit.MINUTES);
    } catch (Exception e) {
      throw new IllegalStateException("the measurement failed", e);
    }
  }
}
