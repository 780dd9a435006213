package fi.sovittu.agenda;

import fi.sovittu.base.Problem;
import fi.sovittu.db.Audit;
import fi.sovittu.live.Change;
import fi.sovittu.meeting.MeetingSection;
import fi.sovittu.meeting.Rooms;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Moves a room through its agenda. Every method locks the room's row first, so two chairs take
 * turns.
 */
public final class Agenda {
  /** Also when the clock was put back, items follow each other in the order of their times. */
  private static final String LOCK_ROOM =
      """
      select r.meeting_id, r.plenary, r.started_at is not null and r.ended_at is null as running,
        (select u.item_id from item_run u where u.room_id = r.id and u.ended_at is null) as current,
        greatest(clock_timestamp(), (
          select max(coalesce(u.ended_at, u.started_at + interval '1 microsecond')) from item_run u
          where u.room_id = r.id)) as at
      from room r where r.id = $1 for update of r
      """;

  private final RoomMoves moves;

  public Agenda(RoomMoves moves) {
    this.moves = moves;
  }

  private record State(
      UUID meeting, boolean plenary, boolean running, @Nullable UUID current, OffsetDateTime at) {}

  /**
   * Moves the room from one item to another. A move to where the room is already does nothing.
   *
   * @param actor the chair, or null for the service itself
   * @param from the current item as the chair sees it, null for none
   * @param to the next item, null for none
   * @return fails with ROOM_MOVED_ON when the room is at neither, NOT_FOUND when {@code to} is not
   *     the room's
   */
  public Future<Void> move(
      SqlConnection connection,
      Change change,
      @Nullable UUID actor,
      UUID room,
      @Nullable UUID from,
      @Nullable UUID to) {
    return lock(connection, room)
        .compose(state -> {
          if (Objects.equals(state.current(), to)) {
            return Future.succeededFuture();
          }
          if (!Objects.equals(state.current(), from)) {
            throw Problem.of(Problem.Code.ROOM_MOVED_ON);
          }
          touch(change, state, room);
          return endRun(connection, room, state.at())
              .compose(done ->
                  to == null
                      ? Future.succeededFuture()
                      : startRun(connection, room, to, state.at()))
              .compose(done ->
                  to == null || state.running()
                      ? Future.succeededFuture()
                      : startRoom(connection, change, state, room))
              .compose(done ->
                  Audit.write(
                      connection,
                      state.meeting(),
                      actor,
                      "room.move",
                      room,
                      new JsonObject().put("from", text(from)).put("to", text(to))));
        });
  }

  /**
   * Ends the room: its current item ends, and the people of a parallel room return to the plenary.
   * A room that has ended stays so.
   *
   * @return fails with POLL_STILL_OPEN while a poll of the room is open, ROOM_MOVED_ON when the
   *     room has not started
   */
  public Future<Void> end(SqlConnection connection, Change change, UUID actor, UUID room) {
    return lock(connection, room)
        .compose(state ->
            state.running()
                ? endRunning(connection, change, actor, room, state)
                : mustHaveEnded(connection, room));
  }

  private Future<Void> endRunning(
      SqlConnection connection, Change change, UUID actor, UUID room, State state) {
    return connection
        .preparedQuery("select 1 from poll where room_id = $1 and state = 'OPEN'")
        .execute(Tuple.of(room))
        .compose(open -> {
          if (open.size() > 0) {
            throw Problem.of(Problem.Code.POLL_STILL_OPEN);
          }
          touch(change, state, room);
          return endRun(connection, room, state.at());
        })
        .compose(done -> Rooms.end(connection, room))
        .compose(done ->
            state.plenary()
                ? Future.succeededFuture()
                : moves.roomEnded(connection, change, state.meeting(), room))
        .compose(done ->
            Audit.write(connection, state.meeting(), actor, "room.end", room, new JsonObject()));
  }

  private static Future<Void> mustHaveEnded(SqlConnection connection, UUID room) {
    return connection
        .preparedQuery("select ended_at is not null from room where id = $1")
        .execute(Tuple.of(room))
        .map(rows -> {
          if (!rows.iterator().next().getBoolean(0)) {
            throw Problem.of(Problem.Code.ROOM_MOVED_ON);
          }
          return null;
        });
  }

  private static Future<State> lock(SqlConnection connection, UUID room) {
    // Two statements: the second sees what whoever held the lock before us has committed.
    return connection
        .preparedQuery("select id from room where id = $1 for update")
        .execute(Tuple.of(room))
        .compose(locked -> connection.preparedQuery(LOCK_ROOM).execute(Tuple.of(room)))
        .map(rows -> {
          if (rows.size() == 0) {
            throw Problem.of(Problem.Code.NOT_FOUND);
          }
          Row row = rows.iterator().next();
          return new State(
              row.getUUID("meeting_id"),
              row.getBoolean("plenary"),
              row.getBoolean("running"),
              row.getUUID("current"),
              row.getOffsetDateTime("at"));
        });
  }

  private static Future<Void> endRun(SqlConnection connection, UUID room, OffsetDateTime at) {
    return connection
        .preparedQuery(
            """
            update item_run set ended_at = greatest($2, started_at)
            where room_id = $1 and ended_at is null
            """)
        .execute(Tuple.of(room, at))
        .mapEmpty();
  }

  private static Future<Void> startRun(
      SqlConnection connection, UUID room, UUID item, OffsetDateTime at) {
    return connection
        .preparedQuery(
            """
            insert into item_run (room_id, item_id, started_at)
            select i.room_id, i.id, $3 from agenda_item i where i.room_id = $1 and i.id = $2
            """)
        .execute(Tuple.of(room, item, at))
        .map(rows -> {
          if (rows.rowCount() == 0) {
            throw Problem.of(Problem.Code.NOT_FOUND);
          }
          return null;
        });
  }

  private Future<Void> startRoom(SqlConnection connection, Change change, State state, UUID room) {
    return Rooms.start(connection, room)
        .compose(done ->
            state.plenary()
                ? Future.succeededFuture()
                : moves.roomStarted(connection, change, state.meeting(), room));
  }

  private static void touch(Change change, State state, UUID room) {
    change.touch(AgendaSection.NAME, room);
    change.touch(MeetingSection.NAME, state.meeting());
  }

  private static @Nullable String text(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }
}
