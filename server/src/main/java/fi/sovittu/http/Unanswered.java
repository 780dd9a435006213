package fi.sovittu.http;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many requests of the API have been taken and not answered yet. What can wait goes by it:
 * whoever has pressed a button comes before whoever only watches. Safe for use by any thread.
 */
public final class Unanswered {
  private final AtomicInteger count = new AtomicInteger();

  /** Requests, 0 or more. */
  public int count() {
    return count.get();
  }

  void taken() {
    count.incrementAndGet();
  }

  void answered() {
    count.decrementAndGet();
  }
}
