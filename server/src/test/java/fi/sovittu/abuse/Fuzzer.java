package fi.sovittu.abuse;

import fi.sovittu.abuse.BrokenFrames.Kind;
import fi.sovittu.support.Person;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends broken frames on one socket after another, and broken bodies to the fallbacks, as fast as
 * they are taken. For as many threads as there are of it.
 */
public final class Fuzzer {
  /** A socket sends so many before a new one takes over, fewer than are a flood. */
  private static final int FRAMES_PER_SOCKET = 350;

  /** One frame in so many breaks the protocol and ends its connection. */
  private static final int FATAL_ONE_IN = 300;

  /** So many at most are sent in one go; the service meets them as the network cuts them. */
  private static final int AT_ONCE = 50;

  /** One round of requests to the fallbacks for so many frames. */
  private static final int REQUEST_EVERY = 1_000;

  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final List<Person> fiends;
  private final AtomicLong sent;
  private final BrokenFrames frames;

  /**
   * @param fiends whose participants it is done with in turn
   * @param sent counts what all fuzzers together have sent
   * @param seed decides what is sent
   */
  public Fuzzer(List<Person> fiends, AtomicLong sent, long seed) {
    this.fiends = fiends;
    this.sent = sent;
    this.frames = new BrokenFrames(seed);
  }

  /**
   * Begins on a thread of its own: the common pool's are few, and other clients wait for theirs.
   *
   * @return ends when so many have been sent by all
   */
  public CompletableFuture<Void> start(long many) {
    return start(many, Long.MAX_VALUE);
  }

  /**
   * As {@link #start(long)}, no faster than so.
   *
   * @param rate frames a second
   */
  public CompletableFuture<Void> start(long many, long rate) {
    return CompletableFuture.runAsync(
        () -> run(many, AT_ONCE * NANOS_PER_SECOND / rate), task -> new Thread(task).start());
  }

  /**
   * @param pause between two times of sending, nanoseconds
   */
  private void run(long many, long pause) {
    for (int turn = 0; sent.get() < many; turn++) {
      Person fiend = fiends.get(turn % fiends.size());
      try (RawSocket socket = RawSocket.webSocket(fiend, "/live/websocket")) {
        pour(fiend, socket, many, pause);
      } catch (IOException endedByTheService) {
        // As it should be; the next one takes over.
      }
    }
  }

  private static String sockJs() {
    return "/live/"
        + (int) (Math.random() * 1000)
        + "/"
        + UUID.randomUUID().toString().replace("-", "");
  }

  private void pour(Person fiend, RawSocket socket, long many, long pause) throws IOException {
    for (int i = 0; i < FRAMES_PER_SOCKET && sent.get() < many; i += AT_ONCE) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      boolean ended = false;
      int count = 0;
      while (count < AT_ONCE && !ended) {
        Kind kind = frames.next(FATAL_ONE_IN);
        bytes.writeBytes(frames.of(kind));
        ended = kind.isFatal();
        count++;
      }
      LockSupport.parkNanos(pause);
      socket.send(bytes.toByteArray());
      socket.drain();
      long before = sent.getAndAdd(count);
      if (before / REQUEST_EVERY != (before + count) / REQUEST_EVERY) {
        request(fiend);
      }
      if (ended) {
        return;
      }
    }
  }

  /** What SockJS takes by plain HTTP. */
  private void request(Person fiend) throws IOException {
    byte[] body = frames.of(frames.next(FATAL_ONE_IN));
    for (String end : new String[] {"/xhr_send", "/xhr", "/jsonp_send"}) {
      try (RawSocket socket = RawSocket.open(fiend.service())) {
        socket.send(
            """
            POST %s%s?as=%s HTTP/1.1\r
            Host: localhost\r
            Cookie: %s\r
            Content-Type: text/plain\r
            Content-Length: %d\r
            \r
            """
                .formatted(sockJs(), end, fiend.participant(), fiend.cookie(), body.length));
        socket.send(body);
        socket.drain();
      }
    }
  }
}
