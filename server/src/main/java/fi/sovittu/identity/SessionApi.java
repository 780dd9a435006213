package fi.sovittu.identity;

import fi.sovittu.base.Problem;
import fi.sovittu.db.Db;
import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.live.Bridge;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The browsers in which a person is signed in. What is ended is closed at once. */
public final class SessionApi {
  record OwnSessions(List<Sessions.OwnSession> sessions) {}

  private record Asking(Caller caller, Buffer proof) {}

  private final Db db;
  private final Callers callers;
  private final Bridge bridge;

  public SessionApi(Db db, Callers callers, Bridge bridge) {
    this.db = db;
    this.callers = callers;
    this.bridge = bridge;
  }

  public void mount(Api api) {
    api.on("getOwnSessions", this::list);
    api.on("endOwnSession", this::end);
    api.on("endOwnSessions", this::endAll);
  }

  private Future<Asking> asking(Call call) {
    return callers
        .caller(call)
        .map(caller -> {
          Buffer proof = callers.proof(call);
          if (proof == null) {
            throw Problem.of(Problem.Code.NO_PARTICIPANT);
          }
          return new Asking(caller, proof);
        });
  }

  private Future<Reply> list(Call call) {
    return asking(call)
        .compose(asking ->
            db.write(connection ->
                Sessions.list(
                    connection, asking.caller(), asking.proof(), Device.of(call.userAgent()))))
        .map(sessions -> Reply.json(200, new OwnSessions(sessions)));
  }

  private Future<Reply> end(Call call) {
    UUID session = call.pathId("session");
    return asking(call)
        .compose(asking ->
            db.write(connection ->
                    Sessions.end(connection, asking.caller(), session, asking.proof()))
                .map(own -> {
                  close(asking.caller());
                  return own ? goodbye(call, asking.caller()) : Reply.noContent();
                }));
  }

  private Future<Reply> endAll(Call call) {
    return asking(call)
        .compose(asking ->
            db.write(connection -> Sessions.endAll(connection, asking.caller()))
                .map(done -> {
                  close(asking.caller());
                  return goodbye(call, asking.caller());
                }));
  }

  /** The browsers that are still signed in connect again by themselves. */
  private void close(Caller caller) {
    callers.forgetSessions(Set.of(caller.participant()));
    bridge.hangUp(Set.of(caller.participant()));
  }

  private Reply goodbye(Call call, Caller caller) {
    UUID named = call.participant();
    return Reply.noContent()
        .withHeader(
            "Set-Cookie", callers.endedCookie(named == null ? caller.participant() : named));
  }
}
