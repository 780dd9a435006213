package fi.sovittu.attendance;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The contract's {@code AttendanceData}: who is where by organisation and channel, the coverage
 * "x/30" and what exceeds the quota. Numbers only, no names.
 */
record Board(
    int municipalities, Coverage coverage, Quota quota, List<Quota.Over> over, List<Room> rooms) {
  private static final String MEETING =
      """
      select m.on_site_most, m.on_site_most_per_room,
        array(select r.id from room r where r.meeting_id = m.id order by r.position) as rooms,
        (select r.id from room r where r.meeting_id = m.id and r.plenary) as plenary,
        array(select o.id from organisation o where o.meeting_id = m.id and o.kind = 'MUNICIPALITY') as municipalities
      from meeting m where m.id = $1
      """;

  private static final String COUNT =
      """
      select a.room_id, p.organisation_id, p.room_id as chosen,
        count(*) filter (where a.channel = 'ON_SITE')::int as on_site,
        count(*) filter (where a.channel = 'TEAMS')::int as teams
      from attendance a join participant p on p.id = a.participant_id
      where a.meeting_id = $1 and %s
      group by a.room_id, p.organisation_id, p.room_id
      """;

  private static final String NOW = COUNT.formatted("upper_inf(a.during)");
  private static final String THEN = COUNT.formatted("a.during @> $2::timestamptz");

  record Coverage(int onSite, int teams, int either) {}

  record Organisation(UUID organisation, int onSite, int teams) {}

  record Room(
      UUID room, int onSite, int teams, Coverage coverage, List<Organisation> organisations) {}

  /**
   * How many of one organisation are in a room.
   *
   * @param chosen the parallel room they have chosen
   */
  record Group(
      UUID room, @Nullable UUID organisation, @Nullable UUID chosen, int onSite, int teams) {}

  /**
   * What a meeting's numbers are reckoned with.
   *
   * @param rooms in their order, the plenary among them
   */
  record Frame(Quota quota, List<UUID> rooms, UUID plenary, Set<UUID> municipalities) {}

  /**
   * Reads the board.
   *
   * @param at a moment of the past, or null for now
   */
  static Future<Board> read(SqlConnection connection, UUID meeting, @Nullable Instant at) {
    Future<RowSet<Row>> frame = connection.preparedQuery(MEETING).execute(Tuple.of(meeting));
    Future<RowSet<Row>> groups =
        at == null
            ? connection.preparedQuery(NOW).execute(Tuple.of(meeting))
            : connection
                .preparedQuery(THEN)
                .execute(Tuple.of(meeting, at.atOffset(ZoneOffset.UTC)));
    return Future.all(frame, groups)
        .map(all -> of(frame(frame.result().iterator().next()), groups(groups.result())));
  }

  private static Frame frame(Row row) {
    return new Frame(
        new Quota(row.getInteger("on_site_most"), row.getInteger("on_site_most_per_room")),
        List.of(row.getArrayOfUUIDs("rooms")),
        row.getUUID("plenary"),
        Set.of(row.getArrayOfUUIDs("municipalities")));
  }

  private static List<Group> groups(RowSet<Row> rows) {
    List<Group> groups = new ArrayList<>();
    for (Row row : rows) {
      groups.add(
          new Group(
              row.getUUID(0),
              row.getUUID(1),
              row.getUUID(2),
              row.getInteger(3),
              row.getInteger(4)));
    }
    return groups;
  }

  static Board of(Frame frame, List<Group> groups) {
    Map<UUID, List<Group>> byRoom = new LinkedHashMap<>();
    frame.rooms().forEach(room -> byRoom.put(room, new ArrayList<>()));
    groups.forEach(
        group -> byRoom.computeIfAbsent(group.room(), unknown -> new ArrayList<>()).add(group));
    List<Room> rooms = new ArrayList<>();
    byRoom.forEach((room, there) -> rooms.add(room(room, there, frame.municipalities())));
    return new Board(
        frame.municipalities().size(),
        coverage(groups, frame.municipalities()),
        frame.quota(),
        frame.quota().over(frame, groups),
        List.copyOf(rooms));
  }

  private static Room room(UUID id, List<Group> groups, Set<UUID> municipalities) {
    Map<UUID, Organisation> organisations = new LinkedHashMap<>();
    int onSite = 0;
    int teams = 0;
    for (Group group : groups) {
      onSite += group.onSite();
      teams += group.teams();
      if (group.organisation() != null) {
        organisations.merge(
            group.organisation(),
            new Organisation(group.organisation(), group.onSite(), group.teams()),
            (a, b) ->
                new Organisation(a.organisation(), a.onSite() + b.onSite(), a.teams() + b.teams()));
      }
    }
    return new Room(
        id, onSite, teams, coverage(groups, municipalities), List.copyOf(organisations.values()));
  }

  /** Municipalities with anyone present, each counted once however many rooms its people are in. */
  private static Coverage coverage(List<Group> groups, Set<UUID> municipalities) {
    Set<UUID> onSite = new HashSet<>();
    Set<UUID> teams = new HashSet<>();
    for (Group group : groups) {
      UUID organisation = group.organisation();
      if (organisation != null && municipalities.contains(organisation)) {
        if (group.onSite() > 0) {
          onSite.add(organisation);
        }
        if (group.teams() > 0) {
          teams.add(organisation);
        }
      }
    }
    Set<UUID> either = new HashSet<>(onSite);
    either.addAll(teams);
    return new Coverage(onSite.size(), teams.size(), either.size());
  }
}
