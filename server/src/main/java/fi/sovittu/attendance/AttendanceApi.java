package fi.sovittu.attendance;

import fi.sovittu.db.Db;
import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.BadgeCodes;
import fi.sovittu.identity.Caller;
import fi.sovittu.identity.Callers;
import fi.sovittu.identity.Role;
import fi.sovittu.live.Live;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What staff see and record of everybody's presence. */
public final class AttendanceApi {
  record At(Instant at, Board data) {}

  record Watch(int present, int connected, List<ParticipantPresence> left) {}

  record Badge(String badge) {}

  private final Vertx vertx;
  private final Db db;
  private final Live live;
  private final Callers callers;
  private final Marks marks;
  private final BadgeCodes badges;

  public AttendanceApi(
      Vertx vertx, Db db, Live live, Callers callers, Attendance attendance, BadgeCodes badges) {
    this.vertx = vertx;
    this.db = db;
    this.live = live;
    this.callers = callers;
    this.marks = new Marks(attendance);
    this.badges = badges;
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
              Future<List<ParticipantPresence>> left =
                  ParticipantPresence.left(connection, caller.meeting());
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
                    show == null
                        ? ParticipantPresence.Show.ALL
                        : ParticipantPresence.Show.valueOf(show),
                    organisation,
                    after)))
        .map(page -> Reply.json(200, page));
  }

  private static @Nullable UUID id(@Nullable String text) {
    return text == null ? null : UUID.fromString(text);
  }

  private Future<Reply> badge(Call call) {
    String badge = call.body(Badge.class).badge();
    return staff(call)
        .compose(caller ->
            db.read(connection ->
                ParticipantPresence.ofBadge(connection, badges, caller.meeting(), badge)))
        .map(participant -> Reply.json(200, participant));
  }

  private Future<Reply> history(Call call) {
    UUID participant = call.pathId("participant");
    return staff(call)
        .compose(caller ->
            db.read(connection -> History.read(connection, caller.meeting(), participant)))
        .map(history -> Reply.json(200, history));
  }

  private Future<Reply> mark(Call call) {
    UUID participant = call.pathId("participant");
    Marks.Mark mark = call.body(Marks.Mark.class);
    return staff(call)
        .compose(caller ->
            live.write((connection, change) ->
                marks
                    .mark(
                        connection,
                        change,
                        caller.meeting(),
                        caller.participant(),
                        participant,
                        mark)
                    .compose(done ->
                        ParticipantPresence.read(connection, caller.meeting(), participant))))
        .map(presence -> {
          callers.forget(participant);
          return Reply.json(200, presence);
        });
  }

  private Future<Reply> correct(Call call) {
    UUID participant = call.pathId("participant");
    Correction correction = call.body(Correction.class);
    return callers
        .caller(call)
        .compose(caller -> {
          caller.mustHaveAny(Role.SECRETARY, Role.ORGANISER);
          return live.write(
              (connection, change) -> correction.make(connection, change, caller, participant));
        })
        .map(history -> Reply.json(200, history));
  }
}
