package fi.sovittu.identity;

import fi.sovittu.db.Db;
import fi.sovittu.live.Bridge;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes now and then who of the staff was there, ends the sessions whose time is over, and clears
 * away what nobody needs any more of signing in.
 */
public final class SessionLimits {
  private static final Logger LOG = LoggerFactory.getLogger(SessionLimits.class);

  /** How often, and so how late a limit may be kept, milliseconds. */
  static final long LOOK_MILLIS = 300_000;

  private static final String SEEN =
      "update session set last_seen_at = clock_timestamp() where token_hash = any($1)";

  private static final String OVER =
      """
      delete from session s where s.expires_at < clock_timestamp() or (
        (s.last_seen_at < clock_timestamp() - make_interval(secs => $1)
          or s.created_at < clock_timestamp() - make_interval(secs => $2))
        and exists (select from role_grant g where g.participant_id = s.participant_id
          and g.role in %s))
      returning s.participant_id
      """
          .formatted(Role.STAFF);

  private final Vertx vertx;
  private final Db db;
  private final Callers callers;
  private final Bridge bridge;
  private final Function<SqlConnection, Future<Void>> remains;

  /**
   * @param remains clears away what nobody needs any more of signing in
   */
  public SessionLimits(
      Vertx vertx,
      Db db,
      Callers callers,
      Bridge bridge,
      Function<SqlConnection, Future<Void>> remains) {
    this.vertx = vertx;
    this.db = db;
    this.callers = callers;
    this.bridge = bridge;
    this.remains = remains;
  }

  /** Looks now and every few minutes. */
  public void start() {
    look();
    vertx.setPeriodic(LOOK_MILLIS, again -> look());
  }

  private void look() {
    Set<Buffer> seen = callers.takeSeen();
    db.write(connection -> keep(connection, seen))
        .onSuccess(ended -> {
          if (!ended.isEmpty()) {
            callers.forgetSessions(ended);
            bridge.hangUp(ended);
          }
        })
        .onFailure(failure -> {
          callers.seen(seen);
          LOG.warn("the limits of sessions are not kept yet: {}", failure.getMessage());
        });
  }

  private Future<Set<UUID>> keep(SqlConnection connection, Set<Buffer> seen) {
    return connection
        .preparedQuery(SEEN)
        .execute(Tuple.tuple().addArrayOfBuffer(seen.toArray(Buffer[]::new)))
        .compose(noted -> remains.apply(connection))
        .compose(cleared ->
            connection
                .preparedQuery(OVER)
                .execute(
                    Tuple.of(
                        (double) Sessions.STAFF_IDLE.toSeconds(),
                        (double) Sessions.STAFF_LENGTH.toSeconds())))
        .map(rows -> {
          Set<UUID> ended = new HashSet<>();
          rows.forEach(row -> ended.add(row.getUUID(0)));
          return ended;
        });
  }
}
