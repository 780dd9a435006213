package fi.sovittu.db;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The trail of what was done, written by the transaction that does it. Never holds an anonymous
 * choice.
 */
public final class Audit {
  /** Writes inside another statement: a query is to follow that gives the columns. */
  public static final String INSERT =
      "insert into audit (meeting_id, actor_id, action, subject_id, detail)";

  private Audit() {}

  /**
   * Whether a command is done for the first time: its key, made by whoever sent it, stands as the
   * subject of what it did. Locks the meeting, so that the same command sent twice at once waits.
   */
  public static Future<Boolean> isFirst(
      SqlConnection connection, UUID meeting, UUID key, String action) {
    return connection
        .preparedQuery("select id from meeting where id = $1 for no key update")
        .execute(Tuple.of(meeting))
        .compose(locked ->
            connection
                .preparedQuery("select 1 from audit where subject_id = $1 and action = $2")
                .execute(Tuple.of(key, action)))
        .map(done -> done.size() == 0);
  }

  /**
   * @param actor the participant that did it, null for the service itself
   * @param action a stable word, such as {@code poll.close}
   * @param subject what it was done to
   */
  public static Future<Void> write(
      SqlConnection connection,
      UUID meeting,
      @Nullable UUID actor,
      String action,
      UUID subject,
      JsonObject detail) {
    return connection
        .preparedQuery(INSERT + " values ($1, $2, $3, $4, $5)")
        .execute(Tuple.of(meeting, actor, action, subject, detail))
        .mapEmpty();
  }
}
