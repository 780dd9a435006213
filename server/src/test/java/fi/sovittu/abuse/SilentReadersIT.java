package fi.sovittu.abuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import fi.sovittu.support.Ballots;
import fi.sovittu.support.Database;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Listener;
import fi.sovittu.support.Person;
import fi.sovittu.support.PollForm;
import fi.sovittu.support.ProcessMemory;
import fi.sovittu.support.ServiceProcess;
import fi.sovittu.support.SilentReaders;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Thousands of sockets that listen to everything and never read. The benchmark measures how much
 * slower honest phones are served meanwhile.
 */
class SilentReadersIT {
  private static final int SOCKETS = 5_000;

  /** Callers that the sockets belong to. */
  private static final int PARTICIPANTS = 50;

  /** Files and sockets that this process has open beside them. */
  private static final int OTHERS = 2_000;

  /** How much one of them may cost, kilobytes. */
  private static final double MOST_WAITING = 64;

  private static final int TALKERS = 8;
  private static final int LETTERS = 250;
  private static final Duration NOT_READING = Duration.ofSeconds(12);

  @TempDir private Path data;

  /** The heap is resident from the start, so that what grows is something else. */
  private static final Map<String, String> WHOLE_HEAP =
      Map.of("JAVA_TOOL_OPTIONS", "-Xms512m -XX:+AlwaysPreTouch");

  private static boolean canOpenSoMany() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
        && system.getMaxFileDescriptorCount() > SOCKETS + OTHERS;
  }

  @Test
  void costSixtyFourKilobytesEachAndNobodyElseNotices() throws Exception {
    assumeTrue(canOpenSoMany(), "so many sockets may be open");
    try (ServiceProcess service =
            ServiceProcess.start(data, ServiceProcess.freePort(), WHOLE_HEAP).awaitReady();
        Database look = Database.in(data)) {
      Hall hall = Hall.open(service.address(), service.organiserLink(), look);
      UUID poll = hall.asks(PollForm.text(5).named().shown("LIVE"));
      List<Person> talkers = IntStream.range(0, TALKERS).mapToObj(i -> hall.join(1 + i)).toList();
      List<Person> silent =
          IntStream.range(0, PARTICIPANTS).mapToObj(i -> hall.join(1 + i % 30)).toList();
      UUID room = hall.room(Hall.PLENARY);
      String results = "sovittu.results." + room;
      try (HonestPhones phones = new HonestPhones(hall, 12);
          Listener honest = Listener.of(talkers.getFirst())) {
        assertThat(honest.register(results)).isTrue();
        phones.vote();
        double before = memory(service.pid());
        try (SilentReaders readers =
            SilentReaders.open(
                silent,
                SOCKETS,
                List.of(
                    results,
                    "sovittu.meeting." + hall.id(),
                    "sovittu.agenda." + room,
                    "sovittu.polls." + room,
                    "sovittu.beat"))) {
          Instant until = Instant.now().plus(NOT_READING);
          long bytes = 0;
          for (int i = 1; Instant.now().isBefore(until) || bytes < 4 * MOST_WAITING * 1024; i++) {
            String newest = "uusin " + i;
            Person talker = talkers.get(i % TALKERS);
            talker.votes(poll, Ballots.texts(null, i, texts(newest))).done();
            // Every change comes to the honest, while the others are owed ever more.
            bytes +=
                honest
                    .await(results, section -> section.encode().contains(newest))
                    .encode()
                    .length();
            phones.vote();
            readers.ping();
          }
          double each = (memory(service.pid()) - before) * 1024 / SOCKETS;
          System.out.printf(
              "%d silent readers: %.0f kB each, owed %d kB each%n", SOCKETS, each, bytes / 1024);
          assertThat(each).as("kilobytes for each").isLessThan(MOST_WAITING);
          assertThat(new Person(service.address()).get("/health/ready").status()).isEqualTo(200);
          hall.moves(Hall.PLENARY, null, "Avaus");
        }
        // When they have gone, all is as before.
        phones.vote();
      }
      assertThat(service.errors()).doesNotContain("OutOfMemory", "Exception");
    }
  }

  /** What lives in the heap, and what is outside of it; megabytes, from an unknown zero. */
  private static double memory(long pid) throws IOException {
    OptionalDouble live = ProcessMemory.liveMegabytes(pid);
    OptionalDouble resident = ProcessMemory.residentMegabytes(pid);
    assumeTrue(live.isPresent() && resident.isPresent(), "memory can be measured");
    return live.getAsDouble() + resident.getAsDouble();
  }

  private static String[] texts(String newest) {
    return new String[] {
      newest, "a".repeat(LETTERS), "b".repeat(LETTERS), "c".repeat(LETTERS), "d".repeat(LETTERS)
    };
  }
}
