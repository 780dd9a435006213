package fi.sovittu.teams;

import fi.sovittu.base.Problem;
import fi.sovittu.db.Audit;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom the persons of the reports are taken for: what staff decided, else whoever has the same
 * e-mail address. A name alone is never enough.
 *
 * @param decided by person; empty for nobody of the meeting
 * @param byEmail the participants that have an address, in small letters
 * @param participants by id, entries that were merged into another left out
 */
record Matches(
    Map<UUID, Optional<UUID>> decided,
    Map<String, UUID> byEmail,
    Map<UUID, Participant> participants) {
  private static final String DECIDED =
      """
      select m.attendee_id, coalesce(p.merged_into, p.id) as participant_id
      from teams_match m left join participant p on p.id = m.participant_id where m.meeting_id = $1
      """;

  private static final String PARTICIPANTS =
      """
      select p.id, p.name, p.email, o.name as organisation
      from participant p left join organisation o on o.id = p.organisation_id
      where p.meeting_id = $1 and p.merged_into is null
        and not exists (select from role_grant g where g.participant_id = p.id and g.role = 'SCREEN')
      order by p.name collate "fi-x-icu", p.id
      """;

  private static final String DECIDE =
      """
      insert into teams_match as m (meeting_id, attendee_id, participant_id, decided_by) values ($1, $2, $3, $4)
      on conflict on constraint teams_match_pk do update
      set participant_id = excluded.participant_id, decided_by = excluded.decided_by, decided_at = clock_timestamp()
      where m.participant_id is distinct from excluded.participant_id
      """;

  private static final String IN_ROOM =
      """
      select 1 from teams_report t join teams_report_row w on w.report_id = t.id
      where t.meeting_id = $1 and t.room_id = $2 and w.attendee_id = $3 limit 1
      """;

  /** Somebody of the meeting; the contract's {@code TeamsParticipant}. */
  record Participant(UUID id, String name, @Nullable String organisation) {}

  /** How a person is matched; the names are those of the contract. */
  enum State {
    /** Staff said who it is. */
    CONFIRMED,
    /** Staff said that it is nobody of the meeting. */
    NOBODY,
    /** Someone has the same e-mail address. */
    EMAIL,
    /** Nobody decided, and nobody has the address. */
    OPEN
  }

  static Future<Matches> read(SqlConnection connection, UUID meeting) {
    Future<Map<UUID, Optional<UUID>>> decided =
        connection
            .preparedQuery(DECIDED)
            .execute(Tuple.of(meeting))
            .map(rows -> {
              Map<UUID, Optional<UUID>> found = new HashMap<>();
              rows.forEach(row -> found.put(row.getUUID(0), Optional.ofNullable(row.getUUID(1))));
              return found;
            });
    return decided.compose(known ->
        connection
            .preparedQuery(PARTICIPANTS)
            .execute(Tuple.of(meeting))
            .map(rows -> {
              Map<UUID, Participant> participants = new LinkedHashMap<>();
              Map<String, UUID> byEmail = new HashMap<>();
              for (Row row : rows) {
                UUID id = row.getUUID("id");
                participants.put(
                    id, new Participant(id, row.getString("name"), row.getString("organisation")));
                String email = row.getString("email");
                if (email != null) {
                  byEmail.put(email.toLowerCase(Locale.ROOT), id);
                }
              }
              return new Matches(known, byEmail, participants);
            }));
  }

  State state(UUID attendee, @Nullable String email) {
    Optional<UUID> said = decided.get(attendee);
    if (said != null) {
      return said.isPresent() ? State.CONFIRMED : State.NOBODY;
    }
    return participant(attendee, email) == null ? State.OPEN : State.EMAIL;
  }

  /** Whom the person is taken for, or null. */
  @Nullable UUID participant(UUID attendee, @Nullable String email) {
    Optional<UUID> said = decided.get(attendee);
    if (said != null) {
      return said.orElse(null);
    }
    return email == null ? null : byEmail.get(email.toLowerCase(Locale.ROOT));
  }

  /**
   * Says who a person of the room's reports is. The same again changes nothing.
   *
   * @param participant null for nobody of the meeting
   * @return fails with NOT_FOUND for a person of no report of the room, and for a participant of
   *     another meeting
   */
  static Future<Void> decide(
      SqlConnection connection,
      UUID meeting,
      UUID room,
      UUID actor,
      UUID attendee,
      @Nullable UUID participant) {
    return mustBeInRoom(connection, meeting, room, attendee)
        .compose(there ->
            participant == null
                ? Future.succeededFuture()
                : mustBeOfMeeting(connection, meeting, participant))
        .compose(known ->
            connection
                .preparedQuery(DECIDE)
                .execute(Tuple.of(meeting, attendee, participant, actor)))
        .compose(done ->
            done.rowCount() == 0
                ? Future.succeededFuture()
                : audit(
                    connection,
                    meeting,
                    actor,
                    attendee,
                    participant == null ? "nobody" : participant.toString()));
  }

  /** Takes back what was said of a person. */
  static Future<Void> forget(
      SqlConnection connection, UUID meeting, UUID room, UUID actor, UUID attendee) {
    return mustBeInRoom(connection, meeting, room, attendee)
        .compose(there ->
            connection
                .preparedQuery("delete from teams_match where meeting_id = $1 and attendee_id = $2")
                .execute(Tuple.of(meeting, attendee)))
        .compose(done ->
            done.rowCount() == 0
                ? Future.succeededFuture()
                : audit(connection, meeting, actor, attendee, "open"));
  }

  private static Future<Void> audit(
      SqlConnection connection, UUID meeting, UUID actor, UUID attendee, String to) {
    return Audit.write(
        connection, meeting, actor, "teams.match", attendee, new JsonObject().put("to", to));
  }

  private static Future<Void> mustBeInRoom(
      SqlConnection connection, UUID meeting, UUID room, UUID attendee) {
    return some(connection.preparedQuery(IN_ROOM).execute(Tuple.of(meeting, room, attendee)));
  }

  private static Future<Void> mustBeOfMeeting(
      SqlConnection connection, UUID meeting, UUID participant) {
    return some(
        connection
            .preparedQuery(
                "select 1 from participant where meeting_id = $1 and id = $2 and merged_into is"
                    + " null")
            .execute(Tuple.of(meeting, participant)));
  }

  private static Future<Void> some(Future<RowSet<Row>> rows) {
    return rows.map(found -> {
      if (found.size() == 0) {
        throw Problem.of(Problem.Code.NOT_FOUND);
      }
      return null;
    });
  }
}
