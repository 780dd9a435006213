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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The open sockets of many phones. Works on its context only. */
final class Ears {
  private static final int CONNECTING_AT_ONCE = 256;
  private static final long AGAIN_MILLIS = 100;

  /** How often a phone says that it is still there, and how often some of the phones do. */
  private static final int PING_MILLIS = 10_000;

  private static final int SOME_PING_MILLIS = 100;

  private final Vertx vertx;
  private final Context context;
  private final URI server;
  private final List<String> addresses;

  /** Held, for a client that nobody holds closes its connections. */
  private final NetClient client;

  private final List<Ear> ears = new ArrayList<>();
  private int turn;

  /**
   * @param addresses what each listens to
   */
  Ears(Vertx vertx, Context context, URI server, List<String> addresses) {
    this.vertx = vertx;
    this.context = context;
    this.server = server;
    this.addresses = addresses;
    this.client = vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true));
    context.runOnContext(go -> vertx.setPeriodic(SOME_PING_MILLIS, tick -> ping()));
  }

  /** The next ones of all in their turn. */
  private void ping() {
    int some = (ears.size() * SOME_PING_MILLIS + PING_MILLIS - 1) / PING_MILLIS;
    for (int i = 0; i < some; i++) {
      turn = (turn + 1) % ears.size();
      ears.get(turn).say("{\"type\":\"ping\"}");
    }
  }

  /**
   * Connects every phone, as fast as the server lets them in, registers what it listens to, and
   * fetches the snapshot. Where the server is not there, it tries again.
   *
   * @param snapshots the connections by which snapshots are fetched; null for a server without
   */
  void open(List<Person> phones, Wires snapshots) {
    Promise<Void> all = Promise.promise();
    context.runOnContext(go -> {
      Iterator<Person> left = phones.iterator();
      List<Future<Void>> lanes =
          Stream.generate(() -> lane(left, snapshots)).limit(CONNECTING_AT_ONCE).toList();
      Future.all(lanes).<Void>mapEmpty().onComplete(all);
    });
    Await.done(all.future());
  }

  private Future<Void> lane(Iterator<Person> left, Wires snapshots) {
    if (!left.hasNext()) {
      return Future.succeededFuture();
    }
    Person phone = left.next();
    return untilConnected(phone)
        .compose(ear -> snapshots == null ? Future.succeededFuture() : snapshots.send(get(phone)))
        .compose(in -> lane(left, snapshots));
  }

  private Future<Ear> untilConnected(Person phone) {
    return connect(phone)
        .recover(notThere ->
            vertx
                .timer(AGAIN_MILLIS, TimeUnit.MILLISECONDS)
                .compose(again -> untilConnected(phone)));
  }

  private Buffer get(Person phone) {
    return request(
        "GET /api/live HTTP/1.1",
        "Host: " + server.getAuthority(),
        "Cookie: " + phone.cookie(),
        "X-Participant: " + phone.participant());
  }

  private static Buffer request(String... lines) {
    return Buffer.buffer(String.join("\r\n", lines) + "\r\n\r\n");
  }

  private Future<Ear> connect(Person phone) {
    Buffer request =
        request(
            "GET /live/websocket?as=" + phone.participant() + " HTTP/1.1",
            "Host: " + server.getAuthority(),
            "Cookie: " + phone.cookie(),
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
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

  /** Begins to listen for a frame with this text on every socket. */
  Hearing await(String text) {
    Promise<List<Long>> all = Promise.promise();
    Promise<Void> armed = Promise.promise();
    context.runOnContext(go -> {
      Future.all(ears.stream().map(ear -> ear.hear(text)).toList())
          .<List<Long>>map(heard -> heard.list())
          .onComplete(all);
      armed.complete();
    });
    Await.done(armed.future());
    return new Hearing(all.future());
  }

  /**
   * Lets something be published and waits until all have heard it.
   *
   * @param text what a frame must hold
   * @param act publishes it; not run on the event loop
   * @return how long each waited since the act began
   */
  Times hear(String text, Runnable act) {
    Hearing hearing = await(text);
    long began = System.nanoTime();
    act.run();
    return hearing.since(began);
  }

  /** When each socket heard something. */
  static final class Hearing {
    private final Future<List<Long>> instants;

    private Hearing(Future<List<Long>> instants) {
      this.instants = instants;
    }

    /**
     * Waits until all have heard it.
     *
     * @param began an instant by {@link System#nanoTime}
     * @return how long each waited since then, 0 for those who heard it before
     */
    Times since(long began) {
      return new Times(Await.done(instants).stream().mapToLong(at -> Math.max(0, at - began)));
    }
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
