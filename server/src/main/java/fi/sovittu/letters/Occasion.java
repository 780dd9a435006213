package fi.sovittu.letters;

import fi.sovittu.meeting.JoinUrls;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people are invited to.
 *
 * @param joinUrl where one joins by the code
 * @param rooms in their order
 */
record Occasion(
    String title, Locale language, LocalDate date, String code, String joinUrl, List<Room> rooms) {
  /**
   * @param hours by the room's agenda, null without one
   */
  record Room(UUID id, String name, boolean plenary, @Nullable Hours hours) {}

  /** From when to when, in the meeting's zone. */
  record Hours(LocalTime from, LocalTime to) {
    private Hours with(Hours other) {
      return new Hours(
          from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
    }
  }

  static Future<Occasion> read(SqlConnection connection, UUID meeting, JoinUrls urls) {
    return connection
        .preparedQuery(
            """
            select m.title, m.language, m.held_on, m.time_zone, m.code, r.id, r.name, r.plenary,
              min(a.planned_start) as starts, max(a.planned_start + make_interval(mins => a.planned_minutes)) as ends
            from meeting m join room r on r.meeting_id = m.id left join agenda_item a on a.room_id = r.id
            where m.id = $1
            group by m.id, r.id
            order by r.position
            """)
        .execute(Tuple.of(meeting))
        .map(rows -> {
          List<Room> rooms = new ArrayList<>();
          for (Row row : rows) {
            rooms.add(
                new Room(
                    row.getUUID("id"),
                    row.getString("name"),
                    row.getBoolean("plenary"),
                    hours(row, ZoneId.of(row.getString("time_zone")))));
          }
          // A meeting has a plenary.
          Row row = rows.iterator().next();
          return new Occasion(
              row.getString("title"),
              Locale.of(row.getString("language")),
              row.getLocalDate("held_on"),
              row.getString("code"),
              urls.join(row.getString("code")),
              List.copyOf(rooms));
        });
  }

  private static @Nullable Hours hours(Row row, ZoneId zone) {
    OffsetDateTime starts = row.getOffsetDateTime("starts");
    return starts == null
        ? null
        : new Hours(local(starts, zone), local(row.getOffsetDateTime("ends"), zone));
  }

  private static LocalTime local(OffsetDateTime instant, ZoneId zone) {
    return instant.atZoneSameInstant(zone).toLocalTime();
  }

  /** From the first room's beginning to the last one's end; null without an agenda. */
  @Nullable Hours hours() {
    Hours all = null;
    for (Room room : rooms) {
      if (room.hours() != null) {
        all = all == null ? room.hours() : all.with(room.hours());
      }
    }
    return all;
  }

  /** The plenary, the rooms of the person's tasks and the one that the person is in. */
  List<Room> roomsOf(Invited participant) {
    return rooms.stream()
        .filter(room ->
            room.plenary()
                || room.id().equals(participant.room())
                || participant.tasks().stream().anyMatch(task -> room.id().equals(task.room())))
        .toList();
  }

  /** The name of one of the rooms. */
  String room(UUID id) {
    return rooms.stream()
        .filter(room -> room.id().equals(id))
        .map(Room::name)
        .findAny()
        .orElseThrow();
  }
}
