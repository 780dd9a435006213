package fi.sovittu.teams;

import fi.sovittu.attendance.Intervals.Interval;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of a stored report: one uninterrupted presence in the Teams meeting of a room. */
record StoredStay(
    UUID attendee,
    String name,
    @Nullable String note,
    boolean phone,
    @Nullable String email,
    Interval during,
    boolean assumed) {
  private static final String OF_ROOM =
      """
      select w.attendee_id, w.name, w.note, w.phone, w.email, w.joined_at, w.left_at, w.assumed
      from teams_report t join teams_report_row w on w.report_id = t.id
      where t.meeting_id = $1 and t.room_id = $2 and t.withdrawn_at is null
      order by w.joined_at, w.report_id, w.line
      """;

  /** Those of all reports of a room that count, in the order of time. */
  static Future<List<StoredStay>> ofRoom(SqlConnection connection, UUID meeting, UUID room) {
    return connection
        .preparedQuery(OF_ROOM)
        .execute(Tuple.of(meeting, room))
        .map(rows -> {
          List<StoredStay> stays = new ArrayList<>(rows.size());
          rows.forEach(row -> stays.add(of(row)));
          return stays;
        });
  }

  private static StoredStay of(Row row) {
    return new StoredStay(
        row.getUUID("attendee_id"),
        row.getString("name"),
        row.getString("note"),
        row.getBoolean("phone"),
        row.getString("email"),
        new Interval(
            row.getOffsetDateTime("joined_at").toInstant(),
            row.getOffsetDateTime("left_at").toInstant()),
        row.getBoolean("assumed"));
  }
}
