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
import java.util.Map;
import java.util.SplittableRandom;
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
    Simulator hall = await(Simulator.start(vertx, baseUrl, links.code(), PEOPLE, HASTY));
    api =
        new ApiClient(
            vertx.createHttpClient(), baseUrl, timers, new Counts(), new SplittableRandom(1));
    Seat chair = chair(ROOM);
    String room = idOf(ROOM);
    // Somebody is always outside for a moment; nobody is there twice, though this hall may have
    // been here before.
    JsonObject attendance =
        awaitThat(
            () -> live(chair, "attendance", null), state -> present(state) >= PEOPLE * 8 / 10);
    assertThat(present(attendance)).isLessThanOrEqualTo(PEOPLE);

    moveToPoll(chair, room);
    String poll = draft(chair, room);
    assertThat(
            ask(() -> api.post("/api/polls/" + poll + "/open", chair, new JsonObject())).status())
        .isEqualTo(204);
    awaitThat(() -> result(chair, room), found -> allHaveVoted(found));
    assertThat(
            ask(() -> api.post("/api/polls/" + poll + "/close", chair, new JsonObject())).status())
        .isEqualTo(204);

    JsonObject counted =
        awaitThat(() -> result(chair, room), found -> found.getJsonObject("scale") != null);
    assertThat(counted.getJsonObject("scale").getInteger("ballots"))
        .isEqualTo(counted.getInteger("voted"))
        .isGreaterThanOrEqualTo(PEOPLE / 4);
    assertThat(ask(() -> api.post("/api/rooms/" + room + "/end", chair, new JsonObject())).status())
        .isEqualTo(204);
    await(hall.close());
    assertThat(hall.counts().refusals())
        .doesNotContainKeys("NO_SEAT", "BAD_REQUEST", "bridge: access_denied");
  }

  @Test
  void municipalitiesAnswerTheCommitmentVote() {
    Simulator hall = await(Simulator.start(vertx, baseUrl, links.code(), PEOPLE, HASTY));
    api =
        new ApiClient(
            vertx.createHttpClient(), baseUrl, timers, new Counts(), new SplittableRandom(1));
    Seat chair = chair("Plenaari");
    String plenary = idOf("Plenaari");
    String poll = draft(chair, plenary);
    assertThat(
            ask(() -> api.post("/api/polls/" + poll + "/open", chair, new JsonObject())).status())
        .isEqualTo(204);

    JsonObject counted =
        awaitThat(() -> result(chair, plenary), found -> found.getInteger("voted") == 30);
    assertThat(counted.getInteger("entitled")).isEqualTo(30);
    await(hall.close());
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

  private static boolean allHaveVoted(JsonObject result) {
    return result.getInteger("voted") >= PEOPLE / 4
        && result.getInteger("voted").equals(result.getInteger("entitled"));
  }

  private Seat chair(String room) {
    String url =
        links.links().stream()
            .filter(link -> link.role() == Role.CHAIR && room.equals(link.room()))
            .findFirst()
            .orElseThrow()
            .url();
    String token = url.substring(url.indexOf('#') + 1);
    Answer answer = ask(() -> api.post("/api/sessions", null, new JsonObject().put("link", token)));
    return new Seat(answer.body().getString("id"), answer.cookie());
  }

  private String idOf(String room) {
    JsonArray rooms =
        ask(() -> api.get("/api/meetings/" + links.code(), null)).body().getJsonArray("rooms");
    return rooms.stream()
        .map(JsonObject.class::cast)
        .filter(one -> one.getString("name").equals(room))
        .findFirst()
        .orElseThrow()
        .getString("id");
  }

  private void moveToPoll(Seat chair, String room) {
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

  private String draft(Seat chair, String room) {
    return live(chair, "desk", room).getJsonArray("polls").getJsonObject(0).getString("id");
  }

  private JsonObject result(Seat chair, String room) {
    return live(chair, "desk", room).getJsonArray("results").getJsonObject(0);
  }

  /** A section's data, as the chair sees it; of any scope if that is null. */
  private JsonObject live(Seat seat, String section, String scope) {
    Answer answer = ask(() -> api.get("/api/live", seat));
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
