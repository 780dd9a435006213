package fi.sovittu.privacy;

import fi.sovittu.base.Problem;
import fi.sovittu.identity.OwnData;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Everything that is stored of one person, to be handed to that person (GDPR, articles 15 and 20),
 * as the features tell it.
 *
 * @param parts of the features, in the order in which they are called
 */
record ParticipantData(List<OwnData> parts) {
  /** Whoever merged entries saw one person in them. */
  private static final String ENTRIES =
      "select id from participant where meeting_id = $1 and (id = $2 or merged_into = $2)";

  /**
   * @return fails with NOT_FOUND for nobody of the meeting
   */
  Future<JsonObject> read(SqlConnection connection, UUID meeting, UUID participant) {
    return connection
        .preparedQuery(ENTRIES)
        .execute(Tuple.of(meeting, participant))
        .compose(rows -> {
          if (rows.size() == 0) {
            throw Problem.of(Problem.Code.NOT_FOUND);
          }
          List<UUID> entries = new ArrayList<>();
          rows.forEach(row -> entries.add(row.getUUID(0)));
          return read(connection, meeting, entries.toArray(UUID[]::new));
        });
  }

  private Future<JsonObject> read(SqlConnection connection, UUID meeting, UUID[] entries) {
    Future<JsonObject> data = Future.succeededFuture(new JsonObject());
    for (OwnData part : parts) {
      data = data.compose(sofar -> part.read(connection, meeting, entries).map(sofar::mergeIn));
    }
    return data;
  }
}
