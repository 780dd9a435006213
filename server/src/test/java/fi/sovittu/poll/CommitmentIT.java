package fi.sovittu.poll;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Answer;
import fi.sovittu.support.Ballots;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitmentIT {
  private Hall hall;
  private UUID poll;
  private Person one;

  @BeforeEach
  void open() {
    hall = Hall.open();
    one = hall.join(1);
    poll = hall.opens(Hall.COMMITMENT);
  }

  private JsonObject own(Person person) {
    return person.get(Person.ballotOf(poll)).done().json();
  }

  private JsonObject tally() {
    return hall.result(hall.screen(Hall.PLENARY), "results", poll).getJsonObject("commitment");
  }

  private List<Object> stored() {
    return hall.database()
        .column(
            "select answer || coalesce(' ' || reservation, '') from commitment where poll_id = ? order by organisation_id, position",
            poll);
  }

  @Test
  void aMunicipalityAnswersEachGoalSet() {
    one.votes(
            poll,
            Ballots.commitment(
                1,
                Ballots.answer("COMMITS", null),
                Ballots.answer("RESERVATION", " jos rahaa on ")))
        .done();
    JsonObject own = own(one);
    assertThat(own.getBoolean("voted")).isTrue();
    JsonObject answer = own.getJsonObject("commitment");
    assertThat(answer.getInteger("revision")).isOne();
    assertThat(answer.getString("castBy")).isEqualTo("Osallistuja");
    assertThat(answer.getJsonArray("answers").getJsonObject(1).getString("reservation"))
        .isEqualTo("jos rahaa on");
    JsonObject result = hall.result(one, "results", poll);
    assertThat(List.of(result.getInteger("voted"), result.getInteger("entitled")))
        .isEqualTo(List.of(1, Hall.MUNICIPALITIES));
    assertThat(result.getJsonArray("answered").getJsonObject(0).getString("organisation"))
        .isEqualTo(hall.organisation(Hall.municipality(1)).toString());
    JsonObject tally = tally();
    assertThat(tally.getInteger("of")).isEqualTo(Hall.MUNICIPALITIES);
    assertThat(tally.getJsonArray("statements"))
        .isEqualTo(
            new JsonArray(
                "[{\"commits\":1,\"reservations\":0,\"declines\":0},{\"commits\":0,\"reservations\":1,\"declines\":0}]"));
  }

  @Test
  void whoSpeaksForNoMunicipalityDoesNotVote() {
    for (Person other :
        new Person[] {
          hall.join(Hall.ASSOCIATION, "ON_SITE", null),
          hall.join("Pohde", "TEAMS", null),
          hall.chair(Hall.PLENARY)
        }) {
      assertThat(own(other).getBoolean("entitled")).isFalse();
      other.votes(poll, Ballots.commitment(1, "COMMITS", "COMMITS")).refused(403, "NOT_ENTITLED");
    }
    assertThat(stored()).isEmpty();
  }

  @Test
  void whoIsNotPresentDoesNotVote() {
    one.leaves().done();
    assertThat(own(one).getBoolean("entitled")).isFalse();
    one.votes(poll, Ballots.commitment(1, "COMMITS", "COMMITS")).refused(403, "NOT_PRESENT");
    // Present anywhere is enough: the plenary's vote is the municipality's, not the room's.
    hall.moves(Hall.EAST, null, "Idän esitys");
    one.isHere("TEAMS", hall.room(Hall.EAST)).done();
    one.votes(poll, Ballots.commitment(1, "COMMITS", "COMMITS")).done();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"answer\":\"COMMITS\"}]",
        "[{\"answer\":\"COMMITS\"},{\"answer\":\"COMMITS\"},{\"answer\":\"COMMITS\"}]",
        "[{\"answer\":\"COMMITS\"},{\"answer\":\"RESERVATION\"}]",
        "[{\"answer\":\"COMMITS\"},{\"answer\":\"RESERVATION\",\"reservation\":null}]",
        "[{\"answer\":\"COMMITS\"},{\"answer\":\"RESERVATION\",\"reservation\":\"  \"}]",
        "[{\"answer\":\"COMMITS\"},{\"answer\":\"COMMITS\",\"reservation\":\"but\"}]",
        "[{\"answer\":\"COMMITS\"},{\"answer\":\"DECLINES\",\"reservation\":\"because\"}]"
      })
  void answersThatDoNotFit(String answers) {
    one.votes(poll, new JsonObject().put("revision", 1).put("commitment", new JsonArray(answers)))
        .refused(422, "BALLOT_INVALID");
    assertThat(stored()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[null, null]",
        "[{\"answer\":\"commits\"},{\"answer\":\"COMMITS\"}]",
        "[{\"answer\":\"MAYBE\"},{\"answer\":\"COMMITS\"}]",
        "[{\"answer\":null},{\"answer\":\"COMMITS\"}]",
        "[{},{\"answer\":\"COMMITS\"}]",
        "[{\"answer\":\"COMMITS\",\"organisation\":\"x\"},{\"answer\":\"COMMITS\"}]",
        "[{\"answer\":\"COMMITS\"},{\"answer\":\"RESERVATION\",\"reservation\":7}]",
        "[{\"answer\":\"COMMITS\"},{\"answer\":\"RESERVATION\",\"reservation\":\"a\\u0000b\"}]"
      })
  void answersThatAreNotValid(String answers) {
    one.votes(poll, new JsonObject().put("revision", 1).put("commitment", new JsonArray(answers)))
        .refused(400, "BAD_REQUEST");
    assertThat(stored()).isEmpty();
  }

  @Test
  void aReservationHas1000CharactersAtMost() {
    JsonObject commits = Ballots.answer("COMMITS", null);
    one.votes(
            poll, Ballots.commitment(1, commits, Ballots.answer("RESERVATION", "ö".repeat(1_001))))
        .refused(400, "BAD_REQUEST");
    one.votes(
            poll, Ballots.commitment(1, commits, Ballots.answer("RESERVATION", "ö".repeat(1_000))))
        .done();
  }

  @Test
  void ballotsOfTheOtherKindAreRefused() {
    one.votes(poll, Ballots.scale(Ballots.key(), 1, 1, 1)).refused(422, "BALLOT_INVALID");
    one.votes(poll, Ballots.commitment(1, "COMMITS", "COMMITS").put("key", Ballots.key()))
        .refused(422, "BALLOT_INVALID");
    UUID scale = hall.opens(Hall.AFTER_CLOSE);
    one.votes(scale, Ballots.commitment(1, "COMMITS", "COMMITS", "COMMITS"))
        .refused(422, "BALLOT_INVALID");
    assertThat(stored()).isEmpty();
  }

  @Test
  void beforeTheOpeningAndAfterTheClose() {
    one.votes(hall.poll(Hall.COMMITMENT_BY_CHAIR), Ballots.commitment(1, "COMMITS"))
        .refused(409, "POLL_DRAFT");
    one.votes(poll, Ballots.commitment(1, "COMMITS", "DECLINES")).done();
    hall.closes(poll);
    one.votes(poll, Ballots.commitment(2, "DECLINES", "DECLINES")).refused(409, "POLL_CLOSED");
    assertThat(stored()).containsExactly("COMMITS", "DECLINES");
    assertThat(own(one).getBoolean("entitled")).isFalse();
  }

  @Test
  void aColleagueReplacesTheAnswerKnowingIt() {
    Person colleague = hall.join(1);
    one.votes(poll, Ballots.commitment(1, "COMMITS", "COMMITS")).done();
    // Both see the municipality's answer, and a colleague who had not seen it overwrites nothing.
    assertThat(own(colleague).getJsonObject("commitment").getInteger("revision")).isOne();
    colleague
        .votes(poll, Ballots.commitment(1, "DECLINES", "DECLINES"))
        .refused(409, "BALLOT_SUPERSEDED");
    colleague.votes(poll, Ballots.commitment(2, "DECLINES", "COMMITS")).done();
    one.votes(poll, Ballots.commitment(1, "COMMITS", "COMMITS")).refused(409, "BALLOT_SUPERSEDED");
    assertThat(stored()).containsExactly("DECLINES", "COMMITS");
    assertThat(own(one).getJsonObject("commitment").getInteger("revision")).isEqualTo(2);
    assertThat(tally().getJsonArray("organisations")).hasSize(1);
    assertThat(
            hall.database()
                .rows(
                    """
                    select actor_id, detail->'answers'->0->>'answer' from audit
                    where subject_id = ? and action = 'poll.commit' order by id
                    """,
                    poll))
        .containsExactly(List.of(one.seat(), "COMMITS"), List.of(colleague.seat(), "DECLINES"));
  }

  @Test
  void aRetryIsDoneOnce() {
    JsonObject ballot = Ballots.commitment(1, "COMMITS", "COMMITS");
    List<CompletableFuture<Answer>> tries =
        IntStream.range(0, 10).mapToObj(i -> one.voting(poll, ballot)).toList();
    tries.forEach(answer -> answer.join().done());
    assertThat(
            hall.database()
                .count(
                    "select count(*) from audit where subject_id = ? and action = 'poll.commit'",
                    poll))
        .isOne();
  }

  @Test
  void aLostAcknowledgementIsGivenAgainAlsoAfterTheClose() {
    JsonObject ballot = Ballots.commitment(1, "COMMITS", "DECLINES");
    one.votes(poll, ballot).done();
    hall.closes(poll);
    one.votes(poll, ballot).done();
    hall.join(1).votes(poll, ballot).refused(409, "POLL_CLOSED");
    assertThat(stored()).containsExactly("COMMITS", "DECLINES");
  }

  @Test
  void ofTwoRepresentativesAtOnceOneIsToldThatTheOtherAnswered() {
    for (int i = 2; i <= 9; i++) {
      Person first = hall.join(i);
      Person second = hall.join(i);
      List<CompletableFuture<Answer>> race =
          List.of(
              first.voting(poll, Ballots.commitment(1, "COMMITS", "COMMITS")),
              second.voting(poll, Ballots.commitment(1, "DECLINES", "DECLINES")));
      assertThat(race.stream().map(answer -> answer.join().status()).sorted())
          .containsExactly(200, 409);
      String winner = race.getFirst().join().status() == 200 ? "COMMITS" : "DECLINES";
      assertThat(
              hall.database()
                  .column(
                      "select answer from commitment where poll_id = ? and organisation_id = ?",
                      poll,
                      hall.organisation(Hall.municipality(i))))
          .containsExactly(winner, winner);
    }
  }

  @Test
  void allThirtyAtTheMomentOfTheClose() {
    List<Person> all = IntStream.rangeClosed(1, Hall.MUNICIPALITIES).mapToObj(hall::join).toList();
    List<CompletableFuture<Answer>> votes =
        new java.util.ArrayList<>(
            all.subList(0, 15).stream()
                .map(person -> person.voting(poll, Ballots.commitment(1, "COMMITS", "COMMITS")))
                .toList());
    CompletableFuture<Answer> close =
        hall.chair(Hall.PLENARY).posting("/api/polls/" + poll + "/close");
    all.subList(15, 30)
        .forEach(
            person -> votes.add(person.voting(poll, Ballots.commitment(1, "COMMITS", "COMMITS"))));
    close.join().done();
    int saved = (int) votes.stream().filter(vote -> vote.join().status() == 200).count();
    votes.stream()
        .filter(vote -> vote.join().status() != 200)
        .forEach(vote -> vote.join().refused(409, "POLL_CLOSED"));
    assertThat(hall.result(one, "results", poll).getInteger("voted")).isEqualTo(saved);
    assertThat(tally().getJsonArray("statements").getJsonObject(0).getInteger("commits"))
        .isEqualTo(saved);
    assertThat(stored()).hasSize(2 * saved);
  }

  @Test
  void aTallyThatTheChairShowsIsNobodysBefore() {
    UUID kept = hall.opens(Hall.COMMITMENT_BY_CHAIR);
    one.votes(kept, Ballots.commitment(1, Ballots.answer("RESERVATION", "varauma jota ei näytetä")))
        .done();
    for (int stage = 0; stage < 2; stage++) {
      for (Person person : List.of(one, hall.screen(Hall.PLENARY), hall.join(2))) {
        String seen = person.sections().encode();
        assertThat(seen).doesNotContain("varauma jota ei näytetä");
        assertThat(hall.result(person, "results", kept).getInteger("voted")).isOne();
      }
      if (stage == 0) {
        hall.closes(kept);
      }
    }
    hall.chair(Hall.PLENARY)
        .put("/api/polls/" + kept + "/results-shown", new JsonObject().put("shown", true))
        .done();
    assertThat(one.sections().encode()).contains("varauma jota ei näytetä");
  }
}
