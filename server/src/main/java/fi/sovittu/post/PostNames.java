package fi.sovittu.post;

import fi.sovittu.identity.Redaction;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;

/** What becomes of mails when the names of a meeting are erased. */
public final class PostNames {
  private PostNames() {}

  /** As {@link fi.sovittu.identity.Erasing#erase}: all mails go. */
  public static Future<Void> erase(SqlConnection connection, UUID meeting, Redaction names) {
    return connection
        .preparedQuery("delete from message where meeting_id = $1")
        .execute(Tuple.of(meeting))
        .mapEmpty();
  }
}
