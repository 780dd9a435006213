package fi.sovittu.live;

import fi.sovittu.base.Problem;
import fi.sovittu.http.Unanswered;
import io.netty.buffer.Unpooled;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.buffer.BufferInternal;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The plain WebSockets of phones and screens, with the messages of the event-bus bridge. What is
 * published is encoded once, and the same bytes are written to all, in slices between which other
 * work is done: nobody waits for a vote's acknowledgement because thousands are told of a tally.
 * Works on one event loop.
 */
final class Sockets {
  /** How fast a crowd is told. */
  enum Pace {
    /** What follows from votes: it has time while thousands vote. */
    VOTES(64, 50),

    /** What a chair does, which a whole hall waits for. */
    COMMANDS(256, 16);

    /** How many sockets are told before other work, votes above all, has its turn. */
    private final int slice;

    /**
     * The longest pause after that, milliseconds; everybody is told in some seconds in any case.
     */
    private final long longestPause;

    Pace(int slice, long longestPause) {
      this.slice = slice;
      this.longestPause = longestPause;
    }

    /**
     * The pause between two slices, milliseconds. It grows with the square of those who wait: of a
     * few, as always while people vote, it takes no notice.
     */
    long pause(int waiting) {
      long crowded = waiting / CROWDED;
      return Math.min(longestPause, PAUSE_MILLIS + crowded * crowded);
    }
  }

  /**
   * The shortest pause between two slices, milliseconds. A task that only queues up again would be
   * taken before the network is looked at.
   */
  static final long PAUSE_MILLIS = 1;

  /** So many requests that wait for their answers are a crowd that comes before any listener. */
  static final int CROWDED = 64;

  /**
   * Who was told something in this time, milliseconds, knows without a beat that the link lives.
   */
  static final long BEATLESS_MILLIS = Live.BEAT_MILLIS / 2;

  /** Bytes that wait for a slow reader when it is written no more; it catches up when it can. */
  static final int QUEUE_LIMIT = 65_536;

  /** How often silent sockets are looked for, and how long a socket's messages are counted. */
  static final long SWEEP_MILLIS = 5_000;

  /** A client registers its addresses and pings; more messages between two sweeps are a flood. */
  static final int MOST_MESSAGES = 2 * Bridge.MAX_ADDRESSES_PER_SOCKET;

  /**
   * The same for all sockets of a participant together, for whoever opens one after another; a screen's
   * participant may be open on many devices. More of its sockets are let in after the next sweep.
   */
  static final int MOST_MESSAGES_OF_PARTICIPANT = 5 * MOST_MESSAGES;

  /**
   * The longest message that is read at all, in characters or bytes; a registration takes a
   * hundred. To find out what is wrong with a long one would keep everyone else waiting.
   */
  static final int LONGEST_MESSAGE = 1_024;

  /** WebSocket close codes (RFC 6455, 7.4.1). */
  private static final short POLICY_VIOLATION = 1008;

  private static final short TOO_BIG = 1009;

  /** An address with those who listen to it. */
  private static final class Topic {
    private final String address;

    /** Null of the beat, which everyone may hear. */
    private final @Nullable SectionKey section;

    private final Set<Socket> listeners = new LinkedHashSet<>();

    /** What was published last, for those who read too slowly. */
    private @Nullable Buffer newest;

    private Topic(String address, @Nullable SectionKey section) {
      this.address = address;
      this.section = section;
    }
  }

  /** One open socket. */
  private static final class Socket {
    private final ServerWebSocket wire;
    private final UUID participant;
    private final Map<String, Topic> topics = new HashMap<>();

    /** What was published while it read too slowly. */
    private final Set<Topic> missed = new LinkedHashSet<>();

    private long heardAt = System.nanoTime();
    private int messages;

    /** Bytes that have not left for the network. */
    private int waiting;

    private long toldAt = System.nanoTime();

    private Socket(ServerWebSocket wire, UUID participant) {
      this.wire = wire;
      this.participant = participant;
    }
  }

  private final Vertx vertx;
  private final Context context;
  private final Bridge.Audience audience;
  private final Connected connected;
  private final Unanswered unanswered;
  private final Set<Socket> open = new HashSet<>();
  private final Map<String, Topic> topics = new HashMap<>();

  /** How many messages each participant has sent since the last sweep. */
  private final Map<UUID, Integer> messages = new HashMap<>();

  Sockets(
      Vertx vertx,
      Context context,
      Bridge.Audience audience,
      Connected connected,
      Unanswered unanswered) {
    this.vertx = vertx;
    this.context = context;
    this.audience = audience;
    this.connected = connected;
    this.unanswered = unanswered;
    vertx.setPeriodic(SWEEP_MILLIS, sweep -> sweep());
  }

  /** Takes a WebSocket whose participant has been proved. */
  void accept(RoutingContext request, UUID participant) {
    if (messages.getOrDefault(participant, 0) > MOST_MESSAGES_OF_PARTICIPANT) {
      request.fail(Problem.of(Problem.Code.TOO_MANY_TRIES));
      return;
    }
    request
        .request()
        .toWebSocket()
        .onSuccess(wire -> open(new Socket(wire, participant)))
        .onFailure(notOne -> request.fail(400));
  }

  private void open(Socket socket) {
    open.add(socket);
    connected.opened(socket.participant);
    socket
        .wire
        .textMessageHandler(text -> receive(socket, text.length(), () -> new JsonObject(text)))
        .binaryMessageHandler(bytes -> receive(socket, bytes.length(), () -> new JsonObject(bytes)))
        .exceptionHandler(broken -> socket.wire.close())
        .closeHandler(closed -> closed(socket));
  }

  /** Closes what the participants have open: they must prove themselves anew. */
  void hangUp(Set<UUID> participants) {
    for (Socket socket : List.copyOf(open)) {
      if (participants.contains(socket.participant)) {
        socket.wire.close(POLICY_VIOLATION);
      }
    }
  }

  private void closed(Socket socket) {
    open.remove(socket);
    connected.closed(socket.participant);
    List.copyOf(socket.topics.keySet()).forEach(address -> unregister(socket, address));
  }

  private void sweep() {
    long now = System.nanoTime();
    messages.clear();
    for (Socket socket : List.copyOf(open)) {
      socket.messages = 0;
      if (now - socket.heardAt > Bridge.PING_TIMEOUT_MILLIS * 1_000_000) {
        socket.wire.close();
      }
    }
  }

  @FunctionalInterface
  private interface Message {
    JsonObject read();
  }

  private void receive(Socket socket, int length, Message message) {
    socket.heardAt = System.nanoTime();
    socket.messages++;
    if (socket.messages > MOST_MESSAGES
        || messages.merge(socket.participant, 1, Integer::sum) > MOST_MESSAGES_OF_PARTICIPANT) {
      socket.wire.close(POLICY_VIOLATION);
      return;
    }
    if (length > Bridge.FRAME_LIMIT) {
      socket.wire.close(TOO_BIG);
      return;
    }
    if (length > LONGEST_MESSAGE) {
      refuse(socket, "invalid_json");
      return;
    }
    try {
      receive(socket, message.read());
    } catch (DecodeException | ClassCastException notOurs) {
      refuse(socket, "invalid_json");
    }
  }

  private void receive(Socket socket, JsonObject message) {
    String type = message.getString("type");
    if (type == null) {
      refuse(socket, "missing_type");
      return;
    }
    if (type.equals("ping")) {
      return;
    }
    String address = message.getString("address");
    if (address == null) {
      refuse(socket, "missing_address");
      return;
    }
    switch (type) {
      case "register" -> register(socket, address);
      case "unregister" -> unregister(socket, address);
      case "send", "publish" -> refuse(socket, "rejected");
      default -> refuse(socket, "invalid_type");
    }
  }

  private void register(Socket socket, String address) {
    if (socket.topics.size() >= Bridge.MAX_ADDRESSES_PER_SOCKET) {
      refuse(socket, "max_handlers_reached");
      return;
    }
    Topic known = topics.get(address);
    SectionKey section = known == null ? SectionKey.at(address) : known.section;
    if (section == null && !address.equals(Live.BEAT_ADDRESS)) {
      refuse(socket, "rejected");
      return;
    }
    ifPermitted(
        socket,
        section,
        () -> {
          if (open.contains(socket)) {
            Topic topic = topics.computeIfAbsent(address, first -> new Topic(address, section));
            topic.listeners.add(socket);
            socket.topics.put(address, topic);
          }
        },
        () -> refuse(socket, "rejected"));
  }

  private void unregister(Socket socket, String address) {
    Topic topic = socket.topics.remove(address);
    if (topic == null) {
      return;
    }
    socket.missed.remove(topic);
    topic.listeners.remove(socket);
    if (topic.listeners.isEmpty()) {
      topics.remove(address);
    }
  }

  private void refuse(Socket socket, String reason) {
    if (socket.waiting < QUEUE_LIMIT) {
      send(socket, new JsonObject().put("type", "err").put("body", reason).toBuffer());
    }
  }

  /** At once where the participant is remembered, and nearly always it is. */
  private void ifPermitted(
      Socket socket, @Nullable SectionKey section, Runnable action, Runnable otherwise) {
    if (section == null) {
      action.run();
      return;
    }
    Future<Boolean> may = audience.mayListen(socket.participant, section);
    if (may.isComplete()) {
      (may.succeeded() && may.result() ? action : otherwise).run();
    } else {
      may.onComplete(known ->
          context.runOnContext(
              go -> (known.succeeded() && known.result() ? action : otherwise).run()));
    }
  }

  /**
   * Tells everyone who listens.
   *
   * @param body JSON
   * @return succeeds when it has been written to all but those who read too slowly
   */
  Future<Void> publish(String address, Buffer body, Pace pace) {
    Topic topic = topics.get(address);
    if (topic == null) {
      return Future.succeededFuture();
    }
    Buffer frame = frame(address, body);
    topic.newest = frame;
    Promise<Void> written = Promise.promise();
    slice(topic, frame, topic.listeners.toArray(new Socket[0]), 0, pace, written);
    return written.future();
  }

  /**
   * Outside the heap, where the network can take it from: all sockets share the same bytes, also
   * while they wait for slow readers. From the heap they would be copied for each of them.
   */
  private static Buffer frame(String address, Buffer body) {
    byte[] head =
        ("{\"type\":\"rec\",\"address\":\"" + address + "\",\"body\":")
            .getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocateDirect(head.length + body.length() + 1);
    bytes.put(head).put(body.getBytes()).put((byte) '}').flip();
    return BufferInternal.buffer(Unpooled.wrappedBuffer(bytes));
  }

  /** Whether anyone waits for an answer, and so comes before those who listen. */
  boolean othersWait() {
    return unanswered.count() > 0;
  }

  private void slice(
      Topic topic, Buffer frame, Socket[] all, int from, Pace pace, Promise<Void> written) {
    // Something newer is on its way to all of them already.
    if (frame != topic.newest) {
      written.complete();
      return;
    }
    int to = Math.min(all.length, from + pace.slice);
    for (int i = from; i < to; i++) {
      write(all[i], topic, frame);
    }
    if (to == all.length) {
      written.complete();
    } else {
      vertx.setTimer(
          pace.pause(unanswered.count()), go -> slice(topic, frame, all, to, pace, written));
    }
  }

  private void write(Socket socket, Topic topic, Buffer frame) {
    if (!topic.listeners.contains(socket)
        || topic.section == null
            && System.nanoTime() - socket.toldAt < BEATLESS_MILLIS * 1_000_000) {
      return;
    }
    // Asked each time: a role that is taken away, or a room that is left, is heard no more.
    ifPermitted(
        socket,
        topic.section,
        () -> {
          if (socket.waiting >= QUEUE_LIMIT) {
            socket.missed.add(topic);
          } else {
            send(socket, frame);
          }
        },
        () -> {});
  }

  /** The queue below counts messages, of any size; so bytes are counted here. */
  private void send(Socket socket, Buffer frame) {
    if (socket.wire.isClosed()) {
      return;
    }
    socket.waiting += frame.length();
    socket.toldAt = System.nanoTime();
    socket
        .wire
        .writeBinaryMessage(frame)
        .onComplete(written -> {
          socket.waiting -= frame.length();
          if (socket.waiting < QUEUE_LIMIT && !socket.missed.isEmpty()) {
            catchUp(socket);
          }
        });
  }

  /** A slow reader skips what is old. */
  private void catchUp(Socket socket) {
    List<Topic> missed = List.copyOf(socket.missed);
    socket.missed.clear();
    for (Topic topic : missed) {
      if (topic.newest != null) {
        write(socket, topic, topic.newest);
      }
    }
  }
}
