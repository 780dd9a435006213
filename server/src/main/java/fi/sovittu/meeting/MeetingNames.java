package fi.sovittu.meeting;

import fi.sovittu.identity.Redaction;
import fi.sovittu.identity.WrittenText;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How long a meeting keeps the names of its people, and what becomes of its notice then. Works
 * inside the caller's transaction.
 */
public final class MeetingNames {
  private static final WrittenText NOTICE =
      WrittenText.plain(
          "select notice from meeting where id = $1 and notice is not null",
          "update meeting set notice = $3 where id = $1 and notice = $2");

  private MeetingNames() {}

  /**
   * @param notice of who keeps the data and why, null for none
   * @param days counted from the day of the meeting; null to keep them
   * @return whether the time is over, and the names are still there
   */
  public static Future<Boolean> set(
      SqlConnection connection, UUID meeting, @Nullable String notice, @Nullable Integer days) {
    return connection
        .preparedQuery(
            """
            update meeting set notice = $2, retention_days = $3 where id = $1
            returning erased_at is null and coalesce(
              (clock_timestamp() at time zone time_zone)::date > held_on + retention_days, false) as due
            """)
        .execute(Tuple.of(meeting, notice, days))
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  /**
   * Notes that the names are erased.
   *
   * @return false when it was noted already
   */
  public static Future<Boolean> markErased(SqlConnection connection, UUID meeting) {
    return connection
        .preparedQuery(
            "update meeting set erased_at = clock_timestamp() where id = $1 and erased_at is null")
        .execute(Tuple.of(meeting))
        .map(marked -> marked.rowCount() > 0);
  }

  /** As {@link fi.sovittu.identity.Erasing#erase}: the notice stays, without names in it. */
  public static Future<Void> erase(SqlConnection connection, UUID meeting, Redaction names) {
    return NOTICE.erase(connection, meeting, names);
  }
}
