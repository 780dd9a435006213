package fi.sovittu.poll;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Ballots;
import fi.sovittu.support.Database;
import fi.sovittu.support.Eventually;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import fi.sovittu.support.PollForm;
import fi.sovittu.support.ServiceProcess;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server process dies while countdowns run, and is started again after one has run out. */
class KillDuringCountdownIT {
  private static final int VOTERS = 6;

  @TempDir private Path data;

  @Test
  void thePollsAreClosedAtTheirInstantAllTheSame() throws Exception {
    int port = ServiceProcess.freePort();
    try (ServiceProcess first = ServiceProcess.start(data, port).awaitReady()) {
      Hall hall;
      List<Person> people;
      UUID anonymous;
      UUID named;
      UUID longer;
      try (Database look = Database.in(data)) {
        hall = Hall.open(first.address(), first.organiserLink(), look);
        people = IntStream.rangeClosed(1, VOTERS).mapToObj(hall::join).toList();
        anonymous = hall.asks(PollForm.thumbs().seconds(60));
        named = hall.asks(PollForm.thumbs().named().ofOrganisations().seconds(60));
        longer = hall.asks(PollForm.thumbs().seconds(3_600));
      }
      List<String> keys = people.stream().map(person -> Ballots.key()).toList();
      for (int i = 0; i < VOTERS; i++) {
        people.get(i).votes(anonymous, Ballots.thumb(keys.get(i), 1, "UP")).done();
        people.get(i).votes(named, Ballots.thumb(null, 1, "DOWN")).done();
        people.get(i).votes(longer, Ballots.thumb(keys.get(i), 1, "UP")).done();
      }
      Person chair = Person.opening(first.address(), hall.link("CHAIR", Hall.PLENARY));
      Instant due = Instant.now().plusMillis(1_500);
      for (UUID poll : List.of(anonymous, named)) {
        chair
            .put(
                "/api/polls/" + poll + "/closes-at",
                new JsonObject().put("closesAt", due.toString()))
            .done();
      }
      first.kill();
      Eventually.until("the countdown ran out", () -> Instant.now().isAfter(due));
      try (ServiceProcess second = ServiceProcess.start(data, port).awaitReady();
          Database look = Database.in(data)) {
        for (UUID poll : List.of(anonymous, named)) {
          Eventually.until(
              "the poll was closed without anyone's help",
              () -> look.value("select state from poll where id = ?", poll).equals("CLOSED"));
          assertThat(look.value("select closed_at = closes_at from poll where id = ?", poll))
              .isEqualTo(true);
          assertThat(look.count("select count(*) from poll_register where poll_id = ?", poll))
              .isEqualTo(poll.equals(named) ? Hall.MUNICIPALITIES : VOTERS);
        }
        assertThat(look.count("select count(*) from ballot where poll_id = ?", anonymous))
            .isEqualTo(VOTERS);
        assertThat(
                look.column(
                    "select distinct answers::text from named_ballot where poll_id = ?", named))
            .containsExactly("[\"DOWN\"]");
        Person voter = people.getFirst();
        String key = keys.getFirst();
        voter.votes(anonymous, Ballots.thumb(key, 2, "DOWN")).refused(409, "POLL_CLOSED");
        voter.votes(anonymous, Ballots.thumb(key, 1, "UP")).done();
        voter.votes(named, Ballots.thumb(null, 1, "DOWN")).done();
        // The one that had not run out goes on, and the keys of its seal are still there.
        voter.votes(longer, Ballots.thumb(key, 2, "SIDEWAYS")).done();
        assertThat(second.errors()).doesNotContain("is not closed yet");
      }
    }
  }
}
