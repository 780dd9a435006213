package fi.sovittu.support;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A real client of the SockJS bridge on its raw endpoint: registers addresses and keeps all that
 * comes.
 */
public final class Listener implements AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);

  private final List<JsonObject> received = new ArrayList<>();
  private final Person person;
  private volatile Consumer<JsonObject> watcher = frame -> {};
  private boolean closed;
  private WebSocket socket;

  private Listener(Person person) {
    this.person = person;
  }

  /** Connects as the person's browser would. */
  public static Listener of(Person person) {
    return connect(person, person.participant(), null);
  }

  /**
   * Connects with the person's cookies.
   *
   * @param origin the page that the browser shows, or null
   * @throws CompletionException with a {@link java.net.http.WebSocketHandshakeException} when it is
   *     refused
   */
  public static Listener connect(Person person, UUID participant, String origin) {
    Listener listener = new Listener(person);
    WebSocket.Builder builder =
        CLIENT
            .newWebSocketBuilder()
            .connectTimeout(CONNECT_WITHIN)
            .header("Cookie", person.cookie());
    if (origin != null) {
      builder.header("Origin", origin);
    }
    URI http =
        person
            .service()
            .resolve("/live/websocket" + (participant == null ? "" : "?as=" + participant));
    listener.socket =
        builder
            .buildAsync(
                URI.create(http.toString().replaceFirst("^http", "ws")), listener.new Frames())
            .join();
    return listener;
  }

  /** Sends a frame of the bridge's protocol, or anything else. */
  public void send(String text) {
    socket.sendText(text, true).join();
  }

  public void send(JsonObject message) {
    send(message.encode());
  }

  /**
   * Asks for an address and tells whether it was granted. The bridge answers refusals only, so a
   * frame follows that it always answers, and in its turn: what has not been refused by then was
   * granted.
   */
  public boolean register(String address) {
    // The bridge decides at once only about a participant that it remembers.
    person.get("/api/me");
    long rejected = errors("rejected");
    long incomplete = errors("missing_address");
    send(registration(address));
    send(new JsonObject().put("type", "register"));
    Eventually.until(
        "the bridge answered a registration without an address",
        () -> errors("missing_address") > incomplete || isClosed());
    return errors("rejected") == rejected && !isClosed();
  }

  /** The frame that asks for an address. */
  public static JsonObject registration(String address) {
    return new JsonObject()
        .put("type", "register")
        .put("address", address)
        .put("headers", new JsonObject());
  }

  /** How often the bridge answered with this error. */
  public long errors(String reason) {
    return all().stream()
        .filter(frame ->
            frame.getString("type").equals("err") && reason.equals(frame.getString("body")))
        .count();
  }

  /** From now on this is told of every frame as it comes, on a thread of the client's. */
  public void watching(Consumer<JsonObject> next) {
    watcher = next;
  }

  /** Everything that came so far. */
  public synchronized List<JsonObject> all() {
    return List.copyOf(received);
  }

  /** The sections that came at an address so far, in their order. */
  public List<JsonObject> at(String address) {
    return all().stream()
        .filter(frame ->
            frame.getString("type").equals("rec") && address.equals(frame.getString("address")))
        .map(frame -> frame.getJsonObject("body"))
        .toList();
  }

  /** Waits for a section that fits, among those that have come too. */
  public JsonObject await(String address, Predicate<JsonObject> wanted) {
    Eventually.until(
        "a fitting section came at " + address + "; there came " + at(address),
        () -> at(address).stream().anyMatch(wanted));
    return at(address).stream().filter(wanted).findFirst().orElseThrow();
  }

  public synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    socket.abort();
  }

  private final class Frames implements WebSocket.Listener {
    private final ByteArrayOutputStream part = new ByteArrayOutputStream();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      return take(from, data.toString().getBytes(StandardCharsets.UTF_8), last);
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
      byte[] bytes = new byte[data.remaining()];
      data.get(bytes);
      return take(from, bytes, last);
    }

    private CompletionStage<?> take(WebSocket from, byte[] bytes, boolean last) {
      part.writeBytes(bytes);
      if (last) {
        JsonObject frame = new JsonObject(Buffer.buffer(part.toByteArray()));
        part.reset();
        watcher.accept(frame);
        synchronized (Listener.this) {
          received.add(frame);
        }
      }
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
      synchronized (Listener.this) {
        closed = true;
      }
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      synchronized (Listener.this) {
        closed = true;
      }
    }
  }
}
