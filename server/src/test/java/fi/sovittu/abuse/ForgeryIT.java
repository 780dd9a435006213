package fi.sovittu.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Answer;
import fi.sovittu.support.Ballots;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Listener;
import fi.sovittu.support.Person;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever claims to be somebody else, comes from elsewhere, or asks for what is not theirs. */
class ForgeryIT {
  private static final List<String> SECTIONS =
      List.of("meeting", "agenda", "polls", "results", "stage", "desk", "attendance", "people");

  private static Hall hall;
  private static Hall other;

  @BeforeAll
  static void open() {
    hall = Hall.open();
    other = Hall.open();
  }

  @Test
  void aForeignPageIsToldNothingAndMaySendNothing() {
    Person liisa = hall.join(1);
    for (String method : List.of("PUT", "POST", "DELETE")) {
      Answer preflight =
          liisa.send(
              liisa
                  .withoutParticipant("/api/me/attendance")
                  .header("Origin", "https://evil.example")
                  .header("Access-Control-Request-Method", method)
                  .header("Access-Control-Request-Headers", "x-participant, content-type")
                  .method("OPTIONS", BodyPublishers.noBody()));
      assertThat(preflight.headers().map().keySet())
          .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
    }
    // What a form of a foreign page can send: the cookies, but no header.
    Answer form =
        liisa.send(
            liisa
                .withoutParticipant("/api/me/attendance?as=" + liisa.participant())
                .header("Origin", "https://evil.example")
                .header("Content-Type", "text/plain")
                .PUT(BodyPublishers.ofString(Person.statement(false, "TEAMS", null).encode())));
    assertThat(form.status()).isBetween(400, 499);
    assertThat(liisa.get("/api/me").done().json().getValue("attendance")).isNotNull();
    Answer read =
        liisa.send(
            liisa
                .withoutParticipant("/api/me?as=" + liisa.participant())
                .header("Origin", "https://evil.example")
                .GET());
    assertThat(read.header("Access-Control-Allow-Origin")).isEmpty();
    for (String path : List.of("/live/1/abcdefgh/xhr", "/live/1/abcdefgh/xhr_send", "/live/info")) {
      liisa
          .send(
              liisa
                  .withoutParticipant(path + "?as=" + liisa.participant())
                  .header("Origin", "https://evil.example")
                  .POST(BodyPublishers.ofString("[]")))
          .refused(403, "FORBIDDEN");
    }
  }

  @Test
  void forgedAndReplayedCookiesProveNothing() {
    Random random = new Random(4);
    Person liisa = hall.join(1);
    Person matti = hall.join(2);
    String own = matti.cookie().substring(matti.cookie().indexOf('=') + 1);
    for (int i = 0; i < 300; i++) {
      String value = own;
      if (i > 0) {
        byte[] bytes = new byte[random.nextInt(64)];
        random.nextBytes(bytes);
        value = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      }
      Person thief = new Person(hall.service());
      thief
          .send(
              thief
                  .withoutParticipant("/api/me")
                  .header("X-Participant", liisa.participant().toString())
                  .header("Cookie", "participant-" + liisa.participant() + "=" + value)
                  .GET())
          .refused(401, "NO_PARTICIPANT");
    }
    liisa.get("/api/me").done();
  }

  @Test
  void everyoneHearsExactlyWhatTheyAreShown() {
    for (Person person :
        List.of(
            hall.join("Kunta 3", "TEAMS", hall.room(Hall.EAST)),
            hall.chair(Hall.EAST),
            hall.secretary(Hall.PLENARY),
            hall.screen(Hall.WEST),
            hall.organiser())) {
      Set<String> shown = new HashSet<>();
      person
          .sections()
          .forEach(one ->
              shown.add(
                  "sovittu."
                      + ((JsonObject) one).getString("section")
                      + "."
                      + ((JsonObject) one).getString("scope")));
      try (Listener listener = Listener.of(person)) {
        for (String section : SECTIONS) {
          for (UUID scope : scopes()) {
            String address = "sovittu." + section + "." + scope;
            assertThat(listener.register(address)).as(address).isEqualTo(shown.contains(address));
          }
        }
      }
    }
  }

  private static List<UUID> scopes() {
    return List.of(
        hall.id(),
        hall.room(Hall.PLENARY),
        hall.room(Hall.EAST),
        hall.room(Hall.WEST),
        other.id(),
        other.room(Hall.PLENARY),
        UUID.randomUUID());
  }

  @Test
  void anotherMeetingsThingsAreNotThere() {
    Person chair = hall.chair(Hall.PLENARY);
    UUID poll = other.poll(Hall.AFTER_CLOSE);
    chair.post("/api/polls/" + poll + "/open").refused(404, "NOT_FOUND");
    chair
        .put(Hall.currentItemOf(other.room(Hall.PLENARY)), Hall.move(null, other.item("Avaus")))
        .refused(404, "NOT_FOUND");
    hall.join(1).votes(poll, Ballots.scale(Ballots.key(), 1, 1, 1, 1)).refused(404, "NOT_FOUND");
    chair
        .get("/api/participants/" + other.join(1).participant() + "/attendance")
        .refused(404, "NOT_FOUND");
  }

  @Test
  void hugeBodiesAreRefusedWhicheverWayTheyCome() throws IOException {
    Person liisa = hall.join(1);
    byte[] huge = new byte[6_000_000];
    Arrays.fill(huge, (byte) ' ');
    for (String path :
        List.of(
            "/api/meetings/" + hall.code() + "/participants", "/api/sessions", "/api/meetings")) {
      liisa
          .send(
              liisa
                  .request(path)
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofByteArray(huge)))
          .refused(413, "TOO_LARGE");
    }
    try (RawSocket endless = RawSocket.open(hall.service())) {
      endless.send(
          """
          POST /api/sessions HTTP/1.1\r
          Host: localhost\r
          Content-Type: application/json\r
          Transfer-Encoding: chunked\r
          \r
          """);
      String chunk = "8000\r\n" + " ".repeat(0x8000) + "\r\n";
      boolean refused = false;
      try {
        for (int i = 0; i < 2_000; i++) {
          endless.send(chunk);
        }
      } catch (IOException hungUp) {
        refused = true;
      }
      assertThat(refused || endless.head().contains(" 413 ")).isTrue();
    }
  }

  @Test
  void hugeHeadsAreRefused() throws IOException {
    try (RawSocket socket = RawSocket.open(hall.service())) {
      socket.send(
          "GET /api/me HTTP/1.1\r\nHost: localhost\r\nX-Participant: "
              + "a".repeat(40_000)
              + "\r\n\r\n");
      assertThat(socket.head()).containsPattern("^HTTP/1.[01] 4\\d\\d");
    }
    try (RawSocket socket = RawSocket.open(hall.service())) {
      socket.send("GET /" + "a".repeat(40_000) + " HTTP/1.1\r\n\r\n");
      assertThat(socket.head()).containsPattern("^HTTP/1.[01] 4\\d\\d");
    }
  }
}
