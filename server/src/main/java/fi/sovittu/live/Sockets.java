package fi.sovittu.live;

import fi.sovittu.base.Problem;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The plain WebSockets of phones and screens, with the messages of the event-bus bridge: who is let
 * in, and who is closed. Event loop only.
 */
final class Sockets {
  /** How often silent sockets are looked for, and how long a socket's messages are counted. */
  static final long SWEEP_MILLIS = 5_000;

  private final Inbox inbox;
  private final Fanout fanout;
  private final Connected connected;
  private final Set<Socket> open = new HashSet<>();

  Sockets(Vertx vertx, Permits permits, Fanout fanout, Connected connected) {
    this.inbox = new Inbox(permits, fanout);
    this.fanout = fanout;
    this.connected = connected;
    vertx.setPeriodic(SWEEP_MILLIS, sweep -> sweep());
  }

  /** Takes a WebSocket whose participant has been proved. */
  void accept(RoutingContext request, UUID participant) {
    if (inbox.isFlooded(participant)) {
      request.fail(Problem.of(Problem.Code.TOO_MANY_TRIES));
      return;
    }
    request
        .request()
        .toWebSocket()
        .onSuccess(wire -> open(new Socket(wire, participant, fanout::catchUp)))
        .onFailure(notOne -> request.fail(400));
  }

  private void open(Socket socket) {
    open.add(socket);
    connected.opened(socket.participant);
    inbox.open(socket);
    socket
        .wire
        .exceptionHandler(broken -> socket.wire.close())
        .closeHandler(closed -> closed(socket));
  }

  private void closed(Socket socket) {
    open.remove(socket);
    connected.closed(socket.participant);
    socket.goes();
    fanout.leave(socket);
  }

  /** Closes what the participants have open: they must prove themselves anew. */
  void hangUp(Set<UUID> participants) {
    for (Socket socket : List.copyOf(open)) {
      if (participants.contains(socket.participant)) {
        socket.wire.close(Inbox.POLICY_VIOLATION);
      }
    }
  }

  private void sweep() {
    long now = System.nanoTime();
    inbox.sweep();
    for (Socket socket : List.copyOf(open)) {
      socket.messages = 0;
      if (now - socket.heardAt > Bridge.PING_TIMEOUT_MILLIS * 1_000_000) {
        socket.wire.close();
      }
    }
  }
}
