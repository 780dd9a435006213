package fi.sovittu.attendance;

import fi.sovittu.attendance.Attendance.Channel;
import fi.sovittu.attendance.Intervals.Interval;
import fi.sovittu.base.Problem;
import fi.sovittu.db.Audit;
import fi.sovittu.identity.Caller;
import fi.sovittu.live.Change;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The contract's {@code Correction}: what staff say of where a person was all along, and why.
 *
 * @param version of the history that they saw
 */
record Correction(String version, String reason, List<Wanted> intervals) {

  /**
   * @param to null while it lasts
   */
  record Wanted(UUID room, Channel channel, OffsetDateTime from, @Nullable OffsetDateTime to) {}

  /**
   * Corrects within the transaction; the same sent again changes nothing.
   *
   * @return the history afterwards; fails with ATTENDANCE_INVALID and the places,
   *     ATTENDANCE_CHANGED when the history is another than they saw
   */
  Future<History> make(SqlConnection connection, Change change, Caller caller, UUID participant) {
    List<Stretch> wanted = stretches();
    String why = reason.strip();
    if (why.isEmpty()) {
      throw invalid("reason", "missing");
    }
    Recorder recorder = new Recorder(Recorder.Source.STAFF, caller.participant(), why);
    return Corrections.recorded(connection, caller.meeting(), participant)
        .compose(locked -> History.read(connection, caller.meeting(), participant))
        .compose(before ->
            Corrections.replace(connection, change, caller.meeting(), participant, wanted, recorder)
                .compose(changed -> {
                  if (!changed) {
                    return Future.succeededFuture(before);
                  }
                  if (!before.version().equals(version)) {
                    throw Problem.of(Problem.Code.ATTENDANCE_CHANGED);
                  }
                  return Audit.write(
                          connection,
                          caller.meeting(),
                          caller.participant(),
                          "attendance.correct",
                          participant,
                          new JsonObject().put("reason", why))
                      .compose(done -> History.read(connection, caller.meeting(), participant));
                }));
  }

  private List<Stretch> stretches() {
    List<Stretch> stretches = new ArrayList<>();
    for (Wanted one : intervals) {
      Instant from = one.from().toInstant();
      Instant to = one.to() == null ? Intervals.FOREVER : one.to().toInstant();
      if (!from.isBefore(to)) {
        throw invalid("intervals[" + stretches.size() + "].to", "empty");
      }
      stretches.add(new Stretch(one.room(), one.channel(), new Interval(from, to)));
    }
    return stretches;
  }

  private static Problem invalid(String place, String reason) {
    return Problem.withFields(
        Problem.Code.ATTENDANCE_INVALID, List.of(new Problem.Field(place, reason)));
  }
}
