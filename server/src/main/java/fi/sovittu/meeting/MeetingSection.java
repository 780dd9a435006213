package fi.sovittu.meeting;

import fi.sovittu.live.Listeners;
import fi.sovittu.live.Reading;
import fi.sovittu.live.Scope;
import fi.sovittu.live.Section;
import fi.sovittu.live.SectionName;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Section {@code meeting}: the rooms and where each of them is. */
public final class MeetingSection implements Section {
  /** Of a meeting. */
  public static final SectionName NAME = new SectionName("meeting");

  private static final String SQL =
      """
      select r.id, r.name, r.plenary, r.lead, r.started_at, r.ended_at,
        (select coalesce(min(i.planned_start) filter (where i.kind = 'WELCOME'), min(i.planned_start))
          from agenda_item i where i.room_id = r.id) as planned_start,
        (select i.title from item_run u join agenda_item i on i.id = u.item_id
          where u.room_id = r.id and u.ended_at is null) as current_item
      from room r where r.meeting_id = $1 order by r.position
      """;

  record Data(List<Room> rooms) {}

  record Room(
      UUID id,
      String name,
      boolean plenary,
      String state,
      @Nullable OffsetDateTime plannedStart,
      @Nullable OffsetDateTime startedAt,
      @Nullable OffsetDateTime endedAt,
      @Nullable String currentItem,
      @Nullable String lead) {}

  @Override
  public SectionName name() {
    return NAME;
  }

  @Override
  public Scope scope() {
    return Scope.MEETING;
  }

  @Override
  public Listeners audience() {
    return Listeners.EVERYONE;
  }

  @Override
  public Future<Object> read(Reading reading, UUID meeting) {
    return reading
        .connection()
        .preparedQuery(SQL)
        .execute(Tuple.of(meeting))
        .map(rows -> {
          List<Room> rooms = new ArrayList<>();
          rows.forEach(row -> rooms.add(room(row)));
          return new Data(List.copyOf(rooms));
        });
  }

  private static Room room(Row row) {
    OffsetDateTime started = row.getOffsetDateTime("started_at");
    OffsetDateTime ended = row.getOffsetDateTime("ended_at");
    return new Room(
        row.getUUID("id"),
        row.getString("name"),
        row.getBoolean("plenary"),
        ended != null ? "ENDED" : started != null ? "RUNNING" : "WAITING",
        row.getOffsetDateTime("planned_start"),
        started,
        ended,
        row.getString("current_item"),
        row.getString("lead"));
  }
}
