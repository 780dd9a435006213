package fi.sovittu.poll.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Answer;
import fi.sovittu.support.Ballots;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import fi.sovittu.support.PollForm;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CastingIT {
  private Hall hall;
  private Person voter;
  private UUID poll;

  @BeforeEach
  void open() {
    hall = Hall.open();
    voter = hall.join(1);
    poll = hall.opens(Hall.AFTER_CLOSE);
  }

  /** The counted ballots, each as its answers' JSON. */
  private List<String> counted() {
    hall.closes(poll);
    return hall
        .database()
        .column("select answers::text from ballot where poll_id = ?", poll)
        .stream()
        .map(Object::toString)
        .sorted()
        .toList();
  }

  private JsonObject own() {
    return voter.get(Person.ballotOf(poll)).done().json();
  }

  /** All that the server knows of a voter in an anonymous poll. */
  private static JsonObject own(boolean entitled, boolean voted, String castBy) {
    return new JsonObject()
        .put("entitled", entitled)
        .put("voted", voted)
        .put("revision", 0)
        .put("castBy", castBy)
        .put("castAt", null)
        .put("ballot", null)
        .put("upvoted", new JsonArray());
  }

  @Test
  void aVoteIsSavedWhenTheAnswerSaysSo() {
    assertThat(own()).isEqualTo(own(true, false, null));
    Instant before = Instant.now();
    Answer saved = voter.votes(poll, Ballots.scale(Ballots.key(), 1, 5, null, 1)).done();
    assertThat(saved.json().getInstant("savedAt")).isBetween(before, Instant.now());
    assertThat(hall.database().count("select count(*) from turnout where poll_id = ?", poll))
        .isOne();
    assertThat(own()).isEqualTo(own(true, true, "Osallistuja"));
    assertThat(counted()).containsExactly("[5, null, 1]");
  }

  @Test
  void beforeTheOpening() {
    UUID draft = hall.poll(Hall.BY_CHAIR);
    voter.votes(draft, Ballots.scale(Ballots.key(), 1, 1, 1, 1)).refused(409, "POLL_DRAFT");
    voter.get(Person.ballotOf(draft)).refused(404, "NOT_FOUND");
  }

  @Test
  void afterTheClose() {
    String key = Ballots.key();
    voter.votes(poll, Ballots.scale(key, 1, 1, 1, 1)).done();
    assertThat(counted()).hasSize(1);
    voter.votes(poll, Ballots.scale(key, 2, 2, 2, 2)).refused(409, "POLL_CLOSED");
    hall.join(2).votes(poll, Ballots.scale(Ballots.key(), 1, 1, 1, 1)).refused(409, "POLL_CLOSED");
    assertThat(hall.database().column("select answers::text from ballot where poll_id = ?", poll))
        .containsExactly("[1, 1, 1]");
    assertThat(own().getBoolean("entitled")).isFalse();
    hall.chair(Hall.PLENARY).post("/api/polls/" + poll + "/open").refused(409, "POLL_CLOSED");
  }

  @Test
  void aVoteMayBeChangedUntilTheClose() {
    String key = Ballots.key();
    for (int revision = 1; revision <= 5; revision++) {
      voter.votes(poll, Ballots.scale(key, revision, revision, null, 1)).done();
    }
    assertThat(counted()).containsExactly("[5, null, 1]");
  }

  @Test
  void aRetryIsAcknowledgedAndCountedOnce() {
    JsonObject ballot = Ballots.scale(Ballots.key(), 1, 3, 3, 3);
    for (int i = 0; i < 3; i++) {
      voter.votes(poll, ballot).done();
    }
    List<CompletableFuture<Answer>> more =
        IntStream.range(0, 20).mapToObj(i -> voter.voting(poll, ballot)).toList();
    more.forEach(answer -> answer.join().done());
    assertThat(counted()).containsExactly("[3, 3, 3]");
  }

  @Test
  void aRetryThatIsOvertakenChangesNothing() {
    String key = Ballots.key();
    JsonObject first = Ballots.scale(key, 1, 1, 1, 1);
    voter.votes(poll, first).done();
    voter.votes(poll, Ballots.scale(key, 2, 2, 2, 2)).done();
    voter.votes(poll, first).refused(409, "BALLOT_SUPERSEDED");
    voter.votes(poll, Ballots.scale(key, 2, 5, 5, 5)).refused(409, "BALLOT_SUPERSEDED");
    assertThat(counted()).containsExactly("[2, 2, 2]");
  }

  @Test
  void aLostAcknowledgementIsGivenAgainAlsoWhenThePollHasClosedOrTheVoterHasLeft() {
    String key = Ballots.key();
    JsonObject ballot = Ballots.scale(key, 1, 2, null, 4);
    voter.votes(poll, ballot).done();
    voter.leaves().done();
    voter.votes(poll, ballot).done();
    assertThat(counted()).containsExactly("[2, null, 4]");
    voter.votes(poll, ballot).done();
    // Nothing but exactly what was counted.
    voter.votes(poll, Ballots.scale(key, 1, 2, null, 5)).refused(409, "POLL_CLOSED");
    voter.votes(poll, Ballots.scale(Ballots.key(), 1, 2, null, 4)).refused(409, "POLL_CLOSED");
    assertThat(hall.database().count("select count(*) from ballot where poll_id = ?", poll))
        .isOne();
  }

  @Test
  void revisionsInAnyOrderLeaveTheHighest() {
    for (int round = 0; round < 5; round++) {
      Person person = hall.join(2 + round);
      String key = Ballots.key();
      List<CompletableFuture<Answer>> sent =
          IntStream.of(4, 1, 5, 2, 3)
              .mapToObj(revision ->
                  person.voting(poll, Ballots.scale(key, revision, revision, revision, revision)))
              .toList();
      sent.forEach(answer ->
          assertThat(
                  answer.join().status() == 200 || answer.join().code().equals("BALLOT_SUPERSEDED"))
              .isTrue());
    }
    assertThat(counted()).hasSize(5).containsOnly("[5, 5, 5]");
  }

  @Test
  void anotherDeviceCannotVoteAgain() {
    voter.votes(poll, Ballots.scale(Ballots.key(), 1, 1, 1, 1)).done();
    voter.votes(poll, Ballots.scale(Ballots.key(), 2, 5, 5, 5)).refused(409, "BALLOT_KEY_UNKNOWN");
    assertThat(counted()).containsExactly("[1, 1, 1]");
  }

  @Test
  void ofManyDevicesAtOnceOneVotes() {
    for (int round = 0; round < 5; round++) {
      Person person = hall.join(2 + round);
      List<CompletableFuture<Answer>> votes =
          IntStream.range(0, 12)
              .mapToObj(
                  i -> person.voting(poll, Ballots.scale(Ballots.key(), 1, 1 + i % 5, null, null)))
              .toList();
      assertThat(votes.stream().filter(vote -> vote.join().status() == 200)).hasSize(1);
      assertThat(votes.stream().filter(vote -> vote.join().code().equals("BALLOT_KEY_UNKNOWN")))
          .hasSize(11);
    }
    assertThat(counted()).hasSize(5);
  }

  @ParameterizedTest(name = "named: {0}")
  @ValueSource(booleans = {true, false})
  void ofTwoTabsWithOneKeyAtOnceOneIsTakenAndTheOtherToldSo(boolean named) {
    UUID asked = hall.asks(named ? PollForm.scale().named() : PollForm.scale());
    List<Integer> stand = new ArrayList<>();
    for (int round = 0; round < 6; round++) {
      Person person = hall.join(2 + round);
      String key = named ? null : Ballots.key();
      List<CompletableFuture<Answer>> tabs =
          IntStream.rangeClosed(1, 4)
              .mapToObj(
                  answer -> person.voting(asked, Ballots.scale(key, 1, answer, answer, answer)))
              .toList();
      List<Integer> taken =
          IntStream.rangeClosed(1, 4)
              .filter(answer -> tabs.get(answer - 1).join().status() == 200)
              .boxed()
              .toList();
      assertThat(taken).hasSize(1);
      stand.addAll(taken);
      tabs.stream()
          .filter(tab -> tab.join().status() != 200)
          .forEach(tab -> tab.join().refused(409, "BALLOT_SUPERSEDED"));
    }
    hall.closes(asked);
    assertThat(
            hall.database()
                .column(
                    """
                    select (answers->>0)::int from ballot where poll_id = ?
                    union all select (answers->>0)::int from named_ballot where poll_id = ?
                    """,
                    asked,
                    asked))
        .containsExactlyInAnyOrderElementsOf(stand);
  }

  @Test
  void aStolenKeyChangesNobodysVote() {
    String key = Ballots.key();
    voter.votes(poll, Ballots.scale(key, 1, 1, 1, 1)).done();
    Person thief = hall.join(2);
    thief.votes(poll, Ballots.scale(key, 2, 5, 5, 5)).refused(409, "BALLOT_KEY_TAKEN");
    // Nor does a thief with a vote of its own get hold of a second one.
    String own = Ballots.key();
    thief.votes(poll, Ballots.scale(own, 1, 4, 4, 4)).done();
    thief.votes(poll, Ballots.scale(key, 2, 1, 1, 1)).refused(409, "BALLOT_KEY_TAKEN");
    assertThat(counted()).containsExactly("[1, 1, 1]", "[4, 4, 4]");
  }

  @Test
  void twoPersonsWithOneKeyAtOnce() {
    for (int round = 0; round < 5; round++) {
      String key = Ballots.key();
      Person one = hall.join(2 + 2 * round);
      Person another = hall.join(3 + 2 * round);
      List<CompletableFuture<Answer>> votes =
          List.of(
              one.voting(poll, Ballots.scale(key, 1, 1, 1, 1)),
              another.voting(poll, Ballots.scale(key, 1, 2, 2, 2)));
      assertThat(votes.stream().map(vote -> vote.join().status()).sorted())
          .containsExactly(200, 409);
    }
    assertThat(counted()).hasSize(5);
    assertThat(hall.database().count("select count(*) from turnout where poll_id = ?", poll))
        .isEqualTo(5);
  }

  @Test
  void aKeyUsedInOnePollIsFreeInAnother() {
    String key = Ballots.key();
    UUID other = hall.opens(Hall.BY_CHAIR);
    voter.votes(poll, Ballots.scale(key, 1, 1, 1, 1)).done();
    hall.join(2).votes(other, Ballots.scale(key, 1, 2, 2, 2)).done();
    assertThat(counted()).containsExactly("[1, 1, 1]");
  }

  @Test
  void aHugeBallotIsRefusedAndHoldsNobodyUp() {
    byte[] huge =
        ("{\"revision\":1,\"key\":\""
                + Ballots.key()
                + "\",\"scale\":["
                + "1,".repeat(999_999)
                + "1]}")
            .getBytes(StandardCharsets.US_ASCII);
    Person other = hall.join(2);
    other.votes(poll, Ballots.scale(Ballots.key(), 1, 1, 1, 1)).done();
    CompletableFuture<Answer> refused =
        voter.sending(
            voter
                .request(Person.ballotOf(poll))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(huge)));
    long before = System.nanoTime();
    for (int i = 0; i < 20; i++) {
      other.get("/health/live").done();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));
    assertThat(refused.join().code()).isIn("BAD_REQUEST", "TOO_LARGE");
    assertThat(counted()).hasSize(1);
  }

  @Test
  void whoIsNotPresentDoesNotVote() {
    voter.leaves().done();
    assertThat(own().getBoolean("entitled")).isFalse();
    voter.votes(poll, Ballots.scale(Ballots.key(), 1, 1, 1, 1)).refused(403, "NOT_PRESENT");
    hall.screen(Hall.PLENARY)
        .votes(poll, Ballots.scale(Ballots.key(), 1, 1, 1, 1))
        .refused(403, "NOT_PRESENT");
    Hall other = Hall.open();
    other.join(1).votes(poll, Ballots.scale(Ballots.key(), 1, 1, 1, 1)).refused(404, "NOT_FOUND");
    assertThat(counted()).isEmpty();
  }

  @Test
  void whoComesWhileThePollIsOpenVotesAtOnce() {
    Person late = hall.join(2);
    assertThat(late.get(Person.ballotOf(poll)).json().getBoolean("entitled")).isTrue();
    late.votes(poll, Ballots.scale(Ballots.key(), 1, 1, 2, 3)).done();
    assertThat(counted()).containsExactly("[1, 2, 3]");
  }

  @Test
  void whoGoesToAnotherRoomKeepsTheVoteButCannotChangeIt() {
    hall.moves(Hall.EAST, null, "Idän esitys");
    String key = Ballots.key();
    voter.votes(poll, Ballots.scale(key, 1, 1, 1, 1)).done();
    voter.isHere("ON_SITE", hall.room(Hall.EAST)).done();
    voter.votes(poll, Ballots.scale(key, 2, 5, 5, 5)).refused(403, "NOT_PRESENT");
    voter.isHere("ON_SITE", null).done();
    voter.votes(poll, Ballots.scale(key, 2, 4, 4, 4)).done();
    voter.leaves().done();
    assertThat(counted()).containsExactly("[4, 4, 4]");
  }

  @Test
  void aPollOfARoomIsForThoseInIt() {
    hall.moves(Hall.EAST, null, "Idän esitys");
    UUID eastern = hall.poll(Hall.IN_EAST);
    hall.chair(Hall.EAST).post("/api/polls/" + eastern + "/open").done();
    voter.votes(eastern, Ballots.scale(Ballots.key(), 1, 1)).refused(403, "NOT_PRESENT");
    voter.isHere("TEAMS", hall.room(Hall.EAST)).done();
    voter.votes(eastern, Ballots.scale(Ballots.key(), 1, 1)).done();
    voter.votes(poll, Ballots.scale(Ballots.key(), 1, 1, 1, 1)).refused(403, "NOT_PRESENT");
  }
}
