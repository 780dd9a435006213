package fi.sovittu.poll;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.poll.ballot.Seal;
import fi.sovittu.support.Answer;
import fi.sovittu.support.Ballots;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import fi.sovittu.support.PollForm;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Votes that arrive at the very moment of the close. */
class ClosingRaceIT {
  private static final int VOTERS = 25;

  /** In these the close walks from before the first vote to before the last ones. */
  private static final int ROUNDS = 15;

  /** Rounds in all, when the walk has not met votes on both sides of the close. */
  private static final int MOST_ROUNDS = ROUNDS + 12;

  private static Hall hall;
  private static List<Person> people;

  @BeforeAll
  static void open() {
    hall = Hall.open();
    people = IntStream.rangeClosed(1, VOTERS).mapToObj(hall::join).toList();
  }

  private record Vote(String receipt, String answers, CompletableFuture<Answer> answer) {}

  private static String answers(int round, int voter) {
    return "[%d, %d, %d]".formatted(1 + voter % 5, 1 + voter / 5, 1 + round % 5);
  }

  private static CompletableFuture<Answer> closing(UUID poll) {
    return hall.chair(Hall.PLENARY).posting("/api/polls/" + poll + "/close");
  }

  /** Before which vote the close is sent. */
  private static int placeOfTheClose(int round) {
    return round % ROUNDS * VOTERS / ROUNDS;
  }

  /**
   * On a machine where no vote has come too late yet, the close gets a head start after the walk: 1
   * ms, 2 ms, up to 2 s.
   */
  private static void headStart(int round, int refused) {
    if (round >= ROUNDS && refused == 0) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1L << (round - ROUNDS)));
    }
  }

  private static boolean goesOn(int round, int acknowledged, int refused) {
    return round < ROUNDS || (round < MOST_ROUNDS && (acknowledged == 0 || refused == 0));
  }

  /** Otherwise the moment of the close was never met, and nothing has been tested. */
  private static void bothSidesWereMet(int acknowledged, int refused) {
    assertThat(acknowledged).as("votes before the close").isPositive();
    assertThat(refused).as("votes after the close").isPositive();
  }

  /** The counted ballots as receipt and answers. */
  private static List<String> counted(UUID poll) {
    return hall
        .database()
        .column("select receipt || ' ' || answers::text from ballot where poll_id = ?", poll)
        .stream()
        .map(Object::toString)
        .toList();
  }

  @Test
  void everyAcknowledgedVoteIsCountedAndNoRefusedOne() {
    int acknowledged = 0;
    int refused = 0;
    for (int round = 0; goesOn(round, acknowledged, refused); round++) {
      UUID poll = hall.opens(hall.prepares(Hall.PLENARY, PollForm.scale()));
      List<CompletableFuture<Answer>> closings = new ArrayList<>();
      List<Vote> votes = new ArrayList<>();
      for (int i = 0; i < VOTERS; i++) {
        if (i == placeOfTheClose(round)) {
          closings.add(closing(poll));
          closings.add(closing(poll));
          headStart(round, refused);
        }
        String key = Ballots.key();
        JsonObject ballot = Ballots.scale(key, 1, 1 + i % 5, 1 + i / 5, 1 + round % 5);
        votes.add(
            new Vote(Seal.receipt(key), answers(round, i), people.get(i).voting(poll, ballot)));
      }
      closings.forEach(closing -> closing.join().done());
      List<String> saved = new ArrayList<>();
      for (Vote vote : votes) {
        Answer answer = vote.answer().join();
        if (answer.status() == 200) {
          saved.add(vote.receipt() + " " + vote.answers());
        } else {
          answer.refused(409, "POLL_CLOSED");
          refused++;
        }
      }
      assertThat(counted(poll)).containsExactlyInAnyOrderElementsOf(saved);
      assertThat(hall.database().count("select count(*) from turnout where poll_id = ?", poll))
          .isEqualTo(saved.size());
      JsonObject result = hall.result(people.getFirst(), "results", poll);
      assertThat(result.getInteger("voted")).isEqualTo(saved.size());
      assertThat(result.getJsonObject("tally").getInteger("ballots")).isEqualTo(saved.size());
      acknowledged += saved.size();
    }
    bothSidesWereMet(acknowledged, refused);
  }

  @Test
  void aChangeAtTheMomentOfTheCloseIsCountedInTheFormThatWasAcknowledged() {
    int acknowledged = 0;
    int refused = 0;
    for (int round = 0; goesOn(round, acknowledged, refused); round++) {
      UUID poll = hall.opens(hall.prepares(Hall.PLENARY, PollForm.scale()));
      List<String> keys = people.stream().map(person -> Ballots.key()).toList();
      List<CompletableFuture<Answer>> first = new ArrayList<>();
      for (int i = 0; i < VOTERS; i++) {
        first.add(people.get(i).voting(poll, Ballots.scale(keys.get(i), 1, 1, 1, 1)));
      }
      first.forEach(vote -> vote.join().done());
      List<CompletableFuture<Answer>> changes = new ArrayList<>();
      CompletableFuture<Answer> close = null;
      for (int i = 0; i < VOTERS; i++) {
        if (i == placeOfTheClose(round)) {
          close = closing(poll);
          headStart(round, refused);
        }
        changes.add(people.get(i).voting(poll, Ballots.scale(keys.get(i), 2, 5, 5, 5)));
      }
      close.join().done();
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < VOTERS; i++) {
        Answer change = changes.get(i).join();
        if (change.status() == 200) {
          acknowledged++;
          expected.add(Seal.receipt(keys.get(i)) + " [5, 5, 5]");
        } else {
          change.refused(409, "POLL_CLOSED");
          refused++;
          expected.add(Seal.receipt(keys.get(i)) + " [1, 1, 1]");
        }
      }
      assertThat(counted(poll)).containsExactlyInAnyOrderElementsOf(expected);
    }
    bothSidesWereMet(acknowledged, refused);
  }

  @Test
  void manyChairsClosingAtOnceCloseOnce() {
    UUID poll = hall.opens(hall.prepares(Hall.PLENARY, PollForm.scale()));
    people.getFirst().votes(poll, Ballots.scale(Ballots.key(), 1, 1, 1, 1)).done();
    IntStream.range(0, 10)
        .mapToObj(i -> closing(poll))
        .toList()
        .forEach(close -> assertThat(close.join().status()).isEqualTo(204));
    assertThat(counted(poll)).hasSize(1);
    assertThat(
            hall.database()
                .column("select action from audit where subject_id = ? order by id", poll))
        .containsExactly("poll.create", "poll.open", "poll.close");
  }

  @Test
  void manyChairsOpeningAtOnceOpenOnce() {
    UUID poll = hall.prepares(Hall.PLENARY, PollForm.scale());
    IntStream.range(0, 10)
        .mapToObj(i -> hall.chair(Hall.PLENARY).posting("/api/polls/" + poll + "/open"))
        .toList()
        .forEach(open -> assertThat(open.join().status()).isEqualTo(204));
    assertThat(
            hall.database()
                .count(
                    "select count(*) from audit where subject_id = ? and action = 'poll.open'",
                    poll))
        .isOne();
    hall.closes(poll);
  }

  @Test
  void aDraftCannotBeClosedNorShown() {
    Person chair = hall.chair(Hall.PLENARY);
    UUID poll = hall.prepares(Hall.PLENARY, PollForm.scale());
    JsonObject shown = Hall.shown(true, true);
    chair.post("/api/polls/" + poll + "/close").refused(409, "POLL_DRAFT");
    chair.put("/api/polls/" + poll + "/shown", shown).refused(409, "POLL_DRAFT");
    hall.opens(poll);
    chair.put("/api/polls/" + poll + "/shown", shown).refused(409, "POLL_STILL_OPEN");
    hall.closes(poll);
  }

  @Test
  void thoseWhoWereEntitledAreCountedAtTheClose() {
    Hall own = Hall.open();
    Person stays = own.join(1);
    Person leaves = own.join(2);
    own.join(3);
    UUID poll = own.opens(Hall.AFTER_CLOSE);
    stays.votes(poll, Ballots.scale(Ballots.key(), 1, 1, 1, 1)).done();
    leaves.votes(poll, Ballots.scale(Ballots.key(), 1, 2, 2, 2)).done();
    leaves.leaves().done();
    // Two present, and one who voted and left.
    assertThat(own.result(stays, "results", poll).getInteger("entitled")).isEqualTo(3);
    own.closes(poll);
    stays.leaves().done();
    assertThat(own.result(stays, "results", poll).getInteger("entitled")).isEqualTo(3);
  }
}
