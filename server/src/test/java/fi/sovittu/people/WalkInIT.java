package fi.sovittu.people;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Ballots;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Listener;
import fi.sovittu.support.Person;
import fi.sovittu.support.PollForm;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Those who join by the code, by the rule of the day. */
class WalkInIT {
  private Hall hall;

  @BeforeEach
  void open() {
    hall = Hall.open();
  }

  private void rule(String walkIns) {
    hall.organiser().put("/api/meeting/walk-ins", new JsonObject().put("walkIns", walkIns)).done();
  }

  private static fi.sovittu.support.Answer decides(Person staff, Person who, boolean admitted) {
    return staff.put(
        "/api/participants/" + who.participant() + "/admission",
        new JsonObject().put("admitted", admitted));
  }

  private static String voting(Person person) {
    return person.get("/api/me").done().json().getString("voting");
  }

  @Test
  void theyVoteAfterANod() {
    hall.secretary(Hall.EAST)
        .put("/api/meeting/walk-ins", new JsonObject().put("walkIns", "NOD"))
        .refused(403, "FORBIDDEN");
    Person early = hall.join(1);
    rule("NOD");
    UUID poll = hall.asks(PollForm.thumbs());
    Person chair = hall.chair(Hall.EAST);
    String address = "sovittu.people." + hall.id();
    try (Listener desk = Listener.of(chair)) {
      assertThat(desk.register(address)).isTrue();
      Person waits = hall.join(2);
      JsonObject data =
          desk.await(address, section -> section.getJsonObject("data").getInteger("count") == 1)
              .getJsonObject("data");
      assertThat(data.getString("walkIns")).isEqualTo("NOD");
      assertThat(data.getJsonArray("waiting").getJsonObject(0).getString("id"))
          .isEqualTo(waits.participant().toString());
      assertThat(voting(early)).isEqualTo("YES");
      assertThat(voting(waits)).isEqualTo("WAITING");
      assertThat(waits.get("/api/me").json().getJsonObject("attendance")).isNotNull();
      assertThat(Listener.of(waits).register(address)).isFalse();
      waits.votes(poll, Ballots.thumb(Ballots.key(), 1, "UP")).refused(403, "NOT_ENTITLED");
      decides(waits, waits, true).refused(403, "FORBIDDEN");
      try (Listener phone = Listener.of(waits)) {
        String results = "sovittu.results." + hall.room(Hall.PLENARY);
        assertThat(phone.register(results)).isTrue();
        decides(chair, waits, true).done();
        phone.await(
            results,
            section ->
                Hall.resultIn(section, poll) != null
                    && Hall.resultIn(section, poll).getInteger("entitled") == 2);
      }
      decides(chair, waits, true).done();
      waits.votes(poll, Ballots.thumb(Ballots.key(), 1, "UP")).done();
      decides(chair, waits, false).refused(409, "ADMISSION_DECIDED");
      desk.await(
          address,
          section ->
              section.getJsonObject("data").getInteger("count") == 0
                  && section.getLong("revision") > 2);

      Person declined = hall.join(3);
      decides(hall.secretary(Hall.WEST), declined, false).done();
      assertThat(voting(declined)).isEqualTo("NO");
      declined.votes(poll, Ballots.thumb(Ballots.key(), 1, "UP")).refused(403, "NOT_ENTITLED");
      assertThat(hall.view(declined, "polls", poll)).isNotNull();
      // The organiser may think again.
      JsonObject form =
          Rosters.form(
              Rosters.people(hall.organiser()).stream()
                  .map(JsonObject.class::cast)
                  .filter(one -> Rosters.id(one).equals(declined.participant()))
                  .findFirst()
                  .orElseThrow());
      form.getJsonArray("roles").clear().add(Rosters.grant("PARTICIPANT", null));
      Rosters.put(hall.organiser(), declined.participant(), form).done();
      declined.votes(poll, Ballots.thumb(Ballots.key(), 1, "UP")).done();
    }
  }

  @Test
  void theyListen() {
    rule("LISTEN");
    Person listens = hall.join(1);
    UUID poll = hall.asks(PollForm.thumbs());
    assertThat(voting(listens)).isEqualTo("NO");
    assertThat(listens.get("/api/me").json().getJsonArray("roles"))
        .containsExactly(Rosters.grant("OBSERVER", null));
    listens.votes(poll, Ballots.thumb(Ballots.key(), 1, "UP")).refused(403, "NOT_ENTITLED");
    decides(hall.chair(Hall.PLENARY), listens, true).refused(409, "ADMISSION_DECIDED");
  }
}
