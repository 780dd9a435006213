package fi.sovittu.live;

import fi.sovittu.http.Unanswered;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * The event-bus bridge: outbound only, and each address only to the participants that may see it. A
 * client can publish or send nothing. Plain WebSockets, which nearly all use, are {@link Sockets};
 * {@link Fallbacks} serve the networks that let no WebSocket through. Event loop only.
 */
public final class Bridge {
  /** A socket that is silent for this long, milliseconds, is closed; phones ping well within it. */
  static final long PING_TIMEOUT_MILLIS = 30_000;

  /** A client sends registrations and pings only; the largest body of a SockJS fallback, bytes. */
  static final long FRAME_LIMIT = 16_384;

  /** An organiser listens to a handful of sections of each room. */
  static final int MAX_ADDRESSES_PER_SOCKET = 200;

  /** Under this a request carries who has been proved. */
  static final String PARTICIPANT = "sovittu.participant";

  /** Who comes in; implemented by whoever knows the participants. */
  public interface Door {
    /** The participant that the request's cookie proves, or a failure. */
    Future<UUID> participantOf(RoutingContext context);

    /** The participant as it is now. */
    Future<? extends Viewer> viewer(UUID participant);
  }

  private final Door door;
  private final Connected connected = new Connected();
  private final Unanswered unanswered;
  private final Fanout fanout;
  private final Sockets sockets;
  private final Fallbacks fallbacks;

  /**
   * @param context the event loop that everything here works on
   * @param unanswered those who are answered before others are told of anything
   */
  public Bridge(Vertx vertx, Context context, Door door, Sections sections, Unanswered unanswered) {
    Permits permits = new Permits(context, door, sections);
    this.door = door;
    this.unanswered = unanswered;
    this.fanout = new Fanout(vertx, permits, unanswered);
    this.sockets = new Sockets(vertx, permits, fanout, connected);
    this.fallbacks = new Fallbacks(vertx, permits, connected);
  }

  /** The participants with an open connection, also over the fallbacks. */
  public Connected connected() {
    return connected;
  }

  /** Closes all that the participants have open, to be called when their sessions have ended. */
  public void hangUp(Set<UUID> participants) {
    sockets.hangUp(participants);
    fallbacks.hangUp(participants);
  }

  /** Whether anyone waits for an answer, and so comes before those who listen. */
  boolean othersWait() {
    return unanswered.count() > 0;
  }

  /**
   * Tells everyone who listens.
   *
   * @return succeeds when it has been written to all plain sockets but those that read too slowly
   */
  Future<Void> publish(String address, Buffer json, Pace pace) {
    fallbacks.publish(address, json);
    return fanout.publish(address, json, pace);
  }

  /** Mounts the bridge at {@code /live}. */
  public void mount(Router router) {
    router.route("/live/*").handler(this::authenticate);
    router
        .get("/live/websocket")
        .handler(request ->
            sockets.accept(request, Objects.requireNonNull(request.<UUID>get(PARTICIPANT))));
    router.post("/live/*").handler(BodyHandler.create(false).setBodyLimit(FRAME_LIMIT));
    router.route("/live/*").subRouter(fallbacks.router());
  }

  private void authenticate(RoutingContext context) {
    if (isForeign(context)) {
      context.fail(403);
      return;
    }
    // Looking the participant up may take a moment, in which the request must not be read past: a
    // WebSocket's first bytes and a POST's body belong to the handlers that come next.
    context.request().pause();
    door.participantOf(context)
        .onComplete(looked -> context.request().resume())
        .onSuccess(participant -> {
          context.put(PARTICIPANT, participant);
          context.next();
        })
        .onFailure(context::fail);
  }

  /**
   * A page of another origin must not listen with this browser's cookies (cross-site WebSocket
   * hijacking).
   */
  private static boolean isForeign(RoutingContext context) {
    String origin = context.request().getHeader("Origin");
    if (origin == null) {
      return false;
    }
    try {
      String host = context.request().getHeader("Host");
      return host == null || !host.equalsIgnoreCase(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException malformed) {
      return true;
    }
  }
}
