package fi.sovittu.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.IntStream;

/**
 * Keep-alive connections to one server, shared by all who send to it; who finds none free waits.
 * Works on its context only.
 */
final class Wires {
  private record Waiting(Buffer request, Promise<Wire.Answer> answer) {}

  private final Deque<Wire> free = new ArrayDeque<>();
  private final Deque<Waiting> waiting = new ArrayDeque<>();

  /** Held, for a client that nobody holds closes its connections. */
  private final NetClient client;

  private final URI server;

  private Wires(NetClient client, URI server) {
    this.client = client;
    this.server = server;
  }

  private Future<Wire> connect() {
    return client.connect(server.getPort(), server.getHost()).map(Wire::new);
  }

  /** Connects so many times. */
  static Wires open(Vertx vertx, Context context, URI server, int count) {
    Promise<Wires> opened = Promise.promise();
    context.runOnContext(go -> {
      Wires wires =
          new Wires(vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true)), server);
      Future.all(
              IntStream.range(0, count)
                  .mapToObj(i -> wires.connect().onSuccess(wires.free::add))
                  .toList())
          .map(all -> wires)
          .onComplete(opened);
    });
    return Await.done(opened.future());
  }

  /** As {@link Wire#send}. */
  Future<Wire.Answer> send(Buffer request) {
    Wire wire = free.poll();
    if (wire == null) {
      Promise<Wire.Answer> answer = Promise.promise();
      waiting.add(new Waiting(request, answer));
      return answer.future();
    }
    // A server closes what was idle for long.
    Future<Wire> open = wire.isOpen() ? Future.succeededFuture(wire) : connect();
    return open.compose(ready -> ready.send(request).onComplete(answered -> free(ready)));
  }

  private void free(Wire wire) {
    free.add(wire);
    Waiting next = waiting.poll();
    if (next != null) {
      send(next.request()).onComplete(next.answer());
    }
  }
}
