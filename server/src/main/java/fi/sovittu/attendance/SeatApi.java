package fi.sovittu.attendance;

import fi.sovittu.base.Problem;
import fi.sovittu.base.Tokens;
import fi.sovittu.db.Db;
import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Role;
import fi.sovittu.identity.Seats;
import fi.sovittu.live.Change;
import fi.sovittu.live.Live;
import fi.sovittu.live.SectionName;
import fi.sovittu.live.State;
import fi.sovittu.meeting.JoinCodes;
import fi.sovittu.meeting.Meetings;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Taking a seat, and what a seat says of itself. */
public final class SeatApi {
  record Join(
      String key,
      String name,
      UUID organisation,
      Attendance.Channel channel,
      @Nullable UUID room) {}

  record OpenLink(String link) {}

  record Statement(boolean present, Attendance.Channel channel, @Nullable UUID room) {}

  private record Opened(SeatView seat, String cookie, boolean fresh) {
    Reply reply() {
      return Reply.json(fresh ? 201 : 200, seat).withHeader("Set-Cookie", cookie);
    }
  }

  private final Db db;
  private final Live live;
  private final Seats seats;
  private final Attendance attendance;
  private final JoinCodes codes;

  public SeatApi(Db db, Live live, Seats seats, Attendance attendance, JoinCodes codes) {
    this.db = db;
    this.live = live;
    this.seats = seats;
    this.attendance = attendance;
    this.codes = codes;
  }

  public void mount(Api api) {
    api.on("join", this::join);
    api.on("openLink", this::openLink);
    api.on("getSeat", this::get);
    api.on("putAttendance", this::putAttendance);
    api.on("getLive", this::snapshot);
  }

  private Future<Reply> join(Call call) {
    Join wish = call.body(Join.class);
    String name =
        Normalizer.normalize(
            // A name is one line, wherever it is shown.
            wish.name().replaceAll("[\\p{Cntrl}\\s&&[^\\u0000]]+", " ").strip(),
            Normalizer.Form.NFC);
    if (name.isEmpty()) {
      return Future.failedFuture(
          Problem.withFields(
              Problem.Code.BAD_REQUEST, List.of(new Problem.Field("name", "blank"))));
    }
    return codes
        .with(
            call,
            code -> live.write((connection, change) -> join(connection, change, code, wish, name)))
        .map(Opened::reply);
  }

  /** The phone's key makes a retry find the seat that the first try made. */
  private Future<Opened> join(
      SqlConnection connection, Change change, String code, Join wish, String name) {
    Buffer keyHash = Buffer.buffer(Tokens.sha256(wish.key()));
    return Meetings.idOfCode(connection, code)
        .compose(meeting ->
            connection
                .preparedQuery(
                    """
                    insert into participant (id, meeting_id, organisation_id, name, join_key_hash, voting)
                    select $1, o.meeting_id, o.id, $4, $5,
                      case m.walk_ins when 'VOTE' then 'YES' when 'NOD' then 'WAITING' else 'NO' end
                    from organisation o join meeting m on m.id = o.meeting_id where o.meeting_id = $2 and o.id = $3
                    on conflict on constraint participant_join_key_key do nothing
                    returning id, voting
                    """)
                .execute(Tuple.of(UUID.randomUUID(), meeting, wish.organisation(), name, keyHash))
                .compose(made ->
                    made.size() == 1
                        ? arrive(connection, change, meeting, made.iterator().next(), wish)
                        : comeBack(connection, meeting, keyHash)));
  }

  private Future<Opened> arrive(
      SqlConnection connection, Change change, UUID meeting, Row made, Join wish) {
    UUID seat = made.getUUID("id");
    String voting = made.getString("voting");
    Role role = voting.equals("NO") ? Role.OBSERVER : Role.PARTICIPANT;
    if (voting.equals("WAITING")) {
      change.touch(SectionName.PEOPLE, meeting);
    }
    return connection
        .preparedQuery(
            "insert into role_grant (meeting_id, participant_id, role) values ($1, $2, $3)")
        .execute(Tuple.of(meeting, seat, role.name()))
        .compose(done ->
            attendance.state(connection, change, meeting, seat, true, wish.channel(), wish.room()))
        .compose(done -> opened(connection, seat, true));
  }

  private Future<Opened> comeBack(SqlConnection connection, UUID meeting, Buffer keyHash) {
    return connection
        .preparedQuery("select id from participant where meeting_id = $1 and join_key_hash = $2")
        .execute(Tuple.of(meeting, keyHash))
        .compose(rows -> {
          if (rows.size() == 0) {
            // Nothing was inserted though the key is new: the organisation is not one of the
            // meeting's.
            throw Problem.withFields(
                Problem.Code.BAD_REQUEST, List.of(new Problem.Field("organisation", "unknown")));
          }
          return opened(connection, rows.iterator().next().getUUID(0), false);
        });
  }

  private Future<Reply> openLink(Call call) {
    String link = call.body(OpenLink.class).link();
    return db.write(connection ->
            seats.seatOfLink(connection, link).compose(seat -> opened(connection, seat, false)))
        .map(Opened::reply);
  }

  private Future<Opened> opened(SqlConnection connection, UUID seat, boolean fresh) {
    return seats
        .openSession(connection, seat)
        .compose(
            cookie -> SeatView.read(connection, seat).map(view -> new Opened(view, cookie, fresh)));
  }

  private Future<Reply> get(Call call) {
    return seats
        .caller(call)
        .compose(caller ->
            view(caller.seat())
                .map(reply -> {
                  String moved = seats.movedCookie(call, caller);
                  return moved == null ? reply : reply.withHeader("Set-Cookie", moved);
                }));
  }

  private Future<Reply> view(UUID seat) {
    return db.read(connection -> SeatView.read(connection, seat))
        .map(view -> Reply.json(200, view));
  }

  private Future<Reply> putAttendance(Call call) {
    Statement statement = call.body(Statement.class);
    return seats
        .caller(call)
        .compose(caller -> {
          if (caller.has(Role.SCREEN)) {
            // A projector is nobody: present, it would be counted and could vote.
            throw Problem.of(Problem.Code.FORBIDDEN);
          }
          return live.write((connection, change) ->
                  attendance.state(
                      connection,
                      change,
                      caller.meeting(),
                      caller.seat(),
                      statement.present(),
                      statement.channel(),
                      statement.room()))
              .compose(done -> {
                seats.forget(caller.seat());
                return view(caller.seat());
              });
        });
  }

  private Future<Reply> snapshot(Call call) {
    return seats
        .caller(call)
        .compose(caller -> live.snapshot(caller.sections()))
        .map(sections -> Reply.json(200, snapshot(sections)));
  }

  /** The sections' JSON as it is: thousands may come back at once and ask for the same. */
  private static Buffer snapshot(List<State> sections) {
    Buffer body = Buffer.buffer("{\"serverTime\":\"" + Instant.now() + "\",\"sections\":[");
    for (int i = 0; i < sections.size(); i++) {
      body.appendString(i == 0 ? "" : ",").appendBuffer(sections.get(i).json());
    }
    return body.appendString("]}");
  }
}
