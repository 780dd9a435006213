package fi.sovittu.people;

import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Callers;
import fi.sovittu.identity.Merging;
import fi.sovittu.identity.Role;
import fi.sovittu.live.Live;
import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;

/** Merging two entries of the same person. */
public final class MergeApi {
  record Wish(UUID into) {}

  private final Live live;
  private final Callers callers;
  private final List<Merging> parts;

  /**
   * @param parts of the features, in the order in which they are called
   */
  public MergeApi(Live live, Callers callers, List<Merging> parts) {
    this.live = live;
    this.callers = callers;
    this.parts = List.copyOf(parts);
  }

  public void mount(Api api) {
    api.on("merge", this::merge);
  }

  private Future<Reply> merge(Call call) {
    UUID from = call.pathId("participant");
    UUID into = call.body(Wish.class).into();
    return callers
        .caller(call)
        .compose(caller -> {
          caller.mustHaveAny(Role.ORGANISER, Role.SECRETARY);
          return live.write((connection, change) ->
              new Merge(connection, change, caller, from, into, parts).run());
        })
        .map(done -> {
          callers.forgetSessions(List.of(from, into));
          return Reply.noContent();
        });
  }
}
