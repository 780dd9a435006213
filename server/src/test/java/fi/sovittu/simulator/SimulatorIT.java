package fi.sovittu.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.sovittu.app.Main;
import fi.sovittu.identity.Role;
import fi.sovittu.meeting.MeetingLinks;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hall lives in the real service, over real connections. */
class SimulatorIT {
  private static final int PEOPLE = 40;
  private static final String ROOM = "Ikäihmiset";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Everybody is restless, so that drops, changes and returns happen within seconds. */
  private static final Pace HASTY =
      new Pace(
          Duration.ofMillis(50),
          Duration.ofSeconds(5),
          Duration.ofMillis(800),
          Duration.ofSeconds(4),
          Duration.ofSeconds(1),
          100);

  @TempDir static Path data;
  private static Main service;
  private static MeetingLinks links;
  private static String baseUrl;

  private final Vertx vertx = Vertx.vertx();
  private final Timers timers = new Timers(vertx);
  private ApiClient api;

  @BeforeAll
  static void startService() throws Exception {
    service = Main.start(Map.of("SOVITTU_PORT", "0", "SOVITTU_DATA", data.toString()));
    links = service.links();
    URI join = URI.create(links.joinUrl());
    baseUrl = join.getScheme() + "://" + join.getAuthority();
  }

  @AfterAll
  static void stopService() {
    service.close();
  }

  @AfterEach
  void stop() {
    timers.close();
    await(vertx.close());
  }

  @Test
  void theHallJoinsVotesAndIsCounted() {
    Simulator hall = start();
    Participant chair = chair(ROOM);
    String room = idOf(ROOM);
    // Somebody is always outside for a moment; nobody is there twice, though this hall may have
    // been here before.
    JsonObject attendance =
        awaitThat(
            () -> live(chair, "attendance", null), state -> present(state) >= PEOPLE * 8 / 10);
    assertThat(present(attendance)).isLessThanOrEqualTo(PEOPLE);

    moveToPoll(chair, room);
    String poll = draft(chair, room, "SCALE");
    assertThat(command(chair, "/api/polls/" + poll + "/open", new JsonObject())).isEqualTo(204);
    awaitThat(() -> result(chair, room, poll), found -> allHaveVoted(found));
    assertThat(closed(chair, room, poll).getInteger("voted")).isGreaterThanOrEqualTo(PEOPLE / 4);
    assertThat(command(chair, "/api/rooms/" + room + "/end", new JsonObject())).isEqualTo(204);
    await(hall.close());
    assertThat(hall.counts().refusals())
        .doesNotContainKeys(
            "NO_PARTICIPANT", "BAD_REQUEST", "BALLOT_INVALID", "bridge: access_denied");
  }

  @Test
  void municipalitiesAnswerTheCommitmentVote() {
    Simulator hall = start();
    Participant chair = chair("Plenaari");
    String plenary = idOf("Plenaari");
    String poll = draft(chair, plenary, "COMMITMENT");
    assertThat(command(chair, "/api/polls/" + poll + "/open", new JsonObject())).isEqualTo(204);

    JsonObject counted =
        awaitThat(() -> result(chair, plenary, poll), found -> found.getInteger("voted") == 30);
    assertThat(counted.getInteger("entitled")).isEqualTo(30);
    closed(chair, plenary, poll);
    await(hall.close());
  }

  @Test
  void thePeopleVoteInPollsOfEveryKindAndRule() {
    Simulator hall = start();
    Participant chair = chair("Plenaari");
    String plenary = idOf("Plenaari");
    List<JsonObject> forms = new ArrayList<>();
    for (Poll.Kind kind : Poll.Kind.values()) {
      if (kind != Poll.Kind.COMMITMENT) {
        forms.add(PollForms.of(kind, "ANONYMOUS", "PERSONS"));
      }
    }
    forms.add(PollForms.of(Poll.Kind.TEXT, "NAMED", "PERSONS"));
    forms.add(PollForms.of(Poll.Kind.CHOICE, "ANONYMOUS", "ORGANISATIONS"));
    forms.add(PollForms.of(Poll.Kind.RANKING, "NAMED", "ORGANISATIONS"));
    JsonObject county = PollForms.of(Poll.Kind.THUMBS, "ANONYMOUS", "PERSONS");
    county.getJsonObject("rules").put("groups", new JsonArray().add(group("Hyvinvointialue")));
    forms.add(county);
    Map<String, JsonObject> polls = new LinkedHashMap<>();
    forms.forEach(form -> polls.put(opened(chair, plenary, form), form));

    polls.forEach((poll, form) -> {
      JsonObject voted =
          awaitThat(() -> result(chair, plenary, poll), found -> mostHaveVoted(found));
      assertThat(voted.getInteger("voted")).as("%s", form).isPositive();
      if (form.getString("kind").equals("TEXT")) {
        awaitThat(() -> result(chair, plenary, poll), SimulatorIT::hasSupport);
      }
      closed(chair, plenary, poll);
    });
    await(hall.close());
    assertThat(hall.counts().refusals())
        .doesNotContainKeys(
            "NO_PARTICIPANT", "BAD_REQUEST", "BALLOT_INVALID", "bridge: access_denied");
  }

  @Test
  void refusesAnUnknownCode() {
    assertThatThrownBy(() -> await(Simulator.start(vertx, baseUrl, "ZZZZZZ", 1)))
        .hasMessageContaining("CODE_UNKNOWN");
  }

  private static int present(JsonObject attendance) {
    int present = 0;
    JsonArray rooms = attendance.getJsonArray("rooms");
    for (int i = 0; i < rooms.size(); i++) {
      present +=
          rooms.getJsonObject(i).getInteger("onSite") + rooms.getJsonObject(i).getInteger("teams");
    }
    return present;
  }

  private Simulator start() {
    api =
        new ApiClient(
            vertx.createHttpClient(), baseUrl, timers, new Counts(), new SplittableRandom(1));
    return await(Simulator.start(vertx, baseUrl, links.code(), PEOPLE, HASTY));
  }

  private static boolean allHaveVoted(JsonObject result) {
    return result.getInteger("voted") >= PEOPLE / 4
        && result.getInteger("voted").equals(result.getInteger("entitled"));
  }

  /** Not all municipalities and not all people of a group need to be there. */
  private static boolean mostHaveVoted(JsonObject result) {
    return result.getInteger("voted") > 0
        && result.getInteger("voted") * 10 >= result.getInteger("entitled") * 9;
  }

  private static boolean hasSupport(JsonObject result) {
    JsonObject tally = result.getJsonObject("tally");
    return tally != null
        && tally.getJsonArray("entries").stream()
            .anyMatch(entry -> ((JsonObject) entry).getInteger("upvotes") > 0);
  }

  /** Closes the poll; its result counts as many ballots as there were voters. */
  private JsonObject closed(Participant chair, String room, String poll) {
    assertThat(command(chair, "/api/polls/" + poll + "/close", new JsonObject())).isEqualTo(204);
    JsonObject counted = awaitThat(() -> result(chair, room, poll), SimulatorIT::isWhole);
    assertThat(counted.getJsonObject("tally").getInteger("ballots"))
        .isEqualTo(counted.getInteger("voted"));
    return counted;
  }

  private static boolean isWhole(JsonObject result) {
    JsonObject tally = result.getJsonObject("tally");
    return tally != null && tally.getInteger("ballots").equals(result.getInteger("voted"));
  }

  private int command(Participant participant, String path, JsonObject body) {
    return ask(() -> api.post(path, participant, body)).status();
  }

  private String opened(Participant chair, String room, JsonObject form) {
    String key = UUID.randomUUID().toString();
    JsonObject poll = new JsonObject().put("key", key).put("open", true).put("poll", form);
    assertThat(command(chair, "/api/rooms/" + room + "/polls", poll)).as("%s", form).isEqualTo(201);
    return key;
  }

  private String group(String name) {
    return named(ask(() -> api.get("/api/meetings/" + links.code(), null)).body(), "groups", name);
  }

  private Participant chair(String room) {
    String url =
        links.links().stream()
            .filter(link -> link.role() == Role.CHAIR && room.equals(link.room()))
            .findFirst()
            .orElseThrow()
            .url();
    String token = url.substring(url.indexOf('#') + 1);
    Answer answer = ask(() -> api.post("/api/sessions", null, new JsonObject().put("link", token)));
    return new Participant(answer.body().getString("id"), answer.cookie());
  }

  private String idOf(String room) {
    return named(ask(() -> api.get("/api/meetings/" + links.code(), null)).body(), "rooms", room);
  }

  private static String named(JsonObject meeting, String list, String name) {
    return meeting.getJsonArray(list).stream()
        .map(JsonObject.class::cast)
        .filter(one -> one.getString("name").equals(name))
        .findFirst()
        .orElseThrow()
        .getString("id");
  }

  private void moveToPoll(Participant chair, String room) {
    String item =
        live(chair, "agenda", room).getJsonArray("items").stream()
            .map(JsonObject.class::cast)
            .filter(one -> one.getString("kind").equals("POLL"))
            .findFirst()
            .orElseThrow()
            .getString("id");
    JsonObject move = new JsonObject().putNull("from").put("to", item);
    assertThat(ask(() -> api.put("/api/rooms/" + room + "/current-item", chair, move)).status())
        .isEqualTo(204);
  }

  private String draft(Participant chair, String room, String kind) {
    return live(chair, "desk", room).getJsonArray("polls").stream()
        .map(JsonObject.class::cast)
        .filter(poll -> poll.getString("kind").equals(kind))
        .findFirst()
        .orElseThrow()
        .getString("id");
  }

  private JsonObject result(Participant chair, String room, String poll) {
    return live(chair, "desk", room).getJsonArray("results").stream()
        .map(JsonObject.class::cast)
        .filter(result -> result.getString("poll").equals(poll))
        .findFirst()
        .orElseThrow();
  }

  /** A section's data, as the chair sees it; of any scope if that is null. */
  private JsonObject live(Participant participant, String section, String scope) {
    Answer answer = ask(() -> api.get("/api/live", participant));
    return answer.body().getJsonArray("sections").stream()
        .map(JsonObject.class::cast)
        .filter(one -> one.getString("section").equals(section))
        .filter(one -> scope == null || one.getString("scope").equals(scope))
        .findFirst()
        .orElseThrow()
        .getJsonObject("data");
  }

  private static JsonObject awaitThat(Supplier<JsonObject> look, Predicate<JsonObject> good) {
    Instant end = Instant.now().plus(PATIENCE);
    JsonObject seen = look.get();
    while (!good.test(seen)) {
      assertThat(Instant.now()).as("still %s", seen).isBefore(end);
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      seen = look.get();
    }
    return seen;
  }

  /**
   * Asks on the event loop, where the client belongs: on another thread an answer may pass between
   * the sending and the listening, and is never heard.
   */
  private Answer ask(Supplier<Future<Answer>> question) {
    Promise<Answer> answer = Promise.promise();
    vertx.runOnContext(go -> question.get().onComplete(answer));
    return await(answer.future());
  }

  private static <T> T await(Future<T> future) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(30, java.util.concurrent.TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
