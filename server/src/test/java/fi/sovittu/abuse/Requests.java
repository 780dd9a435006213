package fi.sovittu.abuse;

import fi.sovittu.abuse.TextFields.Field;
import fi.sovittu.support.Ballots;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import fi.sovittu.support.PollForm;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A request for each operation of the contract that takes any text: one that is done as it is, so
 * that a text in its place is dealt with and not refused for something else.
 */
final class Requests {
  /**
   * @param body null for none
   */
  record Request(Person by, String path, JsonObject body, byte[] file) {
    static Request of(Person by, String path) {
      return new Request(by, path, null, null);
    }

    static Request of(Person by, String path, JsonObject body) {
      return new Request(by, path, body, null);
    }

    static Request of(Person by, String path, String file) {
      return new Request(by, path, null, file.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Makes one that nobody has sent yet. */
  @FunctionalInterface
  private interface Making {
    Request request(Field field);
  }

  private static final String REASON = "Syy";

  private final Hall hall;
  private final UUID room;
  private final Person chair;
  private final Person secretary;
  private final Person organiser;
  private final Map<String, Making> makings = new HashMap<>();
  private int people;

  Requests(Hall hall) {
    this.hall = hall;
    this.room = hall.room(Hall.PLENARY);
    this.chair = hall.chair(Hall.PLENARY);
    this.secretary = hall.secretary(Hall.PLENARY);
    this.organiser = hall.organiser();
    ofPeople();
    ofPolls();
    ofFiles();
  }

  /**
   * @throws AssertionError when the contract has an operation that is not known here
   */
  Request of(Field field) {
    Making making = makings.get(field.operation());
    if (making == null) {
      throw new AssertionError("write a request that is done for " + field);
    }
    return making.request(field);
  }

  private Person someone() {
    return hall.join(1 + people++ % Hall.MUNICIPALITIES);
  }

  private String attendanceOf(Person person) {
    return "/api/participants/" + person.participant() + "/attendance";
  }

  private void ofPeople() {
    makings.put(
        "join",
        field ->
            Request.of(
                new Person(hall.service()),
                "/api/meetings/" + hall.code() + "/participants",
                hall.joinWish(Ballots.key(), Hall.municipality(1), "ON_SITE", null)));
    makings.put(
        "openLink",
        field ->
            Request.of(
                new Person(hall.service()),
                "/api/sessions",
                new JsonObject().put("link", token(hall.link("SCREEN", Hall.WEST)))));
    makings.put(
        "useSignInLink",
        field ->
            Request.of(
                new Person(hall.service()),
                "/api/sign-in/link",
                new JsonObject().put("link", Ballots.key()).put("key", Ballots.key())));
    makings.put(
        "finishSignIn",
        field ->
            Request.of(
                new Person(hall.service()),
                "/api/sign-in/provider/return",
                new JsonObject().put("state", Ballots.key()).put("code", Ballots.key())));
    makings.put(
        "readBadge",
        field ->
            Request.of(
                secretary,
                "/api/attendance/badge",
                new JsonObject().put("badge", hall.link("CHAIR", Hall.WEST))));
    makings.put("findParticipants", field -> Request.of(secretary, "/api/attendance/participants"));
    makings.put("markAttendance", field -> Request.of(secretary, attendanceOf(someone()), mark()));
    makings.put("correctAttendance", field -> correction(someone()));
    makings.put("putParticipant", field -> person(someone()));
    makings.put(
        "putPrivacy",
        field ->
            Request.of(
                organiser,
                "/api/privacy",
                new JsonObject()
                    .put("notice", "Seloste")
                    .put("retentionDays", null)
                    .put("eraseNow", false)));
    makings.put(
        "createMeeting",
        field -> Request.of(organiser, "/api/meetings", Hall.wish(UUID.randomUUID())));
    makings.put(
        "addGoalVersion",
        field -> {
          UUID goal = hall.goal(Hall.GOALS.getFirst());
          long newest =
              hall.database()
                  .count("select max(version) from goal_version where goal_id = ?", goal);
          return Request.of(
              organiser,
              "/api/goals/" + goal + "/versions",
              new JsonObject().put("version", newest + 1).put("text", "Uusi"));
        });
  }

  private static String token(String link) {
    return link.substring(link.indexOf('#') + 1);
  }

  private static JsonObject mark() {
    return new JsonObject()
        .put("present", true)
        .put("channel", "TEAMS")
        .put("room", null)
        .put("at", null)
        .put("via", "DESK")
        .put("reason", REASON);
  }

  private Request correction(Person person) {
    JsonObject interval =
        new JsonObject()
            .put("room", room.toString())
            .put("channel", "ON_SITE")
            .put("from", Instant.now().minusSeconds(3_600).toString())
            .put("to", null);
    JsonObject history = secretary.get(attendanceOf(person)).done().json();
    return Request.of(
        secretary,
        attendanceOf(person) + "/intervals",
        new JsonObject()
            .put("version", history.getString("version"))
            .put("reason", REASON)
            .put("intervals", new JsonArray().add(interval)));
  }

  private Request person(Person person) {
    return Request.of(
        organiser,
        "/api/participants/" + person.participant(),
        new JsonObject()
            .put("name", "Osallistuja")
            .put("email", person.participant() + "@example.org")
            .put("organisation", hall.organisation(Hall.municipality(1)).toString())
            .put("title", "Johtaja")
            .put("groups", new JsonArray())
            .put("room", null)
            .put(
                "roles",
                new JsonArray().add(new JsonObject().put("role", "PARTICIPANT").put("room", null)))
            .put("represents", true)
            .put("deputyOf", null)
            .put("expected", null));
  }

  private void ofPolls() {
    makings.put(
        "createPoll",
        field -> Request.of(chair, Hall.pollsOf(room), form(field).wish(UUID.randomUUID(), false)));
    makings.put(
        "editPoll",
        field ->
            Request.of(
                chair,
                "/api/polls/" + hall.prepares(Hall.PLENARY, form(field)),
                form(field).json()));
    JsonObject reason = new JsonObject().put("reason", REASON);
    makings.put("cancelPoll", field -> Request.of(chair, open() + "/cancel", reason));
    makings.put("discardPoll", field -> Request.of(chair, closed() + "/discard", reason));
    makings.put(
        "pollAgain",
        field ->
            Request.of(
                chair,
                closed() + "/again",
                reason.copy().put("key", UUID.randomUUID().toString()).put("as", "REVOTE")));
    makings.put(
        "putGroup",
        field ->
            Request.of(
                chair,
                "/api/polls/" + hall.asks(PollForm.text(1)) + "/groups/" + UUID.randomUUID(),
                new JsonObject().put("title", "Ryhmä")));
    makings.put(
        "castBallot",
        field -> Request.of(someone(), Person.ballotOf(answered(field)), ballot(field)));
    makings.put(
        "enterBallot",
        field ->
            Request.of(
                secretary,
                "/api/polls/%s/participants/%s/ballot"
                    .formatted(answered(field), someone().participant()),
                ballot(field)));
  }

  private String open() {
    return "/api/polls/" + hall.asks(PollForm.thumbs());
  }

  private String closed() {
    UUID poll = hall.asks(PollForm.thumbs());
    hall.closes(poll);
    return "/api/polls/" + poll;
  }

  /** A question that has the field. */
  private static PollForm form(Field field) {
    return field.path().contains("options")
        ? PollForm.choice(1, "Ensimmäinen", "Toinen").named()
        : PollForm.scale(5, "Yksi").named();
  }

  private UUID answered(Field field) {
    return hall.asks(
        switch (field.path().getFirst()) {
          case "texts" -> PollForm.text(1).named();
          case "words" -> PollForm.words(1).named();
          case "commitment" -> PollForm.commitment(hall.goal(Hall.GOALS.getLast()));
          default -> throw new AssertionError("write a ballot with " + field);
        });
  }

  private static JsonObject ballot(Field field) {
    return switch (field.path().getFirst()) {
      case "texts" -> Ballots.texts(null, 1, "Vastaus");
      case "words" -> Ballots.of(null, 1, "words", new JsonArray().add("sana"));
      default -> Ballots.commitment(1, Ballots.answer("RESERVATION", "Varauma"));
    };
  }

  private void ofFiles() {
    String reports = "/api/rooms/" + room + "/teams-reports";
    makings.put(
        "previewTeamsReport",
        field -> Request.of(secretary, reports + "/preview", report("Teppo Testi")));
    makings.put(
        "storeTeamsReport",
        field -> {
          String name = field.path().contains("name") ? "" : "?name=raportti.csv";
          return Request.of(
              secretary, reports + "/" + UUID.randomUUID() + name, report("Teppo Testi"));
        });
    makings.put(
        "importRoster",
        field ->
            Request.of(
                organiser,
                "/api/roster/imports/" + UUID.randomUUID(),
                "Nimi;Organisaatio\nRoosa Rosteri;Kunta 1\n"));
    makings.put("acceptTeamsTimes", field -> acceptance(reports));
  }

  private Request acceptance(String reports) {
    Person teppo =
        Person.joining(
            hall.service(),
            hall.code(),
            hall.joinWish(Ballots.key(), Hall.municipality(1), "TEAMS", null)
                .put("name", "Teppo Testi"));
    JsonObject item =
        new JsonObject()
            .put("participant", teppo.participant().toString())
            .put("choice", "KEEP")
            .put("seen", "x");
    return Request.of(
        secretary,
        reports.replace("teams-reports", "teams-acceptances"),
        new JsonObject().put("items", new JsonArray().add(item)));
  }

  /** An attendance report of Teams with one visit. */
  static String report(String name) {
    return """
    Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole
    %s\t4/2/26, 12:00:00 PM\t4/2/26, 1:00:00 PM\t60m\t\tPresenter
    """
        .formatted(name);
  }
}
