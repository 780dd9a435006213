package fi.sovittu.goal;

import fi.sovittu.db.Db;
import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Callers;
import fi.sovittu.identity.Role;
import fi.sovittu.live.Live;
import io.vertx.core.Future;
import java.util.UUID;

/** The joint goals, for those who run the meeting. */
public final class GoalApi {
  record Version(int version, String text) {}

  private final Db db;
  private final Live live;
  private final Callers callers;

  public GoalApi(Db db, Live live, Callers callers) {
    this.db = db;
    this.live = live;
    this.callers = callers;
  }

  public void mount(Api api) {
    api.on("getGoals", this::read);
    api.on("addGoalVersion", this::addVersion);
  }

  private Future<Reply> read(Call call) {
    return callers
        .caller(call)
        .compose(caller -> {
          caller.mustHaveAny(Role.CHAIR, Role.SECRETARY, Role.ORGANISER);
          return db.read(connection -> Goals.read(connection, caller.meeting()));
        })
        .map(goals -> Reply.json(200, goals));
  }

  private Future<Reply> addVersion(Call call) {
    UUID goal = call.pathId("goal");
    Version version = call.body(Version.class);
    return callers
        .caller(call)
        .compose(caller -> {
          caller.mustHaveAny(Role.CHAIR, Role.SECRETARY, Role.ORGANISER);
          return live.write((connection, change) ->
              Goals.addVersion(
                  connection,
                  change,
                  caller.meeting(),
                  caller.participant(),
                  goal,
                  version.version(),
                  version.text()));
        })
        .map(done -> Reply.noContent());
  }
}
