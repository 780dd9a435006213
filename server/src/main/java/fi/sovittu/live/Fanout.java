package fi.sovittu.live;

import fi.sovittu.http.Unanswered;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How what is published is written: encoded once, the same bytes to all, in slices between which
 * other work is done. Nobody waits for a vote's acknowledgement because thousands are told of a
 * tally. Event loop only.
 */
final class Fanout {
  /**
   * Who was told something in this time, milliseconds, knows without a beat that the link lives.
   */
  static final long BEATLESS_MILLIS = Live.BEAT_MILLIS / 2;

  private final Vertx vertx;
  private final Permits permits;
  private final Unanswered unanswered;
  private final Map<String, Topic> topics = new HashMap<>();

  Fanout(Vertx vertx, Permits permits, Unanswered unanswered) {
    this.vertx = vertx;
    this.permits = permits;
    this.unanswered = unanswered;
  }

  /** What is listened to at the address already; null while nobody listens. */
  @Nullable Topic at(String address) {
    return topics.get(address);
  }

  /** From now on the socket hears what is published at the address. */
  void join(Socket socket, String address, @Nullable SectionKey section) {
    Topic topic = topics.computeIfAbsent(address, first -> new Topic(address, section));
    topic.listeners.add(socket);
    socket.topics.put(address, topic);
  }

  /** From now on it does not. */
  void leave(Socket socket, String address) {
    Topic topic = socket.topics.remove(address);
    if (topic == null) {
      return;
    }
    socket.missesNoMore(topic);
    topic.listeners.remove(socket);
    if (topic.listeners.isEmpty()) {
      topics.remove(address);
    }
  }

  /** As {@link #leave}, of everything. */
  void leave(Socket socket) {
    List.copyOf(socket.topics.keySet()).forEach(address -> leave(socket, address));
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
    Buffer frame =
        OffHeap.copy("{\"type\":\"rec\",\"address\":\"" + address + "\",\"body\":", body, "}");
    topic.newest = frame;
    Promise<Void> written = Promise.promise();
    slice(topic, frame, topic.listeners.toArray(new Socket[0]), 0, pace, written);
    return written.future();
  }

  private void slice(
      Topic topic, Buffer frame, Socket[] all, int from, Pace pace, Promise<Void> written) {
    // Something newer is on its way to all of them already.
    if (frame != topic.newest) {
      written.complete();
      return;
    }
    int to = Math.min(all.length, from + pace.slice());
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
        || topic.section == null && socket.wasToldWithin(BEATLESS_MILLIS)) {
      return;
    }
    // Asked each time: a role that is taken away, or a room that is left, is heard no more.
    permits.ifPermitted(
        socket.participant,
        topic.section,
        () -> {
          if (socket.isFull()) {
            socket.misses(topic);
          } else {
            socket.send(frame);
          }
        },
        () -> {});
  }

  /** A slow reader skips what is old. */
  void catchUp(Socket socket) {
    for (Topic topic : socket.takeMissed()) {
      if (topic.newest != null) {
        write(socket, topic, topic.newest);
      }
    }
  }
}
