package fi.sovittu.goal;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Answer;
import fi.sovittu.support.Ballots;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Listener;
import fi.sovittu.support.Person;
import fi.sovittu.support.PollForm;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The joint goals, their successive wordings, and the polls that ask about them. */
class GoalIT {
  private Hall hall;
  private Person secretary;
  private UUID goal;

  @BeforeEach
  void open() {
    hall = Hall.open();
    secretary = hall.secretary(Hall.EAST);
    goal = hall.goal("Tavoite A");
  }

  private static String versionsOf(UUID goal) {
    return "/api/goals/" + goal + "/versions";
  }

  private static JsonObject version(int version, String text) {
    return new JsonObject().put("version", version).put("text", text);
  }

  private Answer words(int version, String text) {
    return secretary.post(versionsOf(goal), version(version, text));
  }

  private List<Object> texts() {
    return hall.database()
        .column("select text from goal_version where goal_id = ? order by version", goal);
  }

  private JsonObject statement(UUID poll) {
    return hall.view(hall.chair(Hall.PLENARY), "desk", poll)
        .getJsonArray("statements")
        .getJsonObject(0);
  }

  @Test
  void thoseWhoRunTheMeetingReadTheGoals() {
    for (Person staff :
        List.of(hall.organiser(), hall.chair(Hall.WEST), hall.secretary(Hall.PLENARY))) {
      List<String> texts =
          staff.get("/api/goals").done().json().getJsonArray("goalSets").stream()
              .flatMap(set -> ((JsonObject) set).getJsonArray("goals").stream())
              .map(one -> ((JsonObject) one).getString("text"))
              .toList();
      assertThat(texts).isEqualTo(Hall.GOALS);
    }
    for (Person other : List.of(hall.join(1), hall.screen(Hall.PLENARY))) {
      other.get("/api/goals").refused(403, "FORBIDDEN");
      other.post(versionsOf(goal), version(2, "Uusi")).refused(403, "FORBIDDEN");
    }
    assertThat(texts()).containsExactly("Tavoite A");
  }

  @Test
  void aNewWordingFollowsTheNewestAndTheSameTwiceIsOnce() {
    for (int i = 0; i < 3; i++) {
      words(2, " Tavoite A, tarkennettu ").done();
    }
    words(2, "Jokin muu").refused(409, "GOAL_CHANGED");
    words(4, "Liian uusi").refused(409, "GOAL_CHANGED");
    words(3, "Tavoite A, kolmas").done();
    // A retry that comes late is still the same command.
    words(2, "Tavoite A, tarkennettu").done();
    assertThat(texts()).containsExactly("Tavoite A", "Tavoite A, tarkennettu", "Tavoite A, kolmas");
    assertThat(
            hall.database()
                .rows(
                    """
                    select action, actor_id, detail->>'version' from audit where subject_id = ? order by id
                    """,
                    goal))
        .containsExactly(
            List.of("goal.version", secretary.participant(), "2"),
            List.of("goal.version", secretary.participant(), "3"));
    JsonObject newest =
        secretary
            .get("/api/goals")
            .json()
            .getJsonArray("goalSets")
            .getJsonObject(0)
            .getJsonArray("goals")
            .getJsonObject(0);
    assertThat(newest.getInteger("version")).isEqualTo(3);
    assertThat(newest.getString("text")).isEqualTo("Tavoite A, kolmas");
  }

  @Test
  void ofManyAtOnceOneWordingIsTheNext() {
    List<CompletableFuture<Answer>> different =
        IntStream.range(0, 8)
            .mapToObj(i -> secretary.posting(versionsOf(goal), version(2, "Sanamuoto " + i)))
            .toList();
    assertThat(different.stream().filter(answer -> answer.join().status() == 204)).hasSize(1);
    different.stream()
        .filter(answer -> answer.join().status() != 204)
        .forEach(answer -> answer.join().refused(409, "GOAL_CHANGED"));
    List<CompletableFuture<Answer>> same =
        IntStream.range(0, 8)
            .mapToObj(i -> secretary.posting(versionsOf(goal), version(3, "Sama")))
            .toList();
    same.forEach(answer -> answer.join().done());
    assertThat(texts()).hasSize(3);
  }

  @Test
  void aWordingThatIsNotValid() {
    for (JsonObject wrong :
        List.of(
            version(1, "Ensimmäinen"),
            version(0, "x"),
            version(1_001, "x"),
            version(2, ""),
            version(2, "  \n"),
            version(2, "ä".repeat(501)),
            version(2, "a\u0000b"),
            new JsonObject().put("version", 2),
            new JsonObject().put("text", "x"),
            version(2, "x").put("goal", goal.toString()))) {
      secretary.post(versionsOf(goal), wrong).refused(400, "BAD_REQUEST");
    }
    secretary.post(versionsOf(UUID.randomUUID()), version(2, "x")).refused(404, "NOT_FOUND");
    Hall other = Hall.open();
    other
        .secretary(Hall.PLENARY)
        .post(versionsOf(goal), version(2, "Muualta"))
        .refused(404, "NOT_FOUND");
    assertThat(texts()).containsExactly("Tavoite A");
    words(2, "ä".repeat(500)).done();
  }

  @Test
  void theChairIsWarnedBeforeOpeningAndTheResultSaysWhichVersionWasAsked() {
    UUID poll = hall.poll(Hall.COMMITMENT);
    Person chair = hall.chair(Hall.PLENARY);
    words(2, "Tavoite A, tarkennettu").done();
    assertThat(statement(poll).getInteger("version")).isOne();
    assertThat(statement(poll).getInteger("newest")).isEqualTo(2);
    chair.post("/api/polls/" + poll + "/open").refused(409, "GOAL_CHANGED");
    chair.post("/api/polls/" + poll + "/open?oldGoals=false").refused(409, "GOAL_CHANGED");
    chair.post("/api/polls/" + poll + "/open?oldGoals=perhaps").refused(400, "BAD_REQUEST");
    assertThat(hall.view(chair, "desk", poll).getString("state")).isEqualTo("DRAFT");
    chair.post("/api/polls/" + poll + "/open?oldGoals=true").done();
    chair.post("/api/polls/" + poll + "/open").done();
    Person voter = hall.join(1);
    voter.votes(poll, Ballots.commitment(1, "COMMITS", "COMMITS", "COMMITS")).done();
    hall.closes(poll);
    JsonObject asked = hall.view(voter, "polls", poll).getJsonArray("statements").getJsonObject(0);
    assertThat(asked.getString("text")).isEqualTo("Tavoite A");
    assertThat(asked.getInteger("version")).isOne();
    assertThat(asked.getInteger("newest")).isEqualTo(2);
  }

  @Test
  void aPollThatIsEditedToTheNewestWordsOpens() {
    UUID poll = hall.prepares(Hall.PLENARY, PollForm.scaleOn(goal));
    words(2, "Tavoite A, tarkennettu").done();
    Person chair = hall.chair(Hall.PLENARY);
    chair.post("/api/polls/" + poll + "/open").refused(409, "GOAL_CHANGED");
    JsonObject newest = PollForm.scaleOn(goal).json();
    newest.getJsonArray("statements").getJsonObject(0).put("version", 2);
    chair.put("/api/polls/" + poll, newest).done();
    hall.opens(poll);
    assertThat(statement(poll).getString("text")).isEqualTo("Tavoite A, tarkennettu");
    assertThat(statement(poll).getString("goalSet")).isEqualTo("Ensimmäiset");
    // The same is asked again in the same words, whatever has become of the goal.
    words(3, "Tavoite A, kolmas").done();
    hall.closes(poll);
    UUID again = UUID.randomUUID();
    chair
        .post(
            "/api/polls/" + poll + "/again",
            new JsonObject().put("key", again.toString()).put("as", "ROUND").put("reason", ""))
        .done();
    assertThat(statement(again).getString("text")).isEqualTo("Tavoite A, tarkennettu");
    assertThat(statement(again).getInteger("version")).isEqualTo(2);
    assertThat(statement(again).getInteger("newest")).isEqualTo(3);
  }

  @Test
  void aPollOnOldWordsIsNotMadeAndOpenedInOneGo() {
    words(2, "Tavoite A, tarkennettu").done();
    UUID key = UUID.randomUUID();
    hall.chair(Hall.PLENARY)
        .post(Hall.pollsOf(hall.room(Hall.PLENARY)), PollForm.scaleOn(goal).wish(key, true))
        .refused(409, "GOAL_CHANGED");
    assertThat(hall.database().count("select count(*) from poll where id = ?", key)).isZero();
  }

  @Test
  void everyoneHearsThatThereIsANewerOne() {
    UUID poll = hall.opens(Hall.COMMITMENT);
    String polls = "sovittu.polls." + hall.room(Hall.PLENARY);
    try (Listener phone = Listener.of(hall.join(1))) {
      assertThat(phone.register(polls)).isTrue();
      words(2, "Tavoite A, tarkennettu").done();
      phone.await(
          polls,
          section ->
              Hall.viewIn(section, poll)
                      .getJsonArray("statements")
                      .getJsonObject(0)
                      .getInteger("newest")
                  == 2);
    }
  }
}
