package fi.sovittu.attendance;

import fi.sovittu.db.Db;
import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Callers;
import fi.sovittu.identity.Device;
import fi.sovittu.identity.Sessions;
import fi.sovittu.live.Live;
import fi.sovittu.live.State;
import fi.sovittu.meeting.JoinCodes;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Taking a participant, and what a participant says of itself. */
public final class ParticipantApi {
  record Join(
      String key,
      String name,
      UUID organisation,
      Attendance.Channel channel,
      @Nullable UUID room) {}

  record OpenLink(String link) {}

  record Statement(boolean present, Attendance.Channel channel, @Nullable UUID room) {}

  private static Reply opened(int status, OwnParticipant participant, String cookie) {
    return Reply.json(status, participant).withHeader("Set-Cookie", cookie);
  }

  private final Db db;
  private final Live live;
  private final Callers callers;
  private final Attendance attendance;
  private final JoinCodes codes;
  private final Arrivals arrivals;
  private final Sessions sessions;

  /**
   * @param crowds as {@link Db#forCrowds}
   */
  public ParticipantApi(
      Context context,
      Db db,
      Db crowds,
      Live live,
      Callers callers,
      Attendance attendance,
      JoinCodes codes) {
    this.db = db;
    this.live = live;
    this.callers = callers;
    this.attendance = attendance;
    this.codes = codes;
    this.sessions = new Sessions(callers);
    this.arrivals = new Arrivals(context, crowds, live);
  }

  public void mount(Api api) {
    api.on("join", this::join);
    api.on("openLink", this::openLink);
    api.on("getOwnParticipant", this::get);
    api.on("putAttendance", this::putAttendance);
    api.on("getLive", this::snapshot);
  }

  private Future<Reply> join(Call call) {
    Join wish = call.body(Join.class);
    String name = Arrivals.name(wish.name());
    return codes
        .with(
            call,
            code ->
                arrivals.arrive(
                    code, wish.key(), name, wish.organisation(), wish.channel(), wish.room()))
        .map(arrived ->
            opened(
                arrived.fresh() ? 201 : 200,
                arrived.participant(),
                callers.cookie(arrived.participant().id(), arrived.token())));
  }

  private Future<Reply> openLink(Call call) {
    String link = call.body(OpenLink.class).link();
    return db.write(connection ->
        callers
            .participantOfLink(connection, link)
            .compose(participant ->
                sessions
                    .open(
                        connection, participant, Sessions.MadeBy.LINK, Device.of(call.userAgent()))
                    .compose(session ->
                        OwnParticipant.read(connection, participant)
                            .map(view -> opened(200, view, session.cookie())))));
  }

  private Future<Reply> get(Call call) {
    return callers
        .caller(call)
        .compose(caller ->
            view(caller.participant())
                .map(reply -> {
                  String moved = callers.movedCookie(call, caller);
                  return moved == null ? reply : reply.withHeader("Set-Cookie", moved);
                }));
  }

  private Future<Reply> view(UUID participant) {
    return db.read(connection -> OwnParticipant.read(connection, participant))
        .map(view -> Reply.json(200, view));
  }

  private Future<Reply> putAttendance(Call call) {
    Statement statement = call.body(Statement.class);
    return callers
        .caller(call)
        .compose(caller -> {
          return live.write((connection, change) ->
                  attendance.own(
                      connection,
                      change,
                      caller,
                      statement.present(),
                      statement.channel(),
                      statement.room()))
              .compose(done -> {
                callers.forget(caller.participant());
                return view(caller.participant());
              });
        });
  }

  private Future<Reply> snapshot(Call call) {
    return callers
        .caller(call)
        .compose(caller -> live.snapshot(caller))
        .map(sections -> Reply.json(200, snapshot(db.now(), sections)));
  }

  /** The sections' JSON as it is: thousands may come back at once and ask for the same. */
  private static Buffer snapshot(Instant now, List<State> sections) {
    Buffer body = Buffer.buffer("{\"serverTime\":\"" + now + "\",\"sections\":[");
    for (int i = 0; i < sections.size(); i++) {
      body.appendString(i == 0 ? "" : ",").appendBuffer(sections.get(i).json());
    }
    return body.appendString("]}");
  }
}
