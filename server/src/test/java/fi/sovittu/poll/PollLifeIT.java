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

/** Polls made, changed, deleted, cancelled, discarded and asked again. */
class PollLifeIT {
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
            "select action || coalesce(' ' || (detail->>'detail'), '') from audit where subject_id = ? order by id",
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

  // Cancelled

  @Test
  void aCancelledPollHasNoResultAndItsBallotsAreGone() {
    for (boolean named : new boolean[] {false, true}) {
      PollForm form = PollForm.thumbs().shown("LIVE");
      UUID poll = hall.asks(named ? form.named() : form);
      List<Person> people = IntStream.rangeClosed(2, 13).mapToObj(hall::join).toList();
      people.forEach(person -> thumbUp(person, poll, named));
      String key = named ? null : Ballots.key();
      voter.votes(poll, Ballots.thumb(key, 1, "UP")).done();
      chair.post(path(poll, "/cancel"), reason()).done();
      chair.post(path(poll, "/cancel"), reason()).done();
      assertThat(audit(poll)).containsExactly("poll.create", "poll.open", "poll.cancel " + REASON);
      assertThat(desk(poll).getString("reason")).isEqualTo(REASON);
      JsonObject seen = hall.view(voter, "polls", poll);
      assertThat(seen.getString("state")).isEqualTo("CANCELLED");
      assertThat(seen.getInstant("closedAt")).isNotNull();
      assertThat(seen.getValue("reason")).isNull();
      for (JsonObject result :
          List.of(
              hall.result(voter, "results", poll),
              hall.result(hall.screen(Hall.PLENARY), "stage", poll),
              hall.result(chair, "desk", poll))) {
        assertThat(result.getValue("tally")).isNull();
        assertThat(result.getBoolean("withheld")).isFalse();
        assertThat(result.getInteger("voted")).isEqualTo(13);
      }
      for (String table : List.of("ballot", "sealed_ballot", "named_ballot", "live_tally")) {
        assertThat(count(table, poll)).as(table).isZero();
      }
      assertThat(count("turnout", poll)).isEqualTo(13);
      assertThat(hall.database().value("select seal_salt from poll where id = ?", poll)).isNull();
      assertThat(
              hall.secretary(Hall.PLENARY)
                  .get(path(poll, "/register"))
                  .done()
                  .json()
                  .getInteger("voted"))
          .isEqualTo(13);
      voter.votes(poll, Ballots.thumb(key, 1, "UP")).refused(409, "POLL_CANCELLED");
      voter.votes(poll, Ballots.thumb(key, 2, "UP")).refused(409, "POLL_CANCELLED");
      for (String command : List.of("/open", "/close")) {
        chair.post(path(poll, command)).refused(409, "POLL_CANCELLED");
      }
      chair.post(path(poll, "/discard"), reason()).refused(409, "POLL_CANCELLED");
      chair.put(path(poll, "/shown"), Hall.shown(true, true)).refused(409, "POLL_CANCELLED");
      chair
          .post(path(poll, "/again"), again(UUID.randomUUID(), "ROUND"))
          .refused(409, "POLL_CANCELLED");
      people.forEach(person -> person.leaves().done());
    }
  }

  @Test
  void onlyAnOpenPollIsCancelled() {
    UUID poll = hall.prepares(Hall.PLENARY, PollForm.thumbs());
    chair.post(path(poll, "/cancel"), reason()).refused(409, "POLL_DRAFT");
    hall.opens(poll);
    hall.closes(poll);
    chair.post(path(poll, "/cancel"), reason()).refused(409, "POLL_CLOSED");
    chair.post(path(poll, "/cancel"), new JsonObject()).refused(400, "BAD_REQUEST");
    chair
        .post(path(poll, "/cancel"), new JsonObject().put("reason", "ä".repeat(501)))
        .refused(400, "BAD_REQUEST");
  }

  @Test
  void votesAtTheMomentOfTheCancellingLeaveNothing() {
    List<Person> people = IntStream.rangeClosed(2, 16).mapToObj(hall::join).toList();
    for (int round = 0; round < 4; round++) {
      boolean named = round % 2 == 1;
      UUID poll = hall.asks(named ? PollForm.thumbs().named() : PollForm.thumbs());
      List<CompletableFuture<Answer>> votes = new ArrayList<>();
      CompletableFuture<Answer> cancel = null;
      for (int i = 0; i < people.size(); i++) {
        if (i == 3 * round) {
          cancel = chair.posting(path(poll, "/cancel"), reason());
        }
        votes.add(
            people.get(i).voting(poll, Ballots.thumb(named ? null : Ballots.key(), 1, "DOWN")));
      }
      cancel.join().done();
      long saved = 0;
      for (CompletableFuture<Answer> vote : votes) {
        if (vote.join().status() == 200) {
          saved++;
        } else {
          vote.join().refused(409, "POLL_CANCELLED");
        }
      }
      assertThat(count("turnout", poll)).isEqualTo(saved);
      for (String table : List.of("ballot", "sealed_ballot", "named_ballot")) {
        assertThat(count(table, poll)).as(table).isZero();
      }
    }
  }

  // Discarded

  @Test
  void aDiscardedResultIsForTheDeskAlone() {
    for (boolean named : new boolean[] {false, true}) {
      PollForm form = PollForm.choice(1, "A", "B").byMunicipality().shown("LIVE");
      UUID poll = hall.asks(named ? form.named() : form.published());
      for (int i = 2; i <= 8; i++) {
        hall.join(i).votes(poll, Ballots.choice(named ? null : Ballots.key(), 1, i % 2)).done();
      }
      chair.post(path(poll, "/discard"), reason()).refused(409, "POLL_STILL_OPEN");
      hall.closes(poll);
      JsonObject tally = hall.result(voter, "results", poll).getJsonObject("tally");
      assertThat(tally.getJsonArray("counts")).isEqualTo(new JsonArray("[4, 3]"));
      chair.post(path(poll, "/discard"), reason()).done();
      chair.post(path(poll, "/discard"), reason()).done();
      for (JsonObject result :
          List.of(
              hall.result(voter, "results", poll),
              hall.result(hall.screen(Hall.PLENARY), "stage", poll))) {
        assertThat(result.getValue("tally")).isNull();
        assertThat(result.getValue("byMunicipality")).isNull();
        assertThat(result.getInteger("voted")).isEqualTo(7);
      }
      JsonObject seen = hall.view(voter, "polls", poll);
      assertThat(seen.getString("state")).isEqualTo("DISCARDED");
      assertThat(seen.getValue("reason")).isNull();
      String ballots = path(poll, named ? "/named-ballots" : "/ballots");
      for (Person other : List.of(voter, hall.screen(Hall.PLENARY))) {
        other.get(ballots).refused(404, "NOT_FOUND");
        other.get(path(poll, "/breakdown")).refused(404, "NOT_FOUND");
      }
      for (Person desk : List.of(chair, hall.secretary(Hall.PLENARY))) {
        JsonObject result = hall.result(desk, "desk", poll);
        assertThat(result.getJsonObject("tally")).isEqualTo(tally);
        assertThat(result.getJsonObject("byMunicipality").getInteger("municipalities"))
            .isEqualTo(7);
        assertThat(hall.view(desk, "desk", poll).getString("reason")).isEqualTo(REASON);
        assertThat(desk.get(ballots).done().json().getJsonArray("ballots")).hasSize(7);
        desk.get(path(poll, "/breakdown")).done();
        assertThat(desk.get(path(poll, "/register")).done().json().getInteger("voted"))
            .isEqualTo(7);
      }
      chair.put(path(poll, "/shown"), Hall.shown(true, true)).refused(409, "POLL_DISCARDED");
      chair.post(path(poll, "/open")).refused(409, "POLL_DISCARDED");
      assertThat(audit(poll))
          .containsExactly("poll.create", "poll.open", "poll.close", "poll.discard " + REASON);
    }
  }

  // Asked again

  @Test
  void theNextRoundKeepsBothResults() {
    UUID first = hall.asks(PollForm.scale().published().byMunicipality());
    String key = Ballots.key();
    voter.votes(first, Ballots.scale(key, 1, 1, 1, 1)).done();
    UUID second = UUID.randomUUID();
    chair.post(path(first, "/again"), again(second, "ROUND")).refused(409, "POLL_STILL_OPEN");
    hall.closes(first);
    List<CompletableFuture<Answer>> tries =
        IntStream.range(0, 6)
            .mapToObj(i -> chair.posting(path(first, "/again"), again(second, "ROUND")))
            .toList();
    tries.forEach(one -> assertThat(one.join().done().status()).isEqualTo(201));
    JsonObject round = desk(second);
    assertThat(round.getString("state")).isEqualTo("OPEN");
    assertThat(round.getInteger("round")).isEqualTo(2);
    assertThat(round.getString("previous")).isEqualTo(first.toString());
    for (String same : List.of("kind", "title", "item", "rules", "scale", "most", "statements")) {
      assertThat(round.getValue(same)).as(same).isEqualTo(desk(first).getValue(same));
    }
    assertThat(audit(second)).containsExactly("poll.again", "poll.open");
    // The voter's page may use the same key; nothing of the first round counts in the second.
    assertThat(voter.get(Person.ballotOf(second)).json().getBoolean("voted")).isFalse();
    voter.votes(second, Ballots.scale(key, 1, 5, 5, 5)).done();
    hall.closes(second);
    chair.post(path(first, "/again"), again(second, "ROUND")).done();
    assertThat(state(second)).isEqualTo("CLOSED");
    for (UUID poll : List.of(first, second)) {
      assertThat(hall.result(voter, "results", poll).getJsonObject("tally").getInteger("ballots"))
          .isOne();
    }
    assertThat(hall.database().column("select answers::text from ballot where poll_id = ?", first))
        .containsExactly("[1, 1, 1]");
    UUID third = UUID.randomUUID();
    chair.post(path(second, "/again"), again(third, "ROUND")).done();
    assertThat(desk(third).getInteger("round")).isEqualTo(3);
    assertThat(desk(third).getString("previous")).isEqualTo(second.toString());
  }

  @Test
  void aRevoteSetsTheFirstResultAside() {
    UUID first = hall.asks(PollForm.choice(1, "A", "B").shown("LIVE").seconds(300));
    voter.votes(first, Ballots.choice(Ballots.key(), 1, 0)).done();
    UUID second = UUID.randomUUID();
    chair.post(path(first, "/again"), again(second, "REVOTE")).refused(409, "POLL_STILL_OPEN");
    hall.closes(first);
    for (int i = 0; i < 2; i++) {
      chair.post(path(first, "/again"), again(second, "REVOTE")).done();
    }
    assertThat(state(first)).isEqualTo("DISCARDED");
    assertThat(desk(first).getString("reason")).isEqualTo(REASON);
    assertThat(state(second)).isEqualTo("OPEN");
    assertThat(desk(second).getInteger("round")).isOne();
    assertThat(desk(second).getInstant("closesAt"))
        .as("its countdown begins anew")
        .isAfter(desk(first).getInstant("closesAt"));
    assertThat(hall.result(voter, "results", first).getValue("tally")).isNull();
    assertThat(hall.result(chair, "desk", first).getJsonObject("tally")).isNotNull();
    assertThat(audit(first))
        .containsExactly("poll.create", "poll.open", "poll.close", "poll.discard " + REASON);
    thumbless(second);
  }

  private void thumbless(UUID poll) {
    voter.votes(poll, Ballots.choice(Ballots.key(), 1, 1)).done();
    hall.closes(poll);
    assertThat(hall.result(voter, "results", poll).getJsonObject("tally").getJsonArray("counts"))
        .isEqualTo(new JsonArray("[0, 1]"));
  }

  @Test
  void aResetPutsThePollBackOnTheDesk() {
    UUID first =
        hall.asks(
            PollForm.choice(1, "A", "B").seconds(300).of(hall.group(Hall.ALL_MUNICIPALITIES)));
    voter.votes(first, Ballots.choice(Ballots.key(), 1, 0)).done();
    UUID draft = UUID.randomUUID();
    for (int i = 0; i < 2; i++) {
      chair.post(path(first, "/again"), again(draft, "RESET")).done();
    }
    assertThat(state(first)).isEqualTo("CANCELLED");
    JsonObject reset = desk(draft);
    assertThat(reset.getString("state")).isEqualTo("DRAFT");
    assertThat(reset.getValue("openedAt")).isNull();
    assertThat(reset.getValue("closesAt")).isNull();
    assertThat(reset.getJsonObject("rules")).isEqualTo(desk(first).getJsonObject("rules"));
    assertThat(reset.getJsonArray("options")).isEqualTo(desk(first).getJsonArray("options"));
    assertThat(hall.view(voter, "polls", draft)).isNull();
    chair.put(path(draft, ""), PollForm.choice(1, "A", "B").titled("Korjattu").json()).done();
    hall.opens(draft);
    thumbless(draft);
    UUID closed = UUID.randomUUID();
    chair.post(path(draft, "/again"), again(closed, "RESET")).refused(409, "POLL_CLOSED");
    assertThat(state(closed)).isEqualTo("none");
  }

  @Test
  void twoChairsWhoAskAgainAtOnceAskOnce() {
    for (String as : List.of("ROUND", "REVOTE", "RESET")) {
      UUID first = hall.asks(PollForm.thumbs());
      if (!as.equals("RESET")) {
        hall.closes(first);
      }
      List<UUID> keys = List.of(UUID.randomUUID(), UUID.randomUUID());
      List<CompletableFuture<Answer>> both =
          keys.stream().map(key -> chair.posting(path(first, "/again"), again(key, as))).toList();
      assertThat(both.stream().map(one -> one.join().status()).sorted())
          .as(as)
          .containsExactly(201, 409);
      assertThat(keys.stream().filter(key -> !state(key).equals("none"))).hasSize(1);
    }
  }

  @Test
  void everyCommandIsInTheTrailWithWhoGaveIt() {
    UUID poll = hall.asks(PollForm.thumbs());
    chair
        .put(path(poll, "/closes-at"), new JsonObject().put("closesAt", "2999-01-01T00:00:00Z"))
        .done();
    hall.closes(poll);
    hall.shows(poll, false, true);
    chair.post(path(poll, "/discard"), reason()).done();
    assertThat(
            hall.database()
                .rows(
                    "select action, actor_id, detail::text from audit where subject_id = ? order by id",
                    poll))
        .containsExactly(
            List.of("poll.create", chair.participant(), "{}"),
            List.of("poll.open", chair.participant(), "{}"),
            List.of("poll.closesAt", chair.participant(), "{\"detail\": \"2999-01-01T00:00Z\"}"),
            List.of("poll.close", chair.participant(), "{}"),
            List.of("poll.show", chair.participant(), "{\"screen\": true, \"participants\": false}"),
            List.of("poll.discard", chair.participant(), "{\"detail\": \"" + REASON + "\"}"));
  }

  @Test
  void askingAgainTakesNoOtherPollsKey() {
    UUID first = hall.asks(PollForm.thumbs());
    hall.closes(first);
    chair
        .post(path(first, "/again"), again(hall.poll(Hall.IN_EAST), "ROUND"))
        .refused(404, "NOT_FOUND");
    chair
        .post(path(first, "/again"), again(UUID.randomUUID(), "TWICE"))
        .refused(400, "BAD_REQUEST");
    assertThat(state(first)).isEqualTo("CLOSED");
  }
}
