package fi.sovittu.agenda;

import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Callers;
import fi.sovittu.live.Live;
import io.vertx.core.Future;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The chair's commands on a room. */
public final class AgendaApi {
  record Move(@Nullable UUID from, @Nullable UUID to) {}

  private final Live live;
  private final Callers callers;
  private final Agenda agenda;

  public AgendaApi(Live live, Callers callers, Agenda agenda) {
    this.live = live;
    this.callers = callers;
    this.agenda = agenda;
  }

  public void mount(Api api) {
    api.on("moveToItem", this::move);
    api.on("endRoom", this::end);
  }

  private Future<Reply> move(Call call) {
    UUID room = call.pathId("room");
    Move move = call.body(Move.class);
    return callers
        .caller(call)
        .compose(caller -> {
          caller.mustChair(room);
          return live.write((connection, change) ->
              agenda.move(connection, change, caller.participant(), room, move.from(), move.to()));
        })
        .map(done -> Reply.noContent());
  }

  private Future<Reply> end(Call call) {
    UUID room = call.pathId("room");
    return callers
        .caller(call)
        .compose(caller -> {
          caller.mustChair(room);
          return live.write(
              (connection, change) -> agenda.end(connection, change, caller.participant(), room));
        })
        .map(done -> Reply.noContent());
  }
}
