package fi.sovittu.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Connections that send as slowly as they can, or nothing, are ended; nobody else waits. */
@Execution(ExecutionMode.CONCURRENT)
class SlowHttpIT {
  /** By then each of them must be gone. */
  private static final int LIMIT_MILLIS = 60_000;

  private static final int DRIP_MILLIS = 1_000;

  private final Hall hall = Hall.open();

  @Test
  void slowConnectionsAreEnded() throws Exception {
    List<String> beginnings =
        List.of(
            "",
            "GET /api/me HTTP/1.1\r\nHost: localhost\r\nX-A: ",
            """
            POST /api/sessions HTTP/1.1\r
            Host: localhost\r
            Content-Type: application/json\r
            Content-Length: 100000\r
            \r
            {\
            """);
    List<CompletableFuture<String>> slow = new ArrayList<>();
    for (String beginning : beginnings) {
      for (boolean drips : new boolean[] {false, true}) {
        slow.add(
            CompletableFuture.supplyAsync(
                () -> open(beginning, drips), task -> Thread.startVirtualThread(task)));
      }
    }
    Person liisa = hall.join(1);
    liisa.get("/api/me").done();
    List<String> stillOpen = new ArrayList<>();
    for (CompletableFuture<String> one : slow) {
      if (!one.get().isEmpty()) {
        stillOpen.add(one.get());
      }
    }
    assertThat(stillOpen).as("open after " + LIMIT_MILLIS + " ms").isEmpty();
  }

  /** What is still open at the end, or nothing. */
  private String open(String beginning, boolean drips) {
    long end = System.nanoTime() + LIMIT_MILLIS * 1_000_000L;
    try (RawSocket socket = RawSocket.open(hall.service())) {
      socket.send(beginning);
      while (System.nanoTime() < end) {
        if (socket.isCutWithin(DRIP_MILLIS)) {
          return "";
        }
        if (drips) {
          socket.send(beginning.isEmpty() ? "G" : "a");
        }
      }
      return (drips ? "dripping: " : "silent: ")
          + beginning.lines().findFirst().orElse("no request");
    } catch (IOException ended) {
      return "";
    }
  }
}
