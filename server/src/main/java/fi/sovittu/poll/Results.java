package fi.sovittu.poll;

import fi.sovittu.base.ServerSecret;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Turnout and tallies of a room's polls. The tally of a closed poll never changes and is counted
 * once; that of an open anonymous poll is counted in steps, so that two moments never differ by a
 * few ballots. Event loop only.
 */
final class Results {
  /**
   * An open anonymous poll shows no tally before this many have voted, and a new one only after as
   * many more.
   */
  static final int STEP = 5;

  /** The contract's {@code Result}. */
  record Result(
      UUID poll,
      int voted,
      int entitled,
      List<Answered> answered,
      boolean withheld,
      @Nullable ScaleTally scale,
      @Nullable CommitmentTally commitment) {}

  record Answered(UUID organisation, OffsetDateTime at) {}

  private static final String TURNOUT =
      """
      select p.id, p.kind, p.state, p.steps, p.seal_salt, p.show_results, p.results_shown,
        (select count(*)::int from poll_statement s where s.poll_id = p.id) as statements,
        (select count(*)::int from turnout t where t.poll_id = p.id) as voted,
        (select count(*)::int from organisation o
          where o.meeting_id = p.meeting_id and o.kind = 'MUNICIPALITY') as municipalities,
        coalesce(p.entitled, case p.voters when 'PERSONS' then (select count(*)::int from (
            select a.participant_id from attendance a where a.room_id = p.room_id and upper_inf(a.during)
            union select t.participant_id from turnout t where t.poll_id = p.id) e) end) as entitled
      from poll p where p.room_id = $1 and p.state <> 'DRAFT' order by p.position
      """;

  private record OpenTally(int voted, ScaleTally tally) {}

  private final ServerSecret secret;
  private final Map<UUID, ScaleTally> closed = new HashMap<>();
  private final Map<UUID, OpenTally> open = new HashMap<>();

  Results(ServerSecret secret) {
    this.secret = secret;
  }

  /**
   * The results of the room's polls.
   *
   * @param desk true for those who run the room: they see tallies of closed polls before these are
   *     shown to all
   */
  Future<List<Result>> ofRoom(SqlConnection connection, UUID room, boolean desk) {
    return connection
        .preparedQuery(TURNOUT)
        .execute(Tuple.of(room))
        .compose(rows -> {
          List<Future<Result>> results = new ArrayList<>();
          for (Row row : rows) {
            results.add(result(connection, row, desk));
          }
          return Future.all(results).map(all -> List.copyOf(all.<Result>list()));
        });
  }

  private Future<Result> result(SqlConnection connection, Row row, boolean desk) {
    boolean closedPoll = row.getString("state").equals("CLOSED");
    boolean visible =
        row.getBoolean("results_shown")
            || (desk && (closedPoll || row.getString("show_results").equals("LIVE")));
    return row.getString("kind").equals("SCALE")
        ? scale(connection, row, visible, closedPoll)
        : commitment(connection, row, visible);
  }

  private Future<Result> scale(
      SqlConnection connection, Row row, boolean visible, boolean closedPoll) {
    UUID poll = row.getUUID("id");
    int voted = row.getInteger("voted");
    Future<@Nullable ScaleTally> tally =
        !visible
            ? Future.succeededFuture()
            : closedPoll ? closedTally(connection, row) : openTally(connection, row, voted);
    return tally.map(found ->
        new Result(
            poll,
            voted,
            row.getInteger("entitled"),
            List.of(),
            visible && found == null,
            found,
            null));
  }

  private Future<@Nullable ScaleTally> closedTally(SqlConnection connection, Row row) {
    UUID poll = row.getUUID("id");
    ScaleTally known = closed.get(poll);
    if (known != null) {
      return Future.succeededFuture(known);
    }
    return connection
        .preparedQuery("select answers from ballot where poll_id = $1")
        .execute(Tuple.of(poll))
        .map(rows -> {
          List<List<@Nullable Integer>> ballots = new ArrayList<>(rows.size());
          rows.forEach(ballot -> ballots.add(BallotBox.scale(ballot.getJsonArray(0))));
          ScaleTally tally =
              ScaleTally.of(row.getInteger("steps"), row.getInteger("statements"), ballots);
          closed.put(poll, tally);
          open.remove(poll);
          return tally;
        });
  }

  private Future<@Nullable ScaleTally> openTally(SqlConnection connection, Row row, int voted) {
    UUID poll = row.getUUID("id");
    OpenTally last = open.get(poll);
    if (voted < (last == null ? STEP : last.voted() + STEP)) {
      return Future.succeededFuture(last == null ? null : last.tally());
    }
    return connection
        .preparedQuery("select locator, sealed from sealed_ballot where poll_id = $1")
        .execute(Tuple.of(poll))
        .map(ballots -> {
          ScaleTally tally =
              count(row, ballots, new Seal(secret, poll, row.getBuffer("seal_salt").getBytes()));
          open.put(poll, new OpenTally(voted, tally));
          return tally;
        });
  }

  private static ScaleTally count(Row row, RowSet<Row> sealed, Seal seal) {
    List<List<@Nullable Integer>> ballots = new ArrayList<>(sealed.size());
    BallotBox.open(seal, sealed).forEach(ballot -> ballots.add(BallotBox.scale(ballot.answers())));
    return ScaleTally.of(row.getInteger("steps"), row.getInteger("statements"), ballots);
  }

  private static Future<Result> commitment(SqlConnection connection, Row row, boolean visible) {
    UUID poll = row.getUUID("id");
    int municipalities = row.getInteger("municipalities");
    Future<@Nullable CommitmentTally> tally =
        visible
            ? CommitmentTally.read(connection, poll, municipalities, row.getInteger("statements"))
                .map(found -> found)
            : Future.succeededFuture();
    return tally.compose(found ->
        connection
            .preparedQuery(
                "select organisation_id, cast_at from commitment_ballot where poll_id = $1 order by organisation_id")
            .execute(Tuple.of(poll))
            .map(rows -> {
              List<Answered> answered = new ArrayList<>();
              rows.forEach(a -> answered.add(new Answered(a.getUUID(0), a.getOffsetDateTime(1))));
              return new Result(
                  poll, answered.size(), municipalities, List.copyOf(answered), false, null, found);
            }));
  }
}
