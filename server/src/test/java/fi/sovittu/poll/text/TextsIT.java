package fi.sovittu.poll.text;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.poll.ballot.Seal;
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

/** What becomes of the texts of an open text poll. */
class TextsIT {
  private Hall hall;
  private Person chair;
  private Person liisa;
  private Person matti;

  @BeforeEach
  void open() {
    hall = Hall.open();
    chair = hall.chair(Hall.PLENARY);
    liisa = hall.join(1);
    matti = hall.join(2);
  }

  /** A named poll, whose texts are shown as they come. */
  private UUID asks(PollForm form) {
    UUID poll = hall.asks(form.named().shown("LIVE"));
    liisa.votes(poll, Ballots.texts(null, 1, "Enemmän metsää", "Vähemmän kiirettä")).done();
    matti.votes(poll, Ballots.texts(null, 1, "Enemmän metsää")).done();
    return poll;
  }

  private List<JsonObject> entries(Person person, String section, UUID poll) {
    JsonObject tally = hall.result(person, section, poll).getJsonObject("tally");
    return tally.getJsonArray("entries").stream().map(JsonObject.class::cast).toList();
  }

  private List<String> seen(Person person, String section, UUID poll) {
    return entries(person, section, poll).stream()
        .map(entry -> entry.getString("text"))
        .sorted()
        .toList();
  }

  private UUID entry(UUID poll, String text) {
    return UUID.fromString(
        entries(chair, "desk", poll).stream()
            .filter(entry -> entry.getString("text").equals(text))
            .findFirst()
            .orElseThrow()
            .getString("id"));
  }

  private static String entryOf(UUID poll, UUID entry) {
    return "/api/polls/" + poll + "/entries/" + entry;
  }

  private static String groupOf(UUID poll, UUID group) {
    return "/api/polls/" + poll + "/groups/" + group;
  }

  private static JsonObject mark(String state, UUID group) {
    return new JsonObject()
        .put("state", state)
        .put("group", group == null ? null : group.toString());
  }

  private static JsonObject upvoted(boolean upvoted) {
    return new JsonObject().put("upvoted", upvoted);
  }

  private static JsonObject title(String title) {
    return new JsonObject().put("title", title);
  }

  @Test
  void aModeratedTextIsShownWhenItIsLetThrough() {
    UUID poll = asks(PollForm.text(2).moderated());
    assertThat(seen(liisa, "results", poll)).isEmpty();
    assertThat(seen(hall.screen(Hall.PLENARY), "stage", poll)).isEmpty();
    assertThat(seen(chair, "desk", poll)).hasSize(3);
    assertThat(hall.result(liisa, "results", poll).getJsonObject("tally").getInteger("waiting"))
        .isEqualTo(3);
    UUID hurry = entry(poll, "Vähemmän kiirettä");
    Person secretary = hall.secretary(Hall.PLENARY);
    secretary.put(entryOf(poll, hurry), mark("SHOWN", null)).done();
    secretary.put(entryOf(poll, hurry), mark("SHOWN", null)).done();
    assertThat(seen(matti, "results", poll)).containsExactly("Vähemmän kiirettä");
    assertThat(seen(hall.screen(Hall.PLENARY), "stage", poll)).containsExactly("Vähemmän kiirettä");
    chair.put(entryOf(poll, hurry), mark("HIDDEN", null)).done();
    assertThat(seen(matti, "results", poll)).isEmpty();
    assertThat(matti.sections().encode()).doesNotContain("kiirettä");
    hall.closes(poll);
    assertThat(seen(matti, "results", poll)).isEmpty();
    // Moderation goes on after the close.
    chair.put(entryOf(poll, hurry), mark("SHOWN", null)).done();
    assertThat(seen(matti, "results", poll)).containsExactly("Vähemmän kiirettä");
  }

  @Test
  void aTextThatIsChangedWaitsAnewAndTheOtherKeepsItsMark() {
    UUID poll = asks(PollForm.text(2).moderated());
    for (String text : List.of("Enemmän metsää", "Vähemmän kiirettä")) {
      entries(chair, "desk", poll).stream()
          .filter(entry -> entry.getString("text").equals(text))
          .forEach(entry ->
              chair
                  .put(entryOf(poll, UUID.fromString(entry.getString("id"))), mark("SHOWN", null))
                  .done());
    }
    assertThat(seen(matti, "results", poll)).hasSize(3);
    liisa.votes(poll, Ballots.texts(null, 2, "Vähemmän kiirettä", "Jotain muuta")).done();
    assertThat(seen(matti, "results", poll)).containsExactly("Enemmän metsää", "Vähemmän kiirettä");
    assertThat(seen(chair, "desk", poll)).contains("Jotain muuta");
  }

  @Test
  void theNamesStandByTheTextsOfANamedPoll() {
    UUID poll = asks(PollForm.text(2));
    assertThat(seen(matti, "results", poll))
        .containsExactly("Enemmän metsää", "Enemmän metsää", "Vähemmän kiirettä");
    assertThat(entries(matti, "results", poll))
        .allMatch(entry -> entry.getString("by").equals("Osallistuja"));
  }

  @Test
  void supportIsCountedOncePerPersonAndTakenBack() {
    UUID poll = asks(PollForm.text(2));
    UUID hurry = entry(poll, "Vähemmän kiirettä");
    for (Person person : List.of(liisa, matti, matti)) {
      person.put(entryOf(poll, hurry) + "/upvote", upvoted(true)).done();
    }
    assertThat(entries(liisa, "results", poll).getFirst().getInteger("upvotes")).isEqualTo(2);
    assertThat(entries(liisa, "results", poll).getFirst().getString("id"))
        .as("the most supported first")
        .isEqualTo(hurry.toString());
    assertThat(matti.get(Person.ballotOf(poll)).json().getJsonArray("upvoted"))
        .containsExactly(hurry.toString());
    List<CompletableFuture<Answer>> more =
        IntStream.range(0, 10)
            .mapToObj(i -> matti.putting(entryOf(poll, hurry) + "/upvote", upvoted(true)))
            .toList();
    more.forEach(one -> one.join().done());
    assertThat(entries(liisa, "results", poll).getFirst().getInteger("upvotes")).isEqualTo(2);
    for (int i = 0; i < 2; i++) {
      matti.put(entryOf(poll, hurry) + "/upvote", upvoted(false)).done();
    }
    assertThat(entries(liisa, "results", poll).getFirst().getInteger("upvotes")).isOne();
    assertThat(matti.get(Person.ballotOf(poll)).json().getJsonArray("upvoted")).isEmpty();
  }

  @Test
  void onlyATextThatOneSeesIsSupported() {
    UUID poll = asks(PollForm.text(2).moderated());
    UUID hurry = entry(poll, "Vähemmän kiirettä");
    String path = entryOf(poll, hurry) + "/upvote";
    matti.put(path, upvoted(true)).refused(404, "NOT_FOUND");
    chair.put(entryOf(poll, hurry), mark("HIDDEN", null)).done();
    matti.put(path, upvoted(true)).refused(404, "NOT_FOUND");
    chair.put(entryOf(poll, hurry), mark("SHOWN", null)).done();
    matti.put(path, upvoted(true)).done();
    matti
        .put(entryOf(poll, UUID.randomUUID()) + "/upvote", upvoted(true))
        .refused(404, "NOT_FOUND");
    Hall.open().join(1).put(path, upvoted(true)).refused(404, "NOT_FOUND");
    UUID kept = hall.asks(PollForm.text(1).named().shown("AFTER_CLOSE"));
    liisa.votes(kept, Ballots.texts(null, 1, "Ei vielä")).done();
    UUID early = TextEntries.id(liisa.participant().toString(), "Ei vielä");
    matti.put(entryOf(kept, early) + "/upvote", upvoted(true)).refused(404, "NOT_FOUND");
    hall.closes(kept);
    matti.put(entryOf(kept, early) + "/upvote", upvoted(true)).done();
    hall.shows(kept, false, true);
    liisa.put(entryOf(kept, early) + "/upvote", upvoted(true)).refused(404, "NOT_FOUND");
  }

  @Test
  void theChairGathersTextsUnderHeadings() {
    UUID poll = asks(PollForm.text(2));
    UUID forest = UUID.randomUUID();
    chair.put(groupOf(poll, forest), title(" Metsä ")).done();
    chair.put(groupOf(poll, forest), title("Metsä")).done();
    UUID entry = entry(poll, "Enemmän metsää");
    chair.put(entryOf(poll, entry), mark("SHOWN", forest)).done();
    JsonObject tally = hall.result(matti, "results", poll).getJsonObject("tally");
    assertThat(tally.getJsonArray("groups"))
        .containsExactly(new JsonObject().put("id", forest.toString()).put("title", "Metsä"));
    assertThat(
            entries(matti, "results", poll).stream()
                .filter(one -> one.getString("group") != null)
                .map(one -> one.getString("id") + one.getString("group")))
        .containsExactly(entry + forest.toString());
    hall.secretary(Hall.PLENARY).put(groupOf(poll, forest), title("Luonto")).done();
    // A group of another poll is none of this one's.
    UUID other = asks(PollForm.text(2));
    chair
        .put(entryOf(other, entry(other, "Enemmän metsää")), mark("SHOWN", forest))
        .refused(404, "NOT_FOUND");
    for (int i = 0; i < 2; i++) {
      chair.delete(groupOf(poll, forest)).done();
    }
    tally = hall.result(matti, "results", poll).getJsonObject("tally");
    assertThat(tally.getJsonArray("groups")).isEmpty();
    assertThat(seen(matti, "results", poll)).hasSize(3);
    assertThat(entries(matti, "results", poll)).allMatch(one -> one.getString("group") == null);
  }

  @Test
  void aPollHasFortyHeadingsAtMost() {
    UUID poll = asks(PollForm.text(2));
    List<UUID> groups = new ArrayList<>();
    for (int i = 0; i < 36; i++) {
      groups.add(UUID.randomUUID());
      chair.put(groupOf(poll, groups.getLast()), title("Otsikko " + i)).done();
    }
    List<CompletableFuture<Answer>> race =
        IntStream.range(0, 10)
            .mapToObj(i -> chair.putting(groupOf(poll, UUID.randomUUID()), title("Kisa " + i)))
            .toList();
    race.forEach(one -> assertThat(one.join().status()).isIn(204, 422));
    assertThat(hall.database().count("select count(*) from text_group where poll_id = ?", poll))
        .isEqualTo(40);
    chair.put(groupOf(poll, UUID.randomUUID()), title("Liikaa")).refused(422, "TEXT_GROUPS_FULL");
    chair.put(groupOf(poll, groups.getFirst()), title("Uusi nimi")).done();
    chair.delete(groupOf(poll, groups.getLast())).done();
    chair.put(groupOf(poll, UUID.randomUUID()), title("Mahtuu")).done();
  }

  @Test
  void moderatingIsForTheRoomsChairAndSecretary() {
    UUID poll = asks(PollForm.text(2));
    UUID entry = entry(poll, "Vähemmän kiirettä");
    UUID group = UUID.randomUUID();
    for (Person other :
        List.of(
            liisa,
            hall.screen(Hall.PLENARY),
            hall.organiser(),
            hall.chair(Hall.EAST),
            hall.secretary(Hall.WEST))) {
      other.put(entryOf(poll, entry), mark("HIDDEN", null)).refused(403, "FORBIDDEN");
      other.put(groupOf(poll, group), title("Oma")).refused(403, "FORBIDDEN");
      other.delete(groupOf(poll, group)).refused(403, "FORBIDDEN");
    }
    Person stranger = Hall.open().chair(Hall.PLENARY);
    stranger.put(entryOf(poll, entry), mark("HIDDEN", null)).refused(404, "NOT_FOUND");
    stranger.put(groupOf(poll, group), title("Oma")).refused(404, "NOT_FOUND");
    assertThat(seen(matti, "results", poll)).hasSize(3);
    for (Person moderator : List.of(chair, hall.secretary(Hall.PLENARY))) {
      moderator.put(groupOf(poll, group), title("Yhteinen")).done();
      moderator.put(entryOf(poll, entry), mark("SHOWN", group)).done();
    }
    assertThat(
            hall.database()
                .count(
                    "select count(*) from audit where subject_id = ? and action = 'text.mark'",
                    poll))
        .isEqualTo(2);
  }

  @Test
  void onlyTextsAreModerated() {
    UUID thumbs = hall.asks(PollForm.thumbs());
    UUID draft = hall.prepares(Hall.PLENARY, PollForm.text(1));
    for (UUID poll : List.of(thumbs, draft)) {
      chair.put(entryOf(poll, UUID.randomUUID()), mark("SHOWN", null)).refused(404, "NOT_FOUND");
      chair.put(groupOf(poll, UUID.randomUUID()), title("Otsikko")).refused(404, "NOT_FOUND");
      chair.delete(groupOf(poll, UUID.randomUUID())).refused(404, "NOT_FOUND");
      liisa
          .put(entryOf(poll, UUID.randomUUID()) + "/upvote", upvoted(true))
          .refused(404, "NOT_FOUND");
    }
    UUID poll = asks(PollForm.text(2));
    UUID entry = entry(poll, "Vähemmän kiirettä");
    for (JsonObject wrong :
        List.of(
            mark("GONE", null),
            new JsonObject().put("state", "SHOWN"),
            new JsonObject().put("group", null))) {
      chair.put(entryOf(poll, entry), wrong).refused(400, "BAD_REQUEST");
    }
    for (String wrong : List.of("", "  ", "ä".repeat(81), "a\u0000b")) {
      chair.put(groupOf(poll, UUID.randomUUID()), title(wrong)).refused(400, "BAD_REQUEST");
    }
  }

  private void noTextsAre(UUID poll, UUID... entries) {
    for (UUID entry : entries) {
      chair.put(entryOf(poll, entry), mark("HIDDEN", null)).refused(404, "NOT_FOUND");
    }
    assertThat(
            hall.database().count("select count(*) from text_mark where poll_id = ?", poll)
                + hall.database()
                    .count(
                        "select count(*) from audit where subject_id = ? and action = 'text.mark'",
                        poll))
        .as("nothing is kept of it")
        .isZero();
  }

  @Test
  void whatIsNoTextOfThePollIsNotModerated() {
    UUID other = entry(asks(PollForm.text(2)), "Vähemmän kiirettä");
    UUID poll = hall.asks(PollForm.text(2).named().shown("LIVE"));
    liisa.votes(poll, Ballots.texts(null, 1, "Lisää valoa")).done();
    UUID unsaid = TextEntries.id(liisa.participant().toString(), "Lisää varjoa");
    UUID light = TextEntries.id(liisa.participant().toString(), "Lisää valoa");
    noTextsAre(poll, UUID.randomUUID(), other, unsaid);
    liisa.votes(poll, Ballots.texts(null, 2, "Lisää varjoa")).done();
    noTextsAre(poll, light);
    hall.closes(poll);
    noTextsAre(poll, UUID.randomUUID(), other, light);
    chair.put(entryOf(poll, unsaid), mark("HIDDEN", null)).done();
    assertThat(seen(matti, "results", poll)).isEmpty();
    chair
        .post("/api/polls/" + poll + "/discard", new JsonObject().put("reason", "Väärä kysymys"))
        .done();
    // The desk still reads a discarded result.
    chair.put(entryOf(poll, unsaid), mark("SHOWN", null)).done();
  }

  @Test
  void whatIsNoTextOfAnAnonymousPollIsNotModerated() {
    UUID poll = hall.asks(PollForm.text(2).shown("AFTER_CLOSE"));
    String key = Ballots.key();
    liisa.votes(poll, Ballots.texts(key, 1, "Lisää valoa")).done();
    UUID light = TextEntries.id(Seal.receipt(key), "Lisää valoa");
    UUID unsaid = TextEntries.id(Seal.receipt(key), "Lisää varjoa");
    noTextsAre(poll, UUID.randomUUID(), light, unsaid);
    hall.closes(poll);
    noTextsAre(poll, UUID.randomUUID(), unsaid);
    chair.put(entryOf(poll, light), mark("HIDDEN", null)).done();
    assertThat(seen(matti, "results", poll)).isEmpty();
  }

  @Test
  void whetherAHiddenTextIsThereIsNotTold() {
    // Whoever knows a voter could try out what that one has written, before the desk may see it.
    UUID poll = hall.asks(PollForm.text(1).named().shown("AFTER_CLOSE"));
    liisa.votes(poll, Ballots.texts(null, 1, "Lisää valoa")).done();
    UUID light = TextEntries.id(liisa.participant().toString(), "Lisää valoa");
    noTextsAre(poll, light);
    hall.closes(poll);
    chair.put(entryOf(poll, light), mark("SHOWN", null)).done();
    UUID cancelled = hall.asks(PollForm.text(1).named().shown("LIVE"));
    liisa.votes(cancelled, Ballots.texts(null, 1, "Lisää valoa")).done();
    chair
        .post("/api/polls/" + cancelled + "/cancel", new JsonObject().put("reason", "Väärä sali"))
        .done();
    noTextsAre(cancelled, light);
  }

  @Test
  void aTextHas280CharactersWhateverTheyAreMadeOf() {
    UUID poll = hall.asks(PollForm.text(5));
    String key = Ballots.key();
    int revision = 0;
    for (String character : List.of("a", "ä", "\"", "\uD83D\uDE00", "字")) {
      liisa.votes(poll, Ballots.texts(key, ++revision, character.repeat(280))).done();
      assertThat(liisa.votes(poll, Ballots.texts(key, revision + 1, character.repeat(281))).code())
          .isIn("BAD_REQUEST", "BALLOT_INVALID");
    }
    liisa
        .votes(
            poll,
            Ballots.texts(
                key,
                ++revision,
                IntStream.range(0, 5)
                    .mapToObj(i -> i + "\uD83D\uDE00".repeat(279))
                    .toArray(String[]::new)))
        .done();
    UUID words = hall.asks(PollForm.words(1));
    matti
        .votes(
            words,
            Ballots.of(Ballots.key(), 1, "words", new JsonArray().add("\uD83D\uDE00".repeat(25))))
        .done();
  }
}
