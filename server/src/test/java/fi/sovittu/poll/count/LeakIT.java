package fi.sovittu.poll.count;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Ballots;
import fi.sovittu.support.Eventually;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Listener;
import fi.sovittu.support.Person;
import fi.sovittu.support.PollForm;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * No tally is anywhere before its time, for each audience by its own rule: neither in a snapshot
 * nor in anything that is pushed, nor at any other address.
 */
class LeakIT {
  private static final int VOTERS = 12;

  private Hall hall;
  private List<Person> people;
  private Person someone;
  private Person screen;
  private Person chair;

  @BeforeEach
  void open() {
    hall = Hall.open();
    people = IntStream.rangeClosed(1, VOTERS).mapToObj(hall::join).toList();
    someone = people.getFirst();
    screen = hall.screen(Hall.PLENARY);
    chair = hall.chair(Hall.PLENARY);
  }

  private String address(String section) {
    return "sovittu." + section + "." + hall.room(Hall.PLENARY);
  }

  private Listener listening(Person person, String... sections) {
    Listener listener = Listener.of(person);
    for (String section : sections) {
      assertThat(listener.register(address(section))).isTrue();
    }
    return listener;
  }

  private void voteAll(UUID poll, boolean named) {
    for (Person person : people) {
      person.votes(poll, Ballots.choice(named ? null : Ballots.key(), 1, 1)).done();
    }
  }

  /** What the two audiences and the desk see; {@code true} for a tally. */
  private record Sees(boolean participants, boolean screen, boolean desk) {}

  private void check(UUID poll, boolean named, Sees sees) {
    tally(someone, "results", poll, sees.participants());
    // A projector of the room sees what is on the participants' phones, and its own stage.
    tally(screen, "results", poll, sees.participants());
    tally(screen, "stage", poll, sees.screen());
    for (Person desk : List.of(chair, hall.secretary(Hall.PLENARY), hall.organiser())) {
      tally(desk, "desk", poll, sees.desk());
      tally(desk, "results", poll, sees.participants());
      tally(desk, "stage", poll, sees.screen());
    }
    // Nobody is sent what is for others.
    for (String section : List.of("stage", "desk")) {
      assertThat(someone.section(section, hall.room(Hall.PLENARY))).isNull();
    }
    assertThat(screen.section("desk", hall.room(Hall.PLENARY))).isNull();
    for (String name : List.of("ballots", "named-ballots", "breakdown")) {
      String path = "/api/polls/" + poll + "/" + name;
      boolean closed = hall.view(someone, "polls", poll).getString("state").equals("CLOSED");
      boolean exists =
          switch (name) {
            case "ballots" -> !named && closed;
            case "named-ballots" -> named;
            default -> true;
          };
      // The breakdown of an open poll is empty until the close has made it.
      assertThat(someone.get(path).status())
          .as(name)
          .isEqualTo(sees.participants() && exists ? 200 : 404);
      assertThat(screen.get(path).status())
          .as(name)
          .isEqualTo(sees.participants() && exists ? 200 : 404);
      assertThat(chair.get(path).status()).as(name).isEqualTo(sees.desk() && exists ? 200 : 404);
      if (!closed && sees.participants() && name.equals("breakdown")) {
        assertThat(someone.get(path).json().getJsonArray("dimensions")).isEmpty();
      }
    }
    someone.get("/api/polls/" + poll + "/register").refused(403, "FORBIDDEN");
  }

  private void tally(Person person, String section, UUID poll, boolean shown) {
    JsonObject result = hall.result(person, section, poll);
    assertThat(result.getInteger("voted")).isEqualTo(VOTERS);
    assertThat(result.getValue("tally") != null).as(section).isEqualTo(shown);
    if (!shown) {
      assertThat(result.getValue("decision")).isNull();
      assertThat(result.getValue("byMunicipality")).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LIVE, LIVE, false",
    "LIVE, BY_CHAIR, false",
    "BY_CHAIR, LIVE, false",
    "AFTER_CLOSE, LIVE, true",
    "AFTER_CLOSE, BY_CHAIR, false",
    "BY_CHAIR, AFTER_CLOSE, true",
    "AFTER_CLOSE, AFTER_CLOSE, false",
    "BY_CHAIR, BY_CHAIR, true"
  })
  void eachAudienceSeesATallyWhenItsRuleSaysSo(
      String participants, String onScreen, boolean named) {
    PollForm form =
        PollForm.choice(1, "A", "B")
            .shown(participants, onScreen)
            .majority("SIMPLE", "CAST")
            .brokenDownBy("SUB_REGION");
    UUID poll = hall.prepares(Hall.PLENARY, named ? form.named() : form.published());
    try (Listener phone = listening(someone, "results", "polls");
        Listener projector = listening(screen, "stage", "polls")) {
      hall.opens(poll);
      voteAll(poll, named);
      boolean live = participants.equals("LIVE") || onScreen.equals("LIVE");
      Eventually.until(
          "the live tally was ready",
          () -> !live || hall.result(chair, "desk", poll).getValue("tally") != null);
      check(poll, named, new Sees(participants.equals("LIVE"), onScreen.equals("LIVE"), live));
      phone.await(address("results"), section -> Hall.votedIn(section, poll) == VOTERS);
      projector.await(address("stage"), section -> Hall.votedIn(section, poll) == VOTERS);
      noTallyIn(phone, "results", poll, participants.equals("LIVE"));
      noTallyIn(projector, "stage", poll, onScreen.equals("LIVE"));

      hall.closes(poll);
      boolean participantsSee = !participants.equals("BY_CHAIR");
      boolean screenSees = !onScreen.equals("BY_CHAIR");
      check(poll, named, new Sees(participantsSee, screenSees, true));
      phone.await(address("polls"), section -> isClosed(section, poll));
      noTallyIn(phone, "results", poll, participantsSee);
      noTallyIn(projector, "stage", poll, screenSees);

      hall.shows(poll, true, false);
      check(poll, named, new Sees(true, false, true));
      hall.shows(poll, false, true);
      check(poll, named, new Sees(false, true, true));
      projector.await(address("stage"), section -> Hall.tallyIn(section, poll) != null);
      hall.shows(poll, false, false);
      check(poll, named, new Sees(false, false, true));
    }
  }

  private void noTallyIn(Listener listener, String section, UUID poll, boolean may) {
    if (!may) {
      assertThat(listener.at(address(section))).allMatch(one -> Hall.tallyIn(one, poll) == null);
      assertThat(listener.all().toString()).doesNotContain("\"counts\":[0,12");
    }
  }

  @Test
  void whatAnAudienceSeesIsTold() {
    UUID poll = hall.asks(PollForm.thumbs().shown("LIVE", "AFTER_CLOSE"));
    assertThat(shownIn(poll)).isEqualTo(Hall.shown(true, false));
    hall.closes(poll);
    assertThat(shownIn(poll)).isEqualTo(Hall.shown(true, true));
    hall.shows(poll, false, true);
    assertThat(shownIn(poll)).isEqualTo(Hall.shown(false, true));
  }

  private static boolean isClosed(JsonObject polls, UUID poll) {
    JsonObject view = Hall.viewIn(polls, poll);
    return view != null && view.getString("state").equals("CLOSED");
  }

  private JsonObject shownIn(UUID poll) {
    return hall.view(someone, "polls", poll).getJsonObject("shown");
  }

  @Test
  void theFinalTallyIsPushedToWhoMaySeeIt() {
    UUID poll = hall.asks(PollForm.choice(1, "A", "B").shown("AFTER_CLOSE", "BY_CHAIR"));
    try (Listener phone = listening(someone, "results");
        Listener projector = listening(screen, "stage")) {
      voteAll(poll, false);
      hall.closes(poll);
      JsonObject seen =
          phone.await(address("results"), section -> Hall.tallyIn(section, poll) != null);
      assertThat(Hall.tallyIn(seen, poll).getJsonArray("counts"))
          .isEqualTo(new JsonArray("[0, 12]"));
      hall.shows(poll, false, true);
      projector.await(address("stage"), section -> Hall.tallyIn(section, poll) != null);
      long revision = seen.getLong("revision");
      phone.await(
          address("results"),
          section -> section.getLong("revision") > revision && Hall.tallyIn(section, poll) == null);
    }
  }

  @Test
  void draftsAreForThoseWhoRunTheRoom() {
    UUID draft = hall.poll(Hall.BY_CHAIR);
    UUID open = hall.opens(Hall.AFTER_CLOSE);
    for (Person person : List.of(someone, screen, hall.chair(Hall.EAST))) {
      String seen = person.sections().encode();
      assertThat(seen)
          .contains(open.toString())
          .doesNotContain(draft.toString())
          .doesNotContain(Hall.BY_CHAIR);
    }
    someone.get(Person.ballotOf(draft)).refused(404, "NOT_FOUND");
    // Not even the chair sees drafts where everyone looks.
    assertThat(chair.section("polls", hall.room(Hall.PLENARY)).encode())
        .doesNotContain(draft.toString());
    assertThat(chair.section("desk", hall.room(Hall.PLENARY)).encode()).contains(draft.toString());
    try (Listener phone = listening(someone, "polls")) {
      hall.opens(hall.poll(Hall.LIVE));
      phone.await(address("polls"), section -> section.encode().contains(Hall.LIVE));
      assertThat(phone.all().toString()).doesNotContain(draft.toString());
    }
  }

  @Test
  void aPollOfARoomIsForThatRoom() {
    hall.moves(Hall.EAST, null, "Idän esitys");
    UUID eastern = hall.prepares(Hall.EAST, PollForm.choice(1, "A", "B").shown("LIVE").named());
    Person easterner = hall.join(Hall.municipality(20), "TEAMS", hall.room(Hall.EAST));
    hall.chair(Hall.EAST).post("/api/polls/" + eastern + "/open").done();
    easterner.votes(eastern, Ballots.choice(null, 1, 0)).done();
    String path = "/api/polls/" + eastern + "/named-ballots";
    assertThat(easterner.get(path).done().json().getJsonArray("ballots")).hasSize(1);
    for (Person other : List.of(someone, screen, chair, hall.chair(Hall.WEST))) {
      other.get(path).refused(404, "NOT_FOUND");
      assertThat(other.sections().encode()).doesNotContain(eastern.toString());
    }
    Hall.open().organiser().get(path).refused(404, "NOT_FOUND");
  }

  @Test
  void whatIsHiddenInATextPollIsNowhereForParticipants() {
    UUID poll = hall.asks(PollForm.text(1).moderated().shown("LIVE"));
    try (Listener phone = listening(someone, "results", "polls")) {
      for (int i = 0; i < VOTERS; i++) {
        people.get(i).votes(poll, Ballots.texts(Ballots.key(), 1, "Piilossa " + i)).done();
      }
      phone.await(address("results"), section -> Hall.tallyIn(section, poll) != null);
      hall.closes(poll);
      phone.await(address("polls"), section -> isClosed(section, poll));
      assertThat(someone.sections().encode()).doesNotContain("Piilossa");
      assertThat(phone.all().toString()).doesNotContain("Piilossa");
      someone.get("/api/polls/" + poll + "/ballots").refused(404, "NOT_FOUND");
      assertThat(chair.sections().encode()).contains("Piilossa 7");
    }
  }
}
