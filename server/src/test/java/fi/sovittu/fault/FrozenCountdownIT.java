package fi.sovittu.fault;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Answer;
import fi.sovittu.support.Ballots;
import fi.sovittu.support.Database;
import fi.sovittu.support.Eventually;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import fi.sovittu.support.PollForm;
import fi.sovittu.support.Signals;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A countdown runs out while the service or the database stands still. */
class FrozenCountdownIT {
  private final Rig rig = Rig.shared();

  @ParameterizedTest
  @ValueSource(strings = {"service", "database"})
  void thePollClosesAtItsInstantAndTakesNothingAfterIt(String frozen) throws Exception {
    try (Database look = rig.database().look()) {
      Hall hall = rig.hall(look);
      Person early = hall.join(1);
      Person late = hall.join(2);
      String key = Ballots.key();
      UUID poll = hall.asks(PollForm.thumbs().seconds(60));
      early.votes(poll, Ballots.thumb(key, 1, "UP")).done();
      Instant due = Instant.now().plusMillis(1_500);
      hall.chair(Hall.PLENARY)
          .put(
              "/api/polls/" + poll + "/closes-at", new JsonObject().put("closesAt", due.toString()))
          .done();
      CompletableFuture<Answer> tooLate;
      try (Signals.Frozen still =
          Signals.freeze(frozen.equals("service") ? rig.service().pid() : rig.database().pid())) {
        Thread.sleep(Duration.between(Instant.now(), due.plusMillis(500)));
        // On its way, after the instant and before anybody can know of it.
        tooLate = late.voting(poll, Ballots.thumb(Ballots.key(), 1, "DOWN"));
        Thread.sleep(Duration.ofMillis(500));
      }
      tooLate.join().refused(409, "POLL_CLOSED");
      Eventually.until(
          "the poll was closed without anyone's help",
          () -> look.value("select state from poll where id = ?", poll).equals("CLOSED"));
      assertThat(look.value("select closed_at = closes_at from poll where id = ?", poll))
          .isEqualTo(true);
      assertThat(look.column("select answers::text from ballot where poll_id = ?", poll))
          .containsExactly("[\"UP\"]");
      early.votes(poll, Ballots.thumb(key, 1, "UP")).done();
    }
  }
}
