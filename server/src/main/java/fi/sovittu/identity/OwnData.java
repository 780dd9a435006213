package fi.sovittu.identity;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;

/**
 * A feature's part of what is handed to a participant of all that is stored of that person (GDPR,
 * articles 15 and 20). Answers of anonymous polls are in none: nobody can tell whose they are.
 */
@FunctionalInterface
public interface OwnData {
  /**
   * Reads inside the caller's transaction.
   *
   * @param entries the participant, and those of the meeting that were merged into it
   * @return named as in the file that the person gets; null where there is nothing
   */
  Future<JsonObject> read(SqlConnection connection, UUID meeting, UUID[] entries);

  /**
   * What one query gives.
   *
   * @param sql gives one row with one JSON object, of the meeting ($1) and the entries ($2)
   */
  static OwnData of(String sql) {
    return (connection, meeting, entries) ->
        connection
            .preparedQuery(sql)
            .execute(Tuple.of(meeting).addArrayOfUUID(entries))
            .map(rows -> rows.iterator().next().getJsonObject(0));
  }
}
