package fi.sovittu.teams;

import fi.sovittu.attendance.Intervals;
import fi.sovittu.attendance.Intervals.Interval;
import fi.sovittu.base.Problem;
import fi.sovittu.db.Audit;
import fi.sovittu.teams.report.AttendeeKey;
import fi.sovittu.teams.report.RefusedReport;
import fi.sovittu.teams.report.Report;
import fi.sovittu.teams.report.Report.Stay;
import fi.sovittu.teams.report.ReportFault;
import fi.sovittu.teams.report.ReportLimits;
import fi.sovittu.teams.report.ReportReader;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The stored reports of a room. Works inside the caller's transaction. */
final class Reports {
  private static final String KNOWN =
      """
      select m.held_on, m.time_zone, r.ended_at
      from meeting m join room r on r.meeting_id = m.id where m.id = $1 and r.id = $2
      """;

  private static final String TAKEN =
      """
      select t.id, t.name, t.room_id, t.stored_at, p.name as stored_by
      from teams_report t left join participant p on p.id = t.stored_by
      where t.meeting_id = $1 and t.digest = $2 and t.withdrawn_at is null
      """;

  private static final String STORE =
      """
      insert into teams_report (id, meeting_id, room_id, digest, name, reading, began_at, ended_at, stored_by)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """;

  private static final String STORE_ROWS =
      """
      insert into teams_report_row (report_id, line, attendee_id, name, note, phone, email, joined_at, left_at, assumed)
      select $1, x.* from unnest($2::int[], $3::uuid[], $4::text[], $5::text[], $6::boolean[], $7::text[],
        $8::timestamptz[], $9::timestamptz[], $10::boolean[]) x
      """;

  private static final String ROWS_OF_ROOM =
      """
      select count(*)::int from teams_report t join teams_report_row w on w.report_id = t.id
      where t.room_id = $1 and t.withdrawn_at is null
      """;

  private static final String OF_ROOM =
      """
      select t.id, t.name, t.stored_at, t.began_at, t.ended_at, t.reading, p.name as stored_by,
        (select count(*)::int from teams_report_row w where w.report_id = t.id) as stays,
        (select count(distinct w.attendee_id)::int from teams_report_row w where w.report_id = t.id) as attendees
      from teams_report t left join participant p on p.id = t.stored_by
      where t.meeting_id = $1 and t.room_id = $2 and t.withdrawn_at is null order by t.began_at, t.id
      """;

  /**
   * The contract's {@code TeamsReport}.
   *
   * @param storedBy whose name is not kept for ever
   * @param reading as it was confirmed
   */
  record Stored(
      UUID id,
      String name,
      OffsetDateTime storedAt,
      @Nullable String storedBy,
      OffsetDateTime began,
      OffsetDateTime ended,
      int stays,
      int attendees,
      JsonObject reading) {}

  /** The same file as it was stored before. */
  record Taken(
      UUID report, UUID room, String name, OffsetDateTime storedAt, @Nullable String storedBy) {}

  private Reports() {}

  /** What is known of the meeting and the room beside the file. */
  static Future<ReportReader.Known> known(SqlConnection connection, UUID meeting, UUID room) {
    return connection
        .preparedQuery(KNOWN)
        .execute(Tuple.of(meeting, room))
        .map(rows -> {
          Row row = rows.iterator().next();
          OffsetDateTime ended = row.getOffsetDateTime("ended_at");
          return new ReportReader.Known(
              row.getLocalDate("held_on"),
              ZoneId.of(row.getString("time_zone")),
              ended == null ? null : ended.toInstant());
        });
  }

  /** The report in which the same file is stored, or null. */
  static Future<@Nullable Taken> taken(SqlConnection connection, UUID meeting, byte[] digest) {
    return connection
        .preparedQuery(TAKEN)
        .execute(Tuple.of(meeting, Buffer.buffer(digest)))
        .map(rows -> {
          if (rows.size() == 0) {
            return null;
          }
          Row row = rows.iterator().next();
          return new Taken(
              row.getUUID("id"),
              row.getUUID("room_id"),
              row.getString("name"),
              row.getOffsetDateTime("stored_at"),
              row.getString("stored_by"));
        });
  }

  /**
   * Stores a report. The same again changes nothing.
   *
   * @param name of the file
   * @return fails with TEAMS_REPORT_TAKEN when the meeting has the file in another report, and with
   *     a {@link RefusedReport} when the room's reports would have too many rows
   */
  static Future<Void> store(
      SqlConnection connection,
      UUID meeting,
      UUID room,
      UUID actor,
      UUID id,
      String name,
      byte[] digest,
      Report report) {
    // One at a time in a room: two files together must not have more rows than one may have.
    return connection
        .preparedQuery("select id from room where meeting_id = $1 and id = $2 for no key update")
        .execute(Tuple.of(meeting, room))
        .compose(locked ->
            connection
                .preparedQuery("select meeting_id, room_id, digest from teams_report where id = $1")
                .execute(Tuple.of(id)))
        .compose(found -> {
          if (found.size() == 0) {
            return fresh(connection, meeting, room, actor, id, name, digest, report);
          }
          Row row = found.iterator().next();
          boolean same =
              row.getUUID("meeting_id").equals(meeting)
                  && row.getUUID("room_id").equals(room)
                  && Arrays.equals(row.getBuffer("digest").getBytes(), digest);
          return same
              ? Future.succeededFuture()
              : Future.failedFuture(Problem.of(Problem.Code.TEAMS_REPORT_TAKEN));
        });
  }

  private static Future<Void> fresh(
      SqlConnection connection,
      UUID meeting,
      UUID room,
      UUID actor,
      UUID id,
      String name,
      byte[] digest,
      Report report) {
    return taken(connection, meeting, digest)
        .compose(taken -> {
          if (taken != null) {
            throw Problem.of(Problem.Code.TEAMS_REPORT_TAKEN);
          }
          return connection.preparedQuery(ROWS_OF_ROOM).execute(Tuple.of(room));
        })
        .compose(count -> {
          if (count.iterator().next().getInteger(0) + report.stays().size() > ReportLimits.ROWS) {
            throw RefusedReport.of(0, ReportFault.TOO_MANY_ROWS, ReportLimits.ROWS);
          }
          return connection
              .preparedQuery(STORE)
              .execute(
                  Tuple.of(id, meeting, room, Buffer.buffer(digest), name)
                      .addJsonObject(JsonObject.mapFrom(report.reading()))
                      .addOffsetDateTime(report.began().atOffset(ZoneOffset.UTC))
                      .addOffsetDateTime(report.ended().atOffset(ZoneOffset.UTC))
                      .addUUID(actor));
        })
        .compose(stored -> connection.preparedQuery(STORE_ROWS).execute(rows(id, report.stays())))
        .compose(stored ->
            Audit.write(
                connection,
                meeting,
                actor,
                "teams.store",
                id,
                new JsonObject()
                    .put("room", room.toString())
                    .put("file", name)
                    .put("rows", report.stays().size())));
  }

  private static Tuple rows(UUID report, List<Stay> stays) {
    Tuple rows = Tuple.of(report);
    rows.addArrayOfInteger(stays.stream().map(Stay::line).toArray(Integer[]::new));
    rows.addArrayOfUUID(
        stays.stream()
            .map(stay -> AttendeeKey.id(AttendeeKey.of(stay.name(), stay.email())))
            .toArray(UUID[]::new));
    rows.addArrayOfString(stays.stream().map(Stay::name).toArray(String[]::new));
    rows.addArrayOfString(texts(stays, Stay::note));
    rows.addArrayOfBoolean(stays.stream().map(Stay::phone).toArray(Boolean[]::new));
    rows.addArrayOfString(texts(stays, Stay::email));
    rows.addArrayOfOffsetDateTime(times(stays, Stay::joined));
    rows.addArrayOfOffsetDateTime(times(stays, Stay::left));
    rows.addArrayOfBoolean(stays.stream().map(Stay::assumed).toArray(Boolean[]::new));
    return rows;
  }

  private static @Nullable String[] texts(List<Stay> stays, Function<Stay, @Nullable String> of) {
    return stays.stream().map(of).toArray(String[]::new);
  }

  private static OffsetDateTime[] times(List<Stay> stays, Function<Stay, Instant> of) {
    return stays.stream()
        .map(stay -> of.apply(stay).atOffset(ZoneOffset.UTC))
        .toArray(OffsetDateTime[]::new);
  }

  /**
   * Takes a report back; it is kept, and counts no more. Doing so again changes nothing.
   *
   * @return fails with NOT_FOUND for a report of another room
   */
  static Future<Void> withdraw(
      SqlConnection connection, UUID meeting, UUID room, UUID actor, UUID report) {
    return connection
        .preparedQuery(
            """
            select withdrawn_at from teams_report
            where id = $1 and meeting_id = $2 and room_id = $3 for update
            """)
        .execute(Tuple.of(report, meeting, room))
        .compose(found -> {
          if (found.size() == 0) {
            throw Problem.of(Problem.Code.NOT_FOUND);
          }
          if (found.iterator().next().getOffsetDateTime(0) != null) {
            return Future.succeededFuture();
          }
          return connection
              .preparedQuery(
                  "update teams_report set withdrawn_at = clock_timestamp(), withdrawn_by = $2"
                      + " where id = $1")
              .execute(Tuple.of(report, actor))
              .compose(done ->
                  Audit.write(
                      connection,
                      meeting,
                      actor,
                      "teams.withdraw",
                      report,
                      new JsonObject().put("room", room.toString())));
        });
  }

  /** The reports of a room that count, in the order of their meetings. */
  static Future<List<Stored>> ofRoom(SqlConnection connection, UUID meeting, UUID room) {
    return connection
        .preparedQuery(OF_ROOM)
        .execute(Tuple.of(meeting, room))
        .map(rows -> {
          List<Stored> reports = new ArrayList<>();
          rows.forEach(row ->
              reports.add(
                  new Stored(
                      row.getUUID("id"),
                      row.getString("name"),
                      row.getOffsetDateTime("stored_at"),
                      row.getString("stored_by"),
                      row.getOffsetDateTime("began_at"),
                      row.getOffsetDateTime("ended_at"),
                      row.getInteger("stays"),
                      row.getInteger("attendees"),
                      row.getJsonObject("reading"))));
          return reports;
        });
  }

  /** The spans that the reports speak of. */
  static Intervals spans(List<Stored> reports) {
    return Intervals.of(
        reports.stream()
            .map(one -> new Interval(one.began().toInstant(), one.ended().toInstant()))
            .toList());
  }
}
