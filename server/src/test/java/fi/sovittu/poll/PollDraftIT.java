package fi.sovittu.poll;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Answer;
import fi.sovittu.support.Ballots;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import fi.sovittu.support.PollForm;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Polls made, changed and deleted while nobody has been asked yet. */
class PollDraftIT {
  private static final String REASON = "Salin kello ei toiminut";

  private Hall hall;
  private Person chair;
  private Person voter;

  @BeforeEach
  void open() {
    hall = Hall.open();
    chair = hall.chair(Hall.PLENARY);
    voter = hall.join(1);
  }

  private static String path(UUID poll, String command) {
    return "/api/polls/" + poll + command;
  }

  private String polls() {
    return Hall.pollsOf(hall.room(Hall.PLENARY));
  }

  private static JsonObject reason() {
    return new JsonObject().put("reason", REASON);
  }

  private static JsonObject again(UUID key, String as) {
    return reason().put("key", key.toString()).put("as", as);
  }

  private JsonObject desk(UUID poll) {
    return hall.view(chair, "desk", poll);
  }

  private String state(UUID poll) {
    JsonObject view = desk(poll);
    return view == null ? "none" : view.getString("state");
  }

  private List<Object> audit(UUID poll) {
    return hall.database()
        .column(
            "select action || coalesce(' ' || (detail->>'detail'), '') from audit where subject_id"
                + " = ? order by id",
            poll);
  }

  private long count(String table, UUID poll) {
    return hall.database().count("select count(*) from " + table + " where poll_id = ?", poll);
  }

  private void thumbUp(Person person, UUID poll, boolean named) {
    person.votes(poll, Ballots.thumb(named ? null : Ballots.key(), 1, "UP")).done();
  }

  private CompletableFuture<Answer> deleting(UUID poll) {
    return CompletableFuture.supplyAsync(
        () -> chair.delete(path(poll, "")), Thread::startVirtualThread);
  }

  // Made

  @Test
  void aPollIsMadeOnceHoweverOftenItIsSent() {
    JsonObject wish = PollForm.thumbs().wish(UUID.randomUUID(), true);
    List<CompletableFuture<Answer>> tries =
        IntStream.range(0, 8).mapToObj(i -> chair.posting(polls(), wish)).toList();
    for (CompletableFuture<Answer> one : tries) {
      assertThat(one.join().done().status()).isEqualTo(201);
      assertThat(one.join().json().getString("poll")).isEqualTo(wish.getString("key"));
    }
    UUID poll = UUID.fromString(wish.getString("key"));
    assertThat(audit(poll)).containsExactly("poll.create", "poll.open");
    // A retry that comes late does not open it again.
    hall.closes(poll);
    chair.post(polls(), wish).done();
    assertThat(state(poll)).isEqualTo("CLOSED");
  }

  @Test
  void aKeyOfAnotherRoomsOrMeetingsPollIsNotTaken() {
    UUID eastern = hall.poll(Hall.IN_EAST);
    UUID foreign = Hall.open().poll(Hall.LIVE);
    for (UUID key : List.of(eastern, foreign)) {
      chair.post(polls(), PollForm.thumbs().wish(key, true)).refused(404, "NOT_FOUND");
      assertThat(hall.database().value("select state from poll where id = ?", key))
          .isEqualTo("DRAFT");
    }
  }

  @Test
  void thumbsAreAskedInOneTap() {
    UUID poll = hall.asks(PollForm.thumbs().titled(" Viedäänkö eteenpäin? "));
    JsonObject seen = hall.view(voter, "polls", poll);
    assertThat(seen.getString("title")).isEqualTo("Viedäänkö eteenpäin?");
    assertThat(seen.getString("state")).isEqualTo("OPEN");
    assertThat(seen.getInteger("round")).isOne();
    thumbUp(voter, poll, false);
  }

  @Test
  void aPollIsShownAsItWasMade() {
    UUID item = hall.item("Esitys");
    JsonObject form =
        PollForm.choice(2, "A", "B", "tyhjä")
            .with("item", item.toString())
            .of(hall.group(Hall.THREE_MUNICIPALITIES))
            .shown("LIVE", "BY_CHAIR")
            .seconds(600)
            .majority("TWO_THIRDS", "ENTITLED")
            .quorum("ABSOLUTE", "PRESENT")
            .brokenDownBy("CHANNEL", "SUB_REGION")
            .published()
            .json();
    UUID poll = UUID.randomUUID();
    chair
        .post(
            polls(),
            new JsonObject().put("key", poll.toString()).put("open", false).put("poll", form))
        .done();
    JsonObject made = desk(poll);
    assertThat(made.getString("state")).isEqualTo("DRAFT");
    for (String same : List.of("kind", "title", "item", "rules", "scale", "most", "options")) {
      assertThat(made.getValue(same)).as(same).isEqualTo(form.getValue(same));
    }
    assertThat(hall.view(voter, "polls", poll)).isNull();
  }

  @Test
  void aPollWithFaultsIsRefusedWithTheirPlaces() {
    UUID goal = hall.goal("Tavoite A");
    String stranger = UUID.randomUUID().toString();
    Hall other = Hall.open();
    places(PollForm.thumbs().titled("   "), "title");
    places(PollForm.thumbs().titled("a\u0000b"), "title");
    places(PollForm.thumbs().with("item", hall.item("Idän esitys").toString()), "item");
    places(PollForm.thumbs().with("item", stranger), "item");
    places(PollForm.thumbs().with("most", 2), "most");
    places(
        PollForm.thumbs().with("scale", PollForm.scale().json().getJsonObject("scale")), "scale");
    places(PollForm.scale().with("scale", null), "scale");
    places(PollForm.scale(5), "statements");
    places(PollForm.scale(5, " "), "statements[0].text");
    places(PollForm.choice(1, "A"), "options");
    places(PollForm.choice(1), "options");
    places(PollForm.choice(3, "A", "B"), "most");
    places(PollForm.choice(1, "A", " A "), "options[1].text");
    places(PollForm.choice(1, "A", " "), "options[1].text");
    places(PollForm.choice(1, "tyhjä", "tyhjä"), "options[1].text", "options[1].abstain");
    places(PollForm.ranking("A", "tyhjä"), "options[1].abstain");
    places(
        PollForm.points(IntStream.range(0, 13).mapToObj(i -> "V" + i).toArray(String[]::new)),
        "options");
    places(PollForm.text(6), "most");
    places(PollForm.commitment(goal).rule("secrecy", "ANONYMOUS"), "rules.secrecy");
    places(PollForm.commitment(goal).rule("voters", "PERSONS"), "rules.voters");
    places(PollForm.commitment(UUID.randomUUID()), "statements[0].goal");
    places(PollForm.commitment(other.goal("Tavoite A")), "statements[0].goal");
    places(PollForm.scale().of(UUID.fromString(stranger)), "rules.groups");
    places(PollForm.scale().of(other.group(Hall.ASSOCIATIONS)), "rules.groups");
    places(
        PollForm.scale().of(hall.group(Hall.ASSOCIATIONS), hall.group(Hall.ASSOCIATIONS)),
        "rules.groups");
    places(PollForm.scale().majority("SIMPLE", "CAST"), "rules.majority");
    places(PollForm.thumbs().quorum("SIMPLE", "PRESENT"), "rules.quorum");
    places(PollForm.thumbs().quorum("ABSOLUTE", "CAST"), "rules.quorum");
    places(PollForm.words(2).byMunicipality(), "rules.byMunicipality");
    places(PollForm.thumbs().ofOrganisations().byMunicipality(), "rules.byMunicipality");
    places(PollForm.thumbs().byMunicipality().brokenDownBy("CHANNEL"), "rules.byMunicipality");
    places(PollForm.text(1).brokenDownBy("CHANNEL"), "rules.breakdowns");
    places(PollForm.thumbs().named().published(), "rules.publishBallots");
    places(PollForm.text(1).published(), "rules.publishBallots");
    places(PollForm.thumbs().moderated(), "rules.moderated");
    places(
        PollForm.thumbs().titled(" ").moderated().with("most", 3),
        "title",
        "most",
        "rules.moderated");
    assertThat(hall.database().count("select count(*) from poll where meeting_id = ?", hall.id()))
        .as("those of the template and no more")
        .isEqualTo(6);
  }

  private void places(PollForm form, String... places) {
    UUID draft = hall.poll(Hall.LIVE);
    for (Answer answer :
        List.of(
            chair.post(polls(), form.wish(UUID.randomUUID(), true)),
            chair.put(path(draft, ""), form.json()))) {
      List<String> told =
          answer.refused(422, "POLL_INVALID").fields().stream()
              .map(field -> ((JsonObject) field).getString("field"))
              .toList();
      assertThat(told).as(form.json().encode()).containsExactlyInAnyOrder(places);
    }
    assertThat(desk(draft).getString("title")).isEqualTo(Hall.LIVE);
  }

  @Test
  void aPollThatIsNotOfTheContractsForm() {
    JsonObject form = PollForm.thumbs().json();
    List<JsonObject> wrong = new ArrayList<>();
    for (String name : form.fieldNames()) {
      JsonObject without = form.copy();
      without.remove(name);
      wrong.add(without);
    }
    for (String name : form.getJsonObject("rules").fieldNames()) {
      JsonObject without = form.copy();
      without.getJsonObject("rules").remove(name);
      wrong.add(without);
    }
    wrong.add(form.copy().put("state", "OPEN"));
    wrong.add(PollForm.thumbs().rule("secrecy", "SECRET").json());
    wrong.add(PollForm.thumbs().rule("seconds", 4).json());
    wrong.add(PollForm.thumbs().rule("seconds", 86_401).json());
    wrong.add(PollForm.thumbs().rule("seconds", 10.5).json());
    wrong.add(PollForm.thumbs().rule("breakdowns", new JsonArray().add("NAME")).json());
    wrong.add(PollForm.thumbs().brokenDownBy("CHANNEL", "CHANNEL").json());
    wrong.add(PollForm.thumbs().titled("ä".repeat(201)).json());
    wrong.add(form.copy().put("kind", "DUEL"));
    wrong.add(form.copy().put("most", 0));
    wrong.add(form.copy().put("most", 21));
    for (JsonObject one : wrong) {
      JsonObject wish =
          new JsonObject()
              .put("key", UUID.randomUUID().toString())
              .put("open", true)
              .put("poll", one);
      assertThat(chair.post(polls(), wish).code()).as(one.encode()).isEqualTo("BAD_REQUEST");
    }
  }

  // Changed before it opens

  @Test
  void aDraftIsReplacedWholeAndNothingOnceItIsOpen() {
    UUID poll = hall.prepares(Hall.PLENARY, PollForm.choice(1, "A", "B"));
    JsonObject scale = PollForm.scale(3, "Yksi", "Kaksi").titled("Korjattu").named().json();
    chair.put(path(poll, ""), scale).done();
    chair.put(path(poll, ""), scale).done();
    JsonObject changed = desk(poll);
    assertThat(changed.getString("kind")).isEqualTo("SCALE");
    assertThat(changed.getString("title")).isEqualTo("Korjattu");
    assertThat(changed.getJsonArray("options")).isEmpty();
    assertThat(changed.getJsonArray("statements")).hasSize(2);
    assertThat(changed.getJsonObject("rules")).isEqualTo(scale.getJsonObject("rules"));
    hall.opens(poll);
    for (int stage = 0; stage < 2; stage++) {
      chair.put(path(poll, ""), scale.copy().put("title", "X")).refused(409, "POLL_NOT_DRAFT");
      chair.delete(path(poll, "")).refused(409, "POLL_NOT_DRAFT");
      if (stage == 0) {
        voter.votes(poll, Ballots.scale(null, 1, 1, 3)).done();
        hall.closes(poll);
      }
    }
    assertThat(desk(poll).getString("title")).isEqualTo("Korjattu");
    assertThat(audit(poll))
        .containsExactly("poll.create", "poll.edit", "poll.edit", "poll.open", "poll.close");
  }

  @Test
  void anEditAtTheMomentOfTheOpeningHoldsWholeOrNotAtAll() {
    JsonObject other = PollForm.scale(3, "X", "Y", "Z").named().json();
    for (int round = 0; round < 6; round++) {
      UUID poll = hall.prepares(Hall.PLENARY, PollForm.choice(1, "A", "B"));
      boolean openFirst = round % 2 == 0;
      CompletableFuture<Answer> early = openFirst ? chair.posting(path(poll, "/open")) : null;
      CompletableFuture<Answer> edit = chair.putting(path(poll, ""), other);
      CompletableFuture<Answer> open = openFirst ? early : chair.posting(path(poll, "/open"));
      open.join().done();
      if (edit.join().status() == 204) {
        assertThat(desk(poll).getString("kind")).isEqualTo("SCALE");
        voter.votes(poll, Ballots.scale(null, 1, 3, 3, 3)).done();
      } else {
        edit.join().refused(409, "POLL_NOT_DRAFT");
        assertThat(desk(poll).getString("kind")).isEqualTo("CHOICE");
        voter.votes(poll, Ballots.choice(Ballots.key(), 1, 1)).done();
      }
      hall.closes(poll);
      assertThat(hall.result(chair, "desk", poll).getJsonObject("tally").getInteger("ballots"))
          .isOne();
    }
  }

  @Test
  void aDraftIsDeletedOnceHoweverOftenThatIsSent() {
    UUID poll = hall.prepares(Hall.PLENARY, PollForm.scale());
    for (int i = 0; i < 2; i++) {
      chair.delete(path(poll, "")).done();
    }
    assertThat(state(poll)).isEqualTo("none");
    assertThat(audit(poll)).containsExactly("poll.create", "poll.delete");
    assertThat(count("poll_statement", poll)).isZero();
    UUID another = hall.prepares(Hall.PLENARY, PollForm.scale());
    List<CompletableFuture<Answer>> tries =
        IntStream.range(0, 8).mapToObj(i -> deleting(another)).toList();
    tries.forEach(one -> one.join().done());
    assertThat(audit(another)).containsExactly("poll.create", "poll.delete");
  }

  @Test
  void onlyTheRoomsChairIsToldThatADraftIsDeleted() {
    UUID poll = hall.prepares(Hall.PLENARY, PollForm.scale());
    chair.delete(path(poll, "")).done();
    for (Person other : List.of(hall.chair(Hall.EAST), hall.secretary(Hall.PLENARY), voter)) {
      other.delete(path(poll, "")).refused(403, "FORBIDDEN");
    }
    Hall.open().chair(Hall.PLENARY).delete(path(poll, "")).refused(404, "NOT_FOUND");
    chair.delete(path(UUID.randomUUID(), "")).refused(404, "NOT_FOUND");
    // It is gone for every other command.
    chair.put(path(poll, ""), PollForm.scale().json()).refused(404, "NOT_FOUND");
    for (String command : List.of("/open", "/close")) {
      chair.post(path(poll, command)).refused(404, "NOT_FOUND");
    }
    chair.post(path(poll, "/again"), again(UUID.randomUUID(), "ROUND")).refused(404, "NOT_FOUND");
  }

  @Test
  void aRetryThatComesAfterTheDeletionMakesNoDraftAgain() {
    JsonObject wish = PollForm.thumbs().wish(UUID.randomUUID(), false);
    UUID made = UUID.fromString(chair.post(polls(), wish).done().json().getString("poll"));
    UUID open = hall.asks(PollForm.thumbs());
    UUID reset = UUID.randomUUID();
    chair.post(path(open, "/again"), again(reset, "RESET")).done();
    for (UUID draft : List.of(made, reset)) {
      chair.delete(path(draft, "")).done();
    }
    assertThat(chair.post(polls(), wish).done().json().getString("poll"))
        .as("what the first try was told")
        .isEqualTo(made.toString());
    chair.post(path(open, "/again"), again(reset, "RESET")).done();
    for (UUID draft : List.of(made, reset)) {
      assertThat(state(draft)).isEqualTo("none");
      assertThat(hall.database().count("select count(*) from poll where id = ?", draft)).isZero();
    }
    // Nor is the key free for another room's poll.
    hall.chair(Hall.EAST).post(Hall.pollsOf(hall.room(Hall.EAST)), wish).refused(404, "NOT_FOUND");
  }

  @Test
  void aDeletionAmongRetriesOfTheMakingHolds() {
    for (int round = 0; round < 8; round++) {
      JsonObject wish = PollForm.thumbs().wish(UUID.randomUUID(), false);
      UUID poll = UUID.fromString(chair.post(polls(), wish).done().json().getString("poll"));
      List<CompletableFuture<Answer>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        if (i == round) {
          all.add(deleting(poll));
        }
        all.add(chair.posting(polls(), wish));
      }
      all.forEach(one -> one.join().done());
      assertThat(audit(poll)).containsExactly("poll.create", "poll.delete");
      assertThat(state(poll)).isEqualTo("none");
    }
  }
}
