package fi.sovittu.fault;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Database;
import fi.sovittu.support.Eventually;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import fi.sovittu.support.ServiceProcess;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database that comes with the service dies under it. */
class EmbeddedDatabaseIT {
  private static final Duration PATIENT = Duration.ofSeconds(10);

  @TempDir private Path data;

  @Test
  void itIsStartedAgainByTheServiceAndNothingIsLost() throws Exception {
    try (ServiceProcess service =
            ServiceProcess.start(data, ServiceProcess.freePort()).awaitReady();
        Database look = Database.in(data)) {
      Hall hall = Hall.open(service.address(), service.organiserLink(), look);
      People people = People.start(hall, service.address(), PATIENT);
      for (int time = 0; time < 2; time++) {
        served(people);
        long pid = Database.processIn(data);
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        Eventually.until("the service noticed", () -> !isReady(service));
        Eventually.until("the service has its database again", () -> isReady(service));
        assertThat(Database.processIn(data)).isNotEqualTo(pid);
      }
      served(people);
      people.stop();
      assertThat(people.faults()).isEmpty();
    }
  }

  private static boolean isReady(ServiceProcess service) {
    return new Person(service.address()).get("/health/ready").status() == 200;
  }

  private static void served(People people) {
    long before = people.acknowledged();
    Eventually.until("people were served", () -> people.acknowledged() > before + 200);
  }
}
