package fi.sovittu.post;

import fi.sovittu.db.Audit;
import fi.sovittu.identity.Caller;
import fi.sovittu.live.Change;
import fi.sovittu.people.PeopleSection;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Beginning and stopping to mail personal links. Works inside the caller's transaction. */
final class Mailing {
  private static final String SEND = "post.send";

  private Mailing() {}

  /**
   * Queues the mails; the same command again queues none.
   *
   * @param key the command's own id
   * @param participants whom, when it is for {@code PARTICIPANTS}; otherwise null
   */
  static Future<Void> begin(
      SqlConnection connection,
      Change change,
      Caller caller,
      UUID key,
      Recipients.Whom to,
      @Nullable List<UUID> participants) {
    UUID meeting = caller.meeting();
    return Audit.isFirst(connection, meeting, key, SEND)
        .compose(first -> {
          if (!first) {
            return Future.succeededFuture();
          }
          return Recipients.queue(connection, meeting, caller.participant(), to, participants)
              .compose(queued -> {
                change.touch(PeopleSection.NAME, meeting);
                JsonObject detail = new JsonObject().put("to", to.name()).put("queued", queued);
                return Audit.write(connection, meeting, caller.participant(), SEND, key, detail);
              });
        });
  }

  /** Withdraws what is not sent yet. */
  static Future<Void> stop(SqlConnection connection, Change change, Caller caller) {
    UUID meeting = caller.meeting();
    return Recipients.withdraw(connection, meeting)
        .compose(withdrawn -> {
          if (withdrawn == 0) {
            return Future.succeededFuture();
          }
          change.touch(PeopleSection.NAME, meeting);
          return Audit.write(
              connection,
              meeting,
              caller.participant(),
              "post.stop",
              meeting,
              new JsonObject().put("withdrawn", withdrawn));
        });
  }
}
