package fi.sovittu.poll.kind;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Answer;
import fi.sovittu.support.Ballots;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
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
    return hall.result(hall.screen(Hall.PLENARY), "stage", poll).getJsonObject("tally");
  }

  /** The answers of all organisations, each as a text. */
  private List<Object> stored() {
    return hall.database()
        .column(
            """
            select string_agg(a->>'answer' || coalesce(' ' || (a->>'reservation'), ''), ', ' order by n)
            from named_ballot b, jsonb_array_elements(b.answers) with ordinality x (a, n)
            where poll_id = ? group by voter_id order by voter_id
            """,
            poll);
  }

  private static JsonObject all(int revision, String answer) {
    return Ballots.commitment(revision, answer, answer, answer);
  }

  @Test
  void aMunicipalityAnswersEachGoal() {
    one.votes(
            poll,
            Ballots.commitment(
                1,
                Ballots.answer("COMMITS", null),
                Ballots.answer("RESERVATION", " jos rahaa on "),
                Ballots.answer("DECLINES", null)))
        .done();
    JsonObject own = own(one);
    assertThat(own.getBoolean("voted")).isTrue();
    assertThat(own.getInteger("revision")).isOne();
    assertThat(own.getString("castBy")).isEqualTo("Osallistuja");
    assertThat(own.getInstant("castAt")).isNotNull();
    assertThat(
            own.getJsonObject("ballot")
                .getJsonArray("commitment")
                .getJsonObject(1)
                .getString("reservation"))
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
                """
                [{"commits":1,"reservations":0,"declines":0},
                 {"commits":0,"reservations":1,"declines":0},
                 {"commits":0,"reservations":0,"declines":1}]
                """));
  }

  @Test
  void theGoalsAreAskedInTheirNewestWordsWithTheirSets() {
    JsonArray statements = hall.view(one, "polls", poll).getJsonArray("statements");
    for (int i = 0; i < Hall.GOALS.size(); i++) {
      JsonObject statement = statements.getJsonObject(i);
      assertThat(statement.getString("text")).isEqualTo(Hall.GOALS.get(i));
      assertThat(statement.getString("goal")).isEqualTo(hall.goal(Hall.GOALS.get(i)).toString());
      assertThat(statement.getString("goalSet")).isEqualTo(i < 2 ? "Ensimmäiset" : "Toiset");
      assertThat(List.of(statement.getInteger("version"), statement.getInteger("newest")))
          .isEqualTo(List.of(1, 1));
    }
    assertThat(statements).hasSize(3);
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
      other.votes(poll, all(1, "COMMITS")).refused(403, "NOT_ENTITLED");
    }
    assertThat(stored()).isEmpty();
  }

  @Test
  void whoIsNotPresentDoesNotVote() {
    one.leaves().done();
    assertThat(own(one).getBoolean("entitled")).isFalse();
    one.votes(poll, all(1, "COMMITS")).refused(403, "NOT_PRESENT");
    // Present anywhere is enough: the plenary's vote is the municipality's, not the room's.
    hall.moves(Hall.EAST, null, "Idän esitys");
    one.isHere("TEAMS", hall.room(Hall.EAST)).done();
    one.votes(poll, all(1, "COMMITS")).done();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"answer\":\"COMMITS\"},{\"answer\":\"COMMITS\"}]",
        "[{\"answer\":\"COMMITS\"},{\"answer\":\"COMMITS\"},{\"answer\":\"COMMITS\"},{\"answer\":\"COMMITS\"}]",
        "[{\"answer\":\"COMMITS\"},{\"answer\":\"COMMITS\"},{\"answer\":\"RESERVATION\"}]",
        "[{\"answer\":\"COMMITS\"},{\"answer\":\"COMMITS\"},{\"answer\":\"RESERVATION\",\"reservation\":null}]",
        "[{\"answer\":\"COMMITS\"},{\"answer\":\"COMMITS\"},{\"answer\":\"RESERVATION\",\"reservation\":\""
            + "  \"}]",
        "[{\"answer\":\"COMMITS\"},{\"answer\":\"COMMITS\"},{\"answer\":\"RESERVATION\",\"reservation\":\"\\u200b\"}]",
        "[{\"answer\":\"COMMITS\"},{\"answer\":\"COMMITS\"},{\"answer\":\"RESERVATION\",\"reservation\":\"a\\u0000b\"}]",
        "[{\"answer\":\"COMMITS\"},{\"answer\":\"COMMITS\"},{\"answer\":\"COMMITS\",\"reservation\":\"but\"}]",
        "[{\"answer\":\"COMMITS\"},{\"answer\":\"COMMITS\"},{\"answer\":\"DECLINES\",\"reservation\":\"because\"}]"
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
        "[null, null, null]",
        "[{\"answer\":\"commits\"},{\"answer\":\"COMMITS\"},{\"answer\":\"COMMITS\"}]",
        "[{\"answer\":\"MAYBE\"},{\"answer\":\"COMMITS\"},{\"answer\":\"COMMITS\"}]",
        "[{\"answer\":null},{\"answer\":\"COMMITS\"},{\"answer\":\"COMMITS\"}]",
        "[{},{\"answer\":\"COMMITS\"},{\"answer\":\"COMMITS\"}]",
        "[{\"answer\":\"COMMITS\",\"organisation\":\"x\"},{\"answer\":\"COMMITS\"},{\"answer\":\"COMMITS\"}]",
        "[{\"answer\":\"COMMITS\"},{\"answer\":\"COMMITS\"},{\"answer\":\"RESERVATION\",\"reservation\":7}]"
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
            poll,
            Ballots.commitment(
                1, commits, commits, Ballots.answer("RESERVATION", "ö".repeat(1_001))))
        .refused(400, "BAD_REQUEST");
    one.votes(
            poll,
            Ballots.commitment(
                1,
                Ballots.answer("RESERVATION", "ö".repeat(1_000)),
                commits,
                Ballots.answer("RESERVATION", "\uD83D\uDE00".repeat(1_000))))
        .done();
  }

  @Test
  void ballotsOfTheOtherKindAreRefused() {
    one.votes(poll, Ballots.scale(Ballots.key(), 1, 1, 1, 1)).refused(422, "BALLOT_INVALID");
    one.votes(poll, Ballots.scale(null, 1, 1, 1, 1)).refused(422, "BALLOT_INVALID");
    one.votes(poll, all(1, "COMMITS").put("key", Ballots.key())).refused(422, "BALLOT_INVALID");
    UUID scale = hall.opens(Hall.AFTER_CLOSE);
    one.votes(scale, all(1, "COMMITS")).refused(422, "BALLOT_INVALID");
    assertThat(stored()).isEmpty();
  }

  @Test
  void beforeTheOpeningAndAfterTheClose() {
    one.votes(hall.poll(Hall.COMMITMENT_BY_CHAIR), Ballots.commitment(1, "COMMITS", "COMMITS"))
        .refused(409, "POLL_DRAFT");
    one.votes(poll, Ballots.commitment(1, "COMMITS", "DECLINES", "COMMITS")).done();
    hall.closes(poll);
    one.votes(poll, all(2, "DECLINES")).refused(409, "POLL_CLOSED");
    assertThat(stored()).containsExactly("COMMITS, DECLINES, COMMITS");
    assertThat(own(one).getBoolean("entitled")).isFalse();
  }

  @Test
  void aColleagueReplacesTheAnswerKnowingIt() {
    Person colleague = hall.join(1);
    one.votes(poll, all(1, "COMMITS")).done();
    // Both see the municipality's answer, and a colleague who had not seen it overwrites nothing.
    assertThat(own(colleague).getInteger("revision")).isOne();
    assertThat(own(colleague).getJsonObject("ballot")).isEqualTo(own(one).getJsonObject("ballot"));
    colleague.votes(poll, all(1, "DECLINES")).refused(409, "BALLOT_SUPERSEDED");
    colleague.votes(poll, Ballots.commitment(2, "DECLINES", "COMMITS", "COMMITS")).done();
    one.votes(poll, all(1, "COMMITS")).refused(409, "BALLOT_SUPERSEDED");
    assertThat(stored()).containsExactly("DECLINES, COMMITS, COMMITS");
    assertThat(own(one).getInteger("revision")).isEqualTo(2);
    assertThat(tally().getJsonArray("organisations")).hasSize(1);
    assertThat(
            hall.database()
                .rows(
                    """
                    select actor_id, detail->'answers'->0->>'answer', (detail->>'organisation')::uuid from audit
                    where subject_id = ? and action = 'poll.vote' order by id
                    """,
                    poll))
        .containsExactly(
            List.of(one.participant(), "COMMITS", hall.organisation(Hall.municipality(1))),
            List.of(colleague.participant(), "DECLINES", hall.organisation(Hall.municipality(1))));
  }

  @Test
  void aRetryIsDoneOnce() {
    JsonObject ballot = all(1, "COMMITS");
    List<CompletableFuture<Answer>> tries =
        IntStream.range(0, 10).mapToObj(i -> one.voting(poll, ballot)).toList();
    tries.forEach(answer -> answer.join().done());
    assertThat(
            hall.database()
                .count(
                    "select count(*) from audit where subject_id = ? and action = 'poll.vote'",
                    poll))
        .isOne();
  }

  @Test
  void aLostAcknowledgementIsGivenAgainAlsoAfterTheClose() {
    JsonObject ballot = Ballots.commitment(1, "COMMITS", "DECLINES", "COMMITS");
    one.votes(poll, ballot).done();
    hall.closes(poll);
    one.votes(poll, ballot).done();
    hall.join(1).votes(poll, ballot).refused(409, "POLL_CLOSED");
    assertThat(stored()).containsExactly("COMMITS, DECLINES, COMMITS");
  }

  @Test
  void allThirtyAtTheMomentOfTheClose() {
    List<Person> all = IntStream.rangeClosed(1, Hall.MUNICIPALITIES).mapToObj(hall::join).toList();
    List<CompletableFuture<Answer>> votes =
        new ArrayList<>(
            all.subList(0, 15).stream()
                .map(person -> person.voting(poll, all(1, "COMMITS")))
                .toList());
    CompletableFuture<Answer> close =
        hall.chair(Hall.PLENARY).posting("/api/polls/" + poll + "/close");
    all.subList(15, 30).forEach(person -> votes.add(person.voting(poll, all(1, "COMMITS"))));
    close.join().done();
    int saved = (int) votes.stream().filter(vote -> vote.join().status() == 200).count();
    votes.stream()
        .filter(vote -> vote.join().status() != 200)
        .forEach(vote -> vote.join().refused(409, "POLL_CLOSED"));
    assertThat(hall.result(one, "results", poll).getInteger("voted")).isEqualTo(saved);
    assertThat(tally().getJsonArray("statements").getJsonObject(0).getInteger("commits"))
        .isEqualTo(saved);
    assertThat(stored()).hasSize(saved);
  }

  @Test
  void aTallyThatTheChairShowsIsNobodysBefore() {
    UUID kept = hall.opens(Hall.COMMITMENT_BY_CHAIR);
    one.votes(
            kept,
            Ballots.commitment(
                1,
                Ballots.answer("RESERVATION", "varauma jota ei näytetä"),
                Ballots.answer("COMMITS", null)))
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
    hall.shows(kept, true, false);
    assertThat(one.sections().encode()).contains("varauma jota ei näytetä");
    assertThat(hall.result(hall.screen(Hall.PLENARY), "stage", kept).getValue("tally")).isNull();
  }
}
