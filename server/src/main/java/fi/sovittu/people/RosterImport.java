package fi.sovittu.people;

import fi.sovittu.base.Problem;
import fi.sovittu.db.Audit;
import fi.sovittu.identity.Caller;
import fi.sovittu.identity.LinkGenerations;
import fi.sovittu.live.Change;
import fi.sovittu.people.RosterPlan.Outcome;
import fi.sovittu.people.RosterPreview.Counts;
import fi.sovittu.people.roster.Roster;
import fi.sovittu.people.roster.RosterWords;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;

/**
 * One import of a roster: what was previewed is what is imported, or nothing is. Works inside the
 * caller's transaction.
 */
final class RosterImport {
  private static final String IMPORT = "people.import";

  private final Vertx vertx;
  private final SqlConnection connection;
  private final Change change;
  private final Caller caller;

  RosterImport(Vertx vertx, SqlConnection connection, Change change, Caller caller) {
    this.vertx = vertx;
    this.connection = connection;
    this.change = change;
    this.caller = caller;
  }

  /**
   * One import at a time; sent again it finds what the first try did.
   *
   * @param key the command's own id
   * @param digest of the plan that was previewed
   * @return fails with ROSTER_INVALID in the words' language, ROSTER_CHANGED when the plan is
   *     another by now
   */
  Future<Counts> once(UUID key, Roster roster, String digest, RosterWords words) {
    return connection
        .preparedQuery("select id from meeting where id = $1 for no key update")
        .execute(Tuple.of(caller.meeting()))
        .compose(locked ->
            connection
                .preparedQuery(
                    "select detail from audit where subject_id = $1 and meeting_id = $2 and action"
                        + " = $3")
                .execute(Tuple.of(key, caller.meeting(), IMPORT)))
        .compose(rows ->
            rows.size() > 0
                ? Future.succeededFuture(
                    rows.iterator().next().getJsonObject(0).mapTo(Counts.class))
                : Known.read(connection, caller.meeting())
                    // Thousands of rows are compared, and votes must not wait for that.
                    .compose(known ->
                        vertx.executeBlocking(
                            () -> RosterPlan.of(roster, known, caller.participant()), false))
                    .compose(plan -> store(key, plan, digest, words)));
  }

  private Future<Counts> store(UUID key, RosterPlan plan, String digest, RosterWords words) {
    if (plan.count(Outcome.REFUSED) > 0) {
      throw plan.problem(words);
    }
    if (!plan.digest().equals(digest)) {
      throw Problem.of(Problem.Code.ROSTER_CHANGED);
    }
    Counts counts = RosterPreview.counts(plan);
    return planned()
        .compose(done -> People.store(connection, caller.meeting(), plan.toStore()))
        // Everyone on a roster gets a personal link.
        .compose(done -> LinkGenerations.give(connection, caller.meeting(), plan.unchanged()))
        .compose(done ->
            Audit.write(
                connection,
                caller.meeting(),
                caller.participant(),
                IMPORT,
                key,
                JsonObject.mapFrom(counts)))
        .compose(done -> PeopleChange.touch(connection, change, caller.meeting()))
        .map(counts);
  }

  /** Thousands of rows are written by another plan than a few, which is what others remember. */
  private Future<Void> planned() {
    return connection.query("set local plan_cache_mode = force_custom_plan").execute().mapEmpty();
  }
}
