package fi.sovittu.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.abuse.BrokenFrames.Kind;
import fi.sovittu.support.Eventually;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Frames of every broken kind, a million of them, while honest phones vote and hear. {@code
 * -Dabuse.frames=…} sends more or fewer, {@code -Dabuse.seed=…} the same ones again.
 */
class FramesIT {
  private static final long FRAMES = Long.getLong("abuse.frames", 1_000_000);
  private static final long SEED = Long.getLong("abuse.seed", System.nanoTime());

  private static final int PARTICIPANTS = 200;

  private static final int READING_MILLIS = 100;
  private static final int HANG_UP_MILLIS = 10_000;

  private static Hall hall;
  private static Person fiend;

  /** So many that none of them sends more than a participant may. */
  private static List<Person> fiends;

  @BeforeAll
  static void open() {
    hall = Hall.open();
    fiends = IntStream.range(0, PARTICIPANTS).mapToObj(i -> hall.join(30)).toList();
    fiend = fiends.getFirst();
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
  void aParticipantThatFloodsOnManySocketsIsLetInNoMoreForAWhile() throws Exception {
    Person flooding = hall.join(29);
    byte[] frame = RawSocket.frame(0x81, "{}".getBytes(StandardCharsets.UTF_8));
    boolean refused = false;
    for (int socket = 0; socket < 50 && !refused; socket++) {
      try (RawSocket next = RawSocket.webSocket(flooding, "/live/websocket")) {
        for (int i = 0; i < 200; i++) {
          next.send(frame);
          next.drain();
        }
        // Closing at once would throw away what has not been read.
        next.isEndedWithin(READING_MILLIS);
      } catch (IOException hungUp) {
        refused = String.valueOf(hungUp.getMessage()).contains(" 429 ");
      }
    }
    assertThat(refused).isTrue();
    flooding.get("/api/me").done();
    RawSocket.webSocket(fiend, "/live/websocket").close();
    Eventually.until("it is let in again", () -> isLetIn(flooding));
  }

  private static boolean isLetIn(Person person) {
    try (RawSocket socket = RawSocket.webSocket(person, "/live/websocket")) {
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  @Test
  void honestPhonesNoticeNothing() throws Exception {
    System.out.println("abuse.seed=" + SEED + " abuse.frames=" + FRAMES);
    try (HonestPhones phones = new HonestPhones(hall, 12)) {
      phones.vote();
      AtomicLong sent = new AtomicLong();
      Fuzzer one = new Fuzzer(fiends, sent, SEED);
      Fuzzer other = new Fuzzer(fiends, sent, ~SEED);
      CompletableFuture<Void> first = one.start(FRAMES);
      CompletableFuture<Void> second = other.start(FRAMES);
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
    fiend.get("/api/me").done();
  }
}
