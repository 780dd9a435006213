package fi.sovittu.post;

import fi.sovittu.base.Problem;
import fi.sovittu.db.Db;
import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Callers;
import fi.sovittu.live.Live;
import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sending personal links by e-mail, for organisers: begin, look how it goes on, and stop. */
public final class PostApi {
  /**
   * The contract's {@code PostOrder}.
   *
   * @param participants whom, when it is for {@code PARTICIPANTS}; otherwise null
   */
  record Order(Recipients.Whom to, @Nullable List<UUID> participants) {}

  private final Db db;
  private final Live live;
  private final Callers callers;
  private final @Nullable Postman postman;

  /**
   * @param postman null while the service has no account to send from
   */
  public PostApi(Db db, Live live, Callers callers, @Nullable Postman postman) {
    this.db = db;
    this.live = live;
    this.callers = callers;
    this.postman = postman;
  }

  public void mount(Api api) {
    api.on("getPost", this::progress);
    api.on("sendLinks", this::send);
    api.on("stopPost", this::stop);
    api.on("getUnreached", this::unreached);
  }

  private Future<Reply> progress(Call call) {
    return callers.organiser(call).compose(caller -> progress(caller.meeting()));
  }

  private Future<Reply> progress(UUID meeting) {
    Integer perMinute = postman == null ? null : postman.perMinute();
    return db.read(connection -> Recipients.progress(connection, meeting, perMinute))
        .map(progress -> Reply.json(200, progress));
  }

  private Future<Reply> send(Call call) {
    UUID key = call.pathId("key");
    Order order = call.body(Order.class);
    return callers
        .organiser(call)
        .compose(caller -> {
          Postman sender = postman;
          if (sender == null) {
            throw Problem.of(Problem.Code.POST_NOT_SET_UP);
          }
          return live.write((connection, change) ->
                  Mailing.begin(connection, change, caller, key, order.to(), order.participants()))
              .compose(queued -> {
                sender.wake();
                return progress(caller.meeting());
              });
        });
  }

  private Future<Reply> stop(Call call) {
    return callers
        .organiser(call)
        .compose(caller ->
            live.write((connection, change) -> Mailing.stop(connection, change, caller))
                .compose(stopped -> progress(caller.meeting())));
  }

  private Future<Reply> unreached(Call call) {
    return callers
        .organiser(call)
        .compose(
            caller -> db.read(connection -> Recipients.unreached(connection, caller.meeting())))
        .map(unreached -> Reply.json(200, unreached));
  }
}
