package fi.sovittu.simulator;

import io.vertx.core.Vertx;

/** Delays of the hall. After {@link #close} nothing more happens, whatever was on its way. */
final class Timers {
  private final Vertx vertx;
  private boolean closed;

  Timers(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Runs the action once after the given time, at least a millisecond. */
  void after(long millis, Runnable action) {
    if (closed) {
      return;
    }
    vertx.setTimer(
        Math.max(1, millis),
        timer -> {
          if (!closed) {
            action.run();
          }
        });
  }

  void close() {
    closed = true;
  }
}
