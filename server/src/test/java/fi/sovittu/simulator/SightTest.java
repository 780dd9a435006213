package fi.sovittu.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SightTest {
  private final Sight sight = new Sight();

  @Test
  void keepsTheHighestRevision() {
    assertThat(sight.take(meeting(2, "RUNNING"))).isTrue();
    assertThat(sight.take(meeting(1, "WAITING"))).isFalse();
    assertThat(sight.take(meeting(2, "ENDED"))).isFalse();
    assertThat(sight.isRunning("day", "older")).isTrue();

    assertThat(sight.take(meeting(3, "ENDED"))).isTrue();
    assertThat(sight.isRunning("day", "older")).isFalse();
  }

  @Test
  void showsOpenPollsOfARoom() {
    sight.take(Section.of(polls(1, "OPEN")));
    assertThat(sight.openPolls("older"))
        .singleElement()
        .isEqualTo(
            new Poll(
                "p1",
                Poll.Kind.SCALE,
                true,
                false,
                Set.of("ngos"),
                5,
                1,
                List.of("Kyydit"),
                List.of(new Poll.Option("Tyhjää", true))));
    assertThat(sight.openPolls("plenary")).isEmpty();

    sight.take(Section.of(polls(2, "CLOSED")));
    assertThat(sight.openPolls("older")).isEmpty();
  }

  @Test
  void showsTextsOfARoom() {
    JsonObject tally =
        new JsonObject()
            .put("kind", "TEXT")
            .put("entries", new JsonArray().add(new JsonObject().put("id", "e1")));
    JsonArray results =
        new JsonArray()
            .add(new JsonObject().put("poll", "p1").put("tally", tally))
            .add(new JsonObject().put("poll", "p2").putNull("tally"));
    sight.take(
        Section.of(section("results", "older", 1, new JsonObject().put("results", results))));

    assertThat(sight.texts("older")).containsExactly(new Section.Text("p1", "e1"));
    assertThat(sight.texts("plenary")).isEmpty();
  }

  @Test
  void knowsWhoMayVoteInAPoll() {
    Poll everyone = poll(false, Set.of());
    Poll municipalities = poll(true, Set.of());
    Poll ngos = poll(true, Set.of("ngos"));
    Meeting.Organisation ngo = Sample.day().organisations().get(34);
    Meeting.Organisation town = Sample.day().organisations().getFirst();

    assertThat(everyone.isFor(ngo, Sample.day())).isTrue();
    assertThat(everyone.isAnywhere()).isFalse();
    assertThat(municipalities.isFor(ngo, Sample.day())).isFalse();
    assertThat(municipalities.isFor(town, Sample.day())).isTrue();
    assertThat(ngos.isFor(ngo, Sample.day())).isTrue();
    assertThat(ngos.isFor(town, Sample.day())).isFalse();
    assertThat(ngos.isAnywhere()).isTrue();
  }

  private static Poll poll(boolean ofOrganisations, Set<String> groups) {
    return new Poll(
        "p", Poll.Kind.THUMBS, true, ofOrganisations, groups, 0, 1, List.of(), List.of());
  }

  @Test
  void readsTheSameFrameOnce() {
    Frames frames = new Frames();
    JsonObject message =
        new JsonObject()
            .put("type", "rec")
            .put("address", "sovittu.polls.older")
            .put("body", polls(1, "OPEN"));

    assertThat(frames.read(message.toBuffer()).section())
        .isNotNull()
        .isSameAs(frames.read(message.toBuffer()).section());
  }

  @Test
  void readsBeatsAndErrors() {
    Frames frames = new Frames();
    Buffer beat =
        Buffer.buffer(
            "{\"type\":\"rec\",\"address\":\"sovittu.beat\",\"body\":{\"serverTime\":\"2026-04-02T09:00:00Z\"}}");
    Buffer error = Buffer.buffer("{\"type\":\"err\",\"body\":\"access_denied\"}");

    assertThat(frames.read(beat)).isEqualTo(new Frames.Frame(null, null));
    assertThat(frames.read(error)).isEqualTo(new Frames.Frame(null, "access_denied"));
  }

  private static Section meeting(long revision, String state) {
    JsonObject room = new JsonObject().put("id", "older").put("state", state);
    return Section.of(
        section(
            "meeting", "day", revision, new JsonObject().put("rooms", new JsonArray().add(room))));
  }

  private static JsonObject polls(long revision, String state) {
    JsonObject poll =
        new JsonObject()
            .put("id", "p1")
            .put("kind", "SCALE")
            .put("state", state)
            .put(
                "rules",
                new JsonObject()
                    .put("secrecy", "ANONYMOUS")
                    .put("voters", "PERSONS")
                    .put("groups", new JsonArray().add("ngos")))
            .put("most", 1)
            .put(
                "options",
                new JsonArray().add(new JsonObject().put("text", "Tyhjää").put("abstain", true)))
            .put("scale", new JsonObject().put("steps", 5))
            .put("statements", new JsonArray().add(new JsonObject().put("text", "Kyydit")));
    return section(
        "polls", "older", revision, new JsonObject().put("polls", new JsonArray().add(poll)));
  }

  private static JsonObject section(String name, String scope, long revision, JsonObject data) {
    return new JsonObject()
        .put("section", name)
        .put("scope", scope)
        .put("revision", revision)
        .put("data", data);
  }
}
