package fi.sovittu.teams;

import fi.sovittu.attendance.Attendance.Channel;
import fi.sovittu.attendance.Intervals;
import fi.sovittu.attendance.Intervals.Interval;
import fi.sovittu.attendance.Stretch;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of a person's presence.
 *
 * @param source as in the database
 */
record Recorded(Stretch stretch, String source) {
  private static final String OF_MANY =
      """
      select participant_id, room_id, channel, lower(during) as came, upper(during) as went, source
      from attendance where meeting_id = $1
        and (participant_id = any($2) or (room_id = $3 and channel = 'TEAMS'))
      order by participant_id, lower(during)
      """;

  /**
   * All that is recorded of the people, in the order of time, and what is recorded in the room by
   * Teams of anybody.
   */
  static Future<Map<UUID, List<Recorded>>> of(
      SqlConnection connection, UUID meeting, UUID room, Collection<UUID> attendees) {
    return connection
        .preparedQuery(OF_MANY)
        .execute(Tuple.of(meeting).addArrayOfUUID(attendees.toArray(UUID[]::new)).addUUID(room))
        .map(rows -> {
          Map<UUID, List<Recorded>> found = new HashMap<>();
          rows.forEach(row ->
              found
                  .computeIfAbsent(row.getUUID("participant_id"), first -> new ArrayList<>())
                  .add(of(row)));
          return found;
        });
  }

  private static Recorded of(Row row) {
    OffsetDateTime went = row.getOffsetDateTime("went");
    Interval during =
        new Interval(
            row.getOffsetDateTime("came").toInstant(),
            went == null ? Intervals.FOREVER : went.toInstant());
    return new Recorded(
        new Stretch(row.getUUID("room_id"), Channel.valueOf(row.getString("channel")), during),
        row.getString("source"));
  }

  static JsonArray json(List<Recorded> recorded) {
    JsonArray array = new JsonArray();
    for (Recorded one : recorded) {
      Interval during = one.stretch().during();
      array.add(
          new JsonObject()
              .put("room", one.stretch().room().toString())
              .put("channel", one.stretch().channel().name())
              .put("from", during.from().toString())
              .put("to", during.isOpen() ? null : during.to().toString())
              .put("source", one.source()));
    }
    return array;
  }

  static List<Recorded> of(JsonArray array) {
    List<Recorded> recorded = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      JsonObject one = array.getJsonObject(i);
      recorded.add(
          new Recorded(
              new Stretch(
                  UUID.fromString(one.getString("room")),
                  Channel.valueOf(one.getString("channel")),
                  new Interval(Instant.parse(one.getString("from")), end(one.getString("to")))),
              one.getString("source")));
    }
    return recorded;
  }

  private static Instant end(@Nullable String to) {
    return to == null ? Intervals.FOREVER : Instant.parse(to);
  }

  static List<Stretch> stretches(List<Recorded> recorded) {
    return Comparison.ordered(recorded.stream().map(Recorded::stretch).toList());
  }
}
