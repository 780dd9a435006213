package fi.sovittu.bench;

import fi.sovittu.support.Person;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The open sockets of many phones. Works on its context only. */
final class Ears {
  private static final int CONNECTING_AT_ONCE = 256;

  private final Context context;
  private final URI server;
  private final List<String> addresses;

  /** Held, for a client that nobody holds closes its connections. */
  private final NetClient client;

  private final List<Ear> ears = new ArrayList<>();

  /**
   * @param addresses what each listens to
   */
  Ears(Vertx vertx, Context context, URI server, List<String> addresses) {
    this.context = context;
    this.server = server;
    this.addresses = addresses;
    this.client = vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true));
  }

  /** Connects every phone, as fast as the server lets them in, and registers what it listens to. */
  void open(List<Person> phones) {
    Promise<Void> all = Promise.promise();
    context.runOnContext(go -> {
      Iterator<Person> left = phones.iterator();
      List<Future<Void>> lanes =
          Stream.generate(() -> lane(left)).limit(CONNECTING_AT_ONCE).toList();
      Future.all(lanes).<Void>mapEmpty().onComplete(all);
    });
    Await.done(all.future());
  }

  private Future<Void> lane(Iterator<Person> left) {
    return left.hasNext()
        ? connect(left.next()).compose(ear -> lane(left))
        : Future.succeededFuture();
  }

  private Future<Ear> connect(Person phone) {
    Buffer request =
        Buffer.buffer(
            Stream.of(
                    "GET /live/websocket?seat=" + phone.seat() + " HTTP/1.1",
                    "Host: " + server.getAuthority(),
                    "Cookie: " + phone.cookie(),
                    "Upgrade: websocket",
                    "Connection: Upgrade",
                    "Sec-WebSocket-Version: 13",
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==")
                .collect(Collectors.joining("\r\n", "", "\r\n\r\n")));
    return client
        .connect(server.getPort(), server.getHost())
        .compose(socket -> new Ear(socket).open(request))
        .onSuccess(ear -> {
          ears.add(ear);
          for (String address : addresses) {
            ear.say("{\"type\":\"register\",\"address\":\"" + address + "\",\"headers\":{}}");
          }
        });
  }

  /**
   * Lets something be published and waits until all have heard it.
   *
   * @param text what a frame must hold
   * @param act publishes it; not run on the event loop
   * @return how long each waited since the act began
   */
  Times hear(String text, Runnable act) {
    Promise<List<Long>> all = Promise.promise();
    Promise<Void> armed = Promise.promise();
    context.runOnContext(go -> {
      Future.all(ears.stream().map(ear -> ear.hear(text)).toList())
          .<List<Long>>map(heard -> heard.list())
          .onComplete(all);
      armed.complete();
    });
    Await.done(armed.future());
    long began = System.nanoTime();
    act.run();
    return new Times(Await.done(all.future()).stream().mapToLong(at -> at - began));
  }

  /** Cuts every socket at once. */
  void cut() {
    Promise<Void> done = Promise.promise();
    context.runOnContext(go -> {
      ears.forEach(Ear::cut);
      ears.clear();
      done.complete();
    });
    Await.done(done.future());
  }
}
