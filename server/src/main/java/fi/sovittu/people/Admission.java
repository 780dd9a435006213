package fi.sovittu.people;

import fi.sovittu.base.Problem;
import fi.sovittu.db.Audit;
import fi.sovittu.identity.Caller;
import fi.sovittu.identity.Roll;
import fi.sovittu.live.Change;
import fi.sovittu.meeting.Meetings;
import fi.sovittu.meeting.WalkIns;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;

/**
 * Those who join by the code: whether they may vote at once, and the nod that lets them. Works
 * inside the caller's transaction.
 */
final class Admission {
  private Admission() {}

  /**
   * Sets what those become who join from now on; what is so already changes nothing.
   *
   * @param rule the contract's {@code VOTE}, {@code NOD} or {@code LISTEN}
   */
  static Future<Void> rule(SqlConnection connection, Change change, Caller caller, String rule) {
    return Meetings.setWalkIns(connection, caller.meeting(), WalkIns.valueOf(rule))
        .compose(changed -> {
          if (!changed) {
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
          return (admitted
                  ? Roll.admit(connection, participant)
                  : Roll.decline(connection, participant))
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
}
