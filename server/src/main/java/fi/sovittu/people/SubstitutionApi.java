package fi.sovittu.people;

import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Callers;
import fi.sovittu.identity.Role;
import fi.sovittu.live.Live;
import io.vertx.core.Future;
import java.util.UUID;

/** Deputies (varaedustajat) who take a person's place for a time. */
public final class SubstitutionApi {
  record Wish(boolean active) {}

  private final Live live;
  private final Callers callers;

  public SubstitutionApi(Live live, Callers callers) {
    this.live = live;
    this.callers = callers;
  }

  public void mount(Api api) {
    api.on("substitute", this::substitute);
  }

  private Future<Reply> substitute(Call call) {
    UUID deputy = call.pathId("participant");
    boolean active = call.body(Wish.class).active();
    return callers
        .caller(call)
        .compose(caller -> {
          if (!caller.participant().equals(deputy)) {
            caller.mustHaveAny(Role.ORGANISER, Role.CHAIR, Role.SECRETARY);
          }
          return live.write((connection, change) ->
              active
                  ? Substitutions.start(connection, change, caller, deputy)
                  : Substitutions.end(connection, change, caller, deputy));
        })
        .map(people -> {
          PeopleChange.forget(callers, people);
          return Reply.noContent();
        });
  }
}
