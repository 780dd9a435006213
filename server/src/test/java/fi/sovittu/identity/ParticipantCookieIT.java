package fi.sovittu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Ballots;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ParticipantCookieIT {
  private static Hall hall;
  private static Person liisa;
  private static Person matti;

  @BeforeAll
  static void open() {
    hall = Hall.open();
    liisa = hall.join(1);
    matti = hall.join(2);
  }

  @Test
  void withoutTheCookieThereIsNoParticipant() {
    Person thief = new Person(hall.service()).as(liisa.participant());
    thief.get("/api/me").refused(401, "NO_PARTICIPANT");
    thief.get("/api/live").refused(401, "NO_PARTICIPANT");
    thief.leaves().refused(401, "NO_PARTICIPANT");
    thief
        .votes(hall.poll(Hall.AFTER_CLOSE), Ballots.scale(Ballots.key(), 1, 1, 1, 1))
        .refused(401, "NO_PARTICIPANT");
  }

  @Test
  void anothersCookieProvesNothing() {
    matti.as(liisa.participant()).get("/api/me").refused(401, "NO_PARTICIPANT");
    matti.as(UUID.randomUUID()).get("/api/me").refused(401, "NO_PARTICIPANT");
  }

  @Test
  void anothersTokenUnderTheOwnNameProvesNothing() {
    String token = matti.cookie().substring(matti.cookie().indexOf('=') + 1);
    for (String value : List.of(token, "", "x", token.substring(1), token + "x")) {
      Person stranger = new Person(hall.service());
      stranger
          .send(
              stranger
                  .withoutParticipant("/api/me")
                  .header("X-Participant", liisa.participant().toString())
                  .header("Cookie", "participant-" + liisa.participant() + "=" + value)
                  .GET())
          .refused(401, "NO_PARTICIPANT");
    }
  }

  @Test
  void aSessionThatHasExpiredProvesNothing() {
    Person late = hall.join(3);
    hall.database()
        .rows(
            "update session set expires_at = clock_timestamp() - interval '1 second' where"
                + " participant_id = ?",
            late.participant());
    late.get("/api/me").refused(401, "NO_PARTICIPANT");
  }

  @Test
  void oneBrowserMayHoldSeveralParticipants() {
    Person both = Person.opening(hall.service(), hall.link("CHAIR", Hall.EAST));
    UUID chair = both.participant();
    both.post(
            "/api/meetings/" + hall.code() + "/participants",
            hall.joinWish(Ballots.key(), Hall.municipality(4), "ON_SITE", null))
        .done();
    UUID participant =
        hall.database().id("select participant_id from session order by created_at desc limit 1");
    assertThat(participant).isNotEqualTo(chair);
    for (UUID one : List.of(chair, participant)) {
      assertThat(both.as(one).get("/api/me").done().json().getString("id"))
          .isEqualTo(one.toString());
    }
  }

  @Test
  void aCommandNeedsTheHeaderThatAForeignPageCannotSend() {
    for (String path :
        List.of("/api/me/attendance", "/api/me/attendance?as=" + liisa.participant())) {
      liisa
          .send(
              liisa
                  .withoutParticipant(path)
                  .header("Content-Type", "application/json")
                  .PUT(BodyPublishers.ofString(Person.statement(false, "TEAMS", null).encode())))
          .refused(400, "PARTICIPANT_HEADER_MISSING");
    }
    String end = "/api/rooms/" + hall.room(Hall.EAST) + "/end";
    Person chair = hall.chair(Hall.EAST);
    chair
        .send(
            chair
                .withoutParticipant(end + "?as=" + chair.participant())
                .POST(BodyPublishers.noBody()))
        .refused(400, "PARTICIPANT_HEADER_MISSING");
    assertThat(liisa.get("/api/me").json().getJsonObject("attendance")).isNotNull();
  }

  @Test
  void aReadMayNameTheParticipantInItsAddress() {
    assertThat(
            liisa
                .send(liisa.withoutParticipant("/api/me?as=" + liisa.participant()).GET())
                .done()
                .json()
                .getString("id"))
        .isEqualTo(liisa.participant().toString());
    liisa
        .send(liisa.withoutParticipant("/api/me").GET())
        .refused(400, "PARTICIPANT_HEADER_MISSING");
  }

  @Test
  void aParticipantThatIsNoIdIsABadRequest() {
    for (String participant : List.of("me", "1-1-1-1-1", "00000000-0000-0000-0000-00000000000g")) {
      liisa
          .send(liisa.withoutParticipant("/api/me").header("X-Participant", participant).GET())
          .refused(400, "BAD_REQUEST");
      liisa
          .send(liisa.withoutParticipant("/api/me?as=" + participant).GET())
          .refused(400, "BAD_REQUEST");
    }
  }

  @Test
  void onlyTheHashOfTheTokenIsKept() {
    String token = liisa.cookie().substring(liisa.cookie().indexOf('=') + 1);
    assertThat(
            hall.database()
                .count(
                    "select count(*) from session where encode(token_hash, 'escape') = ?", token))
        .isZero();
    assertThat(
            hall.database()
                .count(
                    "select count(*) from session where token_hash = sha256(convert_to(?, 'UTF8'))",
                    token))
        .isOne();
  }
}
