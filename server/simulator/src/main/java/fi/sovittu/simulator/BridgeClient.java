package fi.sovittu.simulator;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

/**
 * The live side of a phone: the SockJS bridge's raw WebSocket, which speaks the bridge's messages
 * without SockJS framing. Event loop only.
 */
final class BridgeClient {
  static final String BEAT = "sovittu.beat";

  /** Well within the silence after which the service closes a socket. */
  static final long PING_MILLIS = 10_000;

  /** Three beats missed: the link is dead, though nobody has said so. */
  static final long SILENCE_MILLIS = 16_000;

  private static final long CONNECT_MILLIS = 10_000;
  private static final Buffer PING = new JsonObject().put("type", "ping").toBuffer();

  private final WebSocketClient client;
  private final URI base;
  private final Timers timers;
  private final Frames frames = new Frames();
  private final Counts counts;

  BridgeClient(WebSocketClient client, String baseUrl, Timers timers, Counts counts) {
    this.client = client;
    this.base = URI.create(baseUrl);
    this.timers = timers;
    this.counts = counts;
  }

  /**
   * Opens a link and registers the addresses.
   *
   * @param news is given every section that arrives
   * @param lost runs once when the link has ended, whoever ended it
   */
  Future<Link> open(
      Participant participant, List<String> addresses, Consumer<Section> news, Runnable lost) {
    boolean tls = "https".equals(base.getScheme());
    WebSocketConnectOptions options =
        new WebSocketConnectOptions()
            .setHost(base.getHost())
            .setPort(base.getPort() >= 0 ? base.getPort() : tls ? 443 : 80)
            .setSsl(tls)
            .setURI("/live/websocket?as=" + participant.id())
            .addHeader("Cookie", participant.cookie())
            .setTimeout(CONNECT_MILLIS);
    return client.connect(options).map(socket -> new Link(socket, addresses, news, lost));
  }

  /** One open socket. */
  final class Link {
    private final WebSocket socket;
    private final Runnable lost;
    private long heardAt = System.nanoTime();
    private boolean ended;

    private Link(WebSocket socket, List<String> addresses, Consumer<Section> news, Runnable lost) {
      this.socket = socket;
      this.lost = lost;
      // The bridge answers in binary frames, whatever it was asked in.
      socket.binaryMessageHandler(frame -> read(frame, news));
      socket.textMessageHandler(text -> read(Buffer.buffer(text), news));
      socket.exceptionHandler(broken -> cut());
      socket.closeHandler(closed -> end());
      counts.connected();
      for (String address : addresses) {
        send(new JsonObject().put("type", "register").put("address", address).toBuffer());
      }
      pingLater();
    }

    /** Ends the connection without a goodbye, as a phone does that loses its network. */
    void cut() {
      Cut.off(socket);
      end();
    }

    private void end() {
      if (!ended) {
        ended = true;
        counts.disconnected();
        lost.run();
      }
    }

    private void read(Buffer message, Consumer<Section> news) {
      heardAt = System.nanoTime();
      Frames.Frame frame = frames.read(message);
      if (frame.error() != null) {
        counts.refused("bridge: " + frame.error());
      } else if (frame.section() != null) {
        news.accept(frame.section());
      }
    }

    private void pingLater() {
      timers.after(
          PING_MILLIS,
          () -> {
            if (ended) {
              return;
            }
            if (System.nanoTime() - heardAt > SILENCE_MILLIS * 1_000_000) {
              cut();
              return;
            }
            send(PING);
            pingLater();
          });
    }

    private void send(Buffer message) {
      socket.writeTextMessage(message.toString());
    }
  }
}
