package fi.sovittu.records;

import fi.sovittu.attendance.Curve;
import fi.sovittu.table.Table;
import fi.sovittu.table.Table.Column;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who was present, where and when, by whom recorded and why: a row an interval. Then which
 * municipalities were in which room, what corrections replaced, and presence over the day. Beside a
 * deputy's name stands whose place it had, and when.
 */
final class AttendanceRecord {
  private static final String INTERVALS =
      """
      select a.participant_id, p.name || coalesce((
          select ' (' || string_agg(format($2, n.name) || ' '
            || to_char(lower(s.during * a.during) at time zone $3, 'FMHH24.MI') || '–'
            || coalesce(to_char(upper(s.during * a.during) at time zone $3, 'FMHH24.MI'), ''), '; ' order by lower(s.during)) || ')'
          from substitution s join participant n on n.id = s.named_id
          where s.deputy_id = p.id and s.during && a.during), '') as name, p.organisation_id, o.name as organisation, o.kind, o.sub_region, a.room_id,
        r.name as room, a.channel, lower(a.during) as came, upper(a.during) as went,
        a.source, b.name as recorded_by, a.reason, a.ended_source, e.name as ended_by, a.ended_reason
      from attendance a
      left join participant b on b.id = a.recorded_by
      left join participant e on e.id = a.ended_by
      join participant p on p.id = a.participant_id
      join room r on r.id = a.room_id
      left join organisation o on o.id = p.organisation_id
      where a.meeting_id = $1
      order by p.name collate "fi-x-icu", p.id, lower(a.during)
      """;

  private static final String MUNICIPALITIES =
      """
      select id, name, sub_region from organisation
      where meeting_id = $1 and kind = 'MUNICIPALITY'
      order by name collate "fi-x-icu"
      """;

  private static final String ROOMS =
      "select id, name from room where meeting_id = $1 order by position";

  private static final String ON_SITE = "ON_SITE";
  private static final String TEAMS = "TEAMS";

  /** An interval of presence; {@code went} is null while it lasts. */
  record Interval(
      UUID participant,
      String name,
      @Nullable UUID organisation,
      @Nullable String organisationName,
      @Nullable String kind,
      @Nullable String subRegion,
      UUID room,
      String roomName,
      String channel,
      OffsetDateTime came,
      @Nullable OffsetDateTime went,
      Recorded arrival,
      @Nullable Recorded departure) {}

  /**
   * Where a time comes from.
   *
   * @param by who recorded it for the person; null for the person and the programme
   */
  record Recorded(String source, @Nullable String by, @Nullable String reason) {}

  record Municipality(UUID id, String name, @Nullable String subRegion) {}

  record Room(UUID id, String name) {}

  private final Day day;
  private final Words words;

  AttendanceRecord(Day day, Words words) {
    this.day = day;
    this.words = words;
  }

  Future<Supplier<List<Table>>> read(SqlConnection connection) {
    Tuple meeting = Tuple.of(day.meeting());
    var intervals =
        connection
            .preparedQuery(INTERVALS)
            .mapping(AttendanceRecord::interval)
            .execute(Tuple.of(day.meeting(), words.of("deputyFor"), day.zone().getId()));
    var municipalities =
        connection
            .preparedQuery(MUNICIPALITIES)
            .mapping(row ->
                new Municipality(
                    row.getUUID("id"), row.getString("name"), row.getString("sub_region")))
            .execute(meeting);
    var rooms =
        connection
            .preparedQuery(ROOMS)
            .mapping(row -> new Room(row.getUUID("id"), row.getString("name")))
            .execute(meeting);
    var replaced = new ReplacedAttendance(day, words).read(connection);
    var curve = Curve.read(connection, day.meeting());
    return Future.all(intervals, municipalities, rooms, replaced, curve)
        .map(all ->
            () -> {
              List<Table> tables =
                  new ArrayList<>(
                      tables(
                          Rows.list(intervals.result()),
                          Rows.list(municipalities.result()),
                          Rows.list(rooms.result())));
              tables.add(replaced.result());
              tables.add(curve(curve.result().curve()));
              return tables;
            });
  }

  /** The intervals in the given order, then the municipalities. */
  List<Table> tables(
      List<Interval> intervals, List<Municipality> municipalities, List<Room> rooms) {
    return List.of(intervals(intervals), municipalities(intervals, municipalities, rooms));
  }

  private static Interval interval(Row row) {
    return new Interval(
        row.getUUID("participant_id"),
        row.getString("name"),
        row.getUUID("organisation_id"),
        row.getString("organisation"),
        row.getString("kind"),
        row.getString("sub_region"),
        row.getUUID("room_id"),
        row.getString("room"),
        row.getString("channel"),
        row.getOffsetDateTime("came"),
        row.getOffsetDateTime("went"),
        new Recorded(
            row.getString("source"), row.getString("recorded_by"), row.getString("reason")),
        row.getString("ended_source") == null
            ? null
            : new Recorded(
                row.getString("ended_source"),
                row.getString("ended_by"),
                row.getString("ended_reason")));
  }

  private Table intervals(List<Interval> intervals) {
    List<Column> columns =
        List.of(
            words.text("name"),
            words.text("organisation"),
            words.text("kind"),
            words.text("subRegion"),
            words.text("room"),
            words.text("channel"),
            words.dateTime("from"),
            words.dateTime("to"),
            words.integer("minutes"),
            words.text("source"),
            words.text("recordedBy"),
            words.text("recordedWhy"),
            words.text("endSource"),
            words.text("endedBy"),
            words.text("endedWhy"));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Interval one : intervals) {
      rows.add(
          Arrays.asList(
              one.name(),
              one.organisationName(),
              one.kind() == null ? null : words.value("kind", one.kind()),
              one.subRegion(),
              one.roomName(),
              words.value("channel", one.channel()),
              day.local(one.came()),
              day.local(one.went()),
              minutes(one),
              words.value("source", one.arrival().source()),
              one.arrival().by(),
              one.arrival().reason(),
              one.departure() == null ? null : words.value("source", one.departure().source()),
              one.departure() == null ? null : one.departure().by(),
              one.departure() == null ? null : one.departure().reason()));
    }
    return new Table(words.of("attendance"), columns, rows);
  }

  /** How many were present at even steps of time. */
  Table curve(Curve curve) {
    List<Column> columns =
        List.of(
            words.dateTime("time"),
            words.integer("municipalitiesPresent", curve.municipalities()),
            words.integer("persons"),
            words.integer("onSite"),
            words.integer("inTeams"));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Curve.Point point : curve.points()) {
      rows.add(
          Arrays.asList(
              day.local(point.at().atOffset(ZoneOffset.UTC)),
              point.municipalities(),
              point.onSite() + point.teams(),
              point.onSite(),
              point.teams()));
    }
    return new Table(words.of("presenceOverTime"), columns, rows);
  }

  /** Whole minutes, half a minute up; null while the interval lasts. */
  private static @Nullable Integer minutes(Interval interval) {
    if (interval.went() == null) {
      return null;
    }
    long seconds = Duration.between(interval.came(), interval.went()).toSeconds();
    return Math.toIntExact((seconds + 30) / 60);
  }

  /**
   * How many persons of each municipality were in each room, on site and in Teams, at any time of
   * the day; the same person counts once in a cell. Two rows at the end: all persons, and how many
   * municipalities had someone there.
   */
  Table municipalities(
      List<Interval> intervals, List<Municipality> municipalities, List<Room> rooms) {
    List<Column> columns = new ArrayList<>();
    columns.add(words.text("municipality"));
    columns.add(words.text("subRegion"));
    List<Predicate<Interval>> places = new ArrayList<>();
    for (Room room : rooms) {
      for (String channel : List.of(ON_SITE, TEAMS)) {
        columns.add(words.integer("roomAndChannel", room.name(), words.value("channel", channel)));
        places.add(one -> one.room().equals(room.id()) && one.channel().equals(channel));
      }
    }
    for (String channel : List.of(ON_SITE, TEAMS)) {
      columns.add(
          words.integer("roomAndChannel", words.of("anywhere"), words.value("channel", channel)));
      places.add(one -> one.channel().equals(channel));
    }
    columns.add(words.integer("persons"));
    places.add(one -> true);
    return new Table(
        words.of("municipalities"), columns, coverage(intervals, municipalities, places));
  }

  private List<List<@Nullable Object>> coverage(
      List<Interval> intervals,
      List<Municipality> municipalities,
      List<Predicate<Interval>> places) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    int[] persons = new int[places.size()];
    int[] represented = new int[places.size()];
    Map<UUID, List<Interval>> byOrganisation =
        intervals.stream()
            .filter(one -> one.organisation() != null)
            .collect(Collectors.groupingBy(one -> Objects.requireNonNull(one.organisation())));
    for (Municipality municipality : municipalities) {
      List<Interval> own = byOrganisation.getOrDefault(municipality.id(), List.of());
      int[] counts = places.stream().mapToInt(place -> persons(own, place)).toArray();
      for (int i = 0; i < counts.length; i++) {
        persons[i] += counts[i];
        represented[i] += counts[i] > 0 ? 1 : 0;
      }
      rows.add(row(municipality.name(), municipality.subRegion(), counts));
    }
    rows.add(row(words.of("personsInAll"), null, persons));
    rows.add(row(words.of("municipalitiesRepresented", municipalities.size()), null, represented));
    return rows;
  }

  private static int persons(List<Interval> intervals, Predicate<Interval> place) {
    Set<UUID> persons = new HashSet<>();
    intervals.stream().filter(place).forEach(one -> persons.add(one.participant()));
    return persons.size();
  }

  private static List<@Nullable Object> row(String name, @Nullable String subRegion, int[] counts) {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(name);
    cells.add(subRegion);
    for (int count : counts) {
      cells.add(count);
    }
    return cells;
  }
}
