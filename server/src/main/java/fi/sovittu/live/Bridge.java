package fi.sovittu.live;

import fi.sovittu.http.Unanswered;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.bridge.BridgeEventType;
import io.vertx.ext.bridge.PermittedOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.sockjs.BridgeEvent;
import io.vertx.ext.web.handler.sockjs.SockJSBridgeOptions;
import io.vertx.ext.web.handler.sockjs.SockJSHandler;
import io.vertx.ext.web.handler.sockjs.SockJSHandlerOptions;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import io.vertx.ext.web.handler.sockjs.Transport;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The event-bus bridge: outbound only, and each address only to the participants that may see it. A client
 * can publish or send nothing. Plain WebSockets, which nearly all use, are {@link Sockets}; the
 * stock SockJS bridge serves the networks that let no WebSocket through.
 */
public final class Bridge {
  /** A socket that is silent for this long, milliseconds, is closed; phones ping well within it. */
  static final long PING_TIMEOUT_MILLIS = 30_000;

  /** A client sends registrations and pings only; the largest body of a SockJS fallback, bytes. */
  static final long FRAME_LIMIT = 16_384;

  /** An organiser listens to a handful of sections of each room. */
  static final int MAX_ADDRESSES_PER_SOCKET = 200;

  private static final String PARTICIPANT = "sovittu.participant";

  /** Who may listen to what; implemented by whoever knows the participants. */
  public interface Audience {
    /** The participant that the request's cookie proves, or a failure. */
    Future<UUID> participantOf(RoutingContext context);

    /** Whether the participant may hear the section now. */
    Future<Boolean> mayListen(UUID participant, SectionKey section);
  }

  private final Audience audience;
  private final Sockets sockets;
  private final Connected connected = new Connected();

  /** What is open over the fallbacks. */
  private final Set<SockJSSocket> fallbacks = new HashSet<>();

  /**
   * @param context the event loop that everything here works on
   * @param unanswered those who are answered before others are told of anything
   */
  public Bridge(Vertx vertx, Context context, Audience audience, Unanswered unanswered) {
    this.audience = audience;
    this.sockets = new Sockets(vertx, context, audience, connected, unanswered);
  }

  Sockets sockets() {
    return sockets;
  }

  /** The participants with an open connection, also over the fallbacks. */
  public Connected connected() {
    return connected;
  }

  /** Closes all that the participants have open, to be called when their sessions have ended. */
  public void hangUp(Set<UUID> participants) {
    sockets.hangUp(participants);
    for (SockJSSocket socket : List.copyOf(fallbacks)) {
      UUID participant = socket.routingContext().get(PARTICIPANT);
      if (participants.contains(participant)) {
        socket.close();
      }
    }
  }

  /** Mounts the bridge at {@code /live}. */
  public void mount(Vertx vertx, Router router) {
    SockJSBridgeOptions options =
        new SockJSBridgeOptions()
            .setPingTimeout(PING_TIMEOUT_MILLIS)
            .setMaxHandlersPerSocket(MAX_ADDRESSES_PER_SOCKET);
    options.addOutboundPermitted(new PermittedOptions().setAddress(Live.BEAT_ADDRESS));
    options.addOutboundPermitted(new PermittedOptions().setAddressRegex(SectionKey.ADDRESS));
    // No JSESSIONID: a participant's own cookie is all that proves anything.
    SockJSHandlerOptions transports =
        new SockJSHandlerOptions().setInsertJSESSIONID(false).setRegisterWriteHandler(false);
    // WebSockets are Sockets' own, with its limits; of the rest pages use what works everywhere.
    Stream.of(Transport.values())
        .filter(transport -> transport != Transport.XHR)
        .forEach(unused -> transports.addDisabledTransport(unused.name()));
    router.route("/live/*").handler(this::authenticate);
    router
        .get("/live/websocket")
        .handler(
            request -> sockets.accept(request, Objects.requireNonNull(request.<UUID>get(PARTICIPANT))));
    router.post("/live/*").handler(BodyHandler.create(false).setBodyLimit(FRAME_LIMIT));
    router
        .route("/live/*")
        .subRouter(SockJSHandler.create(vertx, transports).bridge(null, options, this::decide));
  }

  private void authenticate(RoutingContext context) {
    if (isForeign(context)) {
      context.fail(403);
      return;
    }
    // Looking the participant up may take a moment, in which the request must not be read past: a
    // WebSocket's first bytes and a POST's body belong to the handlers that come next.
    context.request().pause();
    audience
        .participantOf(context)
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

  private void decide(BridgeEvent event) {
    count(event);
    if (event.type() == BridgeEventType.REGISTER || event.type() == BridgeEventType.RECEIVE) {
      permit(event);
    } else {
      event.complete(
          event.type() != BridgeEventType.SEND && event.type() != BridgeEventType.PUBLISH);
    }
  }

  private void count(BridgeEvent event) {
    if (event.type() == BridgeEventType.SOCKET_CREATED) {
      fallbacks.add(event.socket());
      connected.opened(participant(event));
    } else if (event.type() == BridgeEventType.SOCKET_CLOSED) {
      fallbacks.remove(event.socket());
      connected.closed(participant(event));
    }
  }

  private static UUID participant(BridgeEvent event) {
    return Objects.requireNonNull(event.socket().routingContext().<UUID>get(PARTICIPANT));
  }

  private void permit(BridgeEvent event) {
    if (event.type() == BridgeEventType.RECEIVE && event.socket().writeQueueFull()) {
      // It reads too slowly. Buffering would cost memory without end; reconnecting gets it the
      // newest state at once.
      event.complete(false);
      event.socket().close();
      return;
    }
    JsonObject message = event.getRawMessage();
    String address = message == null ? "" : message.getString("address", "");
    UUID participant = event.socket().routingContext().get(PARTICIPANT);
    mayHear(participant, address).onSuccess(event::complete).onFailure(failure -> event.complete(false));
  }

  private Future<Boolean> mayHear(@Nullable UUID participant, String address) {
    if (address.equals(Live.BEAT_ADDRESS)) {
      return Future.succeededFuture(true);
    }
    SectionKey section = SectionKey.at(address);
    return participant == null || section == null
        ? Future.succeededFuture(false)
        : audience.mayListen(participant, section);
  }
}
