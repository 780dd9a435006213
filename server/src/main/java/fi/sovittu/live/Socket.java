package fi.sovittu.live;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** One open WebSocket of a participant. Event loop only. */
final class Socket {
  /** Bytes that wait for a slow reader when it is written no more; it catches up when it can. */
  static final int QUEUE_LIMIT = 65_536;

  final ServerWebSocket wire;
  final UUID participant;

  /** What it listens to, by address. */
  final Map<String, Topic> topics = new HashMap<>();

  /** When it last sent anything, by {@link System#nanoTime()}. */
  long heardAt = System.nanoTime();

  /** How many messages it has sent since the last sweep. */
  int messages;

  /** What was published while it read too slowly. */
  private final Set<Topic> missed = new LinkedHashSet<>();

  private final Consumer<Socket> readsAgain;

  /** Bytes that have not left for the network. */
  private int waiting;

  private long toldAt = System.nanoTime();
  private boolean gone;

  /**
   * @param readsAgain is told when there is room again for what it {@link #misses}
   */
  Socket(ServerWebSocket wire, UUID participant, Consumer<Socket> readsAgain) {
    this.wire = wire;
    this.participant = participant;
    this.readsAgain = readsAgain;
  }

  /** To be called when it has been closed. */
  void goes() {
    gone = true;
  }

  /** Whether it has been closed: nothing is to be begun for it. */
  boolean isGone() {
    return gone;
  }

  /** Whether it reads too slowly to be written more. */
  boolean isFull() {
    return waiting >= QUEUE_LIMIT;
  }

  /** Whether it was told anything in the last so many milliseconds. */
  boolean wasToldWithin(long millis) {
    return System.nanoTime() - toldAt < millis * 1_000_000;
  }

  void misses(Topic topic) {
    missed.add(topic);
  }

  void missesNoMore(Topic topic) {
    missed.remove(topic);
  }

  /** What it has missed, which is forgotten with that. */
  List<Topic> takeMissed() {
    List<Topic> all = List.copyOf(missed);
    missed.clear();
    return all;
  }

  /** Tells what is wrong with what it sent; not if it does not read. */
  void refuse(String reason) {
    if (!isFull()) {
      send(new JsonObject().put("type", "err").put("body", reason).toBuffer());
    }
  }

  /** The queue below counts messages, of any size; so bytes are counted here. */
  void send(Buffer frame) {
    if (wire.isClosed()) {
      return;
    }
    waiting += frame.length();
    toldAt = System.nanoTime();
    wire.writeBinaryMessage(frame)
        .onComplete(written -> {
          waiting -= frame.length();
          if (!isFull() && !missed.isEmpty()) {
            readsAgain.accept(this);
          }
        });
  }
}
