package fi.sovittu.attendance;

import fi.sovittu.attendance.Attendance.Channel;
import fi.sovittu.attendance.Intervals.Interval;
import fi.sovittu.base.Problem;
import fi.sovittu.db.Audit;
import fi.sovittu.db.Db;
import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Caller;
import fi.sovittu.identity.Role;
import fi.sovittu.identity.Callers;
import fi.sovittu.live.Change;
import fi.sovittu.live.Live;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What staff see and record of everybody's presence. */
public final class AttendanceApi {
  record At(Instant at, Board data) {}

  record Watch(int present, int connected, List<ParticipantPresence> left) {}

  record Badge(String badge) {}

  record Correction(String version, String reason, List<Wanted> intervals) {}

  record Wanted(UUID room, Channel channel, OffsetDateTime from, @Nullable OffsetDateTime to) {}

  private final Vertx vertx;
  private final Db db;
  private final Live live;
  private final Callers callers;
  private final Marks marks;

  public AttendanceApi(Vertx vertx, Db db, Live live, Callers callers, Attendance attendance) {
    this.vertx = vertx;
    this.db = db;
    this.live = live;
    this.callers = callers;
    this.marks = new Marks(attendance);
  }

  public void mount(Api api) {
    api.on("getAttendance", this::board);
    api.on("getAttendanceCurve", this::curve);
    api.on("getAttendanceWatch", this::watch);
    api.on("findParticipants", this::find);
    api.on("readBadge", this::badge);
    api.on("getAttendanceHistory", this::history);
    api.on("markAttendance", this::mark);
    api.on("correctAttendance", this::correct);
  }

  private Future<Caller> staff(Call call) {
    return callers
        .caller(call)
        .map(caller -> {
          caller.mustHaveAny(Role.CHAIR, Role.SECRETARY, Role.ORGANISER);
          return caller;
        });
  }

  private Future<Reply> board(Call call) {
    String asked = call.query("at");
    Instant at = asked == null ? null : OffsetDateTime.parse(asked).toInstant();
    return staff(call)
        .compose(caller -> db.read(connection -> Board.read(connection, caller.meeting(), at)))
        .map(board -> Reply.json(200, new At(at == null ? db.now() : at, board)));
  }

  private Future<Reply> curve(Call call) {
    return staff(call)
        .compose(caller -> db.read(connection -> Curve.read(connection, caller.meeting())))
        // The comings and goings of ten thousand people, while others vote.
        .compose(data -> vertx.executeBlocking(data::curve, false))
        .map(curve -> Reply.json(200, Objects.requireNonNull(curve)));
  }

  private Future<Reply> watch(Call call) {
    return staff(call)
        .compose(caller ->
            db.read(connection -> {
              Future<Connections.Count> count = Connections.count(connection, caller.meeting());
              Future<List<ParticipantPresence>> left = ParticipantPresence.left(connection, caller.meeting());
              return Future.all(count, left)
                  .map(both ->
                      new Watch(
                          count.result().present(), count.result().connected(), left.result()));
            }))
        .map(watch -> Reply.json(200, watch));
  }

  private Future<Reply> find(Call call) {
    String search = call.query("search");
    String show = call.query("show");
    UUID organisation = id(call.query("organisation"));
    UUID after = id(call.query("after"));
    return staff(call)
        .compose(caller ->
            db.read(connection ->
                ParticipantPresence.find(
                    connection,
                    caller.meeting(),
                    search == null ? "" : search,
                    show == null ? ParticipantPresence.Show.ALL : ParticipantPresence.Show.valueOf(show),
                    organisation,
                    after)))
        .map(page -> Reply.json(200, page));
  }

  private static @Nullable UUID id(@Nullable String text) {
    return text == null ? null : UUID.fromString(text);
  }

  /** A badge's code is a personal link; a reader may hand over the whole of it. */
  private Future<Reply> badge(Call call) {
    String text = call.body(Badge.class).badge();
    String token = text.substring(text.lastIndexOf('#') + 1);
    return staff(call)
        .compose(caller ->
            db.read(connection ->
                callers
                    .participantOfLink(connection, token)
                    .compose(participant -> ParticipantPresence.read(connection, caller.meeting(), participant))
                    .recover(AttendanceApi::unknownBadge)))
        .map(participant -> Reply.json(200, participant));
  }

  private static <T> Future<T> unknownBadge(Throwable failure) {
    boolean unknown =
        failure instanceof Problem problem
            && (problem.code() == Problem.Code.LINK_UNKNOWN
                || problem.code() == Problem.Code.NOT_FOUND);
    return Future.failedFuture(unknown ? Problem.of(Problem.Code.BADGE_UNKNOWN) : failure);
  }

  private Future<Reply> history(Call call) {
    UUID participant = call.pathId("participant");
    return staff(call)
        .compose(caller -> db.read(connection -> History.read(connection, caller.meeting(), participant)))
        .map(history -> Reply.json(200, history));
  }

  private Future<Reply> mark(Call call) {
    UUID participant = call.pathId("participant");
    Marks.Mark mark = call.body(Marks.Mark.class);
    return staff(call)
        .compose(caller ->
            live.write((connection, change) ->
                marks
                    .mark(connection, change, caller.meeting(), caller.participant(), participant, mark)
                    .compose(done -> ParticipantPresence.read(connection, caller.meeting(), participant))))
        .map(presence -> {
          callers.forget(participant);
          return Reply.json(200, presence);
        });
  }

  private Future<Reply> correct(Call call) {
    UUID participant = call.pathId("participant");
    Correction correction = call.body(Correction.class);
    List<Stretch> wanted = stretches(correction.intervals());
    String reason = correction.reason().strip();
    if (reason.isEmpty()) {
      throw Problem.withFields(
          Problem.Code.ATTENDANCE_INVALID, List.of(new Problem.Field("reason", "missing")));
    }
    return callers
        .caller(call)
        .compose(caller -> {
          caller.mustHaveAny(Role.SECRETARY, Role.ORGANISER);
          return live.write((connection, change) ->
              correct(connection, change, caller, participant, correction.version(), reason, wanted));
        })
        .map(history -> Reply.json(200, history));
  }

  private static List<Stretch> stretches(List<Wanted> intervals) {
    List<Stretch> stretches = new ArrayList<>();
    for (Wanted one : intervals) {
      Instant from = one.from().toInstant();
      Instant to = one.to() == null ? Intervals.FOREVER : one.to().toInstant();
      if (!from.isBefore(to)) {
        String place = "intervals[" + stretches.size() + "].to";
        throw Problem.withFields(
            Problem.Code.ATTENDANCE_INVALID, List.of(new Problem.Field(place, "empty")));
      }
      stretches.add(new Stretch(one.room(), one.channel(), new Interval(from, to)));
    }
    return stretches;
  }

  private static Future<History> correct(
      SqlConnection connection,
      Change change,
      Caller caller,
      UUID participant,
      String version,
      String reason,
      List<Stretch> wanted) {
    Entry entry = new Entry(Entry.Source.STAFF, caller.participant(), reason);
    return Corrections.recorded(connection, caller.meeting(), participant)
        .compose(locked -> History.read(connection, caller.meeting(), participant))
        .compose(before ->
            Corrections.replace(connection, change, caller.meeting(), participant, wanted, entry)
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
                          new JsonObject().put("reason", reason))
                      .compose(done -> History.read(connection, caller.meeting(), participant));
                }));
  }
}
