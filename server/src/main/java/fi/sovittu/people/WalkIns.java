package fi.sovittu.people;

import fi.sovittu.base.Problem;
import fi.sovittu.db.Audit;
import fi.sovittu.identity.Caller;
import fi.sovittu.live.Change;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;

/**
 * Those who join by the code: whether they may vote at once, and the nod that lets them. Works
 * inside the caller's transaction.
 */
final class WalkIns {
  private WalkIns() {}

  /**
   * Sets what those become who join from now on; what is so already changes nothing.
   *
   * @param rule the contract's {@code VOTE}, {@code NOD} or {@code LISTEN}
   */
  static Future<Void> rule(SqlConnection connection, Change change, Caller caller, String rule) {
    return connection
        .preparedQuery("update meeting set walk_ins = $2 where id = $1 and walk_ins <> $2")
        .execute(Tuple.of(caller.meeting(), rule))
        .compose(updated -> {
          if (updated.rowCount() == 0) {
            return Future.succeededFuture();
          }
          change.touch(PeopleSection.NAME, caller.meeting());
          return Audit.write(
              connection,
              caller.meeting(),
              caller.participant(),
              "meeting.walk-ins",
              caller.meeting(),
              new JsonObject().put("walkIns", rule));
        });
  }

  /**
   * Lets the person vote, or makes an observer of them; the same decision again changes nothing.
   *
   * @return fails with NOT_FOUND, or ADMISSION_DECIDED when it was decided otherwise
   */
  static Future<Void> decide(
      SqlConnection connection, Change change, Caller caller, UUID participant, boolean admitted) {
    Voting wanted = admitted ? Voting.YES : Voting.NO;
    return connection
        .preparedQuery(
            """
            select voting from participant where meeting_id = $1 and id = $2 and merged_into is null
            for no key update
            """)
        .execute(Tuple.of(caller.meeting(), participant))
        .compose(rows -> {
          if (rows.size() == 0) {
            throw Problem.of(Problem.Code.NOT_FOUND);
          }
          Voting now = Voting.valueOf(rows.iterator().next().getString(0));
          if (now == wanted) {
            return Future.succeededFuture();
          }
          if (now != Voting.WAITING) {
            throw Problem.of(Problem.Code.ADMISSION_DECIDED);
          }
          return connection
              .preparedQuery("update participant set voting = $2 where id = $1")
              .execute(Tuple.of(participant, wanted.name()))
              .compose(done ->
                  admitted ? Future.succeededFuture() : makeObserver(connection, participant))
              .compose(done ->
                  Audit.write(
                      connection,
                      caller.meeting(),
                      caller.participant(),
                      admitted ? "people.admit" : "people.decline",
                      participant,
                      new JsonObject()))
              .compose(done -> PeopleChange.touch(connection, change, caller.meeting()));
        });
  }

  private static Future<Void> makeObserver(SqlConnection connection, UUID participant) {
    return connection
        .preparedQuery(
            "update role_grant set role = 'OBSERVER' where participant_id = $1 and role ="
                + " 'PARTICIPANT'")
        .execute(Tuple.of(participant))
        .mapEmpty();
  }
}
