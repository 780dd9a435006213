package fi.sovittu.live;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What clients send: addresses that they want to hear, and pings, in the messages of the event-bus
 * bridge. Anything else is refused, and whoever sends too much is closed. Event loop only.
 */
final class Inbox {
  /** A client registers its addresses and pings; more messages between two sweeps are a flood. */
  static final int MOST_MESSAGES = 2 * Bridge.MAX_ADDRESSES_PER_SOCKET;

  /**
   * The same for all sockets of a participant together, for whoever opens one after another; a
   * screen's link may be open on many devices. More of its sockets are let in after the next sweep.
   */
  static final int MOST_MESSAGES_OF_PARTICIPANT = 5 * MOST_MESSAGES;

  /**
   * The longest message that is read at all, in characters or bytes; a registration takes a
   * hundred. To find out what is wrong with a long one would keep everyone else waiting.
   */
  static final int LONGEST_MESSAGE = 1_024;

  /** WebSocket close codes (RFC 6455, 7.4.1). */
  static final short POLICY_VIOLATION = 1008;

  private static final short TOO_BIG = 1009;

  private final Permits permits;
  private final Fanout fanout;

  /** How many messages each participant has sent since the last sweep. */
  private final Map<UUID, Integer> messages = new HashMap<>();

  Inbox(Permits permits, Fanout fanout) {
    this.permits = permits;
    this.fanout = fanout;
  }

  /** Whether the participant has sent so much that no more of its sockets are let in now. */
  boolean isFlooded(UUID participant) {
    return messages.getOrDefault(participant, 0) > MOST_MESSAGES_OF_PARTICIPANT;
  }

  /** Begins to count anew; each socket's own count is its owner's. */
  void sweep() {
    messages.clear();
  }

  /** Reads what the socket sends from now on. */
  void open(Socket socket) {
    socket
        .wire
        .textMessageHandler(text -> receive(socket, text.length(), () -> new JsonObject(text)))
        .binaryMessageHandler(
            (Buffer bytes) -> receive(socket, bytes.length(), () -> new JsonObject(bytes)));
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
      socket.refuse("invalid_json");
      return;
    }
    try {
      receive(socket, message.read());
    } catch (DecodeException | ClassCastException notOurs) {
      socket.refuse("invalid_json");
    }
  }

  private void receive(Socket socket, JsonObject message) {
    String type = message.getString("type");
    if (type == null) {
      socket.refuse("missing_type");
      return;
    }
    if (type.equals("ping")) {
      return;
    }
    String address = message.getString("address");
    if (address == null) {
      socket.refuse("missing_address");
      return;
    }
    switch (type) {
      case "register" -> register(socket, address);
      case "unregister" -> fanout.leave(socket, address);
      case "send", "publish" -> socket.refuse("rejected");
      default -> socket.refuse("invalid_type");
    }
  }

  private void register(Socket socket, String address) {
    if (socket.topics.size() >= Bridge.MAX_ADDRESSES_PER_SOCKET) {
      socket.refuse("max_handlers_reached");
      return;
    }
    Topic known = fanout.at(address);
    SectionKey section = known == null ? permits.at(address) : known.section;
    if (section == null && !address.equals(Live.BEAT_ADDRESS)) {
      socket.refuse("rejected");
      return;
    }
    permits.ifPermitted(
        socket.participant,
        section,
        () -> {
          if (!socket.isGone()) {
            fanout.join(socket, address, section);
          }
        },
        () -> socket.refuse("rejected"));
  }
}
