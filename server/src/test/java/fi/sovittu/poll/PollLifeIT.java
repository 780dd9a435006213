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

/** Polls cancelled, discarded and asked again. */
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
                    "select action, actor_id, detail::text from audit where subject_id = ? order by"
                        + " id",
                    poll))
        .containsExactly(
            List.of("poll.create", chair.participant(), "{}"),
            List.of("poll.open", chair.participant(), "{}"),
            List.of("poll.closesAt", chair.participant(), "{\"detail\": \"2999-01-01T00:00Z\"}"),
            List.of("poll.close", chair.participant(), "{}"),
            List.of(
                "poll.show", chair.participant(), "{\"screen\": true, \"participants\": false}"),
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
