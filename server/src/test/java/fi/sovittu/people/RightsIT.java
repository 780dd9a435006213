package fi.sovittu.people;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Ballots;
import fi.sovittu.support.Eventually;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Listener;
import fi.sovittu.support.Person;
import fi.sovittu.support.PollForm;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What organisers and others at the desk give and take, and what follows of it at once. */
class RightsIT {
  private Hall hall;
  private Person organiser;

  @BeforeEach
  void open() {
    hall = Hall.open();
    organiser = hall.organiser();
  }

  private UUID imported(String head, String row) {
    Rosters.take(organiser, Rosters.utf8(head + "\n" + row + "\n"));
    return Rosters.id(Rosters.person(organiser, row.split(";")[0]));
  }

  /** Someone from the roster, present on site. */
  private Person comes(UUID id) {
    Person person = Rosters.opens(hall, id);
    person.isHere("ON_SITE", null).done();
    return person;
  }

  private void gives(UUID id, String what, Object value) {
    JsonObject entry =
        Rosters.people(organiser).stream()
            .map(JsonObject.class::cast)
            .filter(one -> Rosters.id(one).equals(id))
            .findFirst()
            .orElseThrow();
    Rosters.put(organiser, id, Rosters.form(entry).put(what, value)).done();
  }

  private static boolean isEntitled(Person person, UUID poll) {
    return person.get(Person.ballotOf(poll)).done().json().getBoolean("entitled");
  }

  private int entitled(UUID poll) {
    return hall.result(organiser, "desk", poll).getInteger("entitled");
  }

  private JsonArray register(UUID poll) {
    return organiser.get("/api/polls/" + poll + "/register").done().json().getJsonArray("voters");
  }

  private static JsonObject thumb(String key, int revision) {
    return Ballots.thumb(key, revision, "UP");
  }

  @Test
  void anObserverSeesAndDoesNotVote() {
    UUID id = imported("Nimi;Organisaatio;Roolit", "Olli Observ;Kunta 1;tarkkailija");
    Person observer = comes(id);
    Person voter = hall.join(1);
    UUID poll = hall.asks(PollForm.thumbs());
    assertThat(isEntitled(observer, poll)).isFalse();
    observer.votes(poll, thumb(Ballots.key(), 1)).refused(403, "NOT_ENTITLED");
    assertThat(hall.view(observer, "polls", poll)).isNotNull();
    assertThat(entitled(poll)).isOne();
    assertThat(register(poll)).hasSize(1);
    voter.votes(poll, thumb(Ballots.key(), 1)).done();

    // Made a participant while the poll is open, the ballot is there at once.
    try (Listener phone = Listener.of(observer)) {
      String results = "sovittu.results." + hall.room(Hall.PLENARY);
      assertThat(phone.register(results)).isTrue();
      gives(id, "roles", new JsonArray().add(Rosters.grant("PARTICIPANT", null)));
      phone.await(results, section -> Hall.resultIn(section, poll).getInteger("entitled") == 2);
    }
    assertThat(observer.get("/api/me").json().getString("voting")).isEqualTo("YES");
    observer.votes(poll, thumb(Ballots.key(), 1)).done();

    gives(id, "roles", new JsonArray().add(Rosters.grant("OBSERVER", null)));
    observer.votes(poll, thumb(Ballots.key(), 2)).refused(403, "NOT_ENTITLED");
    hall.closes(poll);
    // What was cast while it might be stays counted.
    assertThat(hall.result(organiser, "desk", poll).getInteger("voted")).isEqualTo(2);
  }

  @Test
  void whatIsTakenAwayIsGoneAtOnceAlsoOnOpenSockets() {
    UUID id =
        imported("Nimi;Organisaatio;Roolit", "Sirpa Siht;Kunta 1;sihteeri: Itäosio, osallistuja");
    Person secretary = Rosters.opens(hall, id);
    String desk = "sovittu.desk." + hall.room(Hall.EAST);
    String people = "sovittu.people." + hall.id();
    try (Listener socket = Listener.of(secretary)) {
      assertThat(socket.register(desk)).isTrue();
      assertThat(socket.register(people)).isTrue();
      hall.prepares(Hall.EAST, PollForm.thumbs());
      Eventually.until("the desk is heard", () -> !socket.at(desk).isEmpty());
      gives(id, "roles", new JsonArray().add(Rosters.grant("PARTICIPANT", null)));
      int heard = socket.at(desk).size();
      hall.prepares(Hall.EAST, PollForm.thumbs());
      String plenary = "sovittu.agenda." + hall.room(Hall.PLENARY);
      assertThat(socket.register(plenary)).isTrue();
      hall.moves(Hall.PLENARY, null, "Avaus");
      socket.await(plenary, section -> true);
      assertThat(socket.at(desk)).hasSize(heard);
      assertThat(socket.register(desk)).isFalse();
    }
    secretary.get("/api/participants").refused(403, "FORBIDDEN");
    assertThat(secretary.section("people", hall.id())).isNull();
    // A person may have several roles.
    gives(
        id,
        "roles",
        new JsonArray()
            .add(Rosters.grant("CHAIR", hall.room(Hall.EAST)))
            .add(Rosters.grant("CHAIR", hall.room(Hall.WEST)))
            .add(Rosters.grant("PARTICIPANT", null)));
    hall.prepares(Hall.EAST, PollForm.thumbs());
    assertThat(secretary.section("desk", hall.room(Hall.WEST))).isNotNull();
  }

  @Test
  void onlyOrganisersDecideAndNeverWithoutOne() {
    UUID id = imported("Nimi;Organisaatio", "Anna Aalto;Kunta 1");
    JsonObject form = Rosters.form(Rosters.person(organiser, "Anna Aalto"));
    for (Person other :
        List.of(hall.chair(Hall.PLENARY), hall.secretary(Hall.PLENARY), hall.join(1))) {
      Rosters.put(other, id, form).refused(403, "FORBIDDEN");
      other.get("/api/participants/" + id + "/link").refused(403, "FORBIDDEN");
    }
    JsonObject own =
        Rosters.form(Rosters.person(organiser, "Suunnittelija")).put("roles", new JsonArray());
    Rosters.put(organiser, organiser.participant(), own).refused(422, "OWN_ROLE");
    Rosters.put(Hall.open().organiser(), id, form).refused(404, "NOT_FOUND");
    assertThat(
            Rosters.put(
                    organiser,
                    id,
                    form.copy()
                        .put("name", " \u00A0")
                        .put("email", "x")
                        .put("room", hall.room(Hall.PLENARY).toString())
                        .put("deputyOf", hall.chair(Hall.EAST).participant().toString())
                        .put("roles", new JsonArray().add(Rosters.grant("CHAIR", null))))
                .refused(422, "PARTICIPANT_INVALID")
                .fields()
                .stream()
                .map(field -> ((JsonObject) field).getString("field")))
        .containsExactly("name", "email", "room", "roles", "deputyOf");
    UUID fresh = UUID.randomUUID();
    JsonObject ben = form.copy().put("name", "Ben Berg").put("email", "ben@example.org");
    Rosters.put(organiser, fresh, ben).done();
    Rosters.put(organiser, fresh, ben).done();
    Rosters.put(organiser, id, form.copy().put("email", "BEN@example.org"))
        .refused(409, "EMAIL_TAKEN");
    assertThat(Rosters.id(Rosters.person(organiser, "Ben Berg"))).isEqualTo(fresh);
    // The creation and the change, once each.
    assertThat(
            hall.database()
                .count(
                    "select count(*) from audit where action = 'people.put' and subject_id = ?",
                    fresh))
        .isOne();
  }

  @Test
  void aRevokedLinkClosesWhatItOpened() {
    UUID id = imported("Nimi;Organisaatio", "Anna Aalto;Kunta 1");
    String path = "/api/participants/" + id + "/link";
    String first = organiser.get(path).done().json().getString("url");
    Person anna = Person.opening(hall.service(), first);
    Listener socket = Listener.of(anna);
    assertThat(socket.register("sovittu.meeting." + hall.id())).isTrue();
    JsonObject next = new JsonObject().put("generation", 2).put("valid", true);
    String second = organiser.put(path, next).done().json().getString("url");
    assertThat(organiser.put(path, next).done().json().getString("url")).isEqualTo(second);
    Eventually.until("the socket is cut", socket::isClosed);
    anna.get("/api/me").refused(401, "NO_PARTICIPANT");
    opening(first).refused(401, "LINK_UNKNOWN");
    Person again = Person.opening(hall.service(), second);
    again.get("/api/me").done();
    organiser.put(path, new JsonObject().put("generation", 2).put("valid", false)).done();
    again.get("/api/me").refused(401, "NO_PARTICIPANT");
    opening(second).refused(401, "LINK_UNKNOWN");
    organiser
        .put(path, new JsonObject().put("generation", 2).put("valid", true))
        .refused(409, "LINK_CHANGED");
    organiser.put(path, new JsonObject().put("generation", 3).put("valid", true)).done();

    Person chair = hall.chair(Hall.EAST);
    chair.get("/api/me").done();
    JsonObject key = new JsonObject().put("key", UUID.randomUUID().toString());
    organiser.post("/api/links/reissue", key).done();
    organiser.post("/api/links/reissue", key).done();
    chair.get("/api/me").refused(401, "NO_PARTICIPANT");
    organiser.get("/api/me").done();
    assertThat(organiser.get(path).json().getInteger("generation")).isEqualTo(4);
    // Participants' links are not among those of the staff.
    assertThat(organiser.get("/api/links").json().getJsonArray("links")).hasSize(10);
  }

  private fi.sovittu.support.Answer opening(String link) {
    return new Person(hall.service())
        .post("/api/sessions", new JsonObject().put("link", link.substring(link.indexOf('#') + 1)));
  }

  @Test
  void groupsOfPersonsBesideThoseOfOrganisations() {
    String head = "Nimi;Organisaatio;Ryhmät";
    Person inGroup = comes(imported(head, "Anna Aalto;Kunta 9;Kolme kuntaa"));
    UUID id = imported(head, "Ben Berg;Kunta 9;");
    Person comesLater = comes(id);
    UUID poll = hall.asks(PollForm.thumbs().of(hall.group(Hall.THREE_MUNICIPALITIES)));
    Person municipality = hall.join(2);
    assertThat(isEntitled(inGroup, poll)).isTrue();
    assertThat(isEntitled(municipality, poll)).isTrue();
    comesLater.votes(poll, thumb(Ballots.key(), 1)).refused(403, "NOT_ENTITLED");
    gives(id, "groups", new JsonArray().add(hall.group(Hall.THREE_MUNICIPALITIES).toString()));
    comesLater.votes(poll, thumb(Ballots.key(), 1)).done();
    assertThat(entitled(poll)).isEqualTo(3);
    // A person's group makes no voter of the organisation.
    UUID ofOrganisations =
        hall.asks(
            PollForm.thumbs().named().ofOrganisations().of(hall.group(Hall.THREE_MUNICIPALITIES)));
    inGroup.votes(ofOrganisations, thumb(null, 1)).refused(403, "NOT_ENTITLED");
  }

  @Test
  void onlyRepresentativesVoteForTheirOrganisation() {
    String head = "Nimi;Organisaatio;Edustaa";
    Person representative = comes(imported(head, "Anna Aalto;Kunta 1;x"));
    UUID id = imported(head, "Ben Berg;Kunta 2;ei");
    Person colleague = comes(id);
    UUID poll = hall.asks(PollForm.thumbs().named().ofOrganisations());
    representative.votes(poll, thumb(null, 1)).done();
    assertThat(isEntitled(colleague, poll)).isFalse();
    colleague.votes(poll, thumb(null, 1)).refused(403, "NOT_ENTITLED");
    assertThat(register(poll).stream().filter(voter -> ((JsonObject) voter).getBoolean("present")))
        .hasSize(1);
    gives(id, "represents", true);
    colleague.votes(poll, thumb(null, 1)).done();
    assertThat(colleague.get("/api/me").json().getBoolean("represents")).isTrue();
  }
}
