package fi.sovittu.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.app.Main;
import fi.sovittu.base.Tokens;
import fi.sovittu.support.Answer;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import fi.sovittu.support.Service;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links that sign staff in once. */
class SignInLinkIT {
  private Hall hall;

  @BeforeEach
  void open() {
    hall = Hall.open();
  }

  private Answer make(Person organiser, UUID person, UUID link) {
    return organiser.send(
        organiser
            .request("/api/participants/" + person + "/sign-in-links/" + link)
            .PUT(BodyPublishers.noBody()));
  }

  private String made(Person person) {
    String url =
        make(hall.organiser(), person.participant(), UUID.randomUUID())
            .done()
            .json()
            .getString("url");
    assertThat(url).matches("http://localhost:\\d+/sign-in#[A-Za-z0-9_-]{22}");
    return url.substring(url.indexOf('#') + 1);
  }

  private Person browser() {
    return new Person(hall.service());
  }

  private static Answer use(Person browser, String token, String key) {
    return browser.post("/api/sign-in/link", new JsonObject().put("link", token).put("key", key));
  }

  private static Answer use(Person browser, String token) {
    return use(browser, token, Tokens.random());
  }

  @Test
  void aSecretarySignsInOnce() {
    Person secretary = hall.secretary(Hall.EAST);
    String token = made(secretary);
    Person browser = browser();
    // Whatever opens the link first uses nothing up: scanners of e-mail do.
    for (int i = 0; i < 3; i++) {
      browser().get("/sign-in").done();
    }
    Answer in = use(browser, token).done();
    assertThat(in.json().getString("participant")).isEqualTo(secretary.participant().toString());
    assertThat(in.header("Set-Cookie"))
        .startsWith("participant-" + secretary.participant() + "=")
        .contains("HTTPOnly", "SameSite=Lax");
    browser.as(secretary.participant()).get("/api/me").done();
    use(browser, token).refused(410, "SIGN_IN_LINK_USED");
    use(browser(), token).refused(410, "SIGN_IN_LINK_USED");
    assertThat(
            hall.database()
                .column(
                    "select action from audit where subject_id = ? and action like 'sign-in%' order"
                        + " by id",
                    secretary.participant()))
        .containsExactly("sign-in.link", "sign-in.link.use");
  }

  @Test
  void itIsToldInThreeLanguagesWhatToDo() {
    String token = made(hall.chair(Hall.EAST));
    use(browser(), token).done();
    for (Map.Entry<String, String> language :
        Map.of("fi", "Pyydä järjestäjältä", "sv", "Be arrangören", "en", "Ask the organiser")
            .entrySet()) {
      Person browser = browser();
      assertThat(
              browser
                  .send(
                      browser
                          .withoutParticipant("/api/sign-in/link")
                          .header("Accept-Language", language.getKey())
                          .header("Content-Type", "application/json")
                          .POST(
                              BodyPublishers.ofString(
                                  new JsonObject()
                                      .put("link", token)
                                      .put("key", Tokens.random())
                                      .encode())))
                  .refused(410, "SIGN_IN_LINK_USED")
                  .json()
                  .getString("title"))
          .contains(language.getValue());
    }
  }

  @Test
  void aPageWhoseAnswerWasLostAsksAgain() {
    Person chair = hall.chair(Hall.EAST);
    String token = made(chair);
    String key = Tokens.random();
    Person lost = browser();
    use(lost, token, key).done();
    Person again = browser();
    use(again, token, key).done();
    again.as(chair.participant()).get("/api/me").done();
    lost.as(chair.participant()).get("/api/me").refused(401, "NO_PARTICIPANT");
    use(browser(), token, Tokens.random()).refused(410, "SIGN_IN_LINK_USED");
    hall.database()
        .rows(
            "update sign_in_link set used_at = clock_timestamp() - interval '121 seconds' where"
                + " participant_id = ?",
            chair.participant());
    use(again, token, key).refused(410, "SIGN_IN_LINK_USED");
  }

  @Test
  void ofManyAtOnceOneGetsIn() {
    Person chair = hall.chair(Hall.EAST);
    String token = made(chair);
    List<CompletableFuture<Answer>> tries =
        IntStream.range(0, 12)
            .mapToObj(i ->
                browser()
                    .posting(
                        "/api/sign-in/link",
                        new JsonObject().put("link", token).put("key", Tokens.random())))
            .toList();
    assertThat(tries.stream().filter(one -> one.join().status() == 200)).hasSize(1);
    assertThat(tries.stream().filter(one -> one.join().status() == 410)).hasSize(11);
    assertThat(
            hall.database()
                .count(
                    "select count(*) from session where participant_id = ? and made_by ="
                        + " 'ONE_TIME_LINK'",
                    chair.participant()))
        .isOne();
  }

  @Test
  void aLinkThatIsOverSaysSo() {
    Person chair = hall.chair(Hall.EAST);
    String token = made(chair);
    assertThat(
            hall.database()
                .count(
                    "select count(*) from sign_in_link where participant_id = ? and expires_at"
                        + " between clock_timestamp() + interval '23 hours 59 minutes' and"
                        + " clock_timestamp() + interval '24 hours'",
                    chair.participant()))
        .isOne();
    hall.database()
        .rows(
            "update sign_in_link set expires_at = clock_timestamp() - interval '1 second' where"
                + " participant_id = ?",
            chair.participant());
    use(browser(), token).refused(410, "SIGN_IN_LINK_OVER");
  }

  @Test
  void whatIsNoLinkOpensNothing() {
    String token = made(hall.chair(Hall.EAST));
    for (String wrong :
        new String[] {
          token.substring(1) + "A",
          Tokens.random(),
          "' or ''=''--",
          "ääääääääää",
          "x".repeat(100),
          "cut"
        }) {
      use(browser(), wrong).refused(401, "LINK_UNKNOWN");
    }
    use(browser(), "").refused(400, "BAD_REQUEST");
    use(browser(), token, "no key").refused(400, "BAD_REQUEST");
    use(browser(), token).done();
  }

  @Test
  void aNewLinkReplacesOneThatWaits() {
    Person chair = hall.chair(Hall.EAST);
    String first = made(chair);
    String second = made(chair);
    use(browser(), first).refused(401, "LINK_UNKNOWN");
    use(browser(), second).done();
  }

  @Test
  void theSameCommandTellsTheSameLink() {
    UUID person = hall.chair(Hall.EAST).participant();
    UUID id = UUID.randomUUID();
    JsonObject first = make(hall.organiser(), person, id).done().json();
    assertThat(make(hall.organiser(), person, id).done().json()).isEqualTo(first);
    make(hall.organiser(), hall.chair(Hall.WEST).participant(), id).refused(404, "NOT_FOUND");
    assertThat(
            hall.database()
                .count(
                    "select count(*) from audit where subject_id = ? and action = 'sign-in.link'",
                    person))
        .isOne();
  }

  @Test
  void onlyOrganisersMakeThemAndForStaffOfTheirMeetingOnly() {
    UUID person = hall.chair(Hall.EAST).participant();
    for (Person other :
        new Person[] {
          hall.chair(Hall.PLENARY), hall.secretary(Hall.EAST), hall.screen(Hall.EAST), hall.join(1)
        }) {
      make(other, person, UUID.randomUUID()).refused(403, "FORBIDDEN");
    }
    make(Hall.open().organiser(), person, UUID.randomUUID()).refused(404, "NOT_FOUND");
    make(hall.organiser(), UUID.randomUUID(), UUID.randomUUID()).refused(404, "NOT_FOUND");
    make(hall.organiser(), hall.join(1).participant(), UUID.randomUUID()).refused(422, "NOT_STAFF");
    make(hall.organiser(), hall.screen(Hall.EAST).participant(), UUID.randomUUID())
        .refused(422, "NOT_STAFF");
  }

  @Test
  void whoIsStaffNoMoreGetsInNoMore() {
    Person chair = hall.chair(Hall.EAST);
    String token = made(chair);
    hall.database().rows("delete from role_grant where participant_id = ?", chair.participant());
    use(browser(), token).refused(401, "LINK_UNKNOWN");
  }

  @Test
  void revokingThePersonalLinkEndsOneThatWaits() {
    Person chair = hall.chair(Hall.EAST);
    String token = made(chair);
    hall.organiser()
        .put(
            "/api/participants/" + chair.participant() + "/link",
            new JsonObject().put("generation", 1).put("valid", false))
        .done();
    use(browser(), token).refused(401, "LINK_UNKNOWN");
  }

  @Test
  void onlyTheHashIsStored() {
    String token = made(hall.chair(Hall.EAST));
    assertThat(
            hall.database()
                .count(
                    "select count(*) from sign_in_link l where l::text like ?", "%" + token + "%"))
        .isZero();
    assertThat(
            hall.database()
                .count(
                    "select count(*) from sign_in_link where token_hash = sha256(convert_to(?,"
                        + " 'UTF8'))",
                    token))
        .isOne();
  }

  @Test
  void wherePersonalLinksSignNoStaffInOneTimeLinksDo() throws Exception {
    Map<String, String> environment = new HashMap<>(Service.shared().environment("postgres"));
    environment.put("SOVITTU_STAFF_LINKS", "off");
    try (Main node = Main.start(environment)) {
      assertThat(node.links().links()).allMatch(link -> link.role().name().equals("SCREEN"));
      assertThat(node.signIns()).isNotEmpty();
      Person organiser = new Person(Service.addressOf(node));
      String url = node.signIns().getFirst().url();
      Answer in = use(organiser, url.substring(url.indexOf('#') + 1)).done();
      organiser.as(UUID.fromString(in.json().getString("participant"))).get("/api/links").done();

      String chair = hall.link("CHAIR", Hall.EAST);
      Person browser = new Person(Service.addressOf(node));
      browser
          .post(
              "/api/sessions",
              new JsonObject().put("link", chair.substring(chair.indexOf('#') + 1)))
          .refused(403, "STAFF_LINKS_OFF");
      Person.opening(Service.addressOf(node), hall.link("SCREEN", Hall.EAST));
      assertThat(browser.get("/api/sign-in").done().json().getBoolean("personalLinks")).isFalse();
    }
  }
}
