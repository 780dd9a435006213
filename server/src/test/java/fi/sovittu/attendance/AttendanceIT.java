package fi.sovittu.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Answer;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttendanceIT {
  private Hall hall;

  @BeforeEach
  void open() {
    hall = Hall.open();
  }

  /** Room, channel, source, and whether it is open, in the order of time. */
  private List<String> intervals(Person person) {
    List<String> intervals = new ArrayList<>();
    for (List<Object> row :
        hall.database()
            .rows(
                """
                select r.name, a.channel, a.source, upper_inf(a.during)
                from attendance a join room r on r.id = a.room_id
                where a.participant_id = ? order by lower(a.during)
                """,
                person.participant())) {
      intervals.add(
          row.get(0) + " " + row.get(1) + " " + row.get(2) + ((Boolean) row.get(3) ? " open" : ""));
    }
    return intervals;
  }

  /** Gaps between one interval's end and the next one's start. */
  private long gaps(Person person) {
    return hall.database()
        .count(
            """
            select count(*) from (
              select lower(during) as start, lag(upper(during)) over (order by lower(during)) as before
              from attendance where participant_id = ?) a
            where before <> start
            """,
            person.participant());
  }

  @Test
  void aDayOfOnePerson() {
    Person person = hall.join(1);
    assertThat(intervals(person)).containsExactly("Sali ON_SITE SELF open");
    person.isHere("TEAMS", null).done();
    person.isHere("TEAMS", hall.room(Hall.EAST)).done();
    hall.moves(Hall.EAST, null, "Idän esitys");
    person.isHere("TEAMS", hall.room(Hall.WEST)).done();
    person.isHere("TEAMS", hall.room(Hall.EAST)).done();
    hall.ends(Hall.EAST);
    assertThat(intervals(person))
        .containsExactly(
            "Sali ON_SITE SELF",
            "Sali TEAMS SELF",
            "Itäosio TEAMS AGENDA",
            // The western room does not run: who chose it is in the plenary.
            "Sali TEAMS SELF",
            "Itäosio TEAMS SELF",
            "Sali TEAMS AGENDA open");
    // Every change is one instant, so nobody is ever nowhere in between.
    assertThat(gaps(person)).isZero();
    person.leaves().done();
    assertThat(intervals(person)).hasSize(6).noneMatch(interval -> interval.endsWith("open"));
    assertThat(person.get("/api/me").json().getValue("attendance")).isNull();
    person.isHere("ON_SITE", null).done();
    assertThat(intervals(person)).hasSize(7).last().isEqualTo("Sali ON_SITE SELF open");
    assertThat(gaps(person)).isOne();
  }

  @Test
  void theSameStatementTwiceIsOneInterval() {
    Person person = hall.join(1);
    JsonObject before = person.get("/api/me").json();
    for (int i = 0; i < 3; i++) {
      assertThat(person.isHere("ON_SITE", null).done().json()).isEqualTo(before);
    }
    assertThat(intervals(person)).hasSize(1);
    person.leaves().done();
    person.leaves().done();
    assertThat(intervals(person)).hasSize(1);
  }

  @Test
  void choosingThePlenaryIsChoosingNoParallelRoom() {
    Person person = hall.join(1);
    person.isHere("ON_SITE", hall.room(Hall.EAST)).done();
    assertThat(
            person.isHere("ON_SITE", hall.room(Hall.PLENARY)).done().json().getValue("chosenRoom"))
        .isNull();
  }

  @Test
  void aRunningRoomIsEnteredAtOnce() {
    hall.moves(Hall.EAST, null, "Idän esitys");
    Person person = hall.join(Hall.municipality(1), "TEAMS", hall.room(Hall.EAST));
    assertThat(intervals(person)).containsExactly("Itäosio TEAMS SELF open");
  }

  @Test
  void aStartingRoomTakesThoseWhoChoseItAndAnEndingOneGivesAllBack() {
    Person chose = hall.join(Hall.municipality(1), "TEAMS", hall.room(Hall.EAST));
    Person choseAnother = hall.join(Hall.municipality(2), "ON_SITE", hall.room(Hall.WEST));
    Person choseNone = hall.join(3);
    Person away = hall.join(Hall.municipality(4), "ON_SITE", hall.room(Hall.EAST));
    away.put("/api/me/attendance", Person.statement(false, "ON_SITE", hall.room(Hall.EAST))).done();
    hall.moves(Hall.EAST, null, "Idän esitys");
    assertThat(intervals(chose)).containsExactly("Sali TEAMS SELF", "Itäosio TEAMS AGENDA open");
    assertThat(intervals(choseAnother)).containsExactly("Sali ON_SITE SELF open");
    assertThat(intervals(choseNone)).containsExactly("Sali ON_SITE SELF open");
    assertThat(intervals(away)).containsExactly("Sali ON_SITE SELF");
    // Moving on inside the room moves nobody.
    hall.moves(Hall.EAST, "Idän esitys", "Idän keskustelu");
    assertThat(intervals(chose)).hasSize(2);
    hall.ends(Hall.EAST);
    assertThat(intervals(chose)).last().isEqualTo("Sali TEAMS AGENDA open");
    hall.moves(Hall.EAST, null, "Idän keskustelu");
    assertThat(intervals(chose)).last().isEqualTo("Itäosio TEAMS AGENDA open");
    assertThat(gaps(chose)).isZero();
  }

  @Test
  void manyStatementsOfOnePersonAtOnce() {
    hall.moves(Hall.EAST, null, "Idän esitys");
    Person person = hall.join(1);
    List<CompletableFuture<Answer>> statements = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      UUID room = i % 3 == 0 ? hall.room(Hall.EAST) : null;
      statements.add(
          person.putting(
              "/api/me/attendance",
              Person.statement(i % 5 != 0, i % 2 == 0 ? "TEAMS" : "ON_SITE", room)));
    }
    statements.forEach(one -> one.join().done());
    person.isHere("ON_SITE", hall.room(Hall.EAST)).done();
    assertThat(intervals(person).stream().filter(interval -> interval.endsWith("open")))
        .containsExactly("Itäosio ON_SITE SELF open");
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
  void statementsWhileTheRoomStartsAndEnds() {
    List<Person> people = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      people.add(hall.join(Hall.municipality(i), "ON_SITE", hall.room(Hall.EAST)));
    }
    Person chair = hall.chair(Hall.EAST);
    UUID east = hall.room(Hall.EAST);
    UUID first = hall.item("Idän esitys");
    for (int round = 0; round < 6; round++) {
      List<CompletableFuture<Answer>> all = new ArrayList<>();
      for (Person person : people) {
        all.add(
            person.putting(
                "/api/me/attendance",
                Person.statement(true, round % 2 == 0 ? "TEAMS" : "ON_SITE", east)));
      }
      all.add(
          round % 2 == 0
              ? chair.putting(Hall.currentItemOf(east), Hall.move(null, first))
              : chair.posting("/api/rooms/" + east + "/end"));
      all.forEach(one -> one.join().done());
      String expected = (round % 2 == 0 ? "Itäosio TEAMS" : "Sali ON_SITE");
      for (Person person : people) {
        assertThat(intervals(person)).last().asString().startsWith(expected).endsWith("open");
        assertThat(gaps(person)).isZero();
      }
    }
  }

  @Test
  void aChangeOfRoomsWhileTheyStartAndEnd() {
    UUID east = hall.room(Hall.EAST);
    UUID west = hall.room(Hall.WEST);
    UUID easternItem = hall.item("Idän esitys");
    UUID westernItem = hall.item("Lännen esitys");
    List<Person> people = new ArrayList<>();
    for (int i = 1; i <= 12; i++) {
      people.add(hall.join(Hall.municipality(i), "ON_SITE", east));
    }
    for (int round = 0; round < 16; round++) {
      boolean starts = round % 2 == 0;
      List<CompletableFuture<Answer>> all = new ArrayList<>();
      for (int i = 0; i < people.size(); i++) {
        // The chairs are among those who change their minds, each time at other places.
        if (i == round % people.size()) {
          all.add(startsOrEnds(Hall.EAST, east, starts ? easternItem : null));
        }
        if (i == round * 5 % people.size()) {
          all.add(startsOrEnds(Hall.WEST, west, starts ? westernItem : null));
        }
        all.add(
            people
                .get(i)
                .putting(
                    "/api/me/attendance",
                    Person.statement(true, "ON_SITE", i % 2 == 0 ? west : null)));
      }
      all.forEach(one -> one.join().done());
      for (int i = 0; i < people.size(); i++) {
        String where = starts && i % 2 == 0 ? "Länsiosio ON_SITE" : "Sali ON_SITE";
        assertThat(intervals(people.get(i)))
            .as("round " + round)
            .last()
            .asString()
            .startsWith(where)
            .endsWith("open");
        assertThat(gaps(people.get(i))).isZero();
      }
      people.stream()
          .map(person ->
              person.putting("/api/me/attendance", Person.statement(true, "ON_SITE", east)))
          .toList()
          .forEach(back -> back.join().done());
    }
  }

  private CompletableFuture<Answer> startsOrEnds(String name, UUID room, UUID item) {
    Person chair = hall.chair(name);
    return item == null
        ? chair.posting("/api/rooms/" + room + "/end")
        : chair.putting(Hall.currentItemOf(room), Hall.move(null, item));
  }

  @Test
  void theCallersRoomIsTheNewestHoweverManyAskMeanwhile() {
    // What the service remembers of a participant must not be older than what the participant was
    // told.
    Person person = hall.join(1);
    UUID east = hall.room(Hall.EAST);
    UUID west = hall.room(Hall.WEST);
    for (int round = 0; round < 60; round++) {
      UUID chosen = round % 2 == 0 ? east : west;
      List<CompletableFuture<Answer>> reads = new ArrayList<>();
      CompletableFuture<Answer> change =
          person.putting("/api/me/attendance", Person.statement(true, "ON_SITE", null));
      for (int i = 0; i < 5; i++) {
        reads.add(person.getting("/api/me"));
      }
      change.join().done();
      for (int i = 0; i < 5; i++) {
        reads.add(person.getting("/api/me"));
      }
      person.isHere("ON_SITE", chosen).done();
      reads.forEach(one -> one.join().done());
      assertThat(person.section("agenda", chosen)).as("round " + round).isNotNull();
    }
  }

  @Test
  void coverageCountsMunicipalitiesOnce() {
    hall.moves(Hall.EAST, null, "Idän esitys");
    UUID east = hall.room(Hall.EAST);
    hall.join(Hall.municipality(1), "ON_SITE", null);
    hall.join(Hall.municipality(1), "TEAMS", null);
    hall.join(Hall.municipality(1), "TEAMS", east);
    hall.join(Hall.municipality(2), "TEAMS", east);
    hall.join(Hall.municipality(3), "ON_SITE", east);
    hall.join(Hall.ASSOCIATION, "ON_SITE", east);
    Person gone = hall.join(Hall.municipality(4), "ON_SITE", null);
    gone.leaves().done();
    JsonObject data = hall.chair(Hall.WEST).section("attendance", hall.id()).getJsonObject("data");
    assertThat(data.getInteger("municipalities")).isEqualTo(Hall.MUNICIPALITIES);
    assertThat(data.getJsonObject("coverage")).isEqualTo(coverage(2, 2, 3));
    JsonArray rooms = data.getJsonArray("rooms");
    JsonObject plenary = rooms.getJsonObject(0);
    assertThat(List.of(plenary.getInteger("onSite"), plenary.getInteger("teams")))
        .isEqualTo(List.of(1, 1));
    assertThat(plenary.getJsonObject("coverage")).isEqualTo(coverage(1, 1, 1));
    JsonObject eastern = rooms.getJsonObject(1);
    assertThat(List.of(eastern.getInteger("onSite"), eastern.getInteger("teams")))
        .isEqualTo(List.of(2, 2));
    assertThat(eastern.getJsonObject("coverage")).isEqualTo(coverage(1, 2, 3));
    assertThat(eastern.getJsonArray("organisations")).hasSize(4);
    assertThat(rooms.getJsonObject(2).getJsonObject("coverage")).isEqualTo(coverage(0, 0, 0));
  }

  private static JsonObject coverage(int onSite, int teams, int either) {
    return new JsonObject().put("onSite", onSite).put("teams", teams).put("either", either);
  }

  @Test
  void attendanceIsForStaffAndScreens() {
    for (Person staff :
        List.of(
            hall.organiser(),
            hall.chair(Hall.EAST),
            hall.secretary(Hall.WEST),
            hall.screen(Hall.PLENARY))) {
      assertThat(staff.section("attendance", hall.id())).isNotNull();
    }
    assertThat(hall.join(1).section("attendance", hall.id())).isNull();
  }

  @Test
  void aStatementThatIsNotValid() {
    Person person = hall.join(1);
    for (String body :
        new String[] {
          "{}",
          "{\"present\": true, \"channel\": \"TEAMS\"}",
          "{\"present\": \"yes\", \"channel\": \"TEAMS\", \"room\": null}",
          "{\"present\": true, \"channel\": \"RADIO\", \"room\": null}",
          "{\"present\": true, \"channel\": \"TEAMS\", \"room\": \"sali\"}",
          "{\"present\": true, \"channel\": \"TEAMS\", \"room\": null, \"since\":"
              + " \"2020-01-01T00:00:00Z\"}"
        }) {
      person.put("/api/me/attendance", new JsonObject(body)).refused(400, "BAD_REQUEST");
    }
    person.isHere("TEAMS", UUID.randomUUID()).refused(404, "NOT_FOUND");
    assertThat(intervals(person)).containsExactly("Sali ON_SITE SELF open");
  }
}
