package fi.sovittu.support;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A meeting of a test's own: a plenary and two parallel rooms, thirty municipalities, a poll of
 * every kind and rule. Made by the organiser's own command; its staff open their links when the
 * test asks for them.
 */
public final class Hall {
  public static final String PLENARY = "Sali";
  public static final String EAST = "Itäosio";
  public static final String WEST = "Länsiosio";

  /**
   * A scale poll of the plenary, three statements from 1 to 5, its result shown after the close.
   */
  public static final String AFTER_CLOSE = "Arvio";

  /** As {@link #AFTER_CLOSE}, but the result is live. */
  public static final String LIVE = "Suora arvio";

  /** As {@link #AFTER_CLOSE}, but the chair shows the result. */
  public static final String BY_CHAIR = "Harkittu arvio";

  /** A scale poll of the room {@link #EAST}. */
  public static final String IN_EAST = "Idän arvio";

  /** A commitment vote of the plenary on {@link #GOALS}, live. */
  public static final String COMMITMENT = "Sitoutuminen";

  /** A commitment vote on the first two goals whose result the chair shows. */
  public static final String COMMITMENT_BY_CHAIR = "Harkittu sitoutuminen";

  /** The joint goals, in the order in which {@link #COMMITMENT} asks about them. */
  public static final List<String> GOALS = List.of("Tavoite A", "Tavoite B", "Tavoite C");

  /** The group of all municipalities. */
  public static final String ALL_MUNICIPALITIES = "Kunnat";

  /** The group of the first three municipalities. */
  public static final String THREE_MUNICIPALITIES = "Kolme kuntaa";

  /** The group of {@link #ASSOCIATION} alone. */
  public static final String ASSOCIATIONS = "Järjestöt";

  /** Ten of each sub-region, Seutu 1 to 3. */
  public static final int MUNICIPALITIES = 30;

  /** Speaks for no municipality. */
  public static final String ASSOCIATION = "Yhdistys";

  public static final String TEMPLATE =
      """
      title: Koetilaisuus
      language: fi
      date: 2026-04-02
      timeZone: Europe/Helsinki
      organisers: [Suunnittelija]
      organisations:
        - {name: Yhdistys, kind: NGO}
        - {name: Pohde, kind: COUNTY}
      %s
      rooms:
        - {key: sali, name: Sali, plenary: true, chair: Salin pj, secretary: Salin sihteeri, screen: Salin näyttö}
        - {key: ita, name: Itäosio, chair: Idän pj, secretary: Idän sihteeri, screen: Idän näyttö}
        - {key: lansi, name: Länsiosio, chair: Lännen pj, secretary: Lännen sihteeri, screen: Lännen näyttö}
      goalSets:
        - {key: yksi, name: Ensimmäiset, goals: [Tavoite A, Tavoite B]}
        - {key: kaksi, name: Toiset, goals: [Tavoite C]}
      groups:
        - {key: kunnat, name: Kunnat, kinds: [MUNICIPALITY]}
        - {key: kolme, name: Kolme kuntaa, organisations: [Kunta 1, Kunta 2, Kunta 3]}
        - {key: jarjestot, name: Järjestöt, kinds: [NGO]}
      agenda:
        - {start: 12.00, minutes: 10, room: sali, kind: WELCOME, title: Avaus}
        - {start: 12.10, minutes: 10, room: sali, kind: PRESENTATION, title: Esitys}
        - {start: 12.20, minutes: 10, room: sali, kind: CLOSING, title: Lopetus}
        - {start: 12.10, minutes: 10, room: ita, kind: PRESENTATION, title: Idän esitys}
        - {start: 12.20, minutes: 10, room: ita, kind: DISCUSSION, title: Idän keskustelu}
        - {start: 12.10, minutes: 10, room: lansi, kind: PRESENTATION, title: Lännen esitys}
      polls:
        - {key: a, room: sali, kind: SCALE, title: Arvio, showResults: AFTER_CLOSE, statements: [Yksi, Kaksi, Kolme], steps: 5, low: ei, high: kyllä}
        - {key: b, room: sali, kind: SCALE, title: Suora arvio, showResults: LIVE, statements: [Yksi, Kaksi, Kolme], steps: 5, low: ei, high: kyllä}
        - {key: c, room: sali, kind: SCALE, title: Harkittu arvio, showResults: BY_CHAIR, statements: [Yksi, Kaksi, Kolme], steps: 5, low: ei, high: kyllä}
        - {key: d, room: ita, kind: SCALE, title: Idän arvio, showResults: AFTER_CLOSE, statements: [Yksi], steps: 5, low: ei, high: kyllä}
        - {key: e, room: sali, kind: COMMITMENT, title: Sitoutuminen, showResults: LIVE, goalSets: [yksi, kaksi]}
        - {key: f, room: sali, kind: COMMITMENT, title: Harkittu sitoutuminen, showResults: BY_CHAIR, goalSets: [yksi]}
      """
          .formatted(
              IntStream.rangeClosed(1, MUNICIPALITIES)
                  .mapToObj(i ->
                      "  - {name: %s, kind: MUNICIPALITY, subRegion: Seutu %d}"
                          .formatted(municipality(i), 1 + (i - 1) / 10))
                  .collect(Collectors.joining("\n")));

  private final URI service;
  private final Database database;
  private final JsonObject links;
  private final Person organiser;
  private final Map<String, Person> staff = new HashMap<>();

  private Hall(URI service, Database database, JsonObject links) {
    this.service = service;
    this.database = database;
    this.links = links;
    this.organiser = Person.opening(service, link("ORGANISER", null));
  }

  /** Makes a new meeting in the shared service. */
  public static Hall open() {
    Service shared = Service.shared();
    return open(shared.address(), shared.links().links().getFirst().url(), shared.database());
  }

  /**
   * Makes a new meeting in another service.
   *
   * @param organiser the personal link of an organiser of the service's first meeting
   */
  public static Hall open(URI service, String organiser, Database database) {
    Person first = Person.opening(service, organiser);
    return new Hall(
        service, database, first.post("/api/meetings", wish(UUID.randomUUID())).done().json());
  }

  /** What {@code createMeeting} is sent. */
  public static JsonObject wish(UUID key) {
    return new JsonObject().put("key", key.toString()).put("template", TEMPLATE);
  }

  /** The name of one of the thirty, counted from 1. */
  public static String municipality(int number) {
    return "Kunta " + number;
  }

  public UUID id() {
    return UUID.fromString(links.getString("meeting"));
  }

  public String code() {
    return links.getString("code");
  }

  public URI service() {
    return service;
  }

  public Database database() {
    return database;
  }

  /**
   * What puts a participant on the list.
   *
   * @param expected {@code ON_SITE} or {@code TEAMS}
   */
  public JsonObject invitation(
      String name, String organisation, String title, String email, String expected) {
    return new JsonObject()
        .put("name", name)
        .put("email", email)
        .put("organisation", organisation(organisation).toString())
        .put("title", title)
        .put("groups", new JsonArray())
        .put("room", room(EAST).toString())
        .put(
            "roles",
            new JsonArray().add(new JsonObject().put("role", "PARTICIPANT").putNull("room")))
        .put("represents", false)
        .putNull("deputyOf")
        .put("expected", expected);
  }

  public Person organiser() {
    return organiser;
  }

  public Person chair(String room) {
    return staff("CHAIR", room);
  }

  public Person secretary(String room) {
    return staff("SECRETARY", room);
  }

  public Person screen(String room) {
    return staff("SCREEN", room);
  }

  private Person staff(String role, String room) {
    return staff.computeIfAbsent(role + room, first -> Person.opening(service, link(role, room)));
  }

  /** The personal link of a role as the organiser hands it out. */
  public String link(String role, String room) {
    JsonArray all = links.getJsonArray("links");
    for (int i = 0; i < all.size(); i++) {
      JsonObject link = all.getJsonObject(i);
      if (link.getString("role").equals(role)
          && (room == null || room.equals(link.getString("room")))) {
        return link.getString("url");
      }
    }
    throw new AssertionError("no link for " + role + " of " + room);
  }

  /** Someone from a municipality, on site. */
  public Person join(int municipality) {
    return join(municipality(municipality), "ON_SITE", null);
  }

  public Person join(String organisation, String channel, UUID room) {
    return Person.joining(service, code(), joinWish(Ballots.key(), organisation, channel, room));
  }

  /** The contract's {@code Join}. */
  public JsonObject joinWish(String key, String organisation, String channel, UUID room) {
    return new JsonObject()
        .put("key", key)
        .put("name", "Osallistuja")
        .put("organisation", organisation(organisation).toString())
        .put("channel", channel)
        .put("room", room == null ? null : room.toString());
  }

  public UUID organisation(String name) {
    return database.id("select id from organisation where meeting_id = ? and name = ?", id(), name);
  }

  public UUID room(String name) {
    return database.id("select id from room where meeting_id = ? and name = ?", id(), name);
  }

  public UUID item(String title) {
    return database.id(
        "select id from agenda_item where meeting_id = ? and title = ?", id(), title);
  }

  public UUID poll(String title) {
    return database.id("select id from poll where meeting_id = ? and title = ?", id(), title);
  }

  public UUID goal(String text) {
    return database.id(
        """
        select v.goal_id from goal_version v join goal g on g.id = v.goal_id join goal_set t on t.id = g.goal_set_id
        where t.meeting_id = ? and v.version = 1 and v.text = ?
        """,
        id(),
        text);
  }

  public UUID group(String name) {
    return database.id("select id from voter_group where meeting_id = ? and name = ?", id(), name);
  }

  /** The room's chair prepares a poll. */
  public UUID prepares(String room, PollForm form) {
    return makes(room, form.wish(UUID.randomUUID(), false));
  }

  /** The plenary's chair makes a poll and opens it in one go. */
  public UUID asks(PollForm form) {
    return makes(PLENARY, form.wish(UUID.randomUUID(), true));
  }

  private UUID makes(String room, JsonObject wish) {
    Answer made = chair(room).post(pollsOf(room(room)), wish).done();
    return UUID.fromString(made.json().getString("poll"));
  }

  public static String pollsOf(UUID room) {
    return "/api/rooms/" + room + "/polls";
  }

  public void moves(String room, String from, String to) {
    chair(room)
        .put(
            currentItemOf(room(room)),
            move(from == null ? null : item(from), to == null ? null : item(to)))
        .done();
  }

  public static String currentItemOf(UUID room) {
    return "/api/rooms/" + room + "/current-item";
  }

  /** The contract's {@code Move}. */
  public static JsonObject move(UUID from, UUID to) {
    return new JsonObject()
        .put("from", from == null ? null : from.toString())
        .put("to", to == null ? null : to.toString());
  }

  public void ends(String room) {
    chair(room).post("/api/rooms/" + room(room) + "/end").done();
  }

  /** The plenary's chair opens one of its polls. */
  public UUID opens(UUID poll) {
    chair(PLENARY).post("/api/polls/" + poll + "/open").done();
    return poll;
  }

  public UUID opens(String title) {
    return opens(poll(title));
  }

  /** The plenary's chair closes one of its polls. */
  public void closes(UUID poll) {
    chair(PLENARY).post("/api/polls/" + poll + "/close").done();
  }

  /** The plenary's chair shows a poll's tally, or hides it. */
  public void shows(UUID poll, boolean participants, boolean screen) {
    chair(PLENARY).put("/api/polls/" + poll + "/shown", shown(participants, screen)).done();
  }

  public static JsonObject shown(boolean participants, boolean screen) {
    return new JsonObject().put("participants", participants).put("screen", screen);
  }

  /** The poll as this person sees it in a section of the plenary, or null when it is not there. */
  public JsonObject view(Person person, String section, UUID poll) {
    return viewIn(person.section(section, room(PLENARY)), poll);
  }

  /** The poll in a section, or null when it is not there. */
  public static JsonObject viewIn(JsonObject section, UUID poll) {
    return in(section, "polls", "id", poll);
  }

  /**
   * The poll's result as this person sees it in a section of the plenary, or null when it is not
   * there.
   */
  public JsonObject result(Person person, String section, UUID poll) {
    return resultIn(person.section(section, room(PLENARY)), poll);
  }

  /** How many have voted by what a section says, or -1 when the poll is not in it yet. */
  public static int votedIn(JsonObject section, UUID poll) {
    JsonObject result = resultIn(section, poll);
    return result == null ? -1 : result.getInteger("voted");
  }

  /** The poll's result in a section, or null when it is not there. */
  public static JsonObject resultIn(JsonObject section, UUID poll) {
    return in(section, "results", "poll", poll);
  }

  private static JsonObject in(JsonObject section, String list, String name, UUID poll) {
    if (section == null) {
      return null;
    }
    for (Object one : section.getJsonObject("data").getJsonArray(list)) {
      if (((JsonObject) one).getString(name).equals(poll.toString())) {
        return (JsonObject) one;
      }
    }
    return null;
  }

  /** The tally that a section shows of the poll, or null. */
  public static JsonObject tallyIn(JsonObject section, UUID poll) {
    JsonObject result = resultIn(section, poll);
    return result == null ? null : result.getJsonObject("tally");
  }
}
