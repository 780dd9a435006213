package fi.sovittu.attendance;

import fi.sovittu.live.Reading;
import fi.sovittu.live.Section;
import fi.sovittu.live.SectionName;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Section {@code attendance} of a meeting: who is where by organisation and channel, and the
 * coverage "x/30". Numbers only, no names.
 */
public final class AttendanceSection implements Section {
  private static final String ROOMS =
      """
      select r.id, (select count(*)::int from organisation o where o.meeting_id = $1 and o.kind = 'MUNICIPALITY') as all
      from room r where r.meeting_id = $1 order by r.position
      """;

  private static final String PRESENT =
      """
      select a.room_id, p.organisation_id, coalesce(o.kind = 'MUNICIPALITY', false) as municipality,
        count(*) filter (where a.channel = 'ON_SITE')::int as on_site,
        count(*) filter (where a.channel = 'TEAMS')::int as teams
      from attendance a
      join participant p on p.id = a.participant_id
      left join organisation o on o.id = p.organisation_id
      where a.meeting_id = $1 and upper_inf(a.during)
      group by a.room_id, p.organisation_id, o.kind
      order by p.organisation_id
      """;

  record Coverage(int onSite, int teams, int either) {}

  record Organisation(UUID organisation, int onSite, int teams) {}

  record Room(
      UUID room, int onSite, int teams, Coverage coverage, List<Organisation> organisations) {}

  record Data(int municipalities, Coverage coverage, List<Room> rooms) {}

  private record Present(
      UUID room, @Nullable UUID organisation, boolean municipality, int onSite, int teams) {}

  @Override
  public SectionName name() {
    return SectionName.ATTENDANCE;
  }

  @Override
  public Future<Object> read(Reading reading, UUID meeting) {
    SqlConnection connection = reading.connection();
    Future<RowSet<Row>> rooms = connection.preparedQuery(ROOMS).execute(Tuple.of(meeting));
    Future<RowSet<Row>> present = connection.preparedQuery(PRESENT).execute(Tuple.of(meeting));
    return Future.all(rooms, present).map(all -> data(rooms.result(), present.result()));
  }

  private static Data data(RowSet<Row> rooms, RowSet<Row> present) {
    Map<UUID, List<Present>> byRoom = new LinkedHashMap<>();
    int municipalities = 0;
    for (Row row : rooms) {
      byRoom.put(row.getUUID(0), new ArrayList<>());
      municipalities = row.getInteger(1);
    }
    List<Present> everyone = new ArrayList<>();
    for (Row row : present) {
      Present group =
          new Present(
              row.getUUID(0),
              row.getUUID(1),
              row.getBoolean(2),
              row.getInteger(3),
              row.getInteger(4));
      everyone.add(group);
      byRoom.computeIfAbsent(group.room(), unknown -> new ArrayList<>()).add(group);
    }
    List<Room> result = new ArrayList<>();
    byRoom.forEach((room, groups) -> result.add(room(room, groups)));
    return new Data(municipalities, coverage(everyone), List.copyOf(result));
  }

  private static Room room(UUID id, List<Present> groups) {
    List<Organisation> organisations = new ArrayList<>();
    int onSite = 0;
    int teams = 0;
    for (Present group : groups) {
      onSite += group.onSite();
      teams += group.teams();
      if (group.organisation() != null) {
        organisations.add(new Organisation(group.organisation(), group.onSite(), group.teams()));
      }
    }
    return new Room(id, onSite, teams, coverage(groups), List.copyOf(organisations));
  }

  /** Municipalities with anyone present, each counted once however many rooms its people are in. */
  private static Coverage coverage(List<Present> groups) {
    List<Present> ours = groups.stream().filter(Present::municipality).toList();
    return new Coverage(
        distinct(ours.stream().filter(group -> group.onSite() > 0).toList()),
        distinct(ours.stream().filter(group -> group.teams() > 0).toList()),
        distinct(ours));
  }

  private static int distinct(List<Present> groups) {
    return (int) groups.stream().map(Present::organisation).distinct().count();
  }
}
