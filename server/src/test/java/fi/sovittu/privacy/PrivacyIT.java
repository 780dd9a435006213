package fi.sovittu.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fi.sovittu.support.Answer;
import fi.sovittu.support.Ballots;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The notice, one person's data, the log of accesses, and the erasure of names. */
class PrivacyIT {
  private final Hall hall = Hall.open();

  private Answer put(String notice, Integer days, boolean eraseNow) {
    return hall.organiser()
        .put(
            "/api/privacy",
            new JsonObject()
                .put("notice", notice)
                .put("retentionDays", days)
                .put("eraseNow", eraseNow));
  }

  private JsonObject info() {
    return new Person(hall.service()).get("/api/meetings/" + hall.code()).done().json();
  }

  private Person joining(String name) {
    return Person.joining(
        hall.service(),
        hall.code(),
        hall.joinWish(Ballots.key(), Hall.municipality(1), "ON_SITE", null).put("name", name));
  }

  private void theDayWas(int daysAgo) {
    hall.database()
        .rows(
            "update meeting set held_on = (clock_timestamp() at time zone time_zone)::date - %d where id = '%s'"
                .formatted(daysAgo, hall.id()));
  }

  @Test
  void whoJoinsIsTold() {
    theDayWas(0);
    assertThat(info().getString("notice")).isNull();
    put("  Nimet näkee sihteeri.  ", 30, false).done();
    assertThat(info().getString("notice")).isEqualTo("Nimet näkee sihteeri.");
    assertThat(info().getInteger("retentionDays")).isEqualTo(30);
    put(" ", null, false).done();
    assertThat(info().getString("notice")).isNull();
    assertThat(info().getInteger("retentionDays")).isNull();
  }

  @Test
  void impossibleWishesAreRefused() {
    put("x".repeat(4_001), 30, false).refused(400, "BAD_REQUEST");
    put("x", -1, false).refused(400, "BAD_REQUEST");
    put("x", 3_651, false).refused(400, "BAD_REQUEST");
    assertThat(info().getString("notice")).isNull();
  }

  @Test
  void onlyTheOrganiserDecidesAndReads() {
    for (Person other :
        new Person[] {hall.chair(Hall.PLENARY), joining("Uteliaskin Osallistuja")}) {
      other.get("/api/privacy").refused(403, "FORBIDDEN");
      other.get("/api/privacy/accesses").refused(403, "FORBIDDEN");
      other.get("/api/participants/" + other.participant() + "/data").refused(403, "FORBIDDEN");
      other
          .put(
              "/api/privacy",
              new JsonObject().put("notice", "x").put("retentionDays", 0).put("eraseNow", true))
          .refused(403, "FORBIDDEN");
    }
  }

  @Test
  void aPersonGetsAllThatIsStoredOfIt() {
    Person person = joining("Aino Ääkkönen");
    UUID poll = hall.opens(Hall.COMMITMENT);
    person.votes(poll, Ballots.commitment(1, "COMMITS", "COMMITS", "COMMITS")).done();
    hall.closes(poll);
    JsonObject data = person.get("/api/me/data").done().json();
    JsonObject entry = data.getJsonArray("entries").getJsonObject(0);
    assertThat(entry.getString("name")).isEqualTo("Aino Ääkkönen");
    assertThat(entry.getString("organisation")).isEqualTo(Hall.municipality(1));
    assertThat(data.getJsonArray("attendance").getJsonObject(0).getString("channel"))
        .isEqualTo("ON_SITE");
    assertThat(data.getJsonArray("namedAnswers").getJsonObject(0).getString("poll"))
        .isEqualTo(Hall.COMMITMENT);
    assertThat(data.getJsonArray("browsers")).hasSize(1);
    JsonObject same =
        hall.organiser().get("/api/participants/" + person.participant() + "/data").done().json();
    assertThat(same.getJsonArray("entries")).isEqualTo(data.getJsonArray("entries"));
    hall.organiser()
        .get("/api/participants/" + Hall.open().chair(Hall.PLENARY).participant() + "/data")
        .refused(404, "NOT_FOUND");
  }

  @Test
  void whoOpensPersonalDataIsLogged() {
    Person person = joining("Katsottu Kaisa");
    UUID poll = hall.opens(Hall.AFTER_CLOSE);
    hall.chair(Hall.PLENARY).get("/api/polls/" + poll + "/register").done();
    hall.chair(Hall.PLENARY).get("/api/polls/" + poll + "/register").done();
    hall.secretary(Hall.PLENARY).get("/api/records/attendance.csv").done();
    hall.organiser().get("/api/participants/" + person.participant() + "/data").done();
    person.get("/api/polls/" + poll + "/register").refused(403, "FORBIDDEN");
    JsonArray log =
        hall.organiser().get("/api/privacy/accesses").done().json().getJsonArray("accesses");
    assertThat(log.stream().map(JsonObject.class::cast))
        .extracting(
            one -> one.getString("operation"),
            one -> one.getString("subject"),
            one -> one.getInteger("times"))
        .containsExactly(
            tuple("getParticipantData", "Katsottu Kaisa", 1),
            tuple("getRecord", "attendance.csv", 1),
            tuple("getRegister", poll.toString(), 2));
    JsonArray opened = person.get("/api/me/data").done().json().getJsonArray("openedByOthers");
    assertThat(opened).hasSize(1);
  }

  @Test
  void namesGoAndCountsStay() {
    Person person = joining("Poistuva Pekka");
    UUID poll = hall.opens(Hall.AFTER_CLOSE);
    person.votes(poll, Ballots.scale(Ballots.key(), 1, 5, 4, 3)).done();
    hall.closes(poll);
    theDayWas(11);
    put(null, 10, false).refused(409, "RETENTION_OVER");
    person.get("/api/me").done();
    put(null, 10, true).done();
    person.get("/api/me").refused(401, "NO_PARTICIPANT");
    Person secretary = hall.secretary(Hall.PLENARY);
    String attendance = secretary.get("/api/records/attendance.csv?lang=fi").done().text();
    assertThat(attendance).doesNotContain("Poistuva").contains("Osallistuja 1", "Kunta 1");
    assertThat(secretary.get("/api/records/registers.csv?lang=fi").done().text())
        .doesNotContain("Poistuva")
        .contains("Osallistuja 1");
    assertThat(secretary.get("/api/records/polls.csv?lang=fi").done().text()).contains("Arvio");
    JsonObject privacy = hall.organiser().get("/api/privacy").done().json();
    assertThat(privacy.getInstant("erasedAt")).isNotNull();
    assertThat(
            hall.database()
                .value(
                    "select count(*) from participant where meeting_id = '%s' and name like '%%Poistuva%%'"
                        .formatted(hall.id())))
        .isEqualTo(0L);
  }

  @Test
  void theLastDayOfTheTimeIsStillInIt() {
    joining("Viimeinen Ville");
    theDayWas(10);
    put(null, 10, false).done();
    assertThat(hall.organiser().get("/api/privacy").done().json().getString("erasedAt")).isNull();
  }
}
