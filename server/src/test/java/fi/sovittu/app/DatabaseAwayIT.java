package fi.sovittu.app;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Answer;
import fi.sovittu.support.Ballots;
import fi.sovittu.support.Database;
import fi.sovittu.support.Eventually;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Listener;
import fi.sovittu.support.Person;
import fi.sovittu.support.Phone;
import fi.sovittu.support.PollForm;
import fi.sovittu.support.Service;
import fi.sovittu.support.ServiceProcess;
import io.vertx.core.json.JsonObject;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service with a database of its own that dies under it and comes back. */
class DatabaseAwayIT {
  private static final int PHONES = 21;
  private static final int REVISIONS = 60;
  private static final long AWAY_MILLIS = 10_000;

  @TempDir private Path folder;

  private EmbeddedPostgres database(int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder.resolve("postgresql"))
        .setCleanDataDirectory(false)
        .setPort(port)
        // The library's own default loses the last moments before a kill, as no database of ours
        // may.
        .setServerConfig("synchronous_commit", "on")
        .start();
  }

  private void kill(EmbeddedPostgres database) throws IOException {
    ProcessHandle process = ProcessHandle.of(Database.processIn(folder)).orElseThrow();
    process.destroyForcibly();
    Eventually.until("the database died", () -> !process.isAlive());
    // Only lets go of the library's own lock: there is nothing left to stop.
    database.close();
  }

  @Test
  void itIsToldAndPassesAndNothingIsLost() throws Exception {
    int port = ServiceProcess.freePort();
    Path template = Files.writeString(folder.resolve("first.yaml"), Hall.TEMPLATE);
    EmbeddedPostgres database = database(port);
    try (Main main = service(port, template)) {
      Hall hall =
          Hall.open(
              Service.addressOf(main),
              main.links().links().getFirst().url(),
              new Database(port, "postgres"));
      Person liisa = hall.join(1);
      Person matti = hall.join(2);
      UUID poll = hall.opens(Hall.AFTER_CLOSE);
      String results = "sovittu.results." + hall.room(Hall.PLENARY);
      try (Listener listener = Listener.of(liisa)) {
        assertThat(listener.register(results)).isTrue();
        String key = Ballots.key();
        liisa.votes(poll, Ballots.scale(key, 1, 1, 1, 1)).done();
        assertThat(liisa.get("/health/ready").status()).isEqualTo(200);

        kill(database);

        Eventually.until("the service noticed", () -> liisa.get("/health/ready").status() == 503);
        assertThat(liisa.get("/health/live").status()).isEqualTo(200);
        JsonObject change = Ballots.scale(key, 2, 5, 5, 5);
        JsonObject first = Ballots.scale(Ballots.key(), 1, 3, 3, 3);
        for (Answer refused :
            new Answer[] {
              liisa.votes(poll, change),
              matti.votes(poll, first),
              hall.chair(Hall.PLENARY).post("/api/polls/" + poll + "/close"),
              liisa.get("/api/me"),
              liisa.leaves(),
              new Person(hall.service()).get("/api/meetings/" + hall.code())
            }) {
          refused.refused(503, "UNAVAILABLE");
          assertThat(refused.header("Retry-After")).isNotEmpty();
        }

        database = database(port);

        Eventually.until(
            "the service found it again", () -> liisa.get("/health/ready").status() == 200);
        awaitSaved(() -> liisa.votes(poll, change));
        awaitSaved(() -> matti.votes(poll, first));
        // The socket was there all the time, and hears what is new.
        listener.await(results, section -> Hall.votedIn(section, poll) == 2);
        hall.closes(poll);
        assertThat(
                hall.database()
                    .column("select answers::text from ballot where poll_id = ? order by 1", poll))
            .containsExactly("[3, 3, 3]", "[5, 5, 5]");
      }
    } finally {
      database.close();
    }
  }

  @Test
  void aBurstOfVotesOutlastsTenSecondsWithoutIt() throws Exception {
    int port = ServiceProcess.freePort();
    Path template = Files.writeString(folder.resolve("first.yaml"), Hall.TEMPLATE);
    EmbeddedPostgres database = database(port);
    try (Main main = service(port, template)) {
      Hall hall =
          Hall.open(
              Service.addressOf(main),
              main.links().links().getFirst().url(),
              new Database(port, "postgres"));
      List<UUID> polls =
          List.of(
              hall.asks(PollForm.scale()),
              hall.asks(PollForm.scale().named()),
              hall.asks(PollForm.scale().named().ofOrganisations()));
      AtomicInteger acknowledged = new AtomicInteger();
      List<Phone> phones = new ArrayList<>();
      for (int i = 0; i < PHONES; i++) {
        Person person = hall.join(1 + i);
        UUID poll = polls.get(i % polls.size());
        phones.add(
            Phone.of(
                person,
                poll,
                poll.equals(polls.getFirst()) ? Ballots.key() : null,
                REVISIONS,
                acknowledged));
      }
      phones.forEach(Phone::start);
      Eventually.until("votes were acknowledged", () -> acknowledged.get() >= PHONES * 2);
      UUID countdown = hall.asks(PollForm.thumbs());
      Instant due = Instant.now().plusSeconds(3);
      hall.chair(Hall.PLENARY)
          .put(
              "/api/polls/" + countdown + "/closes-at",
              new JsonObject().put("closesAt", due.toString()))
          .done();

      kill(database);

      int before = acknowledged.get();
      assertThat(before).as("votes before the database died").isLessThan(PHONES * REVISIONS);
      Thread.sleep(AWAY_MILLIS);
      int meanwhile = acknowledged.get();
      database = database(port);
      for (Phone phone : phones) {
        phone.join();
        assertThat(phone.saved()).isEqualTo(REVISIONS);
      }
      // What was on its way to the phones when it died may still have reached them.
      assertThat(meanwhile - before).isLessThanOrEqualTo(PHONES);
      Eventually.until(
          "the countdown that ran out meanwhile closed its poll",
          () ->
              hall.database()
                  .value("select state = 'CLOSED' from poll where id = ?", countdown)
                  .equals(true));
      assertThat(
              hall.database()
                  .value("select closed_at = closes_at from poll where id = ?", countdown))
          .isEqualTo(true);
      polls.forEach(hall::closes);
      for (int i = 0; i < polls.size(); i++) {
        List<Object> counted =
            hall.database()
                .column(
                    i == 0
                        ? "select answers::text from ballot where poll_id = ?"
                        : "select answers::text from named_ballot where poll_id = ?",
                    polls.get(i));
        assertThat(counted)
            .hasSize(PHONES / polls.size())
            .containsOnly(Phone.answersText(REVISIONS));
        assertThat(
                hall.database()
                    .count("select count(*) from turnout where poll_id = ?", polls.get(i)))
            .isEqualTo(PHONES / polls.size());
      }
      assertThat(
              hall.database()
                  .count(
                      "select count(*) from audit where subject_id = ? and action = 'poll.vote'",
                      polls.getLast()))
          .as("each answer of an organisation once in the trail")
          .isEqualTo(PHONES / polls.size() * REVISIONS);
    } finally {
      database.close();
    }
  }

  private static Main service(int port, Path template) throws Exception {
    return Main.start(
        Map.of(
            "SOVITTU_PORT", "0",
            "SOVITTU_HOST", "127.0.0.1",
            "SOVITTU_DATABASE_URL",
                "postgresql://postgres:postgres@127.0.0.1:" + port + "/postgres",
            "SOVITTU_SECRET", "a secret for the test",
            "SOVITTU_TEMPLATE", template.toString()));
  }

  /**
   * Tries again as a phone does: for as long as the service says that it cannot now, and no longer.
   */
  private static void awaitSaved(Supplier<Answer> vote) {
    Eventually.until(
        "a retry was saved",
        () -> {
          Answer answer = vote.get();
          if (answer.status() != 200) {
            answer.refused(503, "UNAVAILABLE");
          }
          return answer.status() == 200;
        });
  }
}
