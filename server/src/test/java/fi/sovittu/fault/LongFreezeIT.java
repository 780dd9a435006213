package fi.sovittu.fault;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Database;
import fi.sovittu.support.Eventually;
import fi.sovittu.support.Signals;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A service, and the database of another, stand still for a minute: longer than anything here waits
 * for an answer. Both at the same time, for a minute is long.
 */
@Execution(ExecutionMode.CONCURRENT)
class LongFreezeIT {
  private static final Duration FROZEN = Duration.ofSeconds(60);

  /** A phone's own patience. */
  private static final Duration PATIENT = Duration.ofSeconds(10);

  private static final int SERVED = 200;

  @Test
  void nothingIsLostAndTheMeetingGoesOn() throws Exception {
    try (Rig one = Rig.with(Map.of());
        Rig other = Rig.with(Map.of())) {
      Callable<History> service = () -> frozen(one, one.service().pid());
      Callable<History> database = () -> frozen(other, other.database().pid());
      try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
        List<Future<History>> both = List.of(threads.submit(service), threads.submit(database));
        both.getFirst().get();
        assertThat(both.getLast().get().longest())
            .as("how long a phone waited to be told")
            .isLessThan(PATIENT);
      }
    }
  }

  private static History frozen(Rig rig, long pid) throws Exception {
    try (Database look = rig.database().look()) {
      People people = People.start(rig.hall(look), rig.phones(), PATIENT);
      try {
        served(people);
        try (Signals.Frozen frozen = Signals.freeze(pid)) {
          Thread.sleep(FROZEN);
        }
        served(people);
      } finally {
        people.stop();
      }
      rig.awaitReady(true);
      assertThat(people.faults()).isEmpty();
      return people.history();
    }
  }

  private static void served(People people) {
    long before = people.acknowledged();
    Eventually.until("people were served", () -> people.acknowledged() >= before + SERVED);
  }
}
