package fi.sovittu.identity;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Answer;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import fi.sovittu.support.PollForm;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every command that only some may give, refused to everyone else. */
class RolesIT {
  private static final JsonObject REASON = new JsonObject().put("reason", "");

  /** The chair's commands, on the room {@link Hall#EAST} of a hall. */
  private static final Map<String, BiFunction<Person, Hall, Answer>> CHAIR =
      Map.ofEntries(
          entry(
              "move",
              (person, hall) ->
                  person.put(
                      Hall.currentItemOf(hall.room(Hall.EAST)),
                      Hall.move(null, hall.item("Idän esitys")))),
          entry(
              "end", (person, hall) -> person.post("/api/rooms/" + hall.room(Hall.EAST) + "/end")),
          entry(
              "make",
              (person, hall) ->
                  person.post(
                      Hall.pollsOf(hall.room(Hall.EAST)),
                      PollForm.thumbs().wish(UUID.randomUUID(), true))),
          entry("edit", (person, hall) -> person.put(eastern(hall, ""), PollForm.thumbs().json())),
          entry("delete", (person, hall) -> person.delete(eastern(hall, ""))),
          entry("open", (person, hall) -> person.post(eastern(hall, "/open"))),
          entry(
              "open on old goals",
              (person, hall) -> person.post(eastern(hall, "/open?oldGoals=true"))),
          entry("close", (person, hall) -> person.post(eastern(hall, "/close"))),
          entry(
              "set the countdown",
              (person, hall) ->
                  person.put(eastern(hall, "/closes-at"), new JsonObject().put("closesAt", null))),
          entry("cancel", (person, hall) -> person.post(eastern(hall, "/cancel"), REASON)),
          entry("discard", (person, hall) -> person.post(eastern(hall, "/discard"), REASON)),
          entry(
              "ask again",
              (person, hall) ->
                  person.post(
                      eastern(hall, "/again"),
                      REASON.copy().put("key", UUID.randomUUID().toString()).put("as", "ROUND"))),
          entry(
              "show",
              (person, hall) -> person.put(eastern(hall, "/shown"), Hall.shown(true, true))));

  private static String eastern(Hall hall, String command) {
    return "/api/polls/" + hall.poll(Hall.IN_EAST) + command;
  }

  private static Hall hall;
  private static Hall other;

  @BeforeAll
  static void open() {
    hall = Hall.open();
    other = Hall.open();
  }

  /** Everyone of the meeting but the room's chair. */
  private static Map<String, Person> others() {
    Map<String, Person> others = new LinkedHashMap<>();
    others.put("a participant", hall.join(1));
    others.put(
        "a participant in the room",
        hall.join(Hall.municipality(2), "TEAMS", hall.room(Hall.EAST)));
    others.put("the room's secretary", hall.secretary(Hall.EAST));
    others.put("the room's screen", hall.screen(Hall.EAST));
    others.put("the plenary's chair", hall.chair(Hall.PLENARY));
    others.put("another room's chair", hall.chair(Hall.WEST));
    others.put("the organiser", hall.organiser());
    return others;
  }

  @Test
  void theChairsCommandsAreRefusedToEveryoneElse() {
    others()
        .forEach((who, person) ->
            CHAIR.forEach((what, command) ->
                assertThat(command.apply(person, hall).code())
                    .as(who + ": " + what)
                    .isEqualTo("FORBIDDEN")));
    untouched();
  }

  @Test
  void anotherMeetingsPeopleDoNotEvenLearnThatItExists() {
    for (Person person :
        new Person[] {
          other.chair(Hall.EAST), other.chair(Hall.PLENARY), other.organiser(), other.join(1)
        }) {
      CHAIR.forEach((what, command) ->
          assertThat(command.apply(person, hall).code()).as(what).isEqualTo("NOT_FOUND"));
      person.get(Person.ballotOf(hall.poll(Hall.IN_EAST))).refused(404, "NOT_FOUND");
      person.isHere("TEAMS", hall.room(Hall.EAST)).refused(404, "NOT_FOUND");
    }
    untouched();
  }

  @Test
  void strangersAreRefused() {
    Person stranger = new Person(hall.service());
    CHAIR.forEach((what, command) ->
        assertThat(command.apply(stranger, hall).code())
            .as(what)
            .isEqualTo("PARTICIPANT_HEADER_MISSING"));
    untouched();
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    Person chair = hall.chair(Hall.EAST);
    UUID nothing = UUID.randomUUID();
    chair.put(Hall.currentItemOf(nothing), Hall.move(null, null)).refused(404, "NOT_FOUND");
    chair.post("/api/rooms/" + nothing + "/end").refused(404, "NOT_FOUND");
    chair.post("/api/polls/" + nothing + "/open").refused(404, "NOT_FOUND");
    chair.post("/api/polls/" + nothing + "/close").refused(404, "NOT_FOUND");
    chair.get(Person.ballotOf(nothing)).refused(404, "NOT_FOUND");
    for (String malformed : new String[] {"x", "1-1-1-1-1"}) {
      chair.post("/api/polls/" + malformed + "/open").refused(400, "BAD_REQUEST");
    }
  }

  @Test
  void onlyOrganisersMakeMeetings() {
    long meetings = hall.database().count("select count(*) from meeting");
    for (Person person :
        new Person[] {
          hall.chair(Hall.PLENARY), hall.secretary(Hall.EAST), hall.screen(Hall.EAST), hall.join(1)
        }) {
      person.post("/api/meetings", Hall.wish(UUID.randomUUID())).refused(403, "FORBIDDEN");
    }
    assertThat(hall.database().count("select count(*) from meeting")).isEqualTo(meetings);
  }

  @Test
  void aMeetingsKeyIsItsMakersOnly() {
    // The key is the new meeting's id, so that id must give another organiser nothing.
    hall.organiser().post("/api/meetings", Hall.wish(other.id())).refused(403, "FORBIDDEN");
  }

  @Test
  void manyTriesToMakeOneMeetingMakeOne() {
    JsonObject wish = Hall.wish(UUID.randomUUID());
    var tries =
        java.util.stream.IntStream.range(0, 8)
            .mapToObj(i -> hall.organiser().posting("/api/meetings", wish))
            .toList();
    assertThat(tries.stream().map(one -> one.join().done().json()).distinct()).hasSize(1);
    assertThat(
            hall.database()
                .count("select count(*) from meeting where id::text = ?", wish.getString("key")))
        .isOne();
  }

  @Test
  void aRefusedTemplateMakesNothing() {
    long meetings = hall.database().count("select count(*) from meeting");
    JsonObject wish = Hall.wish(UUID.randomUUID());
    wish.put("template", wish.getString("template").replace("room: ita", "room: etela"));
    Answer refused = hall.organiser().post("/api/meetings", wish).refused(422, "TEMPLATE_INVALID");
    assertThat(refused.fields().encode()).contains("etela");
    assertThat(hall.database().count("select count(*) from meeting")).isEqualTo(meetings);
  }

  @Test
  void aTemplateMayBeLongerThanAnyOtherRequest() {
    JsonObject wish = Hall.wish(UUID.randomUUID());
    String comment = "# " + "ä".repeat(200) + "\n";
    wish.put("template", wish.getString("template") + comment.repeat(2_000));
    hall.organiser().post("/api/meetings", wish).done();
    wish.put("template", wish.getString("template") + "# " + "ä".repeat(100_000));
    hall.organiser().post("/api/meetings", wish).refused(400, "BAD_REQUEST");
  }

  @Test
  void recordsAreForSecretariesAndOrganisers() {
    Map<String, Function<Hall, Person>> refused =
        Map.of(
            "participant", h -> h.join(1),
            "chair", h -> h.chair(Hall.PLENARY),
            "screen", h -> h.screen(Hall.PLENARY));
    refused.forEach((who, person) ->
        assertThat(person.apply(hall).get("/api/records/attendance.csv").code())
            .as(who)
            .isEqualTo("FORBIDDEN"));
    new Person(hall.service())
        .get("/api/records/attendance.csv")
        .refused(400, "PARTICIPANT_HEADER_MISSING");
    for (Person person : new Person[] {hall.secretary(Hall.EAST), hall.organiser()}) {
      person.get("/api/records/attendance.csv").done();
    }
  }

  @Test
  void aProjectorIsNobodyPresent() {
    hall.screen(Hall.PLENARY).isHere("ON_SITE", null).refused(403, "FORBIDDEN");
  }

  private static void untouched() {
    assertThat(
            hall.database().value("select started_at from room where id = ?", hall.room(Hall.EAST)))
        .isNull();
    assertThat(
            hall.database().value("select state from poll where id = ?", hall.poll(Hall.IN_EAST)))
        .isEqualTo("DRAFT");
    assertThat(hall.database().count("select count(*) from audit where meeting_id = ?", hall.id()))
        .isZero();
  }
}
