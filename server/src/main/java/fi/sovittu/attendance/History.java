package fi.sovittu.attendance;

import fi.sovittu.base.Tokens;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The contract's {@code AttendanceHistory}: what is recorded of one person, by whom, and every
 * version that a correction replaced.
 */
record History(
    ParticipantPresence participant,
    String version,
    List<Recorded> intervals,
    List<Replaced> past) {
  private static final String COLUMNS =
      """
      a.room_id, a.channel, lower(a.during) as came, upper(a.during) as went,
      a.source, b.name as recorded_by, a.recorded_at, a.reason,
      a.ended_source, e.name as ended_by, a.ended_recorded_at, a.ended_reason
      """;

  private static final String RECORDERS =
      "left join participant b on b.id = a.recorded_by left join participant e on e.id = a.ended_by"
          + " ";

  private static final String CURRENT =
      "select "
          + COLUMNS
          + "from attendance a "
          + RECORDERS
          + "where a.participant_id = $1 order by lower(a.during)";

  private static final String PAST =
      "select "
          + COLUMNS
          + ", a.withdrawn_source, w.name as withdrawn_by, a.withdrawn_at, a.withdrawn_reason "
          + "from attendance_past a "
          + RECORDERS
          + "left join participant w on w.id = a.withdrawn_by "
          + "where a.participant_id = $1 order by a.version desc";

  /** Who recorded something, when and why. */
  record Recording(
      String source, @Nullable String by, OffsetDateTime at, @Nullable String reason) {}

  record Recorded(
      UUID room,
      String channel,
      OffsetDateTime from,
      @Nullable OffsetDateTime to,
      Recording came,
      @Nullable Recording went) {}

  record Replaced(Recorded interval, Recording withdrawn) {}

  /**
   * Reads it.
   *
   * @return fails with NOT_FOUND for a person of another meeting
   */
  static Future<History> read(SqlConnection connection, UUID meeting, UUID participant) {
    Future<ParticipantPresence> presence =
        ParticipantPresence.read(connection, meeting, participant);
    Future<RowSet<Row>> current = connection.preparedQuery(CURRENT).execute(Tuple.of(participant));
    Future<RowSet<Row>> past = connection.preparedQuery(PAST).execute(Tuple.of(participant));
    return Future.all(presence, current, past)
        .map(all -> {
          List<Recorded> intervals = new ArrayList<>();
          current.result().forEach(row -> intervals.add(recorded(row)));
          List<Replaced> replaced = new ArrayList<>();
          past.result()
              .forEach(
                  row -> replaced.add(new Replaced(recorded(row), recording(row, "withdrawn_"))));
          return new History(
              presence.result(), version(intervals), List.copyOf(intervals), List.copyOf(replaced));
        });
  }

  /** Tells one record from another by what it says of places and times. */
  private static String version(List<Recorded> intervals) {
    StringBuilder text = new StringBuilder();
    for (Recorded one : intervals) {
      text.append(one.room())
          .append(' ')
          .append(one.channel())
          .append(' ')
          .append(one.from().toInstant())
          .append(' ')
          .append(one.to() == null ? "" : one.to().toInstant())
          .append('\n');
    }
    return Tokens.base64Url(Tokens.sha256(text.toString()));
  }

  private static Recorded recorded(Row row) {
    return new Recorded(
        row.getUUID("room_id"),
        row.getString("channel"),
        row.getOffsetDateTime("came"),
        row.getOffsetDateTime("went"),
        new Recording(
            row.getString("source"),
            row.getString("recorded_by"),
            row.getOffsetDateTime("recorded_at"),
            row.getString("reason")),
        row.getString("ended_source") == null ? null : recording(row, "ended_"));
  }

  private static Recording recording(Row row, String what) {
    boolean ended = what.equals("ended_");
    return new Recording(
        row.getString(what + "source"),
        row.getString(what + "by"),
        Objects.requireNonNull(row.getOffsetDateTime(ended ? "ended_recorded_at" : what + "at")),
        row.getString(what + "reason"));
  }
}
