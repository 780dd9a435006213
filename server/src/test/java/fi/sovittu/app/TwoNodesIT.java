package fi.sovittu.app;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Answer;
import fi.sovittu.support.Ballots;
import fi.sovittu.support.Eventually;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import fi.sovittu.support.PollForm;
import fi.sovittu.support.Service;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same people at two nodes of the service that share one database. */
class TwoNodesIT {
  private static Main second;
  private static URI other;

  private Hall hall;

  @BeforeAll
  static void start() throws Exception {
    second = node();
    other = Service.addressOf(second);
  }

  /** A node beside the shared service, with its secret and its database. */
  private static Main node() throws Exception {
    return Main.start(Service.shared().environment("postgres"));
  }

  @AfterAll
  static void stop() {
    second.close();
  }

  @BeforeEach
  void open() {
    hall = Hall.open();
  }

  private static String key(boolean named) {
    return named ? null : Ballots.key();
  }

  private static JsonObject ballot(String key, int revision, int answer) {
    return Ballots.scale(key, revision, answer, answer, answer);
  }

  private UUID asks(boolean named, boolean ofOrganisations) {
    PollForm form = PollForm.scale();
    if (named) {
      form.named();
    }
    return hall.asks(ofOrganisations ? form.ofOrganisations() : form);
  }

  /** The answer to the first statement of each counted ballot. */
  private List<Object> counted(UUID poll) {
    return hall.database()
        .column(
            """
            select (answers->>0)::int from ballot where poll_id = ?
            union all select (answers->>0)::int from named_ballot where poll_id = ?
            """,
            poll,
            poll);
  }

  private static long saved(List<CompletableFuture<Answer>> votes) {
    return votes.stream().filter(vote -> vote.join().status() == 200).count();
  }

  @ParameterizedTest(name = "named: {0}")
  @ValueSource(booleans = {true, false})
  void oneBallotThroughBothIsOneVote(boolean named) {
    UUID poll = asks(named, false);
    for (int i = 1; i <= 12; i++) {
      Person person = hall.join(i);
      JsonObject ballot = ballot(key(named), 1, 1 + i % 5);
      List<CompletableFuture<Answer>> votes =
          List.of(
              person.voting(poll, ballot),
              person.at(other).voting(poll, ballot),
              person.voting(poll, ballot),
              person.at(other).voting(poll, ballot));
      votes.forEach(vote -> vote.join().done());
    }
    hall.closes(poll);
    assertThat(counted(poll)).hasSize(12);
    assertThat(hall.database().count("select count(*) from turnout where poll_id = ?", poll))
        .isEqualTo(12);
  }

  @Test
  void ofTwoDevicesAtTwoNodesOneVotes() {
    UUID poll = asks(false, false);
    List<Object> winners = new ArrayList<>();
    for (int i = 1; i <= 15; i++) {
      Person person = hall.join(i);
      List<CompletableFuture<Answer>> votes =
          List.of(
              person.voting(poll, ballot(Ballots.key(), 1, 1)),
              person.at(other).voting(poll, ballot(Ballots.key(), 1, 5)));
      assertThat(saved(votes)).isOne();
      boolean first = votes.getFirst().join().status() == 200;
      votes.get(first ? 1 : 0).join().refused(409, "BALLOT_KEY_UNKNOWN");
      winners.add(first ? 1 : 5);
    }
    hall.closes(poll);
    assertThat(counted(poll)).containsExactlyInAnyOrderElementsOf(winners);
  }

  @ParameterizedTest(name = "named: {0}")
  @ValueSource(booleans = {true, false})
  void changesThroughBothLeaveTheHighest(boolean named) {
    UUID poll = asks(named, false);
    for (int i = 1; i <= 8; i++) {
      Person person = hall.join(i);
      String key = key(named);
      List<CompletableFuture<Answer>> votes = new ArrayList<>();
      for (int revision : new int[] {2, 1, 4, 3, 5}) {
        votes.add(
            (revision % 2 == 0 ? person : person.at(other))
                .voting(poll, ballot(key, revision, revision)));
      }
      votes.getLast().join().done();
      votes.forEach(vote ->
          assertThat(vote.join().status() == 200 || vote.join().code().equals("BALLOT_SUPERSEDED"))
              .isTrue());
    }
    hall.closes(poll);
    assertThat(counted(poll)).hasSize(8).containsOnly(5);
  }

  @ParameterizedTest(name = "named: {0}")
  @ValueSource(booleans = {true, false})
  void ofTwoRepresentativesAtTwoNodesOneStands(boolean named) {
    UUID poll = asks(named, true);
    List<Object> winners = new ArrayList<>();
    for (int i = 1; i <= 15; i++) {
      Person here = hall.join(i);
      Person there = hall.join(i).at(other);
      List<CompletableFuture<Answer>> votes =
          List.of(
              here.voting(poll, ballot(key(named), 1, 1)),
              there.voting(poll, ballot(key(named), 1, 5)));
      assertThat(saved(votes)).isOne();
      boolean first = votes.getFirst().join().status() == 200;
      votes.get(first ? 1 : 0).join().refused(409, "BALLOT_SUPERSEDED");
      winners.add(first ? 1 : 5);
      assertThat(lastVoter(poll, i)).isEqualTo((first ? here : there).participant());
    }
    hall.closes(poll);
    assertThat(counted(poll)).containsExactlyInAnyOrderElementsOf(winners);
  }

  private Object lastVoter(UUID poll, int municipality) {
    return hall.database()
        .value(
            "select participant_id from turnout where poll_id = ? and voter_id = ?",
            poll,
            hall.organisation(Hall.municipality(municipality)));
  }

  @Test
  void whatRepresentativesChangeAtTwoNodesIsTheirsWhoseAnswerStands() {
    UUID poll = asks(true, true);
    int acknowledged = 0;
    for (int i = 1; i <= 10; i++) {
      Person here = hall.join(i);
      Person there = hall.join(i).at(other);
      here.votes(poll, ballot(null, 1, 1)).done();
      acknowledged++;
      // In both orders, so that the older one comes last sometimes.
      boolean olderHere = i % 2 == 0;
      List<CompletableFuture<Answer>> votes =
          List.of(
              here.voting(poll, ballot(null, olderHere ? 2 : 3, 2)),
              there.voting(poll, ballot(null, olderHere ? 3 : 2, 3)));
      acknowledged += (int) saved(votes);
      votes.get(olderHere ? 1 : 0).join().done();
    }
    assertThat(
            hall.database()
                .count(
                    """
                    select count(*) from named_ballot n join turnout t on t.poll_id = n.poll_id and t.voter_id = n.voter_id
                    where n.poll_id = ? and n.revision = 3 and n.participant_id = t.participant_id
                    """,
                    poll))
        .as("the turnout names the one whose answer stands")
        .isEqualTo(10);
    assertThat(
            hall.database()
                .count(
                    "select count(*) from audit where subject_id = ? and action = 'poll.vote'",
                    poll))
        .as("the trail holds what was acknowledged and nothing else")
        .isEqualTo(acknowledged);
    hall.closes(poll);
  }

  @ParameterizedTest(name = "named: {0}")
  @ValueSource(booleans = {true, false})
  void aCloseAtOneNodeHoldsAtTheOther(boolean named) {
    List<Person> people = IntStream.rangeClosed(1, 16).mapToObj(hall::join).toList();
    for (int round = 0; round < 4; round++) {
      UUID poll = asks(named, false);
      // The other node remembers the poll as an open one.
      people.getFirst().at(other).votes(poll, ballot(key(named), 1, 1)).done();
      List<CompletableFuture<Answer>> votes = new ArrayList<>();
      CompletableFuture<Answer> close = null;
      CompletableFuture<Answer> closeThere = null;
      for (int i = 1; i < people.size(); i++) {
        Person person = i % 2 == 0 ? people.get(i) : people.get(i).at(other);
        if (i == 4 + 2 * round) {
          close = hall.chair(Hall.PLENARY).posting("/api/polls/" + poll + "/close");
          closeThere = hall.chair(Hall.PLENARY).at(other).posting("/api/polls/" + poll + "/close");
        }
        votes.add(person.voting(poll, ballot(key(named), 1, 2)));
      }
      close.join().done();
      closeThere.join().done();
      int saved = 1 + (int) saved(votes);
      votes.stream()
          .filter(vote -> vote.join().status() != 200)
          .forEach(vote -> vote.join().refused(409, "POLL_CLOSED"));
      assertThat(counted(poll)).hasSize(saved);
      people.getLast().at(other).votes(poll, ballot(key(named), 9, 3)).refused(409, "POLL_CLOSED");
      assertThat(
              hall.database()
                  .count(
                      "select count(*) from audit where subject_id = ? and action = 'poll.close'",
                      poll))
          .isOne();
    }
  }

  @Test
  void openingCreatingAndAskingAgainAtBothIsDoneOnce() {
    Person chair = hall.chair(Hall.PLENARY);
    Person chairThere = chair.at(other);
    for (int round = 0; round < 5; round++) {
      JsonObject wish = PollForm.thumbs().wish(UUID.randomUUID(), true);
      String polls = Hall.pollsOf(hall.room(Hall.PLENARY));
      List.of(chair.posting(polls, wish), chairThere.posting(polls, wish))
          .forEach(made -> made.join().done());
      String poll = wish.getString("key");
      List.of(
              chair.posting("/api/polls/" + poll + "/close"),
              chairThere.posting("/api/polls/" + poll + "/close"))
          .forEach(closed -> closed.join().done());
      JsonObject again =
          new JsonObject()
              .put("key", UUID.randomUUID().toString())
              .put("as", "ROUND")
              .put("reason", "");
      List.of(
              chair.posting("/api/polls/" + poll + "/again", again),
              chairThere.posting("/api/polls/" + poll + "/again", again))
          .forEach(made -> made.join().done());
      for (String id : List.of(poll, again.getString("key"))) {
        assertThat(
                hall.database()
                    .column("select action from audit where subject_id::text = ? order by id", id))
            .doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void aLiveTallyIsTheSameAtEveryNodeAndAfterEveryStart() throws Exception {
    List<Person> people = IntStream.rangeClosed(1, 14).mapToObj(hall::join).toList();
    List<URI> nodes = new ArrayList<>(List.of(hall.service(), other));
    try (Main third = node()) {
      for (int round = 0; round < 3; round++) {
        UUID poll = hall.asks(PollForm.scale(10, "Yksi").shown("LIVE"));
        Set<String> seen = new HashSet<>();
        for (int voter = 0; voter < people.size(); voter++) {
          String key = Ballots.key();
          // Changed votes are not seen either before the next step.
          people.get(voter).votes(poll, Ballots.scale(key, 1, 1 + voter % 10)).done();
          JsonObject last = Ballots.scale(key, 2, 1 + (voter + 3) % 10);
          if (voter == 11 && round == 0) {
            nodes.add(Service.addressOf(third));
          }
          for (URI node : nodes) {
            // A node that takes a vote looks at the poll anew.
            people.get(voter).at(node).votes(poll, last).done();
            if (voter >= 9) {
              seen.add(awaitTally(people.getFirst().at(node), poll));
            }
          }
        }
        assertThat(seen).as("what the first step shows").hasSize(1);
        hall.closes(poll);
      }
    }
  }

  private String awaitTally(Person person, UUID poll) {
    Eventually.until(
        "the tally was shown",
        () -> hall.result(person, "results", poll).getValue("tally") != null);
    return hall.result(person, "results", poll).getJsonObject("tally").encode();
  }
}
