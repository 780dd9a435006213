package fi.sovittu.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * What the trail tells beside who did what to what, at the erasure of names: that something was
 * done stays. Works inside the caller's transaction.
 */
public final class AuditDetails {
  private AuditDetails() {}

  /** Empties the details of the actions. */
  public static Future<Void> clear(
      SqlConnection connection, UUID meeting, Collection<String> actions) {
    return connection
        .preparedQuery("update audit set detail = '{}' where meeting_id = $1 and action = any($2)")
        .execute(Tuple.of(meeting).addArrayOfString(actions.toArray(String[]::new)))
        .mapEmpty();
  }

  /** Leaves one field out of the details of what an action did to the subjects. */
  public static Future<Void> leaveOut(
      SqlConnection connection,
      UUID meeting,
      String action,
      Collection<UUID> subjects,
      String field) {
    return connection
        .preparedQuery(
            """
            update audit set detail = detail - $4 where meeting_id = $1 and action = $2 and subject_id = any($3)
            """)
        .execute(
            Tuple.of(meeting, action)
                .addArrayOfUUID(subjects.toArray(UUID[]::new))
                .addString(field))
        .mapEmpty();
  }

  /**
   * Rewrites all details of a meeting.
   *
   * @param rewritten the JSON text that stands in another's place; the same to let it stand
   */
  public static Future<Void> rewrite(
      SqlConnection connection, UUID meeting, UnaryOperator<String> rewritten) {
    return connection
        .preparedQuery(
            "select distinct detail::text from audit where meeting_id = $1 and detail is not null")
        .execute(Tuple.of(meeting))
        .compose(rows -> {
          Future<?> done = Future.succeededFuture();
          for (Row row : rows) {
            String before = row.getString(0);
            String after = rewritten.apply(before);
            if (!after.equals(before)) {
              done = done.compose(replaced -> replace(connection, meeting, before, after));
            }
          }
          return done.mapEmpty();
        });
  }

  private static Future<Void> replace(
      SqlConnection connection, UUID meeting, String before, String after) {
    return connection
        .preparedQuery(
            "update audit set detail = $3::text::jsonb where meeting_id = $1 and detail ="
                + " $2::text::jsonb")
        .execute(Tuple.of(meeting, before, after))
        .mapEmpty();
  }
}
