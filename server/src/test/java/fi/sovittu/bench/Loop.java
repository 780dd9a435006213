package fi.sovittu.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.LongStream;

/**
 * A closed loop: in each of its lanes the next act begins when the one before it has ended. Says
 * how much can be done, not how long anyone would wait. Works on its context only.
 */
final class Loop {
  /** What a loop did: how long each act took, and how many were done a second. */
  record Outcome(Times times, double perSecond) {}

  private static final double NANOS_PER_SECOND = 1e9;

  private final BooleanSupplier more;
  private final IntFunction<Future<?>> act;
  private final Promise<Outcome> outcome = Promise.promise();
  private final LongStream.Builder times = LongStream.builder();
  private long began;
  private long acts;
  private int lanesLeft;

  private Loop(BooleanSupplier more, IntFunction<Future<?>> act) {
    this.more = more;
    this.act = act;
  }

  /** Acts for so many seconds; an act is given the number of its lane. */
  static Outcome forSeconds(Context context, int lanes, int seconds, IntFunction<Future<?>> act) {
    long until = System.nanoTime() + (long) (seconds * NANOS_PER_SECOND);
    return run(context, lanes, () -> System.nanoTime() < until, act);
  }

  /** Acts so many times in all; an act is given its own number. */
  static Outcome times(Context context, int lanes, int count, IntFunction<Future<?>> act) {
    int[] next = {0};
    return run(context, lanes, () -> next[0] < count, lane -> act.apply(next[0]++));
  }

  private static Outcome run(
      Context context, int lanes, BooleanSupplier more, IntFunction<Future<?>> act) {
    Loop loop = new Loop(more, act);
    context.runOnContext(go -> {
      loop.began = System.nanoTime();
      loop.lanesLeft = lanes;
      for (int lane = 0; lane < lanes; lane++) {
        loop.next(lane);
      }
    });
    return Await.done(loop.outcome.future());
  }

  private void next(int lane) {
    if (!more.getAsBoolean()) {
      lanesLeft--;
      if (lanesLeft == 0) {
        double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
        outcome.tryComplete(new Outcome(new Times(times.build()), acts / seconds));
      }
      return;
    }
    long start = System.nanoTime();
    act.apply(lane)
        .onSuccess(done -> {
          times.add(System.nanoTime() - start);
          acts++;
          next(lane);
        })
        .onFailure(outcome::tryFail);
  }
}
