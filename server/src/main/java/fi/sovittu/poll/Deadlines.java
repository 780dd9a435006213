package fi.sovittu.poll;

import fi.sovittu.db.Db;
import fi.sovittu.live.Live;
import fi.sovittu.poll.ballot.BallotBox;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes polls whose time is up, without any client's help. The database keeps the time and refuses
 * votes after it, so a restart or a slow moment delays the count and nothing else. Several nodes
 * may do this at once. Event loop only.
 */
public final class Deadlines {
  private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);

  /**
   * The longest time between two looks at the database, milliseconds: a countdown that another node
   * started is noticed by then at the latest. Also the shortest between two tries to close the same
   * poll: one that cannot be counted must not be tried at every look.
   */
  static final long LOOK_MILLIS = 2_000;

  private final Vertx vertx;
  private final Db db;
  private final Live live;
  private final Polls polls;
  private final BallotBox box;

  /** When those that are overdue still were last tried, {@link System#nanoTime()}. */
  private final Map<UUID, Long> tried = new HashMap<>();

  private long timer = -1;

  public Deadlines(Vertx vertx, Db db, Live live, Polls polls, BallotBox box) {
    this.vertx = vertx;
    this.db = db;
    this.live = live;
    this.polls = polls;
    this.box = box;
  }

  /**
   * Closes what is due, and looks again when the next poll is; called at the start and whenever a
   * countdown has been set.
   */
  public void look() {
    vertx.cancelTimer(timer);
    db.read(Polls::overdue)
        .compose(this::close)
        .compose(done -> db.read(Polls::untilNext))
        .onSuccess(
            millis -> lookIn(millis == null ? LOOK_MILLIS : Math.min(millis + 1, LOOK_MILLIS)))
        .onFailure(away -> lookIn(LOOK_MILLIS));
  }

  private void lookIn(long millis) {
    vertx.cancelTimer(timer);
    timer = vertx.setTimer(Math.max(1, millis), due -> look());
  }

  private Future<Void> close(List<UUID> overdue) {
    tried.keySet().retainAll(overdue);
    Future<Void> closed = Future.succeededFuture();
    for (UUID poll : overdue) {
      closed = closed.compose(done -> wasJustTried(poll) ? Future.succeededFuture() : close(poll));
    }
    return closed;
  }

  private boolean wasJustTried(UUID poll) {
    Long at = tried.get(poll);
    return at != null && System.nanoTime() - at < LOOK_MILLIS * 1_000_000;
  }

  private Future<Void> close(UUID poll) {
    tried.put(poll, System.nanoTime());
    return live.write((connection, change) -> polls.closeOverdue(connection, change, poll))
        .onSuccess(counted -> {
          tried.remove(poll);
          box.forget(poll);
        })
        .otherwise(failure -> {
          // The next ones must not wait for it; it is tried again at a later look.
          LOG.error("poll {} is not closed yet", poll, failure);
          return null;
        });
  }
}
