package fi.sovittu.app;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Eventually;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Listener;
import fi.sovittu.support.Person;
import fi.sovittu.support.Service;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is taken away at one node is gone at the other, which remembers participants too. */
class ParticipantNewsIT {
  private static Main second;
  private static URI other;

  private Hall hall;

  @BeforeAll
  static void start() throws Exception {
    second = Main.start(Service.shared().environment("postgres"));
    other = Service.addressOf(second);
  }

  @AfterAll
  static void stop() {
    second.close();
  }

  @BeforeEach
  void open() {
    hall = Hall.open();
  }

  /** A chair whom the other node remembers. */
  private Person chairThere() {
    Person chair = Person.opening(hall.service(), hall.link("CHAIR", Hall.EAST)).at(other);
    chair.get("/api/participants").done();
    return chair;
  }

  @Test
  void aSessionThatEndsHereEndsThere() {
    Person chair = chairThere();
    Listener socket = Listener.of(chair);
    chair.at(hall.service()).delete("/api/me/sessions").done();
    Eventually.until("the socket at the other node closed", socket::isClosed);
    Eventually.until("it was signed out there", () -> chair.get("/api/me").status() == 401);
  }

  @Test
  void aLinkThatIsRevokedHereIsClosedThere() {
    Person chair = chairThere();
    Listener socket = Listener.of(chair);
    hall.organiser()
        .put(
            "/api/participants/" + chair.participant() + "/link",
            new JsonObject().put("generation", 1).put("valid", false))
        .done();
    Eventually.until("the socket at the other node closed", socket::isClosed);
    Eventually.until("it was signed out there", () -> chair.get("/api/me").status() == 401);
  }

  @Test
  void aRoleThatIsTakenOrGivenHereIsSoThere() {
    Person chair = chairThere();
    Person participant = hall.join(1).at(other);
    participant.get("/api/participants").refused(403, "FORBIDDEN");
    roles(chair.participant(), "Idän pj");
    Eventually.until(
        "the role was gone there", () -> chair.get("/api/participants").status() == 403);
    UUID room = hall.room(Hall.EAST);
    hall.organiser()
        .put(
            "/api/participants/" + participant.participant(),
            form("Osallistuja")
                .put("organisation", hall.organisation(Hall.municipality(1)).toString())
                .put(
                    "roles",
                    new JsonArray()
                        .add(new JsonObject().put("role", "CHAIR").put("room", room.toString()))
                        .add(new JsonObject().put("role", "PARTICIPANT").putNull("room"))))
        .done();
    Eventually.until(
        "the role was there at the other node",
        () -> participant.get("/api/participants").status() == 200);
  }

  private void roles(UUID person, String name) {
    hall.organiser()
        .put(
            "/api/participants/" + person,
            form(name)
                .put(
                    "roles",
                    new JsonArray().add(new JsonObject().put("role", "OBSERVER").putNull("room"))))
        .done();
  }

  private static JsonObject form(String name) {
    return new JsonObject()
        .put("name", name)
        .putNull("email")
        .putNull("organisation")
        .putNull("title")
        .put("groups", new JsonArray())
        .putNull("room")
        .put("represents", true)
        .putNull("deputyOf")
        .putNull("expected");
  }

  @Test
  void whatChangedWhileNothingWasHeardIsReadAnew() {
    Person chair = chairThere();
    Person participant = hall.join(2).at(other);
    Listener socket = Listener.of(chair);
    Listener phone = Listener.of(participant);
    long listeners = listeners();
    assertThat(listeners).isGreaterThanOrEqualTo(2);
    // Their connections are cut, and before they are back, a session ends without a word.
    hall.database().rows("alter table session disable trigger session_ended");
    try {
      hall.database().rows("delete from session where participant_id = ?", chair.participant());
      hall.database()
          .rows(
              "select pg_terminate_backend(pid) from pg_stat_activity where application_name ="
                  + " 'sovittu-notices'");
    } finally {
      hall.database().rows("alter table session enable trigger session_ended");
    }
    Eventually.until("the socket was closed", socket::isClosed);
    Eventually.until("it was signed out", () -> chair.get("/api/me").status() == 401);
    assertThat(phone.isClosed()).as("a participant's socket").isFalse();
    // And what happens from then on is heard again.
    Person next = Person.opening(hall.service(), hall.link("CHAIR", Hall.WEST)).at(other);
    next.get("/api/me").done();
    Eventually.until("both listen again", () -> listeners() >= listeners);
    next.at(hall.service()).delete("/api/me/sessions").done();
    Eventually.until("it was signed out there", () -> next.get("/api/me").status() == 401);
  }

  private long listeners() {
    return hall.database()
        .count("select count(*) from pg_stat_activity where application_name = 'sovittu-notices'");
  }
}
