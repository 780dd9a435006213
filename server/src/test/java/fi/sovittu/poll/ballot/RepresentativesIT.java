package fi.sovittu.poll.ballot;

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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two people who speak for one organisation, in a named and in an anonymous poll. */
class RepresentativesIT {
  private static Hall hall;

  @BeforeAll
  static void open() {
    hall = Hall.open();
  }

  private static UUID asks(boolean named) {
    PollForm form = PollForm.scale().ofOrganisations();
    return hall.asks(named ? form.named() : form);
  }

  private static JsonObject own(Person person, UUID poll) {
    return person.get(Person.ballotOf(poll)).done().json();
  }

  private static String key(boolean named) {
    return named ? null : Ballots.key();
  }

  private static JsonObject ballot(String key, int revision, int answer) {
    return Ballots.scale(key, revision, answer, answer, answer);
  }

  /** The answer to the first statement that counts, of each organisation that has voted. */
  private static List<Object> counted(UUID poll) {
    return hall.database()
        .column(
            """
            select (answers->>0)::int from ballot where poll_id = ?
            union all select (answers->>0)::int from named_ballot where poll_id = ?
            """,
            poll,
            poll);
  }

  private static Object lastVoter(UUID poll, int municipality) {
    return hall.database()
        .value(
            "select participant_id from turnout where poll_id = ? and voter_id = ?",
            poll,
            hall.organisation(Hall.municipality(municipality)));
  }

  @ParameterizedTest(name = "named: {0}")
  @ValueSource(booleans = {true, false})
  void theLaterOneReplacesTheFirstAndBothAreTold(boolean named) {
    Person first = hall.join(1);
    Person second = hall.join(1);
    UUID poll = asks(named);
    String firstKey = key(named);
    String secondKey = key(named);
    first.votes(poll, ballot(firstKey, 1, 1)).done();
    assertThat(own(second, poll).getBoolean("voted")).isTrue();
    assertThat(own(second, poll).getInteger("revision")).isOne();
    // Who has not seen that a colleague has answered overwrites nothing.
    second.votes(poll, ballot(secondKey, 1, 2)).refused(409, "BALLOT_SUPERSEDED");
    assertThat(lastVoter(poll, 1)).isEqualTo(first.participant());
    second.votes(poll, ballot(secondKey, 2, 2)).done();
    assertThat(lastVoter(poll, 1)).isEqualTo(second.participant());
    for (Person person : List.of(first, second)) {
      assertThat(own(person, poll).getInteger("revision")).isEqualTo(2);
    }
    first.votes(poll, ballot(firstKey, 1, 1)).refused(409, "BALLOT_SUPERSEDED");
    first.votes(poll, ballot(firstKey, 2, 1)).refused(409, "BALLOT_SUPERSEDED");
    // Nor is the same answer of the other one told to be one's own.
    first.votes(poll, ballot(firstKey, 2, 2)).refused(409, "BALLOT_SUPERSEDED");
    second.votes(poll, ballot(secondKey, 2, 2)).done();
    // The one leaves; the other may still change what is their organisation's.
    second.leaves().done();
    first.votes(poll, ballot(firstKey, 3, 3)).done();
    assertThat(hall.result(first, "results", poll).getInteger("voted")).isOne();
    hall.closes(poll);
    assertThat(counted(poll)).containsExactly(3);
    first.votes(poll, ballot(firstKey, 3, 3)).done();
    second.votes(poll, ballot(secondKey, 2, 2)).refused(409, "POLL_CLOSED");
    second.votes(poll, ballot(secondKey, 3, 3)).refused(409, "POLL_CLOSED");
  }

  @ParameterizedTest(name = "named: {0}")
  @ValueSource(booleans = {true, false})
  void ofTwoAtOnceOneStandsAndTheOtherIsToldSo(boolean named) {
    UUID poll = asks(named);
    List<Object> winners = new ArrayList<>();
    for (int i = 2; i <= 13; i++) {
      Person first = hall.join(i);
      Person second = hall.join(i);
      String key = key(named);
      List<CompletableFuture<Answer>> race =
          List.of(
              first.voting(poll, ballot(key, 1, 1)), second.voting(poll, ballot(key(named), 1, 5)));
      assertThat(race.stream().map(answer -> answer.join().status()).sorted())
          .containsExactly(200, 409);
      boolean firstWon = race.getFirst().join().status() == 200;
      race.get(firstWon ? 1 : 0).join().refused(409, "BALLOT_SUPERSEDED");
      assertThat(lastVoter(poll, i)).isEqualTo((firstWon ? first : second).participant());
      winners.add(firstWon ? 1 : 5);
    }
    hall.closes(poll);
    assertThat(counted(poll)).containsExactlyInAnyOrderElementsOf(winners);
    assertThat(hall.database().count("select count(*) from turnout where poll_id = ?", poll))
        .isEqualTo(winners.size());
  }

  @ParameterizedTest(name = "named: {0}")
  @ValueSource(booleans = {true, false})
  void changesOfTwoAtOnceLeaveTheHighestAndTellTheTruth(boolean named) {
    UUID poll = asks(named);
    for (int i = 14; i <= 21; i++) {
      Person first = hall.join(i);
      Person second = hall.join(i);
      String firstKey = key(named);
      String secondKey = key(named);
      List<CompletableFuture<Answer>> votes = new ArrayList<>();
      for (int revision : new int[] {2, 1, 4, 3, 5}) {
        boolean ofFirst = revision % 2 == 0;
        votes.add(
            (ofFirst ? first : second)
                .voting(poll, ballot(ofFirst ? firstKey : secondKey, revision, revision)));
      }
      for (CompletableFuture<Answer> vote : votes) {
        assertThat(vote.join().status() == 200 || vote.join().code().equals("BALLOT_SUPERSEDED"))
            .isTrue();
      }
      votes.getLast().join().done();
      assertThat(lastVoter(poll, i)).isEqualTo(second.participant());
    }
    hall.closes(poll);
    assertThat(counted(poll)).hasSize(8).containsOnly(5);
    if (named) {
      assertThat(
              hall.database()
                  .count(
                      """
                      select count(*) from named_ballot n join turnout t on t.poll_id = n.poll_id and t.voter_id = n.voter_id
                      where n.poll_id = ? and n.participant_id = t.participant_id
                      """,
                      poll))
          .isEqualTo(8);
    }
  }

  @ParameterizedTest(name = "named: {0}")
  @ValueSource(booleans = {true, false})
  void oneKeyOfTwoOrganisationsIsTwoBallots(boolean named) {
    UUID poll = asks(named);
    String key = key(named);
    hall.join(22).votes(poll, ballot(key, 1, 1)).done();
    hall.join(23).votes(poll, ballot(key, 1, 2)).done();
    hall.closes(poll);
    assertThat(counted(poll)).containsExactlyInAnyOrder(1, 2);
  }

  @ParameterizedTest(name = "named: {0}")
  @ValueSource(booleans = {true, false})
  void theirTurnoutTellsWhoseAnswersAreMissing(boolean named) {
    UUID poll = asks(named);
    hall.join(24).votes(poll, ballot(key(named), 1, 1)).done();
    for (int stage = 0; stage < 2; stage++) {
      JsonObject result = hall.result(hall.screen(Hall.PLENARY), "stage", poll);
      assertThat(result.getInteger("entitled")).isEqualTo(Hall.MUNICIPALITIES);
      JsonObject answered = result.getJsonArray("answered").getJsonObject(0);
      assertThat(result.getJsonArray("answered")).hasSize(1);
      assertThat(answered.getString("organisation"))
          .isEqualTo(hall.organisation(Hall.municipality(24)).toString());
      assertThat(answered.getValue("at") != null).isEqualTo(named);
      if (stage == 0) {
        hall.closes(poll);
      }
    }
  }
}
