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
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may vote, who may not, and those for whom that changes while the poll is open. */
class EntitlementIT {
  private Hall hall;

  @BeforeEach
  void open() {
    hall = Hall.open();
  }

  private static boolean isEntitled(Person person, UUID poll) {
    return person.get(Person.ballotOf(poll)).done().json().getBoolean("entitled");
  }

  private static void mayVote(Person person, UUID poll, String key) {
    assertThat(isEntitled(person, poll)).isTrue();
    person.votes(poll, Ballots.thumb(key, 1, "UP")).done();
  }

  private static void mayNotVote(Person person, UUID poll, String key, String code) {
    assertThat(isEntitled(person, poll)).isFalse();
    person.votes(poll, Ballots.thumb(key, 1, "UP")).refused(403, code);
  }

  private JsonObject register(UUID poll) {
    return hall.secretary(Hall.PLENARY).get("/api/polls/" + poll + "/register").done().json();
  }

  private static List<Integer> numbers(JsonObject register) {
    return List.of(
        register.getInteger("entitled"),
        register.getInteger("present"),
        register.getInteger("voted"));
  }

  @Test
  void peopleOfAGroupVoteWhereverTheyAre() {
    hall.moves(Hall.EAST, null, "Idän esitys");
    UUID poll = hall.asks(PollForm.thumbs().of(hall.group(Hall.THREE_MUNICIPALITIES)));
    Person inTheHall = hall.join(1);
    Person inTheEast = hall.join(Hall.municipality(2), "TEAMS", hall.room(Hall.EAST));
    Person away = hall.join(3);
    away.leaves().done();
    mayVote(inTheHall, poll, Ballots.key());
    mayVote(inTheEast, poll, Ballots.key());
    mayNotVote(away, poll, Ballots.key(), "NOT_PRESENT");
    mayNotVote(hall.join(4), poll, Ballots.key(), "NOT_ENTITLED");
    mayNotVote(hall.join(Hall.ASSOCIATION, "ON_SITE", null), poll, Ballots.key(), "NOT_ENTITLED");
    mayNotVote(hall.chair(Hall.PLENARY), poll, Ballots.key(), "NOT_ENTITLED");
    // Who was here while it was open was entitled then.
    assertThat(numbers(register(poll))).containsExactly(3, 2, 2);
    inTheEast.leaves().done();
    hall.closes(poll);
    assertThat(numbers(register(poll))).containsExactly(3, 1, 2);
  }

  @Test
  void organisationsOfAGroupVoteInsteadOfTheMunicipalities() {
    UUID poll =
        hall.asks(
            PollForm.thumbs()
                .named()
                .ofOrganisations()
                .of(hall.group(Hall.ASSOCIATIONS), hall.group(Hall.THREE_MUNICIPALITIES)));
    Person association = hall.join(Hall.ASSOCIATION, "TEAMS", null);
    mayVote(association, poll, null);
    mayVote(hall.join(2), poll, null);
    mayNotVote(hall.join(4), poll, null, "NOT_ENTITLED");
    mayNotVote(hall.join("Pohde", "ON_SITE", null), poll, null, "NOT_ENTITLED");
    assertThat(numbers(register(poll))).containsExactly(4, 2, 2);
    association.leaves().done();
    hall.closes(poll);
    assertThat(numbers(register(poll))).containsExactly(4, 1, 2);
    assertThat(hall.result(association, "results", poll).getInteger("entitled")).isEqualTo(4);
  }

  @Test
  void whoComesOrComesBackVotesAtOnceAndWhoLeavesKeepsTheVote() {
    Person early = hall.join(1);
    UUID poll = hall.asks(PollForm.thumbs());
    String key = Ballots.key();
    mayVote(early, poll, key);
    early.leaves().done();
    assertThat(isEntitled(early, poll)).isFalse();
    early.votes(poll, Ballots.thumb(key, 2, "DOWN")).refused(403, "NOT_PRESENT");
    early.votes(poll, Ballots.thumb(key, 1, "UP")).done();
    mayVote(hall.join(2), poll, Ballots.key());
    early.isHere("TEAMS", null).done();
    assertThat(isEntitled(early, poll)).isTrue();
    early.votes(poll, Ballots.thumb(key, 2, "SIDEWAYS")).done();
    Person silent = hall.join(3);
    silent.leaves().done();
    assertThat(numbers(register(poll))).containsExactly(3, 2, 2);
    hall.closes(poll);
    assertThat(isEntitled(early, poll)).isFalse();
    // Three were entitled at some time while it was open, two are here at the close.
    assertThat(numbers(register(poll))).containsExactly(3, 2, 2);
    early.leaves().done();
    hall.join(4);
    assertThat(numbers(register(poll))).containsExactly(3, 2, 2);
  }

  @Test
  void whoeverWasHereOnlyBeforeTheOpeningOrAfterTheCloseIsInNoRegister() {
    Person before = hall.join(1);
    before.leaves().done();
    UUID poll = hall.asks(PollForm.thumbs());
    assertThat(numbers(register(poll))).containsExactly(0, 0, 0);
    Person during = hall.join(2);
    assertThat(numbers(register(poll))).containsExactly(1, 1, 0);
    hall.closes(poll);
    Person after = hall.join(3);
    JsonObject register = register(poll);
    assertThat(register.getJsonArray("voters")).hasSize(1);
    assertThat(register.getJsonArray("voters").getJsonObject(0).getString("organisation"))
        .isEqualTo(hall.organisation(Hall.municipality(2)).toString());
    for (Person person : List.of(before, during, after)) {
      person.votes(poll, Ballots.thumb(Ballots.key(), 1, "UP")).refused(409, "POLL_CLOSED");
    }
  }

  @Test
  void whoComesIntoTheGroupMidPollVotesAndWhoGoesOutOfItDoesNot() {
    Person comes = hall.join(4);
    Person goes = hall.join(1);
    UUID group = hall.group(Hall.THREE_MUNICIPALITIES);
    UUID poll = hall.asks(PollForm.thumbs().of(group));
    mayNotVote(comes, poll, Ballots.key(), "NOT_ENTITLED");
    assertThat(isEntitled(goes, poll)).isTrue();
    hall.database()
        .rows(
            "update voter_group_organisation set organisation_id = ? where group_id = ? and"
                + " organisation_id = ?",
            hall.organisation(Hall.municipality(4)),
            group,
            hall.organisation(Hall.municipality(1)));
    mayVote(comes, poll, Ballots.key());
    mayNotVote(goes, poll, Ballots.key(), "NOT_ENTITLED");
  }

  @Test
  void whoSpeaksForAnotherOrganisationMidPollVotesForThatOne() {
    Person person = hall.join(1);
    Person colleague = hall.join(2);
    UUID poll = hall.asks(PollForm.thumbs().named().ofOrganisations());
    person.votes(poll, Ballots.thumb(null, 1, "UP")).done();
    hall.database()
        .rows(
            "update participant set organisation_id = ? where id = ?",
            hall.organisation(Hall.municipality(2)),
            person.participant());
    // Until the change is known, no vote for the former one is taken any more.
    person.votes(poll, Ballots.thumb(null, 2, "DOWN")).refused(403, "NOT_ENTITLED");
    person.isHere("TEAMS", null).done();
    assertThat(person.get(Person.ballotOf(poll)).json().getBoolean("voted")).isFalse();
    person.votes(poll, Ballots.thumb(null, 1, "DOWN")).done();
    assertThat(colleague.get(Person.ballotOf(poll)).json().getBoolean("voted")).isTrue();
    hall.closes(poll);
    assertThat(
            hall.database()
                .column(
                    "select answers->>0 from named_ballot where poll_id = ? order by cast_at",
                    poll))
        .containsExactly("UP", "DOWN");
    assertThat(numbers(register(poll))).containsExactly(30, 1, 2);
  }

  @Test
  void whoComesAndGoesAndVotesAllAtOnce() {
    UUID poll = hall.asks(PollForm.thumbs());
    for (int round = 0; round < 6; round++) {
      Person person = hall.join(1 + round);
      String key = Ballots.key();
      List<CompletableFuture<Answer>> votes = new ArrayList<>();
      List<CompletableFuture<Answer>> moves = new ArrayList<>();
      for (int i = 1; i <= 6; i++) {
        moves.add(
            person.putting("/api/me/attendance", Person.statement(i % 2 == 0, "TEAMS", null)));
        votes.add(person.voting(poll, Ballots.thumb(key, i, i % 2 == 0 ? "UP" : "DOWN")));
      }
      moves.forEach(move -> move.join().done());
      for (CompletableFuture<Answer> vote : votes) {
        assertThat(vote.join().status() == 200 ? "" : vote.join().code())
            .isIn("", "NOT_PRESENT", "BALLOT_SUPERSEDED");
      }
      person.isHere("ON_SITE", null).done();
      person.votes(poll, Ballots.thumb(key, 7, "SIDEWAYS")).done();
    }
    hall.closes(poll);
    assertThat(hall.database().column("select answers->>0 from ballot where poll_id = ?", poll))
        .hasSize(6)
        .containsOnly("SIDEWAYS");
  }

  @Test
  void whoBecomesAChairMidPollHasOneVoteAsBefore() {
    Person person = hall.join(1);
    UUID poll = hall.asks(PollForm.thumbs());
    String key = Ballots.key();
    mayVote(person, poll, key);
    hall.database()
        .rows(
            "insert into role_grant (meeting_id, participant_id, role, room_id) values (?, ?,"
                + " 'CHAIR', ?)",
            hall.id(),
            person.participant(),
            hall.room(Hall.PLENARY));
    person.isHere("TEAMS", null).done();
    person.votes(poll, Ballots.thumb(Ballots.key(), 2, "UP")).refused(409, "BALLOT_KEY_UNKNOWN");
    person.votes(poll, Ballots.thumb(key, 2, "DOWN")).done();
    person.post("/api/polls/" + poll + "/close").done();
    assertThat(hall.result(person, "results", poll).getInteger("voted")).isOne();
  }

  @Test
  void theRegisterTellsWhoHasVotedAndNeverHow() {
    List<Person> people = IntStream.rangeClosed(1, 3).mapToObj(hall::join).toList();
    UUID poll = hall.asks(PollForm.thumbs().named());
    people.getFirst().votes(poll, Ballots.thumb(null, 1, "SIDEWAYS")).done();
    String path = "/api/polls/" + poll + "/register";
    for (int stage = 0; stage < 2; stage++) {
      for (Person desk :
          List.of(hall.chair(Hall.PLENARY), hall.secretary(Hall.PLENARY), hall.organiser())) {
        JsonObject register = desk.get(path).done().json();
        assertThat(numbers(register)).containsExactly(3, 3, 1);
        assertThat(register.encode()).doesNotContain("SIDEWAYS");
        assertThat(register.getJsonArray("voters").getJsonObject(0).fieldNames())
            .containsExactlyInAnyOrder("name", "organisation", "present", "voted");
      }
      for (Person other :
          List.of(
              people.getFirst(),
              hall.screen(Hall.PLENARY),
              hall.chair(Hall.EAST),
              hall.secretary(Hall.WEST))) {
        other.get(path).refused(403, "FORBIDDEN");
      }
      if (stage == 0) {
        hall.closes(poll);
      }
    }
    Hall.open().chair(Hall.PLENARY).get(path).refused(404, "NOT_FOUND");
    hall.secretary(Hall.PLENARY)
        .get("/api/polls/" + hall.poll(Hall.LIVE) + "/register")
        .refused(409, "POLL_DRAFT");
  }
}
