package fi.sovittu.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * An open loop: acts begin at planned instants, whether those before them have ended or not, and
 * each is timed from its planned instant. So a stall counts for everyone who would have waited in
 * it.
 */
final class Steady {
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private Steady() {}

  /**
   * @param rate acts a second
   */
  static Times run(Context context, int rate, int seconds, Supplier<Future<?>> act) {
    int count = rate * seconds;
    LongStream.Builder times = LongStream.builder();
    int[] done = {0};
    Promise<Times> outcome = Promise.promise();
    long began = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long due = began + i * NANOS_PER_SECOND / rate;
      waitUntil(due);
      context.runOnContext(go ->
          act.get()
              .onSuccess(acknowledged -> {
                times.add(System.nanoTime() - due);
                done[0]++;
                if (done[0] == count) {
                  outcome.complete(new Times(times.build()));
                }
              })
              .onFailure(outcome::tryFail));
    }
    return Await.done(outcome.future());
  }

  private static void waitUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
