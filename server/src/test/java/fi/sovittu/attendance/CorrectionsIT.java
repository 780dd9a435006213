package fi.sovittu.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Answer;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Corrections of what was recorded; nothing is ever lost. */
class CorrectionsIT {
  private Hall hall;
  private Person person;
  private Person secretary;

  @BeforeEach
  void open() {
    hall = Hall.open();
    person = hall.join(1);
    secretary = hall.secretary(Hall.PLENARY);
  }

  private static Instant ago(int minutes) {
    return Instant.now().minus(Duration.ofMinutes(minutes)).truncatedTo(ChronoUnit.SECONDS);
  }

  private JsonObject history() {
    return secretary.get(MarksIT.attendanceOf(person)).done().json();
  }

  private JsonObject interval(String room, String channel, Instant from, Instant to) {
    return new JsonObject()
        .put("room", hall.room(room).toString())
        .put("channel", channel)
        .put("from", from.toString())
        .put("to", to == null ? null : to.toString());
  }

  private static JsonObject correction(String version, JsonObject... intervals) {
    return new JsonObject()
        .put("version", version)
        .put("reason", "Allekirjoituslistan mukaan")
        .put("intervals", new JsonArray(List.of(intervals)));
  }

  private Answer correct(Person by, JsonObject correction) {
    return by.put(MarksIT.attendanceOf(person) + "/intervals", correction);
  }

  @Test
  void aDayAsItWas() {
    JsonObject before = history();
    JsonObject morning = interval(Hall.PLENARY, "ON_SITE", ago(120), ago(90));
    JsonObject east = interval(Hall.EAST, "ON_SITE", ago(90), ago(60));
    JsonObject back = interval(Hall.PLENARY, "TEAMS", ago(30), null);
    JsonObject wanted = correction(before.getString("version"), back, morning, east);
    JsonObject after = correct(secretary, wanted).done().json();
    assertThat(after.getJsonArray("intervals")).hasSize(3);
    for (Object one : after.getJsonArray("intervals")) {
      JsonObject came = ((JsonObject) one).getJsonObject("came");
      assertThat(came.getString("source")).isEqualTo("STAFF");
      assertThat(came.getString("by")).isEqualTo("Salin sihteeri");
      assertThat(came.getString("reason")).isEqualTo("Allekirjoituslistan mukaan");
    }
    assertThat(after.getJsonArray("past")).hasSize(1);
    JsonObject replaced = after.getJsonArray("past").getJsonObject(0);
    assertThat(replaced.getJsonObject("interval").getJsonObject("came").getString("source"))
        .isEqualTo("SELF");
    assertThat(replaced.getJsonObject("interval").getString("from"))
        .isEqualTo(before.getJsonArray("intervals").getJsonObject(0).getString("from"));
    assertThat(person.get("/api/me").json().getJsonObject("attendance").getString("channel"))
        .isEqualTo("TEAMS");
    // Sent again, it changes nothing and is no conflict.
    assertThat(correct(secretary, wanted).done().json()).isEqualTo(after);
    assertThat(
            hall.database()
                .count(
                    "select count(*) from audit where subject_id = ? and action ="
                        + " 'attendance.correct'",
                    person.participant()))
        .isOne();
  }

  @Test
  void whatStandsKeepsItsSource() {
    JsonObject open = history().getJsonArray("intervals").getJsonObject(0);
    Instant came = Instant.parse(open.getString("from"));
    JsonObject after =
        correct(
                secretary,
                correction(
                    history().getString("version"),
                    interval(Hall.PLENARY, "TEAMS", ago(60), ago(50)),
                    interval(Hall.PLENARY, "ON_SITE", came, null)))
            .done()
            .json();
    assertThat(after.getJsonArray("past")).isEmpty();
    JsonArray intervals = after.getJsonArray("intervals");
    assertThat(intervals.getJsonObject(0).getJsonObject("came").getString("source"))
        .isEqualTo("STAFF");
    assertThat(intervals.getJsonObject(1)).isEqualTo(open);
    // Only the end is corrected: the beginning is still what the phone said.
    Instant went = came.plusMillis(1);
    JsonObject ended =
        correct(
                hall.organiser(),
                correction(
                    after.getString("version"), interval(Hall.PLENARY, "ON_SITE", came, went)))
            .done()
            .json();
    JsonObject last = ended.getJsonArray("intervals").getJsonObject(0);
    assertThat(last.getJsonObject("came").getString("source")).isEqualTo("SELF");
    assertThat(last.getJsonObject("went").getString("by")).isEqualTo("Suunnittelija");
    assertThat(ended.getJsonArray("past")).hasSize(2);
  }

  @Test
  void nobodyHasEverBeenHere() {
    correct(secretary, correction(history().getString("version"))).done();
    assertThat(history().getJsonArray("intervals")).isEmpty();
    assertThat(history().getJsonArray("past")).hasSize(1);
    assertThat(person.get("/api/me").json().getValue("attendance")).isNull();
  }

  @Test
  void twoCorrectionsAtOnce() {
    String seen = history().getString("version");
    correct(secretary, correction(seen, interval(Hall.PLENARY, "TEAMS", ago(60), ago(50)))).done();
    correct(
            hall.secretary(Hall.WEST),
            correction(seen, interval(Hall.PLENARY, "TEAMS", ago(60), ago(40))))
        .refused(409, "ATTENDANCE_CHANGED");
    assertThat(history().getJsonArray("intervals")).hasSize(1);
  }

  @Test
  void correctionsThatAreRefused() {
    JsonObject before = history();
    String version = before.getString("version");
    refused(
        "intervals[1].from",
        "overlap",
        correction(
            version,
            interval(Hall.PLENARY, "TEAMS", ago(60), ago(50)),
            interval(Hall.EAST, "ON_SITE", ago(55), ago(40))));
    refused(
        "intervals[0].to",
        "empty",
        correction(version, interval(Hall.EAST, "ON_SITE", ago(50), ago(50))));
    refused(
        "intervals[0].to",
        "future",
        correction(version, interval(Hall.EAST, "ON_SITE", ago(50), ago(-50))));
    refused(
        "intervals[0].room",
        "unknown",
        correction(
            version,
            interval(Hall.EAST, "ON_SITE", ago(50), ago(40))
                .put("room", UUID.randomUUID().toString())));
    refused(
        "reason",
        "missing",
        correction(version, interval(Hall.EAST, "ON_SITE", ago(50), ago(40))).put("reason", " "));
    JsonObject fine = correction(version, interval(Hall.EAST, "ON_SITE", ago(50), ago(40)));
    correct(hall.chair(Hall.PLENARY), fine).refused(403, "FORBIDDEN");
    correct(person, fine).refused(403, "FORBIDDEN");
    correct(Hall.open().secretary(Hall.PLENARY), fine).refused(404, "NOT_FOUND");
    assertThat(history()).isEqualTo(before);
  }

  private void refused(String field, String message, JsonObject correction) {
    JsonObject fault =
        correct(secretary, correction).refused(422, "ATTENDANCE_INVALID").fields().getJsonObject(0);
    assertThat(fault).isEqualTo(new JsonObject().put("field", field).put("message", message));
  }

  @Test
  void thePastInNumbers() {
    UUID association = hall.organisation(Hall.ASSOCIATION);
    hall.join(Hall.ASSOCIATION, "TEAMS", null);
    correct(
            secretary,
            correction(
                history().getString("version"),
                interval(Hall.EAST, "ON_SITE", ago(120), ago(90)),
                interval(Hall.PLENARY, "TEAMS", ago(80), null)))
        .done();
    JsonObject then =
        secretary.get("/api/attendance?at=" + ago(100)).done().json().getJsonObject("data");
    assertThat(then.getJsonObject("coverage").encode())
        .isEqualTo("{\"onSite\":1,\"teams\":0,\"either\":1}");
    assertThat(then.getJsonArray("rooms").getJsonObject(1).getInteger("onSite")).isOne();
    JsonObject between =
        secretary.get("/api/attendance?at=" + ago(85)).done().json().getJsonObject("data");
    assertThat(between.getJsonObject("coverage").getInteger("either")).isZero();
    JsonObject now = secretary.get("/api/attendance").done().json().getJsonObject("data");
    assertThat(now).isEqualTo(secretary.section("attendance", hall.id()).getJsonObject("data"));
    assertThat(now.encode()).contains(association.toString());
    JsonObject curve = secretary.get("/api/attendance/curve").done().json();
    JsonArray points = curve.getJsonArray("points");
    assertThat(curve.getInteger("municipalities")).isEqualTo(Hall.MUNICIPALITIES);
    assertThat(points.getJsonObject(1).getInteger("onSite")).isOne();
    JsonObject last = points.getJsonObject(points.size() - 1);
    assertThat(last.getInteger("teams")).isEqualTo(2);
    assertThat(last.getInteger("municipalities")).isOne();
    for (String path : List.of("", "/curve", "/watch", "/participants")) {
      person.get("/api/attendance" + path).refused(403, "FORBIDDEN");
      hall.screen(Hall.EAST).get("/api/attendance" + path).refused(403, "FORBIDDEN");
    }
    secretary.get("/api/attendance?at=eilen").refused(400, "BAD_REQUEST");
  }
}
