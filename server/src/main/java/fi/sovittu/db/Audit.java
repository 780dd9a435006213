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
  private Audit() {}

  /**
   * @param actor the seat that did it, null for the service itself
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
        .preparedQuery(
            "insert into audit (meeting_id, actor_id, action, subject_id, detail) values ($1, $2, $3, $4, $5)")
        .execute(Tuple.of(meeting, actor, action, subject, detail))
        .mapEmpty();
  }
}
