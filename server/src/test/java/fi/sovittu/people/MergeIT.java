package fi.sovittu.people;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Answer;
import fi.sovittu.support.Ballots;
import fi.sovittu.support.Eventually;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Listener;
import fi.sovittu.support.Person;
import fi.sovittu.support.PollForm;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two entries of one person become one. */
class MergeIT {
  private Hall hall;
  private UUID invited;

  @BeforeEach
  void open() {
    hall = Hall.open();
    Rosters.take(
        hall.organiser(),
        Rosters.utf8(
            "Nimi;Organisaatio;Sähköposti;Edustaa\n"
                + "Kerttu Kahdesti;Kunta 1;kerttu@example.org;x\n"));
    invited = Rosters.id(Rosters.person(hall.organiser(), "Kerttu Kahdesti"));
  }

  private Answer merges(Person staff, UUID from, UUID into) {
    return staff.put(
        "/api/participants/" + from + "/merged-into",
        new JsonObject().put("into", into.toString()));
  }

  private long rows(String sql, UUID... ids) {
    return hall.database().count(sql, (Object[]) ids);
  }

  @Test
  void theWalkInBecomesTheInvitedOne() {
    Person walkIn = hall.join(1);
    Person desk = hall.secretary(Hall.WEST);
    UUID earlier = hall.asks(PollForm.thumbs().named());
    walkIn.votes(earlier, Ballots.thumb(null, 1, "UP")).done();
    hall.closes(earlier);
    UUID open = hall.asks(PollForm.thumbs().named().ofOrganisations());
    walkIn.votes(open, Ballots.thumb(null, 1, "UP")).done();

    merges(hall.chair(Hall.EAST), walkIn.participant(), invited).refused(403, "FORBIDDEN");
    merges(desk, walkIn.participant(), walkIn.participant()).refused(422, "MERGE_NOT_POSSIBLE");
    merges(desk, walkIn.participant(), UUID.randomUUID()).refused(404, "NOT_FOUND");
    merges(desk, walkIn.participant(), hall.screen(Hall.EAST).participant())
        .refused(422, "MERGE_NOT_POSSIBLE");
    try (Listener phone = Listener.of(walkIn)) {
      merges(desk, walkIn.participant(), invited).done();
      merges(desk, walkIn.participant(), invited).done();
      Eventually.until("the phone has to connect again, as the kept entry", phone::isClosed);
    }
    try (Listener phone = Listener.of(walkIn)) {
      String results = "sovittu.results." + hall.room(Hall.PLENARY);
      assertThat(phone.register(results)).isTrue();
      hall.asks(PollForm.thumbs());
      phone.await(
          results, section -> section.getJsonObject("data").getJsonArray("results").size() > 2);
    }

    // The same browser goes on under the other name, and is given its cookie.
    JsonObject participant = walkIn.get("/api/me").done().json();
    assertThat(participant.getString("id")).isEqualTo(invited.toString());
    assertThat(participant.getJsonObject("attendance")).isNotNull();
    Person same = walkIn.as(invited);
    assertThat(same.get("/api/me").done().json().getString("name")).isEqualTo("Kerttu Kahdesti");
    walkIn.votes(open, Ballots.thumb(null, 2, "DOWN")).done();
    assertThat(same.get(Person.ballotOf(open)).done().json().getString("castBy"))
        .isEqualTo("Kerttu Kahdesti");
    assertThat(
            rows("select count(*) from attendance where participant_id = ?", walkIn.participant()))
        .isZero();
    assertThat(rows("select count(*) from attendance where participant_id = ?", invited)).isOne();
    // The register of what was closed before stays as it was.
    assertThat(
            rows(
                "select count(*) from poll_register where poll_id = ? and participant_id = ?",
                earlier,
                walkIn.participant()))
        .isOne();
    assertThat(
            Rosters.people(hall.organiser()).stream()
                .map(JsonObject.class::cast)
                .filter(one -> one.getString("mergedInto") != null)
                .map(one -> one.getString("id")))
        .containsExactly(walkIn.participant().toString());
    assertThat(Rosters.person(desk, "Kerttu Kahdesti").getString("channel")).isEqualTo("ON_SITE");
  }

  @Test
  void whoHasVotedInAnOpenPollIsMergedLater() {
    Person walkIn = hall.join(1);
    Person own = Rosters.opens(hall, invited);
    own.isHere("TEAMS", null).done();
    UUID poll = hall.asks(PollForm.thumbs());
    walkIn.votes(poll, Ballots.thumb(Ballots.key(), 1, "UP")).done();
    own.votes(poll, Ballots.thumb(Ballots.key(), 1, "UP")).done();
    merges(hall.organiser(), walkIn.participant(), invited).refused(409, "MERGE_OPEN_POLL");
    hall.closes(poll);
    merges(hall.organiser(), walkIn.participant(), invited).done();
    assertThat(rows("select count(*) from poll_register where poll_id = ? and voted", poll))
        .isEqualTo(2);
    // Both were present: the kept one's interval stands, and none overlaps.
    assertThat(
            rows(
                "select count(*) from attendance where participant_id = ? and upper_inf(during)",
                invited))
        .isOne();
    own.get("/api/me").done();
    walkIn.get("/api/me").done();
  }

  @Test
  void theInvitedOnesRightsDecideWhicheverStays() {
    hall.organiser().put("/api/meeting/walk-ins", new JsonObject().put("walkIns", "NOD")).done();
    Person walkIn = hall.join(1);
    String link =
        hall.organiser()
            .get("/api/participants/" + invited + "/link")
            .done()
            .json()
            .getString("url");
    merges(hall.organiser(), invited, walkIn.participant()).done();
    JsonObject participant = walkIn.get("/api/me").done().json();
    assertThat(participant.getString("voting")).isEqualTo("YES");
    // The link that was mailed still opens the one entry that is left.
    assertThat(Person.opening(hall.service(), link).participant()).isEqualTo(walkIn.participant());
    JsonObject kept =
        Rosters.people(hall.organiser()).stream()
            .map(JsonObject.class::cast)
            .filter(one -> Rosters.id(one).equals(walkIn.participant()))
            .findFirst()
            .orElseThrow();
    assertThat(kept.getString("email")).isEqualTo("kerttu@example.org");
  }
}
