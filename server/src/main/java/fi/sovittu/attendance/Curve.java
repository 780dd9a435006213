package fi.sovittu.attendance;

import fi.sovittu.attendance.Attendance.Channel;
import fi.sovittu.attendance.Intervals.Interval;
import fi.sovittu.base.Limit;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The contract's {@code AttendanceCurve}: presence in numbers at even steps of time, from the first
 * arrival to the last departure or to now.
 *
 * @param minutes from a point to the next
 * @param municipalities all of the meeting
 */
public record Curve(int minutes, int municipalities, List<Point> points) {
  /** How many points a curve has at most. */
  @Limit(value = "Points of the curve of attendance", unit = "points")
  public static final int MOST_POINTS = 200;

  private static final int[] STEPS = {1, 2, 5, 10, 15, 30, 60, 120, 240, 720, 1440};

  private static final String ALL =
      """
      select a.channel, lower(a.during) as came, upper(a.during) as went,
        case when o.kind = 'MUNICIPALITY' then o.id end as municipality
      from attendance a join participant p on p.id = a.participant_id
      left join organisation o on o.id = p.organisation_id
      where a.meeting_id = $1
      """;

  private static final String SIZE =
      """
      select clock_timestamp(), (select count(*)::int from organisation where meeting_id = $1 and kind = 'MUNICIPALITY')
      """;

  /**
   * How many are present at an instant.
   *
   * @param municipalities with at least one person present
   */
  public record Point(Instant at, int onSite, int teams, int municipalities) {}

  /** One person's interval. */
  record Presence(Channel channel, @Nullable UUID municipality, Interval during) {}

  /** What is needed to draw a curve; drawing it takes long and touches no state. */
  public record Data(List<Presence> all, int municipalities, Instant now) {
    /** Draws it. */
    public Curve curve() {
      return Curve.of(all, municipalities, now);
    }
  }

  /** Reads what a curve is drawn from. */
  public static Future<Data> read(SqlConnection connection, UUID meeting) {
    Future<RowSet<Row>> all = connection.preparedQuery(ALL).execute(Tuple.of(meeting));
    Future<RowSet<Row>> size = connection.preparedQuery(SIZE).execute(Tuple.of(meeting));
    return Future.all(all, size)
        .map(both -> {
          List<Presence> list = new ArrayList<>();
          all.result().forEach(row -> list.add(presence(row)));
          Row row = size.result().iterator().next();
          return new Data(list, row.getInteger(1), row.getOffsetDateTime(0).toInstant());
        });
  }

  private static Presence presence(Row row) {
    OffsetDateTime went = row.getOffsetDateTime("went");
    return new Presence(
        Channel.valueOf(row.getString("channel")),
        row.getUUID("municipality"),
        new Interval(
            row.getOffsetDateTime("came").toInstant(),
            went == null ? Intervals.FOREVER : went.toInstant()));
  }

  static Curve of(List<Presence> all, int municipalities, Instant now) {
    if (all.isEmpty()) {
      return new Curve(STEPS[0], municipalities, List.of());
    }
    Instant first = all.getFirst().during().from();
    Instant last = first;
    for (Presence one : all) {
      Instant to = one.during().isOpen() ? now : one.during().to();
      first = one.during().from().isBefore(first) ? one.during().from() : first;
      last = to.isAfter(last) ? to : last;
    }
    int minutes = minutes(Duration.between(first, last));
    long step = minutes * 60L;
    List<Instant> grid = new ArrayList<>();
    long from = Math.floorDiv(first.getEpochSecond(), step) * step;
    for (long at = from; at <= last.getEpochSecond(); at += step) {
      grid.add(Instant.ofEpochSecond(at));
    }
    // The latest numbers are those of now, or none after everybody has left.
    if (grid.getLast().isBefore(last)) {
      grid.add(last);
    }
    return new Curve(minutes, municipalities, new Sweep(all).at(grid));
  }

  private static int minutes(Duration length) {
    long needed = length.toMinutes() / (MOST_POINTS - 3) + 1;
    for (int step : STEPS) {
      if (step >= needed) {
        return step;
      }
    }
    int day = STEPS[STEPS.length - 1];
    return Math.toIntExact((needed + day - 1) / day * day);
  }

  /** Goes through comings and goings in the order of time. One use. */
  private static final class Sweep {
    private record Step(Instant at, int by, Presence who) {}

    private final List<Step> steps = new ArrayList<>();
    private final Map<UUID, Integer> persons = new HashMap<>();
    private int onSite;
    private int teams;

    Sweep(List<Presence> all) {
      for (Presence one : all) {
        steps.add(new Step(one.during().from(), 1, one));
        steps.add(new Step(one.during().to(), -1, one));
      }
      steps.sort(Comparator.comparing(Step::at));
    }

    List<Point> at(List<Instant> grid) {
      List<Point> points = new ArrayList<>();
      int next = 0;
      for (Instant at : grid) {
        while (next < steps.size() && !steps.get(next).at().isAfter(at)) {
          take(steps.get(next));
          next++;
        }
        points.add(new Point(at, onSite, teams, persons.size()));
      }
      return List.copyOf(points);
    }

    private void take(Step step) {
      if (step.who().channel() == Channel.ON_SITE) {
        onSite += step.by();
      } else {
        teams += step.by();
      }
      UUID municipality = step.who().municipality();
      if (municipality != null) {
        int there = persons.getOrDefault(municipality, 0) + step.by();
        if (there == 0) {
          persons.remove(municipality);
        } else {
          persons.put(municipality, there);
        }
      }
    }
  }
}
