package fi.sovittu.fault;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Ballots;
import fi.sovittu.support.Database;
import fi.sovittu.support.Eventually;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import fi.sovittu.support.PollForm;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Clocks that disagree, and clocks that are put forward and back. The database's clock is the one
 * that counts; it is put wrong by a function that PostgreSQL finds before its own.
 */
class ClockIT {
  private static final Duration PATIENT = Duration.ofSeconds(10);
  private static final int COUNTDOWN = 5;

  private final Rig rig = Rig.shared();
  private Database look;

  @BeforeEach
  void clock() {
    look = rig.database().look();
    for (String sql :
        new String[] {
          "create schema wrong",
          "create table wrong.clock (ahead interval not null)",
          "insert into wrong.clock values ('0')",
          """
          create function wrong.clock_timestamp() returns timestamptz language sql volatile as
            'select pg_catalog.clock_timestamp() + ahead from wrong.clock'
          """,
          "alter database postgres set search_path = wrong, public, pg_catalog"
        }) {
      look.rows(sql);
    }
    // Only new connections find it.
    rig.databaseNetwork().cut();
    rig.awaitReady(true);
  }

  @AfterEach
  void repair() throws Exception {
    look.rows("alter database postgres reset search_path");
    rig.databaseNetwork().cut();
    rig.awaitReady(true);
    look.rows("drop schema wrong cascade");
    look.close();
  }

  private void put(String ahead) {
    look.rows("update wrong.clock set ahead = ?::interval", ahead);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 hour", "-1 hour"})
  void aCountdownLastsAsLongWhateverTheOtherClockSays(String ahead) {
    put(ahead);
    Hall hall = rig.hall(look);
    Person person = hall.join(1);
    String key = Ballots.key();
    UUID poll = hall.asks(PollForm.thumbs().seconds(COUNTDOWN));
    Instant opened = Instant.now();
    person.votes(poll, Ballots.thumb(key, 1, "UP")).done();
    Eventually.until(
        "the countdown ran out",
        () -> look.value("select state from poll where id = ?", poll).equals("CLOSED"));
    assertThat(Duration.between(opened, Instant.now()))
        .isBetween(Duration.ofSeconds(COUNTDOWN - 1), Duration.ofSeconds(COUNTDOWN + 3));
    person.votes(poll, Ballots.thumb(key, 2, "DOWN")).refused(409, "POLL_CLOSED");
    person.votes(poll, Ballots.thumb(key, 1, "UP")).done();
    assertThat(look.value("select closed_at = closes_at from poll where id = ?", poll))
        .isEqualTo(true);
    assertThat(look.column("select answers::text from ballot where poll_id = ?", poll))
        .containsExactly("[\"UP\"]");
  }

  @Test
  void nothingIsLostWhenTheClockIsPutForwardAndBack() throws Exception {
    Hall hall = rig.hall(look);
    People people = People.start(hall, rig.phones(), PATIENT);
    try {
      for (String ahead : new String[] {"1 hour", "-1 hour", "0"}) {
        long before = people.acknowledged();
        Eventually.until("people were served", () -> people.acknowledged() >= before + 200);
        put(ahead);
      }
      long before = people.acknowledged();
      Eventually.until("people were served", () -> people.acknowledged() >= before + 200);
    } finally {
      people.stop();
    }
    assertThat(people.faults()).isEmpty();
  }
}
