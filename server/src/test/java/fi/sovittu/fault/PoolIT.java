package fi.sovittu.fault;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Answer;
import fi.sovittu.support.Ballots;
import fi.sovittu.support.Database;
import fi.sovittu.support.Hall;
import fi.sovittu.support.OwnDatabase;
import fi.sovittu.support.Person;
import fi.sovittu.support.PollForm;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every connection to the database is taken by those who wait for a lock. */
class PoolIT {
  private static final int MORE_THAN_CONNECTIONS = 30;
  private static final Duration PATIENT = Duration.ofSeconds(10);

  /** Less than anyone who waits for a connection of the others' pool would have to. */
  private static final Duration AT_ONCE = Duration.ofSeconds(3);

  private static final Duration READ_WITHIN = Duration.ofSeconds(6);

  private final Rig rig = Rig.shared();

  @Test
  void whoWaitsIsToldInTimeAndVotesAndReadingGoOn() throws Exception {
    try (Database look = rig.database().look();
        Connection holder =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + rig.database().port() + "/postgres",
                "postgres",
                OwnDatabase.PASSWORD);
        Statement statement = holder.createStatement()) {
      Hall hall = rig.hall(look);
      Person held = hall.join(1);
      Person free = hall.join(2);
      UUID poll = hall.asks(PollForm.scale(10, "Yksi").named());
      free.votes(poll, Ballots.scale(null, 1, 1)).done();
      free.sections();
      holder.setAutoCommit(false);
      statement.execute(
          "select 1 from participant where id = '" + held.participant() + "' for update");

      Instant from = Instant.now();
      List<CompletableFuture<Answer>> waiting =
          IntStream.range(0, MORE_THAN_CONNECTIONS)
              .mapToObj(
                  i -> held.putting("/api/me/attendance", Person.statement(false, "ON_SITE", null)))
              .toList();
      int revision = 1;
      while (Duration.between(from, Instant.now()).compareTo(PATIENT) < 0
          && !waiting.stream().allMatch(CompletableFuture::isDone)) {
        Instant asked = Instant.now();
        free.votes(poll, Ballots.scale(null, ++revision, 1 + revision % 10)).done();
        assertThat(Duration.between(asked, Instant.now())).isLessThan(AT_ONCE);
        // What the vote has changed cannot be read now, so the reader waits a little for it.
        free.get("/api/live").done();
        assertThat(Duration.between(asked, Instant.now())).isLessThan(READ_WITHIN);
      }
      for (CompletableFuture<Answer> told : waiting) {
        assertThat(told).as("told within ten seconds").isDone();
        told.join().refused(503, "UNAVAILABLE");
      }
      assertThat(revision).as("votes meanwhile").isGreaterThan(3);

      holder.rollback();
      held.leaves().done();
      rig.awaitReady(true);
      assertThat(
              look.count(
                  "select count(*) from attendance where participant_id = ? and upper_inf(during)",
                  held.participant()))
          .isZero();
      hall.closes(poll);
      assertThat(look.column("select answers::text from named_ballot where poll_id = ?", poll))
          .containsExactly("[" + (1 + revision % 10) + "]");
    }
  }
}
