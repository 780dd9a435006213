package fi.sovittu.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Answer;
import fi.sovittu.support.Eventually;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Listener;
import fi.sovittu.support.Person;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What staff record of others at the door, by hand and afterwards. */
class MarksIT {
  private Hall hall;

  @BeforeEach
  void open() {
    hall = Hall.open();
  }

  static String attendanceOf(Person person) {
    return "/api/participants/" + person.participant() + "/attendance";
  }

  /** The contract's {@code AttendanceMark}. */
  static JsonObject mark(boolean present, String channel, Instant at, String via, String reason) {
    return new JsonObject()
        .put("present", present)
        .put("channel", channel)
        .put("room", null)
        .put("at", at == null ? null : at.toString())
        .put("via", via)
        .put("reason", reason);
  }

  static JsonObject atTheDoor(boolean present) {
    return mark(present, "ON_SITE", null, "DESK", "");
  }

  private JsonObject history(Person staff, Person of) {
    return staff.get(attendanceOf(of)).done().json();
  }

  /** Channel, sources of beginning and end, and the recorders, in the order of time. */
  private List<String> recorded(Person of) {
    List<String> lines = new ArrayList<>();
    for (Object one : history(hall.organiser(), of).getJsonArray("intervals")) {
      JsonObject interval = (JsonObject) one;
      lines.add(
          interval.getString("channel")
              + " "
              + text(interval.getJsonObject("came"))
              + " – "
              + text(interval.getJsonObject("went")));
    }
    return lines;
  }

  private static String text(JsonObject recording) {
    if (recording == null) {
      return "";
    }
    String by = recording.getString("by");
    String reason = recording.getString("reason");
    return recording.getString("source")
        + (by == null ? "" : " " + by)
        + (reason == null ? "" : " (" + reason + ")");
  }

  private Instant ago(int minutes) {
    return Instant.now().minus(Duration.ofMinutes(minutes));
  }

  @Test
  void theDoorDeskMarksArrivalsAndDepartures() {
    Person person = hall.join(1);
    person.leaves().done();
    Person desk = hall.secretary(Hall.EAST);
    JsonObject here = desk.put(attendanceOf(person), atTheDoor(true)).done().json();
    assertThat(here.getJsonObject("attendance").getString("room"))
        .isEqualTo(hall.room(Hall.PLENARY).toString());
    assertThat(here.getValue("left")).isNull();
    for (int again = 0; again < 3; again++) {
      assertThat(desk.put(attendanceOf(person), atTheDoor(true)).done().json()).isEqualTo(here);
    }
    assertThat(person.get("/api/me").json().getJsonObject("attendance")).isNotNull();
    JsonObject gone = desk.put(attendanceOf(person), atTheDoor(false)).done().json();
    assertThat(gone.getValue("attendance")).isNull();
    assertThat(gone.getString("left")).isNotNull();
    assertThat(recorded(person))
        .containsExactly("ON_SITE SELF – SELF", "ON_SITE DESK Idän sihteeri – DESK Idän sihteeri");
    // Three acts that changed something, though there were five.
    assertThat(
            hall.database()
                .count(
                    "select count(*) from audit where subject_id = ? and action ="
                        + " 'attendance.mark'",
                    person.participant()))
        .isEqualTo(2);
  }

  @Test
  void theRoomChosenOutlivesTheDoor() {
    Person person = hall.join(Hall.municipality(1), "ON_SITE", hall.room(Hall.EAST));
    person.put("/api/me/attendance", Person.statement(false, "ON_SITE", hall.room(Hall.EAST)));
    Person desk = hall.chair(Hall.PLENARY);
    desk.put(attendanceOf(person), atTheDoor(true)).done();
    hall.moves(Hall.EAST, null, "Idän esitys");
    assertThat(person.get("/api/me").json().getJsonObject("attendance").getString("room"))
        .isEqualTo(hall.room(Hall.EAST).toString());
    // By hand into another room, and what the person is shown follows.
    desk.put(
            attendanceOf(person),
            mark(true, "TEAMS", null, "STAFF", "").put("room", hall.room(Hall.WEST).toString()))
        .done();
    assertThat(person.get("/api/me").json().getString("chosenRoom"))
        .isEqualTo(hall.room(Hall.WEST).toString());
    assertThat(person.section("agenda", hall.room(Hall.WEST))).isNotNull();
  }

  @Test
  void leftHalfAnHourAgo() {
    Person person = hall.join(1);
    Instant came = ago(60);
    Person secretary = hall.secretary(Hall.PLENARY);
    secretary
        .put(attendanceOf(person), mark(true, "ON_SITE", came, "STAFF", "Puhelin jäi kotiin"))
        .done();
    JsonObject left = mark(false, "ON_SITE", ago(30), "STAFF", "Nähtiin lähtevän");
    // The person's own phone said ten minutes ago … now, in fact: that they are here.
    secretary.put(attendanceOf(person), left).done();
    assertThat(recorded(person))
        .containsExactly(
            "ON_SITE STAFF Salin sihteeri (Puhelin jäi kotiin) – STAFF Salin sihteeri (Nähtiin"
                + " lähtevän)",
            "ON_SITE SELF – ");
    String before = history(secretary, person).encode();
    secretary.put(attendanceOf(person), left).done();
    assertThat(history(secretary, person).encode()).isEqualTo(before);
    JsonArray past = history(secretary, person).getJsonArray("past");
    assertThat(past).hasSize(1);
    JsonObject withdrawn = past.getJsonObject(0).getJsonObject("withdrawn");
    assertThat(text(withdrawn)).isEqualTo("STAFF Salin sihteeri (Nähtiin lähtevän)");
    assertThat(past.getJsonObject(0).getJsonObject("interval").getString("from"))
        .startsWith(came.toString().substring(0, 19));
  }

  @Test
  void anEndOfWhatStillLasts() {
    Person person = hall.join(1);
    hall.database()
        .rows(
            "update attendance set during = tstzrange(lower(during) - interval '1 hour', null)"
                + " where participant_id = ?",
            person.participant());
    hall.chair(Hall.WEST)
        .put(attendanceOf(person), mark(false, "ON_SITE", ago(20), "STAFF", "Lähti klo 13.40"))
        .done();
    assertThat(recorded(person))
        .containsExactly("ON_SITE SELF – STAFF Lännen pj (Lähti klo 13.40)");
    assertThat(person.get("/api/me").json().getValue("attendance")).isNull();
  }

  @Test
  void marksThatAreRefused() {
    Person person = hall.join(1);
    Person chair = hall.chair(Hall.PLENARY);
    String path = attendanceOf(person);
    chair
        .put(path, mark(false, "ON_SITE", ago(5), "STAFF", " "))
        .refused(422, "ATTENDANCE_INVALID");
    chair
        .put(path, mark(false, "ON_SITE", ago(5), "STAFF", "Ei ollut vielä"))
        .refused(409, "ATTENDANCE_NOT_THEN");
    Answer future =
        chair
            .put(path, mark(true, "TEAMS", ago(-5), "STAFF", "Tulee kohta"))
            .refused(422, "ATTENDANCE_INVALID");
    assertThat(future.fields().getJsonObject(0).getString("message")).isEqualTo("future");
    chair
        .put(
            path,
            mark(true, "TEAMS", ago(1), "STAFF", "Väärä osio")
                .put("room", UUID.randomUUID().toString()))
        .refused(404, "NOT_FOUND");
    chair
        .put("/api/participants/" + UUID.randomUUID() + "/attendance", atTheDoor(true))
        .refused(404, "NOT_FOUND");
    for (Person other : List.of(person, hall.screen(Hall.PLENARY))) {
      other.put(path, atTheDoor(true)).refused(403, "FORBIDDEN");
      other.get(path).refused(403, "FORBIDDEN");
    }
    Hall another = Hall.open();
    another.chair(Hall.PLENARY).put(path, atTheDoor(false)).refused(404, "NOT_FOUND");
    another.chair(Hall.PLENARY).get(path).refused(404, "NOT_FOUND");
    assertThat(recorded(person)).containsExactly("ON_SITE SELF – ");
  }

  @Test
  void twoDesksAndThePhoneAtTheSameTime() {
    Person person = hall.join(1);
    List<Person> desks = List.of(hall.chair(Hall.PLENARY), hall.secretary(Hall.EAST));
    List<CompletableFuture<Answer>> all = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      all.add(desks.get(i % 2).putting(attendanceOf(person), atTheDoor(i % 3 == 0)));
      all.add(
          desks
              .get(i % 2)
              .putting(
                  attendanceOf(person), mark(true, "TEAMS", ago(i + 1), "STAFF", "Tarkistus")));
      all.add(
          person.putting(
              "/api/me/attendance", Person.statement(i % 2 == 0, "TEAMS", hall.room(Hall.EAST))));
    }
    all.forEach(one -> one.join().done());
    assertThat(
            hall.database()
                .count(
                    """
                    select count(*) from attendance a join attendance b on a.id < b.id
                    where a.participant_id = b.participant_id and a.during && b.during and a.meeting_id = ?
                    """,
                    hall.id()))
        .isZero();
  }

  @Test
  void staffAreToldAtOnceAndSeeWhoHasJustLeft() {
    Person chair = hall.chair(Hall.PLENARY);
    Person person = hall.join(4);
    hall.join(5);
    String address = "sovittu.attendance." + hall.id();
    try (Listener listener = Listener.of(chair)) {
      listener.register(address);
      hall.secretary(Hall.WEST).put(attendanceOf(person), atTheDoor(false)).done();
      listener.await(
          address,
          section ->
              section.getJsonObject("data").getJsonObject("coverage").getInteger("either") == 1);
    }
    JsonObject watch = chair.get("/api/attendance/watch").done().json();
    assertThat(watch.getInteger("present")).isOne();
    assertThat(watch.getJsonArray("left")).hasSize(1);
    JsonObject left = watch.getJsonArray("left").getJsonObject(0);
    assertThat(left.getString("id")).isEqualTo(person.participant().toString());
    assertThat(left.getString("organisation"))
        .isEqualTo(hall.organisation(Hall.municipality(4)).toString());
    person.isHere("TEAMS", null).done();
    assertThat(chair.get("/api/attendance/watch").json().getJsonArray("left")).isEmpty();
    // A room that starts moves people; nobody has left.
    hall.join(Hall.municipality(6), "ON_SITE", hall.room(Hall.EAST));
    hall.moves(Hall.EAST, null, "Idän esitys");
    assertThat(chair.get("/api/attendance/watch").json().getJsonArray("left")).isEmpty();
  }

  @Test
  void aSleepingPhoneIsNoDeparture() {
    Person person = hall.join(1);
    Person chair = hall.chair(Hall.PLENARY);
    try (Listener phone = Listener.of(person)) {
      Eventually.until(
          "the phone is seen to be connected",
          () -> chair.get("/api/attendance/watch").json().getInteger("connected") == 1);
      assertThat(find(chair, "UNCONNECTED")).isEmpty();
    }
    Eventually.until(
        "the phone is seen to be silent",
        () -> chair.get("/api/attendance/watch").json().getInteger("connected") == 0);
    assertThat(chair.get("/api/attendance/watch").json().getInteger("present")).isOne();
    assertThat(find(chair, "UNCONNECTED")).hasSize(1);
    assertThat(recorded(person)).containsExactly("ON_SITE SELF – ");
  }

  private static JsonArray find(Person staff, String show) {
    return staff
        .get("/api/attendance/participants?show=" + show)
        .done()
        .json()
        .getJsonArray("participants");
  }
}
