package fi.sovittu.attendance;

import fi.sovittu.agenda.RoomMoves;
import fi.sovittu.base.Problem;
import fi.sovittu.identity.Caller;
import fi.sovittu.identity.Role;
import fi.sovittu.identity.Roll;
import fi.sovittu.live.Change;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Presence as intervals. A person is in the parallel room chosen while that room runs, and
 * otherwise in the plenary; the database refuses overlaps. Works inside the caller's transaction.
 */
public final class Attendance implements RoomMoves {
  /** How a person attends; the names are those of the API and the database. */
  public enum Channel {
    ON_SITE,
    TEAMS
  }

  private static final String MOVE_ALL =
      """
      with ended as (
        update attendance a
        set during = tstzrange(lower(a.during), greatest(clock_timestamp(), lower(a.during) + interval '1 microsecond')),
          ended_source = 'AGENDA', ended_recorded_at = clock_timestamp()
        from participant p
        where a.meeting_id = $1 and a.room_id = $2 and upper_inf(a.during)
          and p.id = a.participant_id and ($4::uuid is null or p.room_id = $4)
        returning a.participant_id, a.channel, upper(a.during) as at)
      insert into attendance (meeting_id, participant_id, room_id, channel, during, source)
      select $1, e.participant_id, $3, e.channel, tstzrange(e.at, null), 'AGENDA' from ended e
      """;

  private record Where(
      UUID plenary,
      @Nullable UUID openRoom,
      @Nullable Channel openChannel,
      @Nullable OffsetDateTime openSince) {}

  /**
   * What is said of a person's presence now.
   *
   * @param keepRoom whether the room chosen stays as it is
   * @param room the parallel room chosen, null (or the plenary) for none
   */
  record Saying(boolean present, Channel channel, boolean keepRoom, @Nullable UUID room) {}

  /**
   * Puts what the person says into the record. Saying the same again changes nothing; a change ends
   * the open interval and begins a new one at the same instant.
   *
   * @param chosenRoom the parallel room chosen, null (or the plenary) for none
   * @return fails with NOT_FOUND when the room is not one of the meeting's, FORBIDDEN for a screen
   */
  Future<Void> own(
      SqlConnection connection,
      Change change,
      Caller caller,
      boolean present,
      Channel channel,
      @Nullable UUID chosenRoom) {
    if (caller.has(Role.SCREEN)) {
      // A projector is nobody: present, it would be counted and could vote.
      throw Problem.of(Problem.Code.FORBIDDEN);
    }
    Saying saying = new Saying(present, channel, false, chosenRoom);
    return state(connection, change, caller.meeting(), caller.participant(), saying, Recorder.SELF)
        .mapEmpty();
  }

  /**
   * The same, said by the person or by somebody for them.
   *
   * @return whether it changes where they are; fails with NOT_FOUND when the room or the person is
   *     not one of the meeting's
   */
  Future<Boolean> state(
      SqlConnection connection,
      Change change,
      UUID meeting,
      UUID participant,
      Saying saying,
      Recorder recorder) {
    return choose(connection, meeting, participant, saying.keepRoom(), saying.room())
        .compose(room ->
            where(connection, meeting, participant)
                .compose(now -> {
                  UUID target = room == null ? now.plenary() : room;
                  boolean same =
                      saying.present()
                          ? target.equals(now.openRoom()) && saying.channel() == now.openChannel()
                          : now.openRoom() == null;
                  if (same) {
                    return Future.succeededFuture(false);
                  }
                  UUID next = saying.present() ? target : null;
                  touch(change, meeting, now.openRoom());
                  touch(change, meeting, next);
                  return replace(
                          connection, meeting, participant, next, saying.channel(), now, recorder)
                      .map(done -> true);
                }));
  }

  /**
   * Remembers the choice; gives the room if it runs now, else null. Locks the participant first,
   * then the room chosen before and the one chosen now, so that neither starts or ends meanwhile:
   * its people are moved by what they chose, and this participant would be moved by its old choice.
   */
  private static Future<@Nullable UUID> choose(
      SqlConnection connection,
      UUID meeting,
      UUID participant,
      boolean keep,
      @Nullable UUID wanted) {
    return connection
        .preparedQuery(
            "select room_id from participant where id = $1 and meeting_id = $2 for no key update")
        .execute(Tuple.of(participant, meeting))
        .compose(locked -> {
          if (locked.size() == 0) {
            throw Problem.of(Problem.Code.NOT_FOUND);
          }
          UUID before = locked.iterator().next().getUUID(0);
          return choose(connection, meeting, participant, before, keep ? before : wanted);
        });
  }

  private static Future<@Nullable UUID> choose(
      SqlConnection connection,
      UUID meeting,
      UUID participant,
      @Nullable UUID before,
      @Nullable UUID room) {
    return connection
        .preparedQuery(
            """
            select id, plenary, started_at is not null and ended_at is null as running
            from room where meeting_id = $1 and id in ($2, $3) order by id for share
            """)
        .execute(Tuple.of(meeting, room, before))
        .compose(rows -> {
          Row row = row(rows, room);
          UUID chosen = row == null || row.getBoolean("plenary") ? null : room;
          UUID target = chosen != null && row != null && row.getBoolean("running") ? chosen : null;
          return Roll.chooseRoom(connection, participant, chosen).map(done -> target);
        });
  }

  private static @Nullable Row row(RowSet<Row> rows, @Nullable UUID room) {
    if (room == null) {
      return null;
    }
    for (Row row : rows) {
      if (row.getUUID("id").equals(room)) {
        return row;
      }
    }
    throw Problem.of(Problem.Code.NOT_FOUND);
  }

  private static Future<Where> where(SqlConnection connection, UUID meeting, UUID participant) {
    return connection
        .preparedQuery(
            """
            select r.id as plenary, a.room_id, a.channel, lower(a.during) as since
            from room r left join attendance a on a.participant_id = $2 and upper_inf(a.during)
            where r.meeting_id = $1 and r.plenary
            """)
        .execute(Tuple.of(meeting, participant))
        .map(rows -> {
          Row row = rows.iterator().next();
          String channel = row.getString("channel");
          return new Where(
              row.getUUID("plenary"),
              row.getUUID("room_id"),
              channel == null ? null : Channel.valueOf(channel),
              row.getOffsetDateTime("since"));
        });
  }

  private static Future<Void> replace(
      SqlConnection connection,
      UUID meeting,
      UUID participant,
      @Nullable UUID room,
      Channel channel,
      Where now,
      Recorder recorder) {
    // When the clock was put back, nobody comes before the time of having left.
    return connection
        .preparedQuery(
            """
            select greatest(clock_timestamp(), $1::timestamptz + interval '1 microsecond',
              (select max(upper(during)) + interval '1 microsecond' from attendance where participant_id = $2))
            """)
        .execute(Tuple.of(now.openSince(), participant))
        .compose(rows -> {
          OffsetDateTime at = rows.iterator().next().getOffsetDateTime(0);
          return connection
              .preparedQuery(
                  """
                  update attendance set during = tstzrange(lower(during), $2), ended_source = $3, ended_by = $4,
                    ended_recorded_at = clock_timestamp(), ended_reason = $5
                  where participant_id = $1 and upper_inf(during)
                  """)
              .execute(
                  Tuple.of(
                      participant, at, recorder.source().name(), recorder.by(), recorder.reason()))
              .compose(ended ->
                  room == null
                      ? Future.succeededFuture()
                      : connection
                          .preparedQuery(
                              """
                              insert into attendance
                                (meeting_id, participant_id, room_id, channel, during, source, recorded_by, reason)
                              values ($1, $2, $3, $4, tstzrange($5, null), $6, $7, $8)
                              """)
                          .execute(
                              Tuple.of(meeting, participant, room, channel.name(), at)
                                  .addValue(recorder.source().name())
                                  .addValue(recorder.by())
                                  .addValue(recorder.reason())))
              .mapEmpty();
        });
  }

  @Override
  public Future<Void> roomStarted(
      SqlConnection connection, Change change, UUID meeting, UUID room) {
    return plenary(connection, meeting)
        .compose(plenary -> moveAll(connection, change, meeting, plenary, room, room));
  }

  @Override
  public Future<Void> roomEnded(SqlConnection connection, Change change, UUID meeting, UUID room) {
    return plenary(connection, meeting)
        .compose(plenary -> moveAll(connection, change, meeting, room, plenary, null));
  }

  /**
   * @param chosen only those who chose this room, or null for all
   */
  private static Future<Void> moveAll(
      SqlConnection connection,
      Change change,
      UUID meeting,
      UUID from,
      UUID to,
      @Nullable UUID chosen) {
    touch(change, meeting, from);
    touch(change, meeting, to);
    return connection
        .preparedQuery(MOVE_ALL)
        .execute(Tuple.of(meeting, from, to, chosen))
        .mapEmpty();
  }

  private static Future<UUID> plenary(SqlConnection connection, UUID meeting) {
    return connection
        .preparedQuery("select id from room where meeting_id = $1 and plenary")
        .execute(Tuple.of(meeting))
        .map(rows -> rows.iterator().next().getUUID(0));
  }

  /** Who is present decides who may vote, so the room's turnout changes too. */
  static void touch(Change change, UUID meeting, @Nullable UUID room) {
    if (room != null) {
      change.touch(AttendanceSection.NAME, meeting);
      change.tell(PRESENCE, room);
    }
  }
}
