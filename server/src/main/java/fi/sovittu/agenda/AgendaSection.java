package fi.sovittu.agenda;

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

/** Section {@code agenda} of a room: its rows with planned and real times. */
public final class AgendaSection implements Section {
  /** Of a room. */
  static final SectionName NAME = new SectionName("agenda");

  private static final String SQL =
      """
      select i.id, i.kind, i.title, i.led_by, i.planned_start, i.planned_minutes, u.started_at, u.ended_at,
        coalesce((select extract(epoch from sum(b.ended_at - b.started_at)) from item_run b
          where b.item_id = i.id and b.started_at < u.started_at), 0)::int as spent_before
      from agenda_item i
      left join lateral (
        select started_at, ended_at from item_run where item_id = i.id order by started_at desc limit 1) u on true
      where i.room_id = $1 order by i.planned_start, i.position
      """;

  record Data(List<Item> items) {}

  record Item(
      UUID id,
      String kind,
      String title,
      @Nullable String ledBy,
      OffsetDateTime plannedStart,
      int plannedMinutes,
      String state,
      @Nullable OffsetDateTime startedAt,
      @Nullable OffsetDateTime endedAt,
      int spentBefore) {}

  @Override
  public SectionName name() {
    return NAME;
  }

  @Override
  public Scope scope() {
    return Scope.ROOM;
  }

  @Override
  public Listeners audience() {
    return Listeners.FOLLOWERS;
  }

  @Override
  public Future<Object> read(Reading reading, UUID room) {
    return reading
        .connection()
        .preparedQuery(SQL)
        .execute(Tuple.of(room))
        .map(rows -> {
          List<Item> items = new ArrayList<>();
          rows.forEach(row -> items.add(item(row)));
          return new Data(List.copyOf(items));
        });
  }

  private static Item item(Row row) {
    OffsetDateTime started = row.getOffsetDateTime("started_at");
    OffsetDateTime ended = row.getOffsetDateTime("ended_at");
    return new Item(
        row.getUUID("id"),
        row.getString("kind"),
        row.getString("title"),
        row.getString("led_by"),
        row.getOffsetDateTime("planned_start"),
        row.getInteger("planned_minutes"),
        started == null ? "COMING" : ended == null ? "RUNNING" : "DONE",
        started,
        ended,
        row.getInteger("spent_before"));
  }
}
