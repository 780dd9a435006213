package fi.sovittu.attendance;

import fi.sovittu.attendance.Attendance.Channel;
import fi.sovittu.attendance.Intervals.Interval;
import fi.sovittu.base.Problem;
import fi.sovittu.db.Audit;
import fi.sovittu.identity.Roll;
import fi.sovittu.live.Change;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What staff record of other people's presence: at the door, by hand, and afterwards. Everything
 * keeps who recorded it, when and why, and is audited. Works inside the caller's transaction.
 */
final class Marks {
  /** Where staff record from. */
  enum Via {
    DESK,
    STAFF
  }

  /**
   * The contract's {@code AttendanceMark}.
   *
   * @param room the parallel room they choose, the plenary for none, null to leave their choice
   * @param at null for now
   */
  record Mark(
      boolean present,
      Channel channel,
      @Nullable UUID room,
      @Nullable Instant at,
      Via via,
      String reason) {}

  /** Where the programme has a person who chose the room $3, or what they have chosen already. */
  private static final String PROGRAMME =
      """
      select y.id as plenary, r.id as chosen, r.started_at, r.ended_at
      from participant p
      join room y on y.meeting_id = p.meeting_id and y.plenary
      left join room r on r.id = coalesce($3, p.room_id) and r.meeting_id = p.meeting_id and not r.plenary
      where p.meeting_id = $1 and p.id = $2 and ($3::uuid is null or exists (
        select from room x where x.meeting_id = $1 and x.id = $3))
      """;

  private final Attendance attendance;

  Marks(Attendance attendance) {
    this.attendance = attendance;
  }

  /**
   * Records a mark.
   *
   * @param by the participant of whoever records it
   * @return fails with NOT_FOUND for a person or room of another meeting, ATTENDANCE_INVALID for an
   *     instant in the future or without a reason, ATTENDANCE_NOT_THEN for a departure at an
   *     instant at which the person was not present
   */
  Future<Void> mark(
      SqlConnection connection, Change change, UUID meeting, UUID by, UUID participant, Mark mark) {
    String reason = mark.reason().strip();
    if (mark.at() != null && reason.isEmpty()) {
      throw missingReason();
    }
    Recorder recorder =
        new Recorder(
            Recorder.Source.valueOf(mark.via().name()), by, reason.isEmpty() ? null : reason);
    Future<Boolean> changed =
        mark.at() == null
            ? attendance.state(
                connection,
                change,
                meeting,
                participant,
                new Attendance.Saying(
                    mark.present(), mark.channel(), mark.room() == null, mark.room()),
                recorder)
            : then(connection, change, meeting, participant, mark, mark.at(), recorder);
    return changed.compose(any ->
        any
            ? Audit.write(
                connection, meeting, by, "attendance.mark", participant, detail(mark, reason))
            : Future.succeededFuture());
  }

  private static Problem missingReason() {
    return Problem.withFields(
        Problem.Code.ATTENDANCE_INVALID, List.of(new Problem.Field("reason", "missing")));
  }

  private static JsonObject detail(Mark mark, String reason) {
    return new JsonObject()
        .put("present", mark.present())
        .put("channel", mark.channel().name())
        .put("room", mark.room() == null ? null : mark.room().toString())
        .put("at", mark.at() == null ? null : mark.at().toString())
        .put("via", mark.via().name())
        .put("reason", reason);
  }

  private static Future<Boolean> then(
      SqlConnection connection,
      Change change,
      UUID meeting,
      UUID participant,
      Mark mark,
      Instant exact,
      Recorder recorder) {
    Instant at = exact.truncatedTo(ChronoUnit.MICROS);
    return Corrections.recorded(connection, meeting, participant)
        .compose(recorded ->
            said(connection, participant)
                .compose(said ->
                    mark.present()
                        ? came(connection, meeting, participant, mark, at, recorded, said)
                        : Future.succeededFuture(left(recorded, said, at))))
        .compose(wanted ->
            Corrections.replace(connection, change, meeting, participant, wanted, recorder));
  }

  private static Future<List<Stretch>> came(
      SqlConnection connection,
      UUID meeting,
      UUID participant,
      Mark mark,
      Instant at,
      List<Stretch> recorded,
      NavigableSet<Instant> said) {
    boolean whereTheyWere = mark.room() == null && Stretch.stays(recorded).contains(at);
    return programme(connection, meeting, participant, mark.room())
        .compose(programme ->
            choose(connection, participant, mark.room(), programme)
                .map(done ->
                    Timeline.came(
                        recorded, said, at, mark.channel(), whereTheyWere ? null : programme)));
  }

  private static List<Stretch> left(
      List<Stretch> recorded, NavigableSet<Instant> said, Instant at) {
    List<Stretch> rest = Timeline.left(recorded, said, at);
    if (rest == null) {
      throw Problem.of(Problem.Code.ATTENDANCE_NOT_THEN);
    }
    return rest;
  }

  /** When somebody said where the person is; the programme's moves are no such thing. */
  private static Future<NavigableSet<Instant>> said(SqlConnection connection, UUID participant) {
    return connection
        .preparedQuery(
            "select lower(during) from attendance where participant_id = $1 and source <> 'AGENDA'")
        .execute(Tuple.of(participant))
        .map(rows -> {
          NavigableSet<Instant> said = new TreeSet<>();
          rows.forEach(row -> said.add(row.getOffsetDateTime(0).toInstant()));
          return said;
        });
  }

  private static Future<Timeline.Programme> programme(
      SqlConnection connection, UUID meeting, UUID participant, @Nullable UUID room) {
    return connection
        .preparedQuery(PROGRAMME)
        .execute(Tuple.of(meeting, participant, room))
        .map(rows -> {
          if (rows.size() == 0) {
            throw Problem.of(Problem.Code.NOT_FOUND);
          }
          Row row = rows.iterator().next();
          OffsetDateTime started = row.getOffsetDateTime("started_at");
          OffsetDateTime ended = row.getOffsetDateTime("ended_at");
          Instant until = ended == null ? Intervals.FOREVER : ended.toInstant();
          boolean ran = started != null && started.toInstant().isBefore(until);
          return new Timeline.Programme(
              row.getUUID("plenary"),
              row.getUUID("chosen"),
              started == null || !ran ? null : new Interval(started.toInstant(), until));
        });
  }

  private static Future<Void> choose(
      SqlConnection connection,
      UUID participant,
      @Nullable UUID room,
      Timeline.Programme programme) {
    return room == null
        ? Future.succeededFuture()
        : Roll.chooseRoom(connection, participant, programme.chosen());
  }
}
