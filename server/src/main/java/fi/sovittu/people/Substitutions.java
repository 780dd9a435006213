package fi.sovittu.people;

import fi.sovittu.base.Problem;
import fi.sovittu.db.Audit;
import fi.sovittu.identity.Caller;
import fi.sovittu.live.Change;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;

/**
 * Deputies (varaedustajat) in the places of those who named them. Works inside the caller's
 * transaction.
 */
final class Substitutions {
  /** The deputy and whose place it is. */
  private record Pair(UUID deputy, UUID named) {}

  /** Locks both, so that neither is merged nor takes another place meanwhile. */
  private static final String POSSIBLE =
      """
      select n.id from participant d join participant n on n.id = d.deputy_of
      where d.meeting_id = $1 and d.id = $2 and d.merged_into is null and n.merged_into is null
        and d.organisation_id = n.organisation_id
      order by d.id for no key update
      """;

  private static final String NOW =
      """
      select deputy_id, named_id from substitution
      where upper_inf(during) and (deputy_id = $1 or named_id = $2)
      """;

  /** Also when the clock was put back, nobody takes a place before it was given back. */
  private static final String START =
      """
      insert into substitution (id, meeting_id, deputy_id, named_id, during, started_by)
      select gen_random_uuid(), $1, $2, $3, tstzrange(greatest(clock_timestamp(), (
        select max(upper(during)) from substitution where deputy_id = $2 or named_id = $3)), null), $4
      """;

  private static final String END =
      """
      update substitution
      set during = tstzrange(lower(during), greatest(clock_timestamp(), lower(during) + interval '1 microsecond')), ended_by = $3
      where meeting_id = $1 and deputy_id = $2 and upper_inf(during)
      returning named_id
      """;

  private Substitutions() {}

  /**
   * Gives the deputy the place; does nothing when the deputy has it.
   *
   * @return both persons, none when nothing changed; fails with DEPUTY_NOT_POSSIBLE, or PLACE_TAKEN
   *     when either has another place or deputy
   */
  static Future<List<UUID>> start(
      SqlConnection connection, Change change, Caller caller, UUID deputy) {
    return connection
        .preparedQuery(POSSIBLE)
        .execute(Tuple.of(caller.meeting(), deputy))
        .compose(rows -> {
          if (rows.size() == 0) {
            throw Problem.of(Problem.Code.DEPUTY_NOT_POSSIBLE);
          }
          Pair pair = new Pair(deputy, rows.iterator().next().getUUID(0));
          return connection
              .preparedQuery(NOW)
              .execute(Tuple.of(deputy, pair.named()))
              .compose(taken -> {
                for (Row row : taken) {
                  if (!pair.equals(new Pair(row.getUUID(0), row.getUUID(1)))) {
                    throw Problem.of(Problem.Code.PLACE_TAKEN);
                  }
                  return Future.succeededFuture(List.<UUID>of());
                }
                return connection
                    .preparedQuery(START)
                    .execute(Tuple.of(caller.meeting(), deputy, pair.named(), caller.participant()))
                    .compose(done -> tell(connection, change, caller, pair, "substitution.start"));
              });
        });
  }

  /**
   * Gives the place back; does nothing when the deputy has none.
   *
   * @return both persons, none when nothing changed
   */
  static Future<List<UUID>> end(
      SqlConnection connection, Change change, Caller caller, UUID deputy) {
    return connection
        .preparedQuery(END)
        .execute(Tuple.of(caller.meeting(), deputy, caller.participant()))
        .compose(rows ->
            rows.size() == 0
                ? Future.succeededFuture(List.<UUID>of())
                : tell(
                    connection,
                    change,
                    caller,
                    new Pair(deputy, rows.iterator().next().getUUID(0)),
                    "substitution.end"));
  }

  private static Future<List<UUID>> tell(
      SqlConnection connection, Change change, Caller caller, Pair pair, String action) {
    return Audit.write(
            connection,
            caller.meeting(),
            caller.participant(),
            action,
            pair.deputy(),
            new JsonObject().put("named", pair.named().toString()))
        .compose(done -> PeopleChange.touch(connection, change, caller.meeting()))
        .map(List.of(pair.deputy(), pair.named()));
  }
}
