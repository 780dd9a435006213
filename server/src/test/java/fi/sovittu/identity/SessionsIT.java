package fi.sovittu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.app.Main;
import fi.sovittu.support.Answer;
import fi.sovittu.support.Eventually;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Listener;
import fi.sovittu.support.Person;
import fi.sovittu.support.Service;
import fi.sovittu.support.ServiceProcess;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The browsers in which somebody is signed in, and how that ends. */
class SessionsIT {
  private static final String FIREFOX =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0";

  private Hall hall;

  @BeforeEach
  void open() {
    hall = Hall.open();
  }

  private Person chair() {
    return Person.opening(hall.service(), hall.link("CHAIR", Hall.EAST));
  }

  private static JsonArray sessions(Person person) {
    return person.get("/api/me/sessions").done().json().getJsonArray("sessions");
  }

  private static String own(Person person) {
    JsonObject first = sessions(person).getJsonObject(0);
    assertThat(first.getBoolean("current")).isTrue();
    return first.getString("id");
  }

  @Test
  void eachBrowserIsListedOnce() {
    Person first = chair();
    Person second = chair();
    JsonArray listed = sessions(second);
    assertThat(listed).hasSize(2);
    for (int i = 0; i < 2; i++) {
      JsonObject session = listed.getJsonObject(i);
      assertThat(session.fieldNames())
          .containsExactlyInAnyOrder(
              "id", "current", "madeBy", "device", "madeAt", "lastSeenAt", "until");
      assertThat(session.getBoolean("current")).isEqualTo(i == 0);
      assertThat(session.getString("madeBy")).isEqualTo("LINK");
      assertThat(session.getString("lastSeenAt")).isNotNull();
    }
    assertThat(own(first)).isEqualTo(listed.getJsonObject(1).getString("id"));
    assertThat(sessions(hall.chair(Hall.WEST))).hasSize(1);
  }

  @Test
  void theDeviceIsToldCoarselyAndSafely() {
    Person person = new Person(hall.service());
    String link = hall.link("CHAIR", Hall.EAST);
    JsonObject body = new JsonObject().put("link", link.substring(link.indexOf('#') + 1));
    for (Map.Entry<String, String> one :
        Map.of(FIREFOX, "Firefox, Windows", "<script>alert(1)</script> Firefox/1", "Firefox")
            .entrySet()) {
      UUID participant =
          UUID.fromString(
              person
                  .send(
                      person
                          .withoutParticipant("/api/sessions")
                          .header("Content-Type", "application/json")
                          .header("User-Agent", one.getKey())
                          .POST(BodyPublishers.ofString(body.encode())))
                  .done()
                  .json()
                  .getString("id"));
      assertThat(sessions(person.as(participant)).getJsonObject(0).getString("device"))
          .isEqualTo(one.getValue());
    }
  }

  @Test
  void aParticipantsBrowserIsNamedWhenItLooks() {
    Person participant = hall.join(1);
    assertThat(
            hall.database()
                .value(
                    "select device from session where participant_id = ?",
                    participant.participant()))
        .isNull();
    JsonObject session =
        participant
            .send(participant.request("/api/me/sessions").header("User-Agent", FIREFOX).GET())
            .done()
            .json()
            .getJsonArray("sessions")
            .getJsonObject(0);
    assertThat(session.getString("device")).isEqualTo("Firefox, Windows");
    assertThat(session.getString("madeBy")).isEqualTo("CODE");
    assertThat(session.getValue("lastSeenAt")).isNull();
  }

  @Test
  void anotherBrowserIsSignedOutAtOnce() {
    Person here = chair();
    Person there = chair();
    Listener socket = Listener.of(there);
    here.delete("/api/me/sessions/" + own(there)).done();
    Eventually.until("the other browser's socket closed", socket::isClosed);
    there.get("/api/me").refused(401, "NO_PARTICIPANT");
    here.get("/api/me").done();
    assertThat(sessions(here)).hasSize(1);
    here.delete("/api/me/sessions/" + UUID.randomUUID()).done();
    assertThat(
            hall.database()
                .count(
                    "select count(*) from audit where actor_id = ? and action = 'session.end'",
                    here.participant()))
        .isOne();
  }

  @Test
  void signingOutHereForgetsTheCookie() {
    Person person = chair();
    Answer out = person.delete("/api/me/sessions/" + own(person)).done();
    assertThat(out.header("Set-Cookie"))
        .startsWith("participant-" + person.participant() + "=;")
        .contains("Max-Age=0");
    person.get("/api/me").refused(401, "NO_PARTICIPANT");
  }

  @Test
  void signingOutEverywhereEndsAll() {
    Person here = chair();
    Person there = chair();
    String cookie = here.cookie();
    Listener both = Listener.of(there);
    Listener own = Listener.of(here);
    assertThat(here.delete("/api/me/sessions").done().header("Set-Cookie")).contains("Max-Age=0");
    Eventually.until("both sockets closed", () -> both.isClosed() && own.isClosed());
    there.get("/api/me").refused(401, "NO_PARTICIPANT");
    here.send(
            here.withoutParticipant("/api/me?as=" + here.participant())
                .setHeader("Cookie", cookie)
                .GET())
        .refused(401, "NO_PARTICIPANT");
    assertThat(
            hall.database()
                .count("select count(*) from session where participant_id = ?", here.participant()))
        .isZero();
    // The personal link is not ended by it.
    chair().get("/api/me").done();
  }

  @Test
  void nobodyEndsAnothersSessions() {
    Person chair = chair();
    String session = own(chair);
    for (Person other :
        new Person[] {
          hall.organiser(), hall.chair(Hall.WEST), hall.join(1), Hall.open().organiser()
        }) {
      other.delete("/api/me/sessions/" + session).done();
    }
    chair.get("/api/me").done();
    chair
        .send(chair.withoutParticipant("/api/me/sessions?as=" + chair.participant()).DELETE())
        .refused(400, "PARTICIPANT_HEADER_MISSING");
    new Person(hall.service())
        .as(chair.participant())
        .delete("/api/me/sessions")
        .refused(401, "NO_PARTICIPANT");
    chair.get("/api/me").done();
  }

  @Test
  void aCookieIsForHttpsWhereTheServiceIs() throws Exception {
    Map<String, String> environment = new HashMap<>(Service.shared().environment("postgres"));
    environment.put("SOVITTU_BASE_URL", "https://hyte.example.fi");
    String link = hall.link("CHAIR", Hall.EAST);
    JsonObject body = new JsonObject().put("link", link.substring(link.indexOf('#') + 1));
    // The public address is another than the one it listens on.
    int port = ServiceProcess.freePort();
    environment.put("SOVITTU_PORT", Integer.toString(port));
    try (Main secure = Main.start(environment)) {
      assertThat(secure.links().joinUrl()).startsWith("https:");
      Person person = new Person(URI.create("http://127.0.0.1:" + port));
      assertThat(person.post("/api/sessions", body).done().header("Set-Cookie"))
          .contains("Secure", "HTTPOnly", "SameSite=Lax", "Path=/");
    }
    assertThat(new Person(hall.service()).post("/api/sessions", body).done().header("Set-Cookie"))
        .doesNotContain("Secure")
        .contains("HTTPOnly", "SameSite=Lax", "Path=/");
  }

  @Test
  void theLimitsOfStaffAreKept() throws Exception {
    Person idle = chair();
    Person old = chair();
    Person fresh = chair();
    Person participant = hall.join(1);
    set("last_seen_at = clock_timestamp() - interval '3 days 1 second'", own(idle));
    set("created_at = clock_timestamp() - interval '14 days 1 second'", own(old));
    set("last_seen_at = clock_timestamp() - interval '3 days' + interval '1 hour'", own(fresh));
    hall.database()
        .rows(
            "update session set last_seen_at = clock_timestamp() - interval '30 days', created_at ="
                + " clock_timestamp() - interval '30 days' where participant_id = ?",
            participant.participant());
    Listener socket = Listener.of(idle);
    // A node looks when it starts; the others hear of what it ends.
    try (Main node = Main.start(Service.shared().environment("postgres"))) {
      Eventually.until("the idle one's socket closed", socket::isClosed);
      Eventually.until(
          "both were signed out",
          () -> idle.get("/api/me").status() == 401 && old.get("/api/me").status() == 401);
    }
    fresh.get("/api/me").done();
    participant.get("/api/me").done();
  }

  private void set(String change, String session) {
    hall.database()
        .rows("update session set " + change + " where id = ?", UUID.fromString(session));
  }
}
