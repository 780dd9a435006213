package fi.sovittu.live;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * When it is told: publishes what is dirty, at most once in {@link #TICK_MILLIS}, and never while
 * its last publication is still being written: many listeners make slower ticks. Event loop only.
 */
final class Ticker {
  /**
   * The shortest time between two publications of live state, milliseconds: four a second are
   * enough for eyes.
   */
  static final long TICK_MILLIS = 250;

  /**
   * The longest time, milliseconds, that is left for taking more votes: the last ones are to be
   * seen soon also where telling took long.
   */
  static final long LONGEST_REST_MILLIS = 500;

  /** How often a rest is looked at, milliseconds. */
  static final long LOOK_MILLIS = 20;

  /** A rest ends when nobody waited at so many looks in a row: between two batches nobody does. */
  static final int QUIET_LOOKS = 4;

  /** What a ticker tells, and to whom. */
  interface Crowd {
    /** Whether anyone waits for an answer, and so comes before those who listen. */
    boolean othersWait();

    /** The newest states, to be told in this order. */
    List<Future<State>> read(List<SectionKey> keys);

    /** Succeeds when it has been written. */
    Future<Void> tell(SectionKey key, State state, Pace pace);

    /** Could not be read. */
    void missed(SectionKey key, Throwable failure);
  }

  private final Vertx vertx;
  private final Sections sections;
  private final Crowd crowd;
  private final int rest;
  private final Pace pace;
  private final Set<SectionKey> dirty = new HashSet<>();
  private boolean busy;
  private long due = now();
  private long rested = now();

  /**
   * @param sections in whose order it tells
   * @param rest how many times as long as a publication took it rests after it
   * @param pace how fast everyone is told
   */
  Ticker(Vertx vertx, Sections sections, Crowd crowd, int rest, Pace pace) {
    this.vertx = vertx;
    this.sections = sections;
    this.crowd = crowd;
    this.rest = rest;
    this.pace = pace;
  }

  /** Tells of these at the next tick. */
  void add(Collection<SectionKey> keys) {
    dirty.addAll(keys);
    arm();
  }

  private void arm() {
    if (!busy && !dirty.isEmpty()) {
      busy = true;
      vertx.setTimer(Math.max(1, due - now()), timer -> tickWhenRested(0));
    }
  }

  private void tickWhenRested(int quietLooks) {
    int quiet = crowd.othersWait() ? 0 : quietLooks + 1;
    if (now() < rested && quiet < QUIET_LOOKS) {
      vertx.setTimer(LOOK_MILLIS, timer -> tickWhenRested(quiet));
    } else {
      tick();
    }
  }

  private void tick() {
    long began = now();
    // In the order of their declaration, one after the other: a poll before its empty result.
    List<SectionKey> keys = dirty.stream().sorted(sections.order()).toList();
    dirty.clear();
    List<Future<State>> states = crowd.read(keys);
    Future<Void> publications = Future.succeededFuture();
    for (int i = 0; i < keys.size(); i++) {
      SectionKey key = keys.get(i);
      Future<State> state = states.get(i).onFailure(failure -> crowd.missed(key, failure));
      publications =
          publications.eventually(() -> state.compose(read -> crowd.tell(key, read, pace)));
    }
    publications.onComplete(written -> {
      long resting = Math.min(LONGEST_REST_MILLIS, rest * (now() - began));
      due = began + TICK_MILLIS;
      rested = now() + resting;
      busy = false;
      arm();
    });
  }

  private static long now() {
    return System.nanoTime() / 1_000_000;
  }
}
