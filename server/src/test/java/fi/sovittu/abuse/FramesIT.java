package fi.sovittu.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.abuse.BrokenFrames.Kind;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Frames of every broken kind, by the hundred thousand, while honest phones vote and hear. {@code
 * -Dabuse.frames=1000000} sends more of them, {@code -Dabuse.seed=…} the same ones again.
 */
class FramesIT {
  private static final long FRAMES = Long.getLong("abuse.frames", 100_000);
  private static final long SEED = Long.getLong("abuse.seed", System.nanoTime());

  /** A socket sends so many before a new one takes over, fewer than are a flood. */
  private static final int FRAMES_PER_SOCKET = 350;

  /** One frame in so many breaks the protocol and ends its connection. */
  private static final int FATAL_ONE_IN = 60;

  /** One request to the fallbacks for so many frames. */
  private static final int REQUEST_EVERY = 100;

  private static final int HANG_UP_MILLIS = 10_000;

  private static Hall hall;
  private static Person fiend;

  @BeforeAll
  static void open() {
    hall = Hall.open();
    fiend = hall.join(30);
  }

  private static String sockJs() {
    return "/live/"
        + (int) (Math.random() * 1000)
        + "/"
        + UUID.randomUUID().toString().replace("-", "");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aFrameThatBreaksTheProtocolEndsItsConnectionAlone(Kind kind) throws IOException {
    try (RawSocket other = RawSocket.webSocket(fiend, "/live/websocket");
        RawSocket socket = RawSocket.webSocket(fiend, "/live/websocket")) {
      socket.send(new BrokenFrames(SEED).of(kind));
      if (kind.isFatal()) {
        assertThat(socket.isEndedWithin(HANG_UP_MILLIS)).as("hangs up after " + kind).isTrue();
      }
      other.send(RawSocket.frame(0x81, "{\"type\":\"register\"}".getBytes(StandardCharsets.UTF_8)));
      assertThat(other.isEndedWithin(200)).as("the other connection").isFalse();
    }
  }

  @Test
  void honestPhonesNoticeNothing() throws Exception {
    System.out.println("abuse.seed=" + SEED + " abuse.frames=" + FRAMES);
    try (HonestPhones phones = new HonestPhones(hall, 12)) {
      phones.vote();
      AtomicLong sent = new AtomicLong();
      CompletableFuture<Void> first = CompletableFuture.runAsync(() -> fuzz(SEED, sent));
      CompletableFuture<Void> second = CompletableFuture.runAsync(() -> fuzz(~SEED, sent));
      CompletableFuture<Void> fuzzing = CompletableFuture.allOf(first, second);
      while (!fuzzing.isDone() || phones.rounds() < 3) {
        phones.vote();
      }
      fuzzing.join();
      phones.vote();
      System.out.printf(
          "%d frames, %d rounds of honest votes, acknowledged p50 %d ms, p99 %d ms%n",
          sent.get(), phones.rounds(), phones.percentile(50), phones.percentile(99));
      assertThat(sent.get()).isGreaterThanOrEqualTo(FRAMES);
    }
    fiend.get("/health/ready").done();
    fiend.get("/api/seat").done();
  }

  private static void fuzz(long seed, AtomicLong sent) {
    BrokenFrames frames = new BrokenFrames(seed);
    while (sent.get() < FRAMES) {
      boolean fallback = sent.get() % 7 == 0;
      String path = fallback ? sockJs() + "/websocket" : "/live/websocket";
      try (RawSocket socket = RawSocket.webSocket(fiend, path)) {
        pour(frames, socket, sent);
        request(frames);
      } catch (IOException endedByTheService) {
        sent.incrementAndGet();
      }
    }
  }

  private static void pour(BrokenFrames frames, RawSocket socket, AtomicLong sent)
      throws IOException {
    for (int i = 0; i < FRAMES_PER_SOCKET && sent.get() < FRAMES; i++) {
      Kind kind = frames.next(FATAL_ONE_IN);
      socket.send(frames.of(kind));
      socket.drain();
      sent.incrementAndGet();
      if (i % REQUEST_EVERY == REQUEST_EVERY - 1) {
        request(frames);
      }
      if (kind.isFatal()) {
        return;
      }
    }
  }

  /** What SockJS takes by plain HTTP. */
  private static void request(BrokenFrames frames) throws IOException {
    byte[] body = frames.of(frames.next(FATAL_ONE_IN));
    for (String end : new String[] {"/xhr_send", "/xhr", "/jsonp_send"}) {
      try (RawSocket socket = RawSocket.open(fiend.service())) {
        socket.send(
            """
            POST %s%s?seat=%s HTTP/1.1\r
            Host: localhost\r
            Cookie: %s\r
            Content-Type: text/plain\r
            Content-Length: %d\r
            \r
            """
                .formatted(sockJs(), end, fiend.seat(), fiend.cookie(), body.length));
        socket.send(body);
        socket.drain();
      }
    }
  }
}
