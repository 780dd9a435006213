package fi.sovittu.attendance;

import fi.sovittu.agenda.RoomMoves;
import fi.sovittu.attendance.Intervals.Interval;
import fi.sovittu.base.Limit;
import fi.sovittu.base.Problem;
import fi.sovittu.live.Change;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Replaces what is recorded of a person's presence. Nothing is erased: every version that is
 * replaced is kept with who replaced it, when and why. Works inside the caller's transaction.
 */
public final class Corrections {
  /** The most stretches of one person in a meeting. */
  @Limit(value = "Stretches of attendance of one participant", unit = "stretches")
  public static final int MOST_STRETCHES = 200;

  /** A recorder's clock may be ahead of the server's by this much, seconds. */
  private static final long AHEAD_SECONDS = 2;

  private static final String RECORDED =
      """
      select id, room_id, channel, lower(during) as came, upper(during) as went
      from attendance where participant_id = $1 order by lower(during)
      """;

  private static final String KEEP =
      """
      insert into attendance_past (id, meeting_id, participant_id, room_id, channel, during, source, recorded_by,
        recorded_at, reason, ended_source, ended_by, ended_recorded_at, ended_reason,
        withdrawn_by, withdrawn_source, withdrawn_reason)
      select id, meeting_id, participant_id, room_id, channel, during, source, recorded_by,
        recorded_at, reason, ended_source, ended_by, ended_recorded_at, ended_reason, $2, $3, $4
      from attendance where id = any($1) order by lower(during)
      """;

  private static final String END =
      """
      update attendance a set during = tstzrange(lower(a.during), x.went),
        ended_source = case when x.went is not null then $3 end,
        ended_by = case when x.went is not null then $4::uuid end,
        ended_recorded_at = case when x.went is not null then clock_timestamp() end,
        ended_reason = case when x.went is not null then $5 end
      from unnest($1::uuid[], $2::timestamptz[]) x (id, went) where a.id = x.id
      """;

  private static final String INSERT =
      """
      insert into attendance (meeting_id, participant_id, room_id, channel, during, source, recorded_by, reason,
        ended_source, ended_by, ended_recorded_at, ended_reason)
      select $1, $2, x.room, x.channel, tstzrange(x.came, x.went), $3, $4, $5,
        case when x.went is not null then $3 end, case when x.went is not null then $4::uuid end,
        case when x.went is not null then clock_timestamp() end, case when x.went is not null then $5 end
      from unnest($6::uuid[], $7::text[], $8::timestamptz[], $9::timestamptz[]) x (room, channel, came, went)
      """;

  private record Recorded(UUID id, Stretch stretch) {}

  /** What must be done so that the record says what is wanted. */
  private record Steps(List<Recorded> gone, Map<UUID, Stretch> ended, List<Stretch> added) {
    boolean none() {
      return gone.isEmpty() && ended.isEmpty() && added.isEmpty();
    }
  }

  private Corrections() {}

  /**
   * What is recorded of the person, in the order of time. Locks it until the transaction ends, and
   * the rooms, so that none starts or ends meanwhile.
   *
   * @return fails with NOT_FOUND for a person of another meeting
   */
  public static Future<List<Stretch>> recorded(
      SqlConnection connection, UUID meeting, UUID participant) {
    return locked(connection, meeting, participant)
        .map(all -> all.stream().map(Recorded::stretch).toList());
  }

  /**
   * Makes the record of a person's presence say what is wanted. What is wanted and recorded already
   * stays as it is, with its source; the same correction sent again changes nothing.
   *
   * @param wanted all that shall be recorded of the person, in any order
   * @return whether anything changed; fails with NOT_FOUND for a person of another meeting and
   *     ATTENDANCE_INVALID for stretches that overlap, lie in the future or are in no room of the
   *     meeting
   */
  public static Future<Boolean> replace(
      SqlConnection connection,
      Change change,
      UUID meeting,
      UUID participant,
      List<Stretch> wanted,
      Recorder recorder) {
    List<Stretch> exact = wanted.stream().map(Corrections::exact).toList();
    return locked(connection, meeting, participant)
        .compose(recorded ->
            check(connection, meeting, exact)
                .compose(valid -> {
                  Steps steps = steps(recorded, exact);
                  if (steps.none()) {
                    return Future.succeededFuture(false);
                  }
                  touch(change, meeting, steps);
                  return take(connection, meeting, participant, steps, recorder).map(done -> true);
                }));
  }

  /** As exact as the database's clock. */
  private static Stretch exact(Stretch stretch) {
    Interval during = stretch.during();
    Instant from = during.from().truncatedTo(ChronoUnit.MICROS);
    Instant to = during.isOpen() ? during.to() : during.to().truncatedTo(ChronoUnit.MICROS);
    if (!from.isBefore(to)) {
      throw invalid("from", "empty");
    }
    return stretch.at(new Interval(from, to));
  }

  private static Future<List<Recorded>> locked(
      SqlConnection connection, UUID meeting, UUID participant) {
    return connection
        .preparedQuery(
            "select id from participant where meeting_id = $1 and id = $2 for no key update")
        .execute(Tuple.of(meeting, participant))
        .compose(found -> {
          if (found.size() == 0) {
            throw Problem.of(Problem.Code.NOT_FOUND);
          }
          return connection
              .preparedQuery("select id from room where meeting_id = $1 order by id for share")
              .execute(Tuple.of(meeting));
        })
        .compose(rooms -> connection.preparedQuery(RECORDED).execute(Tuple.of(participant)))
        .map(rows -> {
          List<Recorded> recorded = new ArrayList<>();
          rows.forEach(row -> recorded.add(recorded(row)));
          return recorded;
        });
  }

  private static Recorded recorded(Row row) {
    OffsetDateTime went = row.getOffsetDateTime("went");
    return new Recorded(
        row.getUUID("id"),
        new Stretch(
            row.getUUID("room_id"),
            Attendance.Channel.valueOf(row.getString("channel")),
            new Interval(
                row.getOffsetDateTime("came").toInstant(),
                went == null ? Intervals.FOREVER : went.toInstant())));
  }

  private static Future<Void> check(SqlConnection connection, UUID meeting, List<Stretch> wanted) {
    if (wanted.size() > MOST_STRETCHES) {
      throw invalid("intervals", "more than " + MOST_STRETCHES);
    }
    List<Stretch> ordered =
        wanted.stream().sorted(Comparator.comparing(one -> one.during().from())).toList();
    for (int i = 1; i < ordered.size(); i++) {
      if (ordered.get(i - 1).during().overlaps(ordered.get(i).during())) {
        throw invalid("intervals[" + wanted.indexOf(ordered.get(i)) + "].from", "overlap");
      }
    }
    return connection
        .preparedQuery("select clock_timestamp(), array(select id from room where meeting_id = $1)")
        .execute(Tuple.of(meeting))
        .map(rows -> {
          Row row = rows.iterator().next();
          Instant latest = row.getOffsetDateTime(0).toInstant().plusSeconds(AHEAD_SECONDS);
          Set<UUID> rooms = Set.of(row.getArrayOfUUIDs(1));
          for (int i = 0; i < wanted.size(); i++) {
            check(wanted.get(i), "intervals[" + i + "]", latest, rooms);
          }
          return null;
        });
  }

  private static void check(Stretch one, String place, Instant latest, Set<UUID> rooms) {
    if (one.during().from().isAfter(latest)) {
      throw invalid(place + ".from", "future");
    }
    if (!one.during().isOpen() && one.during().to().isAfter(latest)) {
      throw invalid(place + ".to", "future");
    }
    if (!rooms.contains(one.room())) {
      throw invalid(place + ".room", "unknown");
    }
  }

  private static Problem invalid(String field, String message) {
    return Problem.withFields(
        Problem.Code.ATTENDANCE_INVALID, List.of(new Problem.Field(field, message)));
  }

  /** A stretch that begins as recorded keeps its beginning; only its end is another. */
  private static Steps steps(List<Recorded> recorded, List<Stretch> wanted) {
    List<Stretch> added = new ArrayList<>(wanted);
    List<Recorded> gone = new ArrayList<>();
    Map<UUID, Stretch> ended = new HashMap<>();
    for (Recorded one : recorded) {
      Stretch same =
          added.stream().filter(stretch -> begins(stretch, one.stretch())).findAny().orElse(null);
      if (same == null) {
        gone.add(one);
      } else {
        added.remove(same);
        if (!same.equals(one.stretch())) {
          ended.put(one.id(), same);
        }
      }
    }
    return new Steps(gone, ended, added);
  }

  private static boolean begins(Stretch a, Stretch b) {
    return a.during().from().equals(b.during().from())
        && a.room().equals(b.room())
        && a.channel() == b.channel();
  }

  private static Future<Void> take(
      SqlConnection connection, UUID meeting, UUID participant, Steps steps, Recorder recorder) {
    UUID[] gone = steps.gone().stream().map(Recorded::id).toArray(UUID[]::new);
    Set<UUID> replaced = new HashSet<>(steps.ended().keySet());
    replaced.addAll(List.of(gone));
    String source = recorder.source().name();
    // The database refuses overlaps at once, so what goes makes room for what comes.
    return connection
        .preparedQuery(KEEP)
        .execute(Tuple.of(replaced.toArray(UUID[]::new), recorder.by(), source, recorder.reason()))
        .compose(kept ->
            connection
                .preparedQuery("delete from attendance where id = any($1)")
                .execute(Tuple.of(gone)))
        .compose(deleted -> end(connection, steps.ended(), recorder))
        .compose(done -> insert(connection, meeting, participant, steps.added(), recorder));
  }

  private static Future<Void> end(
      SqlConnection connection, Map<UUID, Stretch> ended, Recorder recorder) {
    if (ended.isEmpty()) {
      return Future.succeededFuture();
    }
    List<UUID> ids = List.copyOf(ended.keySet());
    @Nullable OffsetDateTime[] went = new @Nullable OffsetDateTime[ids.size()];
    for (int i = 0; i < went.length; i++) {
      went[i] = end(Objects.requireNonNull(ended.get(ids.get(i))));
    }
    return connection
        .preparedQuery(END)
        .execute(
            Tuple.of(
                ids.toArray(UUID[]::new),
                went,
                recorder.source().name(),
                recorder.by(),
                recorder.reason()))
        .mapEmpty();
  }

  private static Future<Void> insert(
      SqlConnection connection,
      UUID meeting,
      UUID participant,
      List<Stretch> added,
      Recorder recorder) {
    if (added.isEmpty()) {
      return Future.succeededFuture();
    }
    Tuple values =
        Tuple.of(meeting, participant, recorder.source().name(), recorder.by(), recorder.reason())
            .addArrayOfUUID(added.stream().map(Stretch::room).toArray(UUID[]::new))
            .addArrayOfString(
                added.stream().map(one -> one.channel().name()).toArray(String[]::new))
            .addArrayOfOffsetDateTime(
                added.stream()
                    .map(one -> one.during().from().atOffset(ZoneOffset.UTC))
                    .toArray(OffsetDateTime[]::new))
            .addArrayOfOffsetDateTime(
                added.stream().map(Corrections::end).toArray(OffsetDateTime[]::new));
    return connection.preparedQuery(INSERT).execute(values).mapEmpty();
  }

  private static @Nullable OffsetDateTime end(Stretch stretch) {
    return stretch.during().isOpen() ? null : stretch.during().to().atOffset(ZoneOffset.UTC);
  }

  /** Who is present now decides who may vote, so the turnout of those rooms changes too. */
  private static void touch(Change change, UUID meeting, Steps steps) {
    change.touch(AttendanceSection.NAME, meeting);
    Set<UUID> rooms = new HashSet<>();
    steps.gone().stream()
        .filter(one -> one.stretch().during().isOpen())
        .forEach(one -> rooms.add(one.stretch().room()));
    steps.ended().values().forEach(one -> rooms.add(one.room()));
    steps.added().stream()
        .filter(one -> one.during().isOpen())
        .forEach(one -> rooms.add(one.room()));
    rooms.forEach(room -> change.tell(RoomMoves.PRESENCE, room));
  }
}
