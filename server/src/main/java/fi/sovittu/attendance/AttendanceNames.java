package fi.sovittu.attendance;

import fi.sovittu.db.AuditDetails;
import fi.sovittu.identity.Redaction;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;

/** What becomes of the register of attendance when the names of a meeting are erased. */
public final class AttendanceNames {
  /** People's reasons go; the intervals stay. */
  private static final List<String> REASONS =
      List.of(
          "update attendance set reason = null, ended_reason = null where meeting_id = $1",
          "update attendance_past set reason = null, ended_reason = null, withdrawn_reason = null"
              + " where meeting_id = $1");

  private AttendanceNames() {}

  /** As {@link fi.sovittu.identity.Erasing#erase}. */
  public static Future<Void> erase(SqlConnection connection, UUID meeting, Redaction names) {
    Future<?> done = Future.succeededFuture();
    for (String reasons : REASONS) {
      done = done.compose(before -> connection.preparedQuery(reasons).execute(Tuple.of(meeting)));
    }
    return done.compose(before ->
        AuditDetails.clear(connection, meeting, List.of("attendance.mark", "attendance.correct")));
  }
}
