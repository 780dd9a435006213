package fi.sovittu.simulator;

import io.vertx.core.http.WebSocket;
import io.vertx.core.internal.http.WebSocketInternal;

/** What the public API of a WebSocket has no words for: it always says goodbye. */
final class Cut {
  private Cut() {}

  /** Ends the connection as a phone does that loses its network. */
  static void off(WebSocket socket) {
    // Closing from within the pipeline says nothing.
    ((WebSocketInternal) socket).channelHandlerContext().close();
  }
}
