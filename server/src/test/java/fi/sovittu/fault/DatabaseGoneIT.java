package fi.sovittu.fault;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Answer;
import fi.sovittu.support.Ballots;
import fi.sovittu.support.Database;
import fi.sovittu.support.Eventually;
import fi.sovittu.support.FaultProxy.Mode;
import fi.sovittu.support.Hall;
import fi.sovittu.support.OwnDatabase;
import fi.sovittu.support.Person;
import fi.sovittu.support.PollForm;
import fi.sovittu.support.Signals;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the service promises while its database is away, and when it is back. */
class DatabaseGoneIT {
  /** A phone gives up after this long, so it must have been told by then. */
  private static final Duration PATIENT = Duration.ofSeconds(10);

  /** How soon a load balancer must see it. */
  private static final Duration NOTICED_WITHIN = Duration.ofSeconds(5);

  /** How long a reader waits at most for what is known already. */
  private static final Duration READ_WITHIN = Duration.ofSeconds(5);

  private final Rig rig = Rig.shared();

  /** How a database can be away. */
  private enum Gone {
    REFUSING {
      @Override
      AutoCloseable from(Rig rig) throws Exception {
        rig.databaseNetwork().refuse();
        return rig.databaseNetwork()::admit;
      }
    },
    /** As while it is restored, or its password is changed. */
    TURNING_AWAY {
      @Override
      AutoCloseable from(Rig rig) {
        Database other = new Database(rig.database().port(), OwnDatabase.PASSWORD, "template1");
        other.rows("alter database postgres allow_connections false");
        other.rows(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'postgres'");
        return () -> {
          other.rows("alter database postgres allow_connections true");
          other.close();
        };
      }
    },
    FROZEN {
      @Override
      AutoCloseable from(Rig rig) throws Exception {
        return Signals.freeze(rig.database().pid());
      }
    },
    SILENT {
      @Override
      AutoCloseable from(Rig rig) {
        rig.databaseNetwork().mode(Mode.BLACK_HOLE);
        return () -> rig.databaseNetwork().mode(Mode.PASS);
      }
    };

    abstract AutoCloseable from(Rig rig) throws Exception;
  }

  @AfterEach
  void heal() throws Exception {
    rig.heal();
  }

  @ParameterizedTest
  @EnumSource
  void everyoneIsToldAndNothingIsAcknowledged(Gone how) throws Exception {
    try (Database look = rig.database().look()) {
      Hall hall = rig.hall(look);
      Person reader = hall.join(1).at(rig.phones());
      reader.sections();
      People people = People.start(hall, rig.phones(), PATIENT);
      try {
        Eventually.until("people were served", () -> people.acknowledged() > 200);
        try (AutoCloseable gone = how.from(rig)) {
          Instant from = Instant.now();
          rig.awaitReady(false);
          assertThat(Duration.between(from, Instant.now())).isLessThan(NOTICED_WITHIN);
          for (int i = 0; i < 4; i++) {
            // Some of it had just been changed and was not read again before the database went.
            Instant asked = Instant.now();
            reader.get("/api/live").done();
            assertThat(Duration.between(asked, Instant.now())).isLessThan(READ_WITHIN);
            Thread.sleep(Duration.ofSeconds(1));
          }
          assertThat(people.history().acknowledgedBetween(from, Instant.now())).isEmpty();
          assertThat(new Person(rig.service().address()).get("/health/live").status())
              .isEqualTo(200);
        }
        rig.awaitReady(true);
        long before = people.acknowledged();
        Eventually.until("people are served again", () -> people.acknowledged() > before + 200);
      } finally {
        people.stop();
      }
      assertThat(people.faults()).isEmpty();
      assertThat(people.history().longest()).isLessThan(PATIENT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void readingGoesOnFromTheLastSnapshot(Gone how) throws Exception {
    try (Database look = rig.database().look()) {
      Hall hall = rig.hall(look);
      Person person = hall.join(1).at(rig.phones());
      Person other = hall.join(2).at(rig.phones());
      UUID poll = hall.asks(PollForm.thumbs().named().shown("LIVE"));
      person.votes(poll, Ballots.thumb(null, 1, "UP")).done();
      List<Person> readers =
          List.of(person, other, hall.chair(Hall.PLENARY), hall.screen(Hall.PLENARY));
      UUID room = hall.room(Hall.PLENARY);
      Eventually.until(
          "the vote is shown", () -> Hall.votedIn(person.section("results", room), poll) == 1);
      List<JsonArray> last = readers.stream().map(Person::sections).toList();
      JsonObject change = Ballots.thumb(null, 2, "DOWN");
      try (AutoCloseable gone = how.from(rig)) {
        for (int i = 0; i < readers.size(); i++) {
          Answer read = readers.get(i).get("/api/live").done();
          assertThat(read.json().getJsonArray("sections")).isEqualTo(last.get(i));
        }
        Answer told = person.votes(poll, change).refused(503, "UNAVAILABLE");
        assertThat(told.header("Retry-After")).isNotEmpty();
        // What was tried meanwhile has changed nothing that is read.
        assertThat(person.sections()).isEqualTo(last.getFirst());
      }
      Eventually.until(
          "the kept ballot is saved", () -> person.votes(poll, change).status() == 200);
      hall.closes(poll);
      assertThat(look.value("select answers::text from named_ballot where poll_id = ?", poll))
          .isEqualTo("[\"DOWN\"]");
    }
  }

  /**
   * After an outage a node reads again by itself what it remembered: who has not asked since is not
   * turned away in the next outage, however soon it comes.
   */
  @Test
  void whoHasNotAskedSinceAnOutageReadsInAnother() throws Exception {
    try (Database look = rig.database().look()) {
      Person person = rig.hall(look).join(1).at(rig.phones());
      person.sections();
      outage(look, () -> 0);
      for (int i = 0; i < 5; i++) {
        assertThat(outage(look, () -> person.get("/api/live").status())).isEqualTo(200);
      }
    }
  }

  /** Ends as soon as the service hears notices again, which is when it begins to read. */
  private int outage(Database look, IntSupplier meanwhile) {
    String listening =
        "select count(*) from pg_stat_activity where application_name = 'sovittu-notices' and"
            + " backend_start > ?";
    Object before = look.value("select clock_timestamp()");
    try {
      int status;
      try (AutoCloseable gone = Gone.REFUSING.from(rig)) {
        rig.awaitReady(false);
        status = meanwhile.getAsInt();
      }
      rig.awaitReady(true);
      Eventually.until("notices are heard again", () -> look.count(listening, before) > 0);
      return status;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
