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

class SeatCookieIT {
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
  void withoutTheCookieThereIsNoSeat() {
    Person thief = new Person(hall.service()).as(liisa.seat());
    thief.get("/api/seat").refused(401, "NO_SEAT");
    thief.get("/api/live").refused(401, "NO_SEAT");
    thief.leaves().refused(401, "NO_SEAT");
    thief
        .votes(hall.poll(Hall.AFTER_CLOSE), Ballots.scale(Ballots.key(), 1, 1, 1, 1))
        .refused(401, "NO_SEAT");
  }

  @Test
  void anothersCookieProvesNothing() {
    matti.as(liisa.seat()).get("/api/seat").refused(401, "NO_SEAT");
    matti.as(UUID.randomUUID()).get("/api/seat").refused(401, "NO_SEAT");
  }

  @Test
  void anothersTokenUnderTheOwnNameProvesNothing() {
    String token = matti.cookie().substring(matti.cookie().indexOf('=') + 1);
    for (String value : List.of(token, "", "x", token.substring(1), token + "x")) {
      Person stranger = new Person(hall.service());
      stranger
          .send(
              stranger
                  .withoutSeat("/api/seat")
                  .header("X-Seat", liisa.seat().toString())
                  .header("Cookie", "seat-" + liisa.seat() + "=" + value)
                  .GET())
          .refused(401, "NO_SEAT");
    }
  }

  @Test
  void aSessionThatHasExpiredProvesNothing() {
    Person late = hall.join(3);
    hall.database()
        .rows(
            "update session set expires_at = clock_timestamp() - interval '1 second' where participant_id = ?",
            late.seat());
    late.get("/api/seat").refused(401, "NO_SEAT");
  }

  @Test
  void oneBrowserMayHoldSeveralSeats() {
    Person both = Person.opening(hall.service(), hall.link("CHAIR", Hall.EAST));
    UUID chair = both.seat();
    both.post(
            "/api/meetings/" + hall.code() + "/participants",
            hall.joinWish(Ballots.key(), Hall.municipality(4), "ON_SITE", null))
        .done();
    UUID participant =
        hall.database().id("select participant_id from session order by created_at desc limit 1");
    assertThat(participant).isNotEqualTo(chair);
    for (UUID seat : List.of(chair, participant)) {
      assertThat(both.as(seat).get("/api/seat").done().json().getString("id"))
          .isEqualTo(seat.toString());
    }
  }

  @Test
  void aCommandNeedsTheHeaderThatAForeignPageCannotSend() {
    for (String path :
        List.of("/api/seat/attendance", "/api/seat/attendance?seat=" + liisa.seat())) {
      liisa
          .send(
              liisa
                  .withoutSeat(path)
                  .header("Content-Type", "application/json")
                  .PUT(BodyPublishers.ofString(Person.statement(false, "TEAMS", null).encode())))
          .refused(400, "SEAT_HEADER_MISSING");
    }
    String end = "/api/rooms/" + hall.room(Hall.EAST) + "/end";
    Person chair = hall.chair(Hall.EAST);
    chair
        .send(chair.withoutSeat(end + "?seat=" + chair.seat()).POST(BodyPublishers.noBody()))
        .refused(400, "SEAT_HEADER_MISSING");
    assertThat(liisa.get("/api/seat").json().getJsonObject("attendance")).isNotNull();
  }

  @Test
  void aReadMayNameTheSeatInItsAddress() {
    assertThat(
            liisa
                .send(liisa.withoutSeat("/api/seat?seat=" + liisa.seat()).GET())
                .done()
                .json()
                .getString("id"))
        .isEqualTo(liisa.seat().toString());
    liisa.send(liisa.withoutSeat("/api/seat").GET()).refused(400, "SEAT_HEADER_MISSING");
  }

  @Test
  void aSeatThatIsNoIdIsABadRequest() {
    for (String seat : List.of("me", "1-1-1-1-1", "00000000-0000-0000-0000-00000000000g")) {
      liisa
          .send(liisa.withoutSeat("/api/seat").header("X-Seat", seat).GET())
          .refused(400, "BAD_REQUEST");
      liisa.send(liisa.withoutSeat("/api/seat?seat=" + seat).GET()).refused(400, "BAD_REQUEST");
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
