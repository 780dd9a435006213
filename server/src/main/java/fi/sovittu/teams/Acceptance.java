package fi.sovittu.teams;

import fi.sovittu.attendance.Stretch;
import fi.sovittu.teams.Comparison.Choice;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was last decided of a person's times in a room.
 *
 * @param seen which times the decider saw
 * @param before all that was recorded of the person then
 * @param after all that was recorded of the person by the decision
 */
record Acceptance(
    UUID participant,
    Choice choice,
    String seen,
    List<Recorded> before,
    List<Recorded> after,
    @Nullable String by,
    OffsetDateTime at) {
  private static final String OF_ROOM =
      """
      select c.participant_id, c.choice, c.seen, c.before, c.after, p.name as accepted_by, c.accepted_at
      from teams_acceptance c left join participant p on p.id = c.accepted_by
      where c.meeting_id = $1 and c.room_id = $2
      """;

  private static final String KEEP =
      """
      insert into teams_acceptance (meeting_id, room_id, participant_id, choice, seen, before, after, accepted_by)
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      on conflict on constraint teams_acceptance_pk do update
      set choice = excluded.choice, seen = excluded.seen, before = excluded.before, after = excluded.after,
        accepted_by = excluded.accepted_by, accepted_at = clock_timestamp()
      """;

  static Future<Map<UUID, Acceptance>> ofRoom(SqlConnection connection, UUID meeting, UUID room) {
    return connection
        .preparedQuery(OF_ROOM)
        .execute(Tuple.of(meeting, room))
        .map(rows -> {
          Map<UUID, Acceptance> found = new HashMap<>();
          rows.forEach(row -> found.put(row.getUUID("participant_id"), of(row)));
          return found;
        });
  }

  private static Acceptance of(Row row) {
    return new Acceptance(
        row.getUUID("participant_id"),
        Choice.valueOf(row.getString("choice")),
        row.getString("seen"),
        Recorded.of(row.getJsonArray("before")),
        Recorded.of(row.getJsonArray("after")),
        row.getString("accepted_by"),
        row.getOffsetDateTime("accepted_at"));
  }

  /** Keeps the decision in place of the one before it. */
  static Future<Void> keep(
      SqlConnection connection,
      UUID meeting,
      UUID room,
      UUID actor,
      Evidence.Case of,
      Choice choice,
      List<Recorded> after) {
    JsonArray before = Recorded.json(of.base());
    return connection
        .preparedQuery(KEEP)
        .execute(
            Tuple.of(meeting, room, of.participant(), choice.name(), of.seen())
                .addJsonArray(before)
                .addJsonArray(Recorded.json(after))
                .addUUID(actor))
        .mapEmpty();
  }

  /** Whether it made the record what it is now. */
  boolean holds(List<Stretch> current) {
    return choice != Choice.KEEP && Recorded.stretches(after).equals(current);
  }
}
