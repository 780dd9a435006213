package fi.sovittu.poll;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Ballots;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Listener;
import fi.sovittu.support.Person;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No tally is anywhere before its time: neither in a snapshot nor in anything that is pushed. */
class LeakIT {
  private Hall hall;
  private String results;
  private String polls;
  private List<Person> people;

  @BeforeEach
  void open() {
    hall = Hall.open();
    results = "sovittu.results." + hall.room(Hall.PLENARY);
    polls = "sovittu.polls." + hall.room(Hall.PLENARY);
    people = IntStream.rangeClosed(1, 12).mapToObj(hall::join).toList();
  }

  private List<String> voteAll(UUID poll) {
    List<String> keys = new ArrayList<>();
    for (Person person : people) {
      keys.add(Ballots.key());
      person.votes(poll, Ballots.scale(keys.getLast(), 1, 1, 2, 3)).done();
    }
    return keys;
  }

  private static JsonObject tally(JsonObject result) {
    return result == null ? null : result.getJsonObject("scale");
  }

  /** What participants and screens see must be the same, so both are asked. */
  private void publicSees(UUID poll, boolean tally) {
    for (Person person : List.of(people.getFirst(), hall.screen(Hall.PLENARY))) {
      JsonObject result = hall.result(person, "results", poll);
      assertThat(result.getInteger("voted")).isEqualTo(people.size());
      assertThat(result.getBoolean("withheld")).isFalse();
      assertThat(tally(result) != null).as("shown").isEqualTo(tally);
      assertThat(person.section("desk", hall.room(Hall.PLENARY))).isNull();
    }
  }

  private void deskSees(UUID poll, boolean tally) {
    for (Person person :
        List.of(hall.chair(Hall.PLENARY), hall.secretary(Hall.PLENARY), hall.organiser())) {
      assertThat(tally(hall.result(person, "desk", poll)) != null).as("shown").isEqualTo(tally);
    }
  }

  private Listener listening(Person person) {
    Listener listener = Listener.of(person);
    assertThat(listener.register(results)).isTrue();
    assertThat(listener.register(polls)).isTrue();
    return listener;
  }

  @Test
  void afterTheCloseMeansAfterTheClose() {
    UUID poll = hall.poll(Hall.AFTER_CLOSE);
    try (Listener phone = listening(people.getFirst());
        Listener screen = listening(hall.screen(Hall.PLENARY))) {
      hall.opens(poll);
      voteAll(poll);
      publicSees(poll, false);
      deskSees(poll, false);
      for (Listener listener : List.of(phone, screen)) {
        listener.await(results, section -> Hall.votedIn(section, poll) == people.size());
        assertThat(listener.at(results))
            .allMatch(section -> tally(Hall.resultIn(section, poll)) == null);
      }
      hall.closes(poll);
      publicSees(poll, true);
      deskSees(poll, true);
      for (Listener listener : List.of(phone, screen)) {
        JsonObject shown =
            listener.await(results, section -> tally(Hall.resultIn(section, poll)) != null);
        assertThat(
                tally(Hall.resultIn(shown, poll))
                    .getJsonArray("statements")
                    .getJsonObject(2)
                    .getJsonArray("counts"))
            .isEqualTo(new JsonArray("[0, 0, 12, 0, 0]"));
      }
    }
  }

  @Test
  void byTheChairMeansWhenTheChairShowsIt() {
    UUID poll = hall.poll(Hall.BY_CHAIR);
    Person chair = hall.chair(Hall.PLENARY);
    String shownPath = "/api/polls/" + poll + "/results-shown";
    try (Listener phone = listening(people.getFirst())) {
      hall.opens(poll);
      voteAll(poll);
      publicSees(poll, false);
      deskSees(poll, false);
      hall.closes(poll);
      publicSees(poll, false);
      deskSees(poll, true);
      phone.await(polls, section -> section.encode().contains("CLOSED"));
      phone.await(results, section -> Hall.votedIn(section, poll) == people.size());
      assertThat(phone.at(results))
          .allMatch(section -> tally(Hall.resultIn(section, poll)) == null);
      chair.put(shownPath, new JsonObject().put("shown", true)).done();
      publicSees(poll, true);
      long revision =
          phone
              .await(results, section -> tally(Hall.resultIn(section, poll)) != null)
              .getLong("revision");
      chair.put(shownPath, new JsonObject().put("shown", false)).done();
      publicSees(poll, false);
      phone.await(
          results,
          section ->
              section.getLong("revision") > revision
                  && tally(Hall.resultIn(section, poll)) == null);
    }
  }

  @Test
  void draftsAreForThoseWhoRunTheRoom() {
    UUID draft = hall.poll(Hall.BY_CHAIR);
    UUID open = hall.opens(Hall.AFTER_CLOSE);
    for (Person person :
        List.of(people.getFirst(), hall.screen(Hall.PLENARY), hall.chair(Hall.EAST))) {
      String seen = person.sections().encode();
      assertThat(seen)
          .contains(open.toString())
          .doesNotContain(draft.toString())
          .doesNotContain(Hall.BY_CHAIR);
    }
    // Not even the chair sees drafts where everyone looks.
    assertThat(hall.chair(Hall.PLENARY).section("polls", hall.room(Hall.PLENARY)).encode())
        .doesNotContain(draft.toString());
    assertThat(hall.chair(Hall.PLENARY).section("desk", hall.room(Hall.PLENARY)).encode())
        .contains(draft.toString());
    try (Listener phone = listening(people.getFirst())) {
      hall.opens(hall.poll(Hall.LIVE));
      phone.await(polls, section -> section.encode().contains(Hall.LIVE));
      assertThat(phone.all().toString()).doesNotContain(draft.toString());
    }
  }

  @Test
  void aLiveTallyIsWithheldFromFewAndThenGoesInSteps() {
    UUID poll = hall.opens(Hall.LIVE);
    List<Integer> shown = new ArrayList<>();
    for (Person person : people) {
      person.votes(poll, Ballots.scale(Ballots.key(), 1, 1, 1, 1)).done();
      JsonObject result = hall.result(people.getFirst(), "results", poll);
      assertThat(result.getInteger("voted")).isEqualTo(shown.size() + 1);
      assertThat(result.getBoolean("withheld")).isEqualTo(shown.size() + 1 < 5);
      assertThat(tally(hall.result(hall.chair(Hall.PLENARY), "desk", poll)))
          .isEqualTo(tally(result));
      shown.add(tally(result) == null ? 0 : tally(result).getInteger("ballots"));
    }
    assertThat(shown).containsExactly(0, 0, 0, 0, 5, 5, 5, 5, 5, 10, 10, 10);
  }

  @Test
  void aChangedVoteIsNotSeenInALiveTallyBeforeTheNextStep() {
    UUID poll = hall.opens(Hall.LIVE);
    List<String> keys = new ArrayList<>();
    for (Person person : people.subList(0, 5)) {
      keys.add(Ballots.key());
      person.votes(poll, Ballots.scale(keys.getLast(), 1, 1, 1, 1)).done();
    }
    JsonObject before = tally(hall.result(people.getFirst(), "results", poll));
    people.getFirst().votes(poll, Ballots.scale(keys.getFirst(), 2, 5, 5, 5)).done();
    assertThat(tally(hall.result(people.getFirst(), "results", poll))).isEqualTo(before);
  }
}
