package fi.sovittu.people;

import fi.sovittu.base.Problem;
import fi.sovittu.db.Audit;
import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Caller;
import fi.sovittu.identity.Role;
import fi.sovittu.identity.Callers;
import fi.sovittu.live.Change;
import fi.sovittu.live.Live;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;

/** The nod that lets those vote who joined by the code. */
public final class AdmissionApi {
  record Decision(boolean admitted) {}

  private final Live live;
  private final Callers callers;

  public AdmissionApi(Live live, Callers callers) {
    this.live = live;
    this.callers = callers;
  }

  public void mount(Api api) {
    api.on("admit", this::admit);
  }

  private Future<Reply> admit(Call call) {
    UUID participant = call.pathId("participant");
    boolean admitted = call.body(Decision.class).admitted();
    return callers
        .caller(call)
        .compose(caller -> {
          caller.mustHaveAny(Role.ORGANISER, Role.CHAIR, Role.SECRETARY);
          return live.write(
              (connection, change) -> decide(connection, change, caller, participant, admitted));
        })
        .map(done -> {
          callers.forget(participant);
          return Reply.noContent();
        });
  }

  private static Future<Void> decide(
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
              .compose(
                  done -> admitted ? Future.succeededFuture() : makeObserver(connection, participant))
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
            "update role_grant set role = 'OBSERVER' where participant_id = $1 and role = 'PARTICIPANT'")
        .execute(Tuple.of(participant))
        .mapEmpty();
  }
}
