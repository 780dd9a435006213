package fi.sovittu.post;

import fi.sovittu.base.Problem;
import fi.sovittu.db.Audit;
import fi.sovittu.db.Db;
import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Caller;
import fi.sovittu.identity.Callers;
import fi.sovittu.live.Change;
import fi.sovittu.live.Live;
import fi.sovittu.live.SectionName;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sending personal links by e-mail, for organisers: begin, look how it goes on, and stop. */
public final class PostApi {
  private static final String SEND = "post.send";

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
          return live.write((connection, change) -> send(connection, change, caller, key, order))
              .compose(queued -> {
                sender.wake();
                return progress(caller.meeting());
              });
        });
  }

  private static Future<Void> send(
      SqlConnection connection, Change change, Caller caller, UUID key, Order order) {
    UUID meeting = caller.meeting();
    return Audit.isFirst(connection, meeting, key, SEND)
        .compose(first -> {
          if (!first) {
            return Future.succeededFuture();
          }
          return Recipients.queue(connection, meeting, caller.participant(), order.to(), order.participants())
              .compose(queued -> {
                change.touch(SectionName.PEOPLE, meeting);
                JsonObject detail =
                    new JsonObject().put("to", order.to().name()).put("queued", queued);
                return Audit.write(connection, meeting, caller.participant(), SEND, key, detail);
              });
        });
  }

  private Future<Reply> stop(Call call) {
    return callers
        .organiser(call)
        .compose(caller ->
            live.write((connection, change) -> stop(connection, change, caller))
                .compose(stopped -> progress(caller.meeting())));
  }

  private static Future<Void> stop(SqlConnection connection, Change change, Caller caller) {
    UUID meeting = caller.meeting();
    return Recipients.withdraw(connection, meeting)
        .compose(withdrawn -> {
          if (withdrawn == 0) {
            return Future.succeededFuture();
          }
          change.touch(SectionName.PEOPLE, meeting);
          return Audit.write(
              connection,
              meeting,
              caller.participant(),
              "post.stop",
              meeting,
              new JsonObject().put("withdrawn", withdrawn));
        });
  }

  private Future<Reply> unreached(Call call) {
    return callers
        .organiser(call)
        .compose(
            caller -> db.read(connection -> Recipients.unreached(connection, caller.meeting())))
        .map(unreached -> Reply.json(200, unreached));
  }
}
