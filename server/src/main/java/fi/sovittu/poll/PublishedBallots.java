package fi.sovittu.poll;

import fi.sovittu.base.Problem;
import fi.sovittu.identity.Caller;
import fi.sovittu.poll.ballot.Ballots;
import fi.sovittu.poll.ballot.Definition;
import fi.sovittu.poll.count.Breakdown;
import fi.sovittu.poll.kind.Tally;
import fi.sovittu.poll.rules.Audience;
import io.vertx.core.Future;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What may be read of a poll's ballots one by one or by groups, by whoever may see its result: the
 * ballots of an anonymous poll under their receipts, those of a named poll under their names, and
 * the breakdown by groups.
 */
public final class PublishedBallots {
  /** The format of {@link Bundle}; a changed one gets another name. */
  public static final String FORMAT = "sovittu-ballots-1";

  /** The contract's {@code BallotBundle}. */
  record Bundle(
      String format, String meeting, PollView poll, List<Receipted> ballots, Tally tally) {
    record Receipted(String receipt, JsonArray answers) {}
  }

  /** The contract's {@code NamedBallots}. */
  record NamedBallots(List<Named> ballots) {
    record Named(
        String name,
        @Nullable UUID organisation,
        OffsetDateTime castAt,
        @Nullable String enteredBy,
        JsonObject ballot) {}
  }

  private PublishedBallots() {}

  /**
   * The ballots of an anonymous poll for everyone to count again.
   *
   * @return fails with NOT_FOUND where ballots are not published or the caller may not see the
   *     result (yet)
   */
  static Future<Bundle> bundle(SqlConnection connection, Caller caller, UUID id) {
    return visible(connection, caller, id)
        .compose(poll -> {
          if (!poll.publishBallots() || !poll.counted()) {
            throw Problem.of(Problem.Code.NOT_FOUND);
          }
          Future<List<Ballots.Ballot>> ballots = Ballots.all(connection, poll);
          Future<PollView> view = PollView.one(connection, id);
          Future<String> title =
              connection
                  .preparedQuery("select title from meeting where id = $1")
                  .execute(Tuple.of(poll.meeting()))
                  .map(rows -> rows.iterator().next().getString(0));
          return Future.all(ballots, view, title)
              .map(all ->
                  new Bundle(
                      FORMAT,
                      title.result(),
                      view.result(),
                      ballots.result().stream()
                          .map(one -> new Bundle.Receipted(one.name(), one.answers()))
                          .toList(),
                      Results.count(poll, ballots.result(), 0)));
        });
  }

  /**
   * Who answered what in a named poll, in the order of names.
   *
   * @return fails with NOT_FOUND where the poll is anonymous or the caller may not see the result
   *     (yet)
   */
  static Future<NamedBallots> named(SqlConnection connection, Caller caller, UUID id) {
    return visible(connection, caller, id)
        .compose(poll -> {
          if (poll.anonymous()) {
            throw Problem.of(Problem.Code.NOT_FOUND);
          }
          return connection
              .preparedQuery(
                  """
                  select x.name, n.organisation_id, n.cast_at, n.answers, n.revision, e.name as entered_by
                  from named_ballot n join participant x on x.id = n.participant_id
                  left join participant e on e.id = n.entered_by
                  left join organisation o on o.id = n.voter_id
                  where n.poll_id = $1 order by o.name collate "fi-x-icu", x.name collate "fi-x-icu", n.voter_id
                  """)
              .execute(Tuple.of(id))
              .map(rows -> {
                List<NamedBallots.Named> ballots = new ArrayList<>(rows.size());
                rows.forEach(row -> {
                  JsonObject ballot = new JsonObject().put("revision", row.getInteger(4));
                  poll.question().put(ballot, row.getJsonArray(3));
                  ballots.add(
                      new NamedBallots.Named(
                          row.getString(0),
                          row.getUUID(1),
                          row.getOffsetDateTime(2),
                          row.getString(5),
                          ballot));
                });
                return new NamedBallots(ballots);
              });
        });
  }

  /**
   * The result by groups, as the close has counted it; no dimensions where the rules name none.
   *
   * @return fails with NOT_FOUND where the caller may not see the result (yet)
   */
  static Future<JsonObject> breakdown(SqlConnection connection, Caller caller, UUID id) {
    return visible(connection, caller, id)
        .compose(poll ->
            connection
                .preparedQuery("select breakdown from poll where id = $1")
                .execute(Tuple.of(id)))
        .map(rows -> {
          JsonObject breakdown = rows.iterator().next().getJsonObject(0);
          return breakdown == null
              ? new JsonObject(Json.encodeToBuffer(new Breakdown(List.of())))
              : breakdown;
        });
  }

  /** The poll, if the caller is in its room and may see its result. */
  private static Future<Definition> visible(SqlConnection connection, Caller caller, UUID id) {
    return Definition.read(connection, id)
        .map(poll -> {
          boolean may =
              caller.runs(poll.room())
                  ? poll.visibleTo(Audience.DESK)
                  : caller.follows(poll.room()) && poll.visibleTo(Audience.PARTICIPANTS);
          if (!may) {
            throw Problem.of(Problem.Code.NOT_FOUND);
          }
          return poll;
        });
  }
}
