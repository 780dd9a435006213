package fi.sovittu.fault;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Database;
import fi.sovittu.support.Eventually;
import fi.sovittu.support.FaultProxy;
import fi.sovittu.support.FaultProxy.Mode;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import fi.sovittu.support.Signals;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A meeting in full swing while faults strike; afterwards everything that was acknowledged must be
 * there once, and nothing that was refused, and who listened must know the newest.
 */
class FaultsIT {
  /** A phone's own patience. */
  private static final Duration PATIENT = Duration.ofSeconds(10);

  /** Of phones on a network that never answers, to save the test's time. */
  private static final Duration IMPATIENT = Duration.ofSeconds(2);

  private static final int SERVED = 200;

  private final Rig rig = Rig.shared();

  @AfterEach
  void heal() throws Exception {
    rig.heal();
  }

  /** What happens to the running meeting, and how it ends. */
  private interface Strike {
    void run() throws Exception;
  }

  private History during(Duration patience, Strike strike) throws Exception {
    try (Database look = rig.database().look()) {
      Hall hall = rig.hall(look);
      Person watching = hall.join(Hall.MUNICIPALITIES);
      People people = People.start(hall, rig.phones(), patience);
      try (Watcher watcher = Watcher.of(watching.at(rig.phones()))) {
        try {
          served(people);
          strike.run();
          served(people);
        } finally {
          rig.heal();
          people.stop();
        }
        rig.awaitReady(true);
        watcher.awaitTruth(watching);
      }
      assertThat(people.faults()).isEmpty();
      return people.history();
    }
  }

  private static void served(People people) {
    long before = people.acknowledged();
    Eventually.until("people were served", () -> people.acknowledged() >= before + SERVED);
  }

  @Test
  void noFaultAtAll() throws Exception {
    during(PATIENT, () -> {});
  }

  @Test
  void theServiceIsKilled() throws Exception {
    during(PATIENT, rig::killService);
  }

  @Test
  void theDatabaseIsKilled() throws Exception {
    during(
        PATIENT,
        () -> {
          rig.database().kill();
          rig.awaitReady(false);
          rig.database().startAgain();
        });
  }

  @ParameterizedTest(name = "{0} s")
  @ValueSource(ints = {1, 10})
  void theServiceIsFrozen(int seconds) throws Exception {
    during(PATIENT, () -> frozen(rig.service().pid(), seconds));
  }

  @ParameterizedTest(name = "{0} s")
  @ValueSource(ints = {1, 10})
  void theDatabaseIsFrozen(int seconds) throws Exception {
    History history = during(PATIENT, () -> frozen(rig.database().pid(), seconds));
    assertThat(history.longest()).as("how long a phone waited to be told").isLessThan(PATIENT);
  }

  private static void frozen(long pid, int seconds) throws Exception {
    try (Signals.Frozen frozen = Signals.freeze(pid)) {
      Thread.sleep(Duration.ofSeconds(seconds));
    }
  }

  @Test
  void phonesAreCutOff() throws Exception {
    during(IMPATIENT, () -> cutOften(rig.phoneNetwork()));
  }

  @Test
  void theDatabaseIsCutOff() throws Exception {
    during(PATIENT, () -> cutOften(rig.databaseNetwork()));
  }

  private static void cutOften(FaultProxy network) throws Exception {
    for (int i : IntStream.range(0, 10).toArray()) {
      Thread.sleep(Duration.ofMillis(50 + 10 * i));
      network.cut();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PASS")
  void thePhonesNetworkDoes(Mode mode) throws Exception {
    during(IMPATIENT, () -> bad(rig.phoneNetwork(), mode));
  }

  /** A silent one, and one that refuses connections, are in {@link DatabaseGoneIT}. */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"PASS", "BLACK_HOLE"})
  void theDatabasesNetworkDoes(Mode mode) throws Exception {
    History history = during(PATIENT, () -> bad(rig.databaseNetwork(), mode));
    assertThat(history.longest()).as("how long a phone waited to be told").isLessThan(PATIENT);
  }

  private static void bad(FaultProxy network, Mode mode) throws Exception {
    network.mode(mode);
    Thread.sleep(Duration.ofSeconds(2));
    network.mode(Mode.PASS);
  }

  /** That the tests above can fail: something is changed behind everyone's back. */
  @Test
  void whatIsTakenAwayOrDoubledIsNoticed() throws Exception {
    try (Database look = rig.database().look()) {
      People people = People.start(rig.hall(look), rig.phones(), PATIENT);
      served(people);
      people.stop();
      assertThat(people.faults()).isEmpty();
      look.rows(
          """
          delete from named_ballot where poll_id = ? and voter_id =
            (select min(voter_id::text)::uuid from named_ballot where poll_id = ?)
          """,
          people.poll("named"),
          people.poll("named"));
      look.rows(
          """
          insert into ballot (poll_id, position, receipt, answers)
          select poll_id, 1000, receipt, answers from ballot where poll_id = ? limit 1
          """,
          people.poll("anonymous"));
      look.rows(
          "delete from goal_version where (goal_id, version) in (select goal_id, max(version) from"
              + " goal_version where goal_id = ? group by 1)",
          people.goal());
      assertThat(Checker.faults(people.history().operations(), people.kept()))
          .anySatisfy(fault -> assertThat(fault).startsWith("lost: the ballot of"))
          .anySatisfy(fault -> assertThat(fault).startsWith("counted 2 times: the ballot of"))
          .anySatisfy(fault -> assertThat(fault).startsWith("lost: version"));
    }
  }
}
