package fi.sovittu.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fi.sovittu.support.Ballots;
import fi.sovittu.support.Database;
import fi.sovittu.support.Eventually;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Listener;
import fi.sovittu.support.Person;
import fi.sovittu.support.PollForm;
import fi.sovittu.support.ServiceProcess;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wall clock of the service's machine is put forward and back while it serves. */
class SteppedClockIT {
  private static final Duration PATIENT = Duration.ofSeconds(10);
  private static final int COUNTDOWN = 5;

  /** Longer than a participant's session lasts. */
  private static final Duration YEAR = Duration.ofDays(366);

  private static final List<Duration> STEPS =
      List.of(Duration.ofHours(1), Duration.ofMinutes(-90), YEAR, Duration.ofDays(-100));

  private static WrongClock clock;
  private static Rig rig;
  private static Database look;

  @BeforeAll
  static void start() throws Exception {
    clock = WrongClock.make();
    rig = Rig.with(clock.environment());
    look = rig.database().look();
  }

  @AfterAll
  static void stop() throws Exception {
    if (rig != null) {
      look.close();
      rig.close();
      clock.close();
    }
  }

  /** The database's clock is this process's own. */
  private static void isNow(String instant) {
    assertThat(Instant.parse(instant)).isCloseTo(Instant.now(), within(2, ChronoUnit.SECONDS));
  }

  @Test
  void phonesAreToldTheDatabasesTimeAndAreNotThrownOut() throws Exception {
    Hall hall = rig.hall(look);
    Person person = hall.join(1);
    UUID poll = hall.asks(PollForm.thumbs().named());
    String meeting = "sovittu.meeting." + hall.id();
    try (Listener listener = Listener.of(person)) {
      assertThat(listener.register(meeting)).isTrue();
      assertThat(listener.register("sovittu.beat")).isTrue();
      int revision = 0;
      for (Duration step : STEPS) {
        clock.put(step);
        isNow(person.get("/api/live").done().json().getString("serverTime"));
        isNow(
            person
                .votes(poll, Ballots.thumb(null, ++revision, "UP"))
                .done()
                .json()
                .getString("savedAt"));
        isNow(hall.chair(Hall.PLENARY).get("/api/attendance").done().json().getString("at"));
        Person newcomer = hall.join(1 + revision);
        newcomer.get("/api/me").done();
        assertThat(look.count(OVER, newcomer.participant())).as("sessions that are over").isZero();
      }
      int beats = listener.at("sovittu.beat").size();
      Eventually.until("a beat came", () -> listener.at("sovittu.beat").size() > beats);
      isNow(listener.at("sovittu.beat").getLast().getString("serverTime"));
    } finally {
      clock.put(Duration.ZERO);
    }
  }

  private static final String OVER =
      """
      select count(*) from session where participant_id = ?
      and expires_at not between now() + interval '1 day' and now() + interval '200 days'
      """;

  @Test
  void aCountdownLastsAsLongAsItShould() throws Exception {
    Hall hall = rig.hall(look);
    Person person = hall.join(1);
    String key = Ballots.key();
    for (Duration step : List.of(Duration.ofHours(1), Duration.ofHours(-1))) {
      UUID poll = hall.asks(PollForm.thumbs().seconds(COUNTDOWN));
      Instant opened = Instant.now();
      person.votes(poll, Ballots.thumb(key, 1, "UP")).done();
      clock.put(step);
      person.votes(poll, Ballots.thumb(key, 2, "DOWN")).done();
      Eventually.until(
          "the countdown ran out",
          () -> look.value("select state from poll where id = ?", poll).equals("CLOSED"));
      assertThat(Duration.between(opened, Instant.now()))
          .isBetween(Duration.ofSeconds(COUNTDOWN - 1), Duration.ofSeconds(COUNTDOWN + 3));
      clock.put(Duration.ZERO);
      assertThat(look.value("select closed_at = closes_at from poll where id = ?", poll))
          .isEqualTo(true);
      assertThat(look.column("select answers::text from ballot where poll_id = ?", poll))
          .containsExactly("[\"DOWN\"]");
    }
  }

  @Test
  void nothingIsLost() throws Exception {
    People people = People.start(rig.hall(look), rig.phones(), PATIENT);
    serveThrough(people, STEPS);
  }

  /** The database that comes with the service has the same clock. */
  @Test
  void nothingIsLostWhereTheDatabaseIsOnTheSameMachine(@TempDir Path data) throws Exception {
    try (ServiceProcess service =
        ServiceProcess.start(data, ServiceProcess.freePort(), clock.environment()).awaitReady()) {
      try (Database its = Database.in(data)) {
        Hall hall = Hall.open(service.address(), service.organiserLink(), its);
        People people = People.start(hall, service.address(), PATIENT);
        serveThrough(people, List.of(Duration.ofHours(1), Duration.ofHours(-1)));
        // A countdown that is an hour off is ended by hand.
        UUID poll = hall.asks(PollForm.thumbs().seconds(COUNTDOWN));
        clock.put(Duration.ofHours(-1));
        hall.join(1).votes(poll, Ballots.thumb(Ballots.key(), 1, "UP")).done();
        String due = Instant.now().minus(Duration.ofHours(1)).plusSeconds(1).toString();
        hall.chair(Hall.PLENARY)
            .put("/api/polls/" + poll + "/closes-at", new JsonObject().put("closesAt", due))
            .done();
        Eventually.until(
            "the countdown ran out",
            () -> its.value("select state from poll where id = ?", poll).equals("CLOSED"));
        assertThat(its.count("select count(*) from ballot where poll_id = ?", poll)).isOne();
      }
    } finally {
      clock.put(Duration.ZERO);
    }
  }

  private static void serveThrough(People people, List<Duration> steps) throws Exception {
    try {
      for (Duration step : steps) {
        served(people);
        clock.put(step);
      }
      served(people);
      clock.put(Duration.ZERO);
      served(people);
    } finally {
      clock.put(Duration.ZERO);
      people.stop();
    }
    assertThat(people.faults()).isEmpty();
  }

  private static void served(People people) {
    long before = people.acknowledged();
    Eventually.until("people were served", () -> people.acknowledged() >= before + 200);
  }
}
