package fi.sovittu.people;

import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Callers;
import fi.sovittu.identity.Role;
import fi.sovittu.live.Live;
import io.vertx.core.Future;
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
          return live.write((connection, change) ->
              Admission.decide(connection, change, caller, participant, admitted));
        })
        .map(done -> {
          callers.forget(participant);
          return Reply.noContent();
        });
  }
}
