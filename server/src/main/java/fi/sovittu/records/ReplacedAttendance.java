package fi.sovittu.records;

import fi.sovittu.table.Table;
import fi.sovittu.table.Table.Column;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The intervals of presence that corrections replaced: what stood, and who replaced it and why. */
final class ReplacedAttendance {
  private static final String REPLACED =
      """
      select p.name, o.name as organisation, r.name as room, a.channel, lower(a.during) as came, upper(a.during) as went,
        a.source, b.name as recorded_by, a.reason,
        a.withdrawn_at, a.withdrawn_source, w.name as withdrawn_by, a.withdrawn_reason
      from attendance_past a
      join participant p on p.id = a.participant_id
      join room r on r.id = a.room_id
      left join organisation o on o.id = p.organisation_id
      left join participant b on b.id = a.recorded_by
      left join participant w on w.id = a.withdrawn_by
      where a.meeting_id = $1
      order by a.version
      """;

  private final Day day;
  private final Words words;

  ReplacedAttendance(Day day, Words words) {
    this.day = day;
    this.words = words;
  }

  /** In the order of the corrections. */
  Future<Table> read(SqlConnection connection) {
    return connection
        .preparedQuery(REPLACED)
        .execute(Tuple.of(day.meeting()))
        .map(rows -> {
          List<List<@Nullable Object>> lines = new ArrayList<>();
          rows.forEach(row -> lines.add(line(row)));
          return new Table(words.of("attendanceCorrections"), columns(), lines);
        });
  }

  private List<Column> columns() {
    return List.of(
        words.text("name"),
        words.text("organisation"),
        words.text("room"),
        words.text("channel"),
        words.dateTime("from"),
        words.dateTime("to"),
        words.text("source"),
        words.text("recordedBy"),
        words.text("recordedWhy"),
        words.dateTime("replacedAt"),
        words.text("replacedSource"),
        words.text("replacedBy"),
        words.text("replacedWhy"));
  }

  private List<@Nullable Object> line(Row row) {
    return Arrays.asList(
        row.getString("name"),
        row.getString("organisation"),
        row.getString("room"),
        words.value("channel", row.getString("channel")),
        day.local(row.getOffsetDateTime("came")),
        day.local(row.getOffsetDateTime("went")),
        words.value("source", row.getString("source")),
        row.getString("recorded_by"),
        row.getString("reason"),
        day.local(row.getOffsetDateTime("withdrawn_at")),
        words.value("source", row.getString("withdrawn_source")),
        row.getString("withdrawn_by"),
        row.getString("withdrawn_reason"));
  }
}
