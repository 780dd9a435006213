package fi.sovittu.attendance;

import fi.sovittu.base.Limit;
import fi.sovittu.base.Problem;
import fi.sovittu.base.Tokens;
import fi.sovittu.db.Batches;
import fi.sovittu.db.Db;
import fi.sovittu.identity.Callers;
import fi.sovittu.identity.Newcomers;
import fi.sovittu.identity.Sessions;
import fi.sovittu.live.Change;
import fi.sovittu.live.Fact;
import fi.sovittu.live.Live;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowIterator;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Those who join by the code. They come by the thousand in the minutes before a meeting, so all who
 * wait together are let in by one transaction.
 */
public final class Arrivals {
  /** Somebody has come to a meeting by its code and awaits a nod. */
  public static final Fact WAITING = new Fact("waiting");

  /** The most who are let in by one transaction. */
  @Limit(value = "Arrivals written in one transaction", unit = "arrivals")
  static final int BATCH = 100;

  /** As in {@link Attendance#own}: no room that they choose starts or ends meanwhile. */
  private static final String LOCK = "select id from room where id = any($1) order by id for share";

  private static final String MAKE =
      """
      with wish as materialized (
        select w.n, w.participant, w.name, w.key_hash, w.channel, w.room is null or r.id is not null as possible,
          m.id as meeting_id, m.walk_ins, o.id as organisation_id, case when not r.plenary then r.id end as chosen,
          case when not r.plenary and r.started_at is not null and r.ended_at is null then r.id else z.id end as target
        from unnest($1::text[], $2::bytea[], $3::uuid[], $4::text[], $5::uuid[], $6::text[], $7::uuid[])
          with ordinality as w (code, key_hash, participant, name, organisation, channel, room, n)
        left join meeting m on m.code = w.code
        left join organisation o on o.meeting_id = m.id and o.id = w.organisation
        left join room r on r.meeting_id = m.id and r.id = w.room
        left join room z on z.meeting_id = m.id and z.plenary),
      """
          + Newcomers.ENROL
          + """
          present as (
            insert into attendance (meeting_id, participant_id, room_id, channel, during, source)
            select w.meeting_id, p.id, w.target, w.channel, tstzrange(clock_timestamp(), null), 'SELF'
            from made p join wish w on w.participant = p.id)
          select w.meeting_id, w.organisation_id, w.possible, w.target, p.voting
          from wish w left join made p on p.id = w.participant order by w.n
          """;

  /**
   * Also for those whose phone's key had a participant already: their first try was lost on the
   * way.
   */
  private static final String OPEN =
      """
      with opened as (
        %s
        select x.token_hash, p.id, %s from unnest($1::text[], $2::bytea[], $3::bytea[]) as x (code, key_hash, token_hash)
        cross join lateral (select q.id, q.meeting_id from participant q where q.join_key_hash = x.key_hash offset 0) p
        join meeting m on m.id = p.meeting_id and m.code = x.code
        returning participant_id)
      """
              .formatted(Sessions.OPEN, Callers.EXPIRY)
          + OwnParticipant.SELECT
          + "where p.id in (select participant_id from opened)";

  /**
   * @param keyHash of the key that the phone made once: a retry finds the participant that the
   *     first try made
   * @param room the parallel room chosen, null (or the plenary) for none
   * @param token the new session's
   */
  private record Arrival(
      String code,
      Buffer keyHash,
      UUID participant,
      String name,
      UUID organisation,
      Attendance.Channel channel,
      @Nullable UUID room,
      String token) {}

  /**
   * @param token of the session that was opened
   * @param fresh whether the participant is new
   */
  record Arrived(OwnParticipant participant, String token, boolean fresh) {}

  private final Db crowds;
  private final Live live;
  private final Batches<Arrival, Arrived> batches;

  /**
   * @param crowds as {@link Db#forCrowds}
   */
  Arrivals(Context context, Db crowds, Live live) {
    this.crowds = crowds;
    this.live = live;
    this.batches = new Batches<>(context, BATCH, arrival -> Set.of(arrival.keyHash()), this::letIn);
  }

  /**
   * Lets somebody in.
   *
   * @param key the phone's own
   * @param name one line, not blank
   * @param room the parallel room chosen, null (or the plenary) for none
   * @return after the commit; fails with CODE_UNKNOWN, BAD_REQUEST for an organisation or NOT_FOUND
   *     for a room that is not one of the meeting's
   */
  Future<Arrived> arrive(
      String code,
      String key,
      String name,
      UUID organisation,
      Attendance.Channel channel,
      @Nullable UUID room) {
    return batches.add(
        new Arrival(
            code.toUpperCase(Locale.ROOT),
            Buffer.buffer(Tokens.sha256(key)),
            UUID.randomUUID(),
            name,
            organisation,
            channel,
            room,
            Tokens.random()));
  }

  private Future<List<Future<Arrived>>> letIn(List<Arrival> arrivals) {
    return live.writeOfMany(crowds, (connection, change) -> letIn(connection, change, arrivals))
        .recover(failure ->
            arrivals.size() == 1 || Problem.isUnavailable(failure)
                ? Future.failedFuture(failure)
                : each(arrivals));
  }

  /**
   * A name as it is kept: on one line, wherever it is shown, in Unicode's composed form (NFC).
   *
   * @throws Problem BAD_REQUEST for one that nothing is left of, or that PostgreSQL cannot keep
   */
  static String name(String written) {
    String name =
        Normalizer.normalize(
            written.replaceAll("[\\p{Cntrl}\\s&&[^\\u0000]]+", " ").strip(), Normalizer.Form.NFC);
    if (name.isEmpty()) {
      throw Problem.withFields(
          Problem.Code.BAD_REQUEST, List.of(new Problem.Field("name", "blank")));
    }
    if (name.indexOf('\u0000') >= 0) {
      throw Problem.of(Problem.Code.BAD_REQUEST);
    }
    return name;
  }

  /** What PostgreSQL refuses of one must not keep the others out. */
  private Future<List<Future<Arrived>>> each(List<Arrival> arrivals) {
    List<Future<Arrived>> alone =
        arrivals.stream().map(arrival -> letIn(List.of(arrival)).compose(List::getFirst)).toList();
    return Future.join(alone).transform(done -> Future.succeededFuture(alone));
  }

  private static Future<List<Future<Arrived>>> letIn(
      SqlConnection connection, Change change, List<Arrival> arrivals) {
    UUID[] rooms = column(arrivals, Arrival::room, UUID[]::new);
    String[] codes = column(arrivals, Arrival::code, String[]::new);
    Buffer[] keys = column(arrivals, Arrival::keyHash, Buffer[]::new);
    Tuple making =
        Tuple.tuple()
            .addArrayOfString(codes)
            .addArrayOfBuffer(keys)
            .addArrayOfUUID(column(arrivals, Arrival::participant, UUID[]::new))
            .addArrayOfString(column(arrivals, Arrival::name, String[]::new))
            .addArrayOfUUID(column(arrivals, Arrival::organisation, UUID[]::new))
            .addArrayOfString(column(arrivals, arrival -> arrival.channel().name(), String[]::new))
            .addArrayOfUUID(rooms);
    Tuple opening =
        Tuple.tuple()
            .addArrayOfString(codes)
            .addArrayOfBuffer(keys)
            .addArrayOfBuffer(
                column(
                    arrivals,
                    arrival -> Buffer.buffer(Tokens.sha256(arrival.token())),
                    Buffer[]::new));
    // One behind the other without waiting: a round trip for all three.
    Future<RowSet<Row>> locked =
        connection.preparedQuery(LOCK).execute(Tuple.tuple().addArrayOfUUID(rooms));
    Future<RowSet<Row>> made = connection.preparedQuery(MAKE).execute(making);
    Future<RowSet<Row>> opened = connection.preparedQuery(OPEN).execute(opening);
    return Future.all(locked, made, opened)
        .map(done -> outcomes(change, arrivals, made.result(), opened.result()));
  }

  private static <T> T[] column(
      List<Arrival> arrivals, Function<Arrival, @Nullable T> value, IntFunction<T[]> array) {
    return arrivals.stream().map(value).toArray(array);
  }

  private static List<Future<Arrived>> outcomes(
      Change change, List<Arrival> arrivals, RowSet<Row> made, RowSet<Row> opened) {
    Map<Buffer, OwnParticipant> callers = new HashMap<>();
    for (Row row : opened) {
      callers.put(row.getBuffer("join_key_hash"), OwnParticipant.of(row));
    }
    RowIterator<Row> rows = made.iterator();
    return arrivals.stream()
        .map(arrival -> outcome(change, arrival, rows.next(), callers.get(arrival.keyHash())))
        .toList();
  }

  private static Future<Arrived> outcome(
      Change change, Arrival arrival, Row row, @Nullable OwnParticipant participant) {
    UUID meeting = row.getUUID("meeting_id");
    String voting = row.getString("voting");
    if (meeting == null) {
      return Future.failedFuture(Problem.of(Problem.Code.CODE_UNKNOWN));
    }
    if (participant != null) {
      if (voting != null) {
        Attendance.touch(change, meeting, row.getUUID("target"));
        if (voting.equals("WAITING")) {
          change.tell(WAITING, meeting);
        }
      }
      return Future.succeededFuture(new Arrived(participant, arrival.token(), voting != null));
    }
    return Future.failedFuture(
        row.getUUID("organisation_id") == null
            ? Problem.withFields(
                Problem.Code.BAD_REQUEST, List.of(new Problem.Field("organisation", "unknown")))
            : Problem.of(Problem.Code.NOT_FOUND));
  }
}
