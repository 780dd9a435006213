package fi.sovittu.poll;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Votes that arrive at the very moment of the close. */
class ClosingRaceIT {
  private static final int VOTERS = 25;
  private static final int ROUNDS = 15;

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
    for (int round = 0; round < ROUNDS; round++) {
      UUID poll = hall.opens(hall.prepares(Hall.PLENARY, PollForm.scale()));
      // The chair is among the voters, each round at another place.
      int chairAt = round * VOTERS / ROUNDS;
      List<CompletableFuture<Answer>> closings = new ArrayList<>();
      List<Vote> votes = new ArrayList<>();
      for (int i = 0; i < VOTERS; i++) {
        if (i == chairAt) {
          closings.add(closing(poll));
          closings.add(closing(poll));
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
    // Otherwise the moment of the close was never met, and nothing has been tested.
    assertThat(acknowledged).isPositive();
    assertThat(refused).isPositive();
  }

  @Test
  void aChangeAtTheMomentOfTheCloseIsCountedInTheFormThatWasAcknowledged() {
    for (int round = 0; round < 8; round++) {
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
        if (i == round * 3) {
          close = closing(poll);
        }
        changes.add(people.get(i).voting(poll, Ballots.scale(keys.get(i), 2, 5, 5, 5)));
      }
      close.join().done();
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < VOTERS; i++) {
        boolean changed = changes.get(i).join().status() == 200;
        expected.add(Seal.receipt(keys.get(i)) + (changed ? " [5, 5, 5]" : " [1, 1, 1]"));
      }
      assertThat(counted(poll)).containsExactlyInAnyOrderElementsOf(expected);
    }
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
