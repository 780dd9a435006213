package fi.sovittu.privacy;

import fi.sovittu.base.Problem;
import fi.sovittu.db.Audit;
import fi.sovittu.identity.Caller;
import fi.sovittu.live.Change;
import fi.sovittu.meeting.MeetingNames;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a meeting tells of its data, and how long it keeps them. In the caller's transaction. */
final class Retention {
  /** The contract's {@code Privacy}. */
  record Privacy(
      @Nullable String notice,
      @Nullable Integer retentionDays,
      LocalDate heldOn,
      @Nullable OffsetDateTime erasedAt) {}

  private Retention() {}

  static Future<Privacy> read(SqlConnection connection, UUID meeting) {
    return connection
        .preparedQuery(
            "select notice, retention_days, held_on, erased_at from meeting where id = $1")
        .execute(Tuple.of(meeting))
        .map(rows -> {
          Row row = rows.iterator().next();
          return new Privacy(
              row.getString(0), row.getInteger(1), row.getLocalDate(2), row.getOffsetDateTime(3));
        });
  }

  /**
   * Writes both, and erases at once what is due by the new time.
   *
   * @param notice shown before the join; blank is none
   * @param days after the day of the meeting; null keeps everything
   * @param eraseNow said when the time is over already
   * @return whose sessions have ended; fails with RETENTION_OVER when that was not said
   */
  static Future<List<UUID>> put(
      Erasure erasure,
      SqlConnection connection,
      Change change,
      Caller caller,
      @Nullable String notice,
      @Nullable Integer days,
      boolean eraseNow) {
    String kept = notice == null || notice.isBlank() ? null : notice.strip();
    return MeetingNames.set(connection, caller.meeting(), kept, days)
        .compose(due -> {
          if (due && !eraseNow) {
            throw Problem.of(Problem.Code.RETENTION_OVER);
          }
          return Audit.write(
                  connection,
                  caller.meeting(),
                  caller.participant(),
                  "privacy.put",
                  caller.meeting(),
                  new JsonObject().put("retentionDays", days))
              .compose(done ->
                  due
                      ? erasure.erase(connection, change, caller.meeting())
                      : Future.succeededFuture(List.of()));
        });
  }
}
