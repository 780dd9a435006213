package fi.sovittu.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * A column that people wrote into, out of which names and addresses are taken when names are
 * erased. Immutable.
 *
 * @param select gives each text of the meeting {@code $1} once
 * @param update puts {@code $3} in the place of {@code $2}
 * @param redacts what becomes of it
 */
public record WrittenText(
    String select, String update, BiFunction<Redaction, String, String> redacts)
    implements Erasing {

  /** A column of plain texts. */
  public static WrittenText plain(String select, String update) {
    return new WrittenText(select, update, Redaction::redacted);
  }

  /** A column of JSON, given and taken as text. */
  public static WrittenText json(String select, String update) {
    return new WrittenText(select, update, Redaction::redactedJson);
  }

  @Override
  public Future<Void> erase(SqlConnection connection, UUID meeting, Redaction names) {
    return connection
        .preparedQuery(select)
        .execute(Tuple.of(meeting))
        .compose(rows -> {
          Future<?> done = Future.succeededFuture();
          for (Row row : rows) {
            String text = row.getString(0);
            String redacted = redacts.apply(names, text);
            if (!redacted.equals(text)) {
              done =
                  done.compose(before ->
                      connection.preparedQuery(update).execute(Tuple.of(meeting, text, redacted)));
            }
          }
          return done.mapEmpty();
        });
  }
}
