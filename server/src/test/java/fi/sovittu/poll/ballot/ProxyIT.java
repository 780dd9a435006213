package fi.sovittu.poll.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Ballots;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import fi.sovittu.support.PollForm;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A chair or secretary votes in a named poll for a person without a phone. */
class ProxyIT {
  private Hall hall;
  private Person person;
  private Person secretary;

  @BeforeEach
  void open() {
    hall = Hall.open();
    person = hall.join(1);
    secretary = hall.secretary(Hall.PLENARY);
  }

  private static String ballotOf(UUID poll, Person person) {
    return "/api/polls/" + poll + "/participants/" + person.participant() + "/ballot";
  }

  private static JsonObject thumb(int revision, String thumb) {
    return new JsonObject().put("revision", revision).put("thumb", thumb);
  }

  @Test
  void theRecordShowsWhoEnteredIt() {
    UUID poll = hall.asks(PollForm.thumbs().named());
    JsonObject before = secretary.get(ballotOf(poll, person)).done().json();
    assertThat(before.getBoolean("entitled")).isTrue();
    assertThat(before.getBoolean("voted")).isFalse();
    for (int again = 0; again < 2; again++) {
      secretary.put(ballotOf(poll, person), thumb(1, "UP")).done();
    }
    assertThat(secretary.get(ballotOf(poll, person)).json().getJsonObject("ballot"))
        .isEqualTo(thumb(1, "UP"));
    hall.closes(poll);
    JsonArray ballots =
        hall.chair(Hall.PLENARY)
            .get("/api/polls/" + poll + "/named-ballots")
            .done()
            .json()
            .getJsonArray("ballots");
    assertThat(ballots).hasSize(1);
    assertThat(ballots.getJsonObject(0).getString("name")).isEqualTo("Osallistuja");
    assertThat(ballots.getJsonObject(0).getString("enteredBy")).isEqualTo("Salin sihteeri");
    List<List<Object>> trail =
        hall.database()
            .rows(
                "select actor_id, detail ->> 'participant' from audit where subject_id = ? and"
                    + " action = 'poll.vote.proxy'",
                poll);
    assertThat(trail)
        .containsExactly(List.of(secretary.participant(), person.participant().toString()));
  }

  @Test
  void theOwnHandReplacesItAndTheSignGoes() {
    UUID poll = hall.asks(PollForm.thumbs().named());
    secretary.put(ballotOf(poll, person), thumb(1, "UP")).done();
    person.votes(poll, thumb(2, "DOWN")).done();
    secretary.put(ballotOf(poll, person), thumb(2, "UP")).refused(409, "BALLOT_SUPERSEDED");
    hall.closes(poll);
    JsonObject ballot =
        hall.chair(Hall.PLENARY)
            .get("/api/polls/" + poll + "/named-ballots")
            .json()
            .getJsonArray("ballots")
            .getJsonObject(0);
    assertThat(ballot.getValue("enteredBy")).isNull();
    assertThat(ballot.getJsonObject("ballot").getString("thumb")).isEqualTo("DOWN");
  }

  @Test
  void aMunicipalitysAnswer() {
    UUID poll = hall.opens(Hall.COMMITMENT);
    JsonObject ballot = Ballots.commitment(1, "COMMITS", "COMMITS", "DECLINES");
    secretary.put(ballotOf(poll, person), ballot).done();
    assertThat(person.get(Person.ballotOf(poll)).json().getBoolean("voted")).isTrue();
    assertThat(
            hall.database().column("select entered_by from named_ballot where poll_id = ?", poll))
        .containsExactly(secretary.participant());
  }

  @Test
  void theRulesOfTheOwnHandHold() {
    UUID anonymous = hall.asks(PollForm.thumbs());
    secretary.put(ballotOf(anonymous, person), thumb(1, "UP")).refused(409, "POLL_ANONYMOUS");
    secretary.get(ballotOf(anonymous, person)).refused(409, "POLL_ANONYMOUS");
    UUID poll = hall.asks(PollForm.thumbs().named());
    for (Person other :
        List.of(person, hall.organiser(), hall.secretary(Hall.EAST), hall.screen(Hall.PLENARY))) {
      other.put(ballotOf(poll, person), thumb(1, "UP")).refused(403, "FORBIDDEN");
      other.get(ballotOf(poll, person)).refused(403, "FORBIDDEN");
    }
    Hall another = Hall.open();
    another
        .secretary(Hall.PLENARY)
        .put(ballotOf(poll, another.join(1)), thumb(1, "UP"))
        .refused(404, "NOT_FOUND");
    secretary.put(ballotOf(poll, another.join(2)), thumb(1, "UP")).refused(404, "NOT_FOUND");
    secretary
        .put(
            "/api/polls/" + poll + "/participants/" + UUID.randomUUID() + "/ballot", thumb(1, "UP"))
        .refused(404, "NOT_FOUND");
    person.leaves().done();
    secretary.put(ballotOf(poll, person), thumb(1, "UP")).refused(403, "NOT_PRESENT");
    assertThat(hall.database().count("select count(*) from turnout where poll_id = ?", poll))
        .isZero();
    hall.closes(poll);
    secretary.put(ballotOf(poll, person), thumb(1, "UP")).refused(409, "POLL_CLOSED");
  }
}
