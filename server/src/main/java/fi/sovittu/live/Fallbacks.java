package fi.sovittu.live;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.bridge.BridgeEventType;
import io.vertx.ext.bridge.PermittedOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.sockjs.BridgeEvent;
import io.vertx.ext.web.handler.sockjs.SockJSBridgeOptions;
import io.vertx.ext.web.handler.sockjs.SockJSHandler;
import io.vertx.ext.web.handler.sockjs.SockJSHandlerOptions;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import io.vertx.ext.web.handler.sockjs.Transport;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The stock SockJS bridge, for the networks that let no WebSocket through. Outbound only. Event
 * loop only.
 */
final class Fallbacks {
  private final Vertx vertx;
  private final Permits permits;
  private final Connected connected;
  private final Set<SockJSSocket> open = new HashSet<>();

  Fallbacks(Vertx vertx, Permits permits, Connected connected) {
    this.vertx = vertx;
    this.permits = permits;
    this.connected = connected;
  }

  /** What answers below {@code /live}, to those whose participant has been proved. */
  Router router() {
    SockJSBridgeOptions options =
        new SockJSBridgeOptions()
            .setPingTimeout(Bridge.PING_TIMEOUT_MILLIS)
            .setMaxHandlersPerSocket(Bridge.MAX_ADDRESSES_PER_SOCKET);
    options.addOutboundPermitted(new PermittedOptions().setAddress(Live.BEAT_ADDRESS));
    options.addOutboundPermitted(new PermittedOptions().setAddressRegex(Sections.ADDRESS));
    // No JSESSIONID: a participant's own cookie is all that proves anything.
    SockJSHandlerOptions transports =
        new SockJSHandlerOptions().setInsertJSESSIONID(false).setRegisterWriteHandler(false);
    // WebSockets are Sockets' own, with its limits; of the rest pages use what works everywhere.
    Stream.of(Transport.values())
        .filter(transport -> transport != Transport.XHR)
        .forEach(unused -> transports.addDisabledTransport(unused.name()));
    return SockJSHandler.create(vertx, transports).bridge(null, options, this::decide);
  }

  /** Closes what the participants have open. */
  void hangUp(Set<UUID> participants) {
    for (SockJSSocket socket : List.copyOf(open)) {
      UUID participant = socket.routingContext().get(Bridge.PARTICIPANT);
      if (participants.contains(participant)) {
        socket.close();
      }
    }
  }

  /** Tells on the bus, where the stock bridge listens: each of its sockets encodes anew. */
  void publish(String address, Buffer json) {
    if (!open.isEmpty()) {
      vertx.eventBus().publish(address, new JsonObject(json));
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
      open.add(event.socket());
      connected.opened(participant(event));
    } else if (event.type() == BridgeEventType.SOCKET_CLOSED) {
      open.remove(event.socket());
      connected.closed(participant(event));
    }
  }

  private static UUID participant(BridgeEvent event) {
    return Objects.requireNonNull(event.socket().routingContext().<UUID>get(Bridge.PARTICIPANT));
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
    UUID participant = event.socket().routingContext().get(Bridge.PARTICIPANT);
    mayHear(participant, address)
        .onSuccess(event::complete)
        .onFailure(failure -> event.complete(false));
  }

  private Future<Boolean> mayHear(@Nullable UUID participant, String address) {
    if (address.equals(Live.BEAT_ADDRESS)) {
      return Future.succeededFuture(true);
    }
    SectionKey section = permits.at(address);
    return participant == null || section == null
        ? Future.succeededFuture(false)
        : permits.mayHear(participant, section);
  }
}
