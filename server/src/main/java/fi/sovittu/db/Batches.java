package fi.sovittu.db;

import fi.sovittu.base.Problem;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Collects items into batches that form by themselves: while one batch is on its way, the next
 * collects. An idle server sends a lone item at once; a busy one commits hundreds together. May be
 * called from any thread; works on its own context.
 *
 * @param <I> an item
 * @param <O> its outcome
 */
public final class Batches<I, O> {
  private record Waiting<I, O>(I item, Promise<O> outcome) {}

  private final Context context;
  private final int limit;
  private final Function<I, Set<?>> keys;
  private final Function<List<I>, Future<List<Future<O>>>> writer;
  private final Deque<Waiting<I, O>> queue = new ArrayDeque<>();
  private boolean busy;

  /**
   * @param limit the most items in a batch
   * @param keys what an item must not share with another of its batch; the later one waits for the
   *     next
   * @param writer writes a batch whole or not at all, and tells each item's outcome in the batch's
   *     order; when it fails with UNAVAILABLE, so does everything that waits
   */
  public Batches(
      Context context,
      int limit,
      Function<I, Set<?>> keys,
      Function<List<I>, Future<List<Future<O>>>> writer) {
    this.context = context;
    this.limit = limit;
    this.keys = keys;
    this.writer = writer;
  }

  /** Adds an item; the future completes after the batch it went into was committed or refused. */
  public Future<O> add(I item) {
    Promise<O> outcome = Promise.promise();
    context.runOnContext(go -> {
      queue.add(new Waiting<>(item, outcome));
      next();
    });
    return outcome.future();
  }

  private void next() {
    if (busy || queue.isEmpty()) {
      return;
    }
    busy = true;
    List<Waiting<I, O>> batch = take();
    written(batch)
        .onComplete(written -> {
          for (int i = 0; i < batch.size(); i++) {
            if (written.succeeded()) {
              written.result().get(i).onComplete(batch.get(i).outcome());
            } else {
              batch.get(i).outcome().fail(written.cause());
            }
          }
          context.runOnContext(go -> {
            busy = false;
            if (written.failed() && Problem.isUnavailable(written.cause())) {
              failAll(written.cause());
            }
            next();
          });
        });
  }

  /**
   * Who waited behind a batch that found no database is told at once: each batch of a long queue
   * would find none either, and only after a wait of its own.
   */
  private void failAll(Throwable away) {
    List<Waiting<I, O>> all = List.copyOf(queue);
    queue.clear();
    all.forEach(waiting -> waiting.outcome().fail(away));
  }

  /** A writer that throws must fail its batch only, not stop all that come after. */
  private Future<List<Future<O>>> written(List<Waiting<I, O>> batch) {
    try {
      return writer.apply(batch.stream().map(Waiting::item).toList());
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }

  private List<Waiting<I, O>> take() {
    List<Waiting<I, O>> batch = new ArrayList<>();
    List<Waiting<I, O>> later = new ArrayList<>();
    Set<Object> taken = new HashSet<>();
    while (!queue.isEmpty() && batch.size() < limit) {
      Waiting<I, O> candidate = queue.poll();
      Set<?> wanted = keys.apply(candidate.item());
      boolean clashes = !Collections.disjoint(taken, wanted);
      // Also those that wait: a third item with the same key must not overtake the second.
      taken.addAll(wanted);
      (clashes ? later : batch).add(candidate);
    }
    later.reversed().forEach(queue::addFirst);
    return batch;
  }
}
