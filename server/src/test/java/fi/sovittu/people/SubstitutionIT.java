package fi.sovittu.people;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Answer;
import fi.sovittu.support.Ballots;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import fi.sovittu.support.PollForm;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deputies who take a person's place for a time. */
class SubstitutionIT {
  private Hall hall;
  private Person named;
  private Person deputy;

  @BeforeEach
  void open() {
    hall = Hall.open();
    Rosters.take(
        hall.organiser(),
        Rosters.utf8(
            """
            Nimi;Organisaatio;Edustaa;Kenen varaedustaja;Roolit;Ryhmät
            Nina Nimetty;Kunta 1;x;;;Järjestöt
            Veera Vara;Kunta 1;;Nina Nimetty;tarkkailija;
            Viljo Vara;Kunta 1;;Nina Nimetty;;
            """));
    named = opens("Nina Nimetty");
    deputy = opens("Veera Vara");
  }

  private Person opens(String name) {
    Person person = Rosters.opens(hall, Rosters.id(Rosters.person(hall.organiser(), name)));
    person.isHere("ON_SITE", null).done();
    return person;
  }

  private Answer takes(Person who, Person place, boolean active) {
    return who.put(
        "/api/participants/" + place.participant() + "/substitution",
        new JsonObject().put("active", active));
  }

  private static Answer votes(Person person, UUID poll, String key, int revision) {
    return person.votes(poll, Ballots.thumb(key, revision, "UP"));
  }

  @Test
  void theDeputyHasTheVoteAndTheOtherHasNot() {
    UUID poll = hall.asks(PollForm.thumbs().named().ofOrganisations());
    UUID group = hall.asks(PollForm.thumbs().of(hall.group(Hall.ASSOCIATIONS)));
    votes(deputy, poll, null, 1).refused(403, "NOT_ENTITLED");
    votes(deputy, group, Ballots.key(), 1).refused(403, "NOT_ENTITLED");
    takes(named, deputy, true).refused(403, "FORBIDDEN");
    takes(deputy, deputy, true).done();
    takes(hall.chair(Hall.WEST), deputy, true).done();
    assertThat(deputy.get("/api/me").json().getString("voting")).isEqualTo("YES");
    assertThat(deputy.get("/api/me").json().getJsonObject("deputy").getBoolean("active")).isTrue();
    assertThat(named.get("/api/me").json().getString("substitutedBy")).isEqualTo("Veera Vara");
    assertThat(named.get("/api/me").json().getString("voting")).isEqualTo("NO");
    votes(named, poll, null, 1).refused(403, "NOT_ENTITLED");
    votes(deputy, poll, null, 1).done();
    String key = Ballots.key();
    votes(deputy, group, key, 1).done();
    Person second = opens("Viljo Vara");
    takes(second, second, true).refused(409, "PLACE_TAKEN");

    takes(hall.secretary(Hall.PLENARY), deputy, false).done();
    takes(hall.secretary(Hall.PLENARY), deputy, false).done();
    votes(deputy, poll, null, 2).refused(403, "NOT_ENTITLED");
    votes(named, poll, null, 2).done();
    // The place has voted in the group's poll; coming back does not give it another vote.
    votes(named, group, Ballots.key(), 1).refused(403, "NOT_ENTITLED");
    votes(deputy, group, key, 2).refused(403, "NOT_ENTITLED");
    takes(second, second, true).done();
    takes(second, second, false).done();
    hall.closes(poll);
    hall.closes(group);
    assertThat(hall.result(hall.organiser(), "desk", group).getInteger("voted")).isOne();
    assertThat(
            hall.database()
                .count("select count(*) from substitution where meeting_id = ?", hall.id()))
        .isEqualTo(2);
    // Both are in the record.
    String attendance = hall.organiser().get("/api/records/attendance.csv?lang=fi").done().text();
    assertThat(attendance).contains("Nina Nimetty", "Veera Vara");
    assertThat(attendance.lines().filter(line -> line.startsWith("Veera Vara")).toList())
        .allMatch(line -> line.contains("Nina Nimetty"));
  }

  @Test
  void onlyOneVoteForAPlaceInAPollOfPersons() {
    UUID poll = hall.asks(PollForm.thumbs());
    votes(named, poll, Ballots.key(), 1).done();
    takes(deputy, deputy, true).done();
    // The deputy has no vote of its own, and the place has voted.
    votes(deputy, poll, Ballots.key(), 1).refused(403, "NOT_ENTITLED");
    takes(deputy, deputy, false).done();
    Person second = opens("Viljo Vara");
    takes(second, second, true).done();
    // This one has a vote of its own.
    votes(second, poll, Ballots.key(), 1).done();
    hall.closes(poll);
    assertThat(hall.result(hall.organiser(), "desk", poll).getInteger("voted")).isEqualTo(2);
  }

  @Test
  void aCommitmentOfADeputyNamesBoth() {
    takes(deputy, deputy, true).done();
    UUID poll = hall.opens(Hall.COMMITMENT);
    deputy.votes(poll, Ballots.commitment(1, "COMMITS", "COMMITS", "COMMITS")).done();
    takes(deputy, deputy, false).done();
    hall.closes(poll);
    assertThat(hall.organiser().get("/api/records/commitments.csv?lang=fi").done().text())
        .contains("Veera Vara (varsinainen edustaja: Nina Nimetty)");
    assertThat(hall.organiser().get("/api/records/registers.csv?lang=fi").done().text())
        .contains("Veera Vara (varsinainen edustaja: Nina Nimetty)");
  }

  @Test
  void nobodyTakesThePlaceOfAnotherOrganisation() {
    Person stranger = hall.join(2);
    takes(stranger, stranger, true).refused(422, "DEPUTY_NOT_POSSIBLE");
    hall.database()
        .rows(
            "update participant set organisation_id = ? where id = ?",
            hall.organisation("Kunta 2"),
            deputy.participant());
    takes(deputy, deputy, true).refused(422, "DEPUTY_NOT_POSSIBLE");
  }
}
