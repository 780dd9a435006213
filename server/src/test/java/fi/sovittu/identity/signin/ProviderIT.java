package fi.sovittu.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.app.Main;
import fi.sovittu.support.Answer;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import fi.sovittu.support.Provider;
import fi.sovittu.support.Service;
import fi.sovittu.support.ServiceProcess;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Staff sign in by a real OpenID Connect provider. */
class ProviderIT {
  private static Provider provider;
  private static Main node;
  private static Hall hall;
  private static int people;

  @BeforeAll
  static void start() throws Exception {
    provider = Provider.start(false);
    node = node(provider.environment());
    hall = Hall.open();
  }

  private static Main node(Map<String, String> provider) throws Exception {
    Map<String, String> environment = new HashMap<>(Service.shared().environment("postgres"));
    environment.putAll(provider);
    return Main.start(environment);
  }

  @AfterAll
  static void stop() {
    node.close();
    provider.close();
  }

  private static Person browser() {
    return new Person(Service.addressOf(node));
  }

  /** An address that nobody else of any test has, given to somebody of the staff. */
  private static String email(Hall hall, Person person) {
    String email = "henkilo" + ++people + "@example.fi";
    hall.database()
        .rows("update participant set email = ? where id = ?", email, person.participant());
    return email;
  }

  private static String begin(Person browser) {
    return browser.post("/api/sign-in/provider", new JsonObject()).done().json().getString("url");
  }

  private static Answer finish(Person browser, Map<String, String> back) {
    JsonObject body = new JsonObject();
    for (String name : List.of("state", "code", "error")) {
      if (back.containsKey(name)) {
        body.put(name, back.get(name));
      }
    }
    return browser.post("/api/sign-in/provider/return", body);
  }

  private static Answer signIn(Person browser, String account) {
    return finish(browser, new Provider.Visitor().signsIn(begin(browser), account));
  }

  private static UUID participant(Answer answer) {
    return UUID.fromString(answer.done().json().getString("participant"));
  }

  @Test
  void theWayInIsTold() {
    assertThat(browser().get("/api/sign-in").done().json())
        .isEqualTo(
            new JsonObject()
                .put("provider", new JsonObject().putNull("label"))
                .put("personalLinks", true));
    assertThat(Service.shared().stranger().get("/api/sign-in").done().json().getValue("provider"))
        .isNull();
    Service.shared()
        .stranger()
        .post("/api/sign-in/provider", new JsonObject())
        .refused(404, "NOT_FOUND");
  }

  @Test
  void theProviderIsAskedByTheCodeFlowWithPkce() {
    Person browser = browser();
    Answer begun = browser.post("/api/sign-in/provider", new JsonObject()).done();
    URI address = URI.create(begun.json().getString("url"));
    assertThat(address.toString()).startsWith(provider.issuer() + "/auth?");
    Map<String, String> asked = Provider.parameters(address);
    assertThat(asked)
        .containsEntry("response_type", "code")
        .containsEntry("client_id", Provider.CLIENT_ID)
        .containsEntry("scope", "openid email profile")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("ui_locales", "fi")
        .containsEntry(
            "redirect_uri",
            "http://localhost:" + Service.addressOf(node).getPort() + "/sign-in/return");
    assertThat(asked.get("state")).hasSize(43);
    assertThat(asked.get("nonce")).hasSize(43);
    assertThat(asked.get("code_challenge")).hasSize(43);
    assertThat(begun.header("Set-Cookie"))
        .startsWith("sign-in=")
        .contains("HTTPOnly", "SameSite=Strict", "Max-Age=600");
    // Nothing of it can be told from the cookie, nor from the database.
    String key = browser.cookie().substring("sign-in=".length());
    assertThat(asked.values()).noneMatch(value -> value.contains(key));
    assertThat(
            hall.database()
                .count(
                    "select count(*) from sign_in_attempt a where a::text like ?",
                    "%" + asked.get("state") + "%"))
        .isZero();
  }

  @Test
  void aChairSignsIn() {
    Person chair = hall.chair(Hall.EAST);
    String email = email(hall, chair);
    Person browser = browser();
    Answer in = signIn(browser, "s-chair " + email.toUpperCase() + " yes");
    assertThat(participant(in)).isEqualTo(chair.participant());
    assertThat(in.headers().allValues("Set-Cookie"))
        .anyMatch(cookie ->
            cookie.startsWith("participant-" + chair.participant() + "=")
                && cookie.contains("HTTPOnly")
                && cookie.contains("SameSite=Lax"))
        .anyMatch(cookie -> cookie.startsWith("sign-in=;") && cookie.contains("Max-Age=0"));
    Person signedIn = browser.as(chair.participant());
    signedIn.get("/api/me").done();
    JsonArray sessions = signedIn.get("/api/me/sessions").done().json().getJsonArray("sessions");
    assertThat(sessions.getJsonObject(0).getString("madeBy")).isEqualTo("PROVIDER");
    assertThat(sessions.getJsonObject(0).getBoolean("current")).isTrue();
    assertThat(
            hall.database()
                .rows(
                    "select issuer, subject, email from sign_in_identity where participant_id = ?",
                    chair.participant()))
        .containsExactly(List.of(provider.issuer(), "s-chair", email));
    assertThat(
            hall.database()
                .count(
                    "select count(*) from audit where action = 'sign-in.provider' and actor_id = ?",
                    chair.participant()))
        .isPositive();
    assertThat(
            hall.database()
                .count(
                    """
                    select count(*) from session where participant_id = ? and made_by = 'PROVIDER'
                    and expires_at > clock_timestamp() + interval '12 hours 1 minute'
                    """,
                    chair.participant()))
        .isZero();
  }

  @Test
  void theAccountIsBoundAndNotTheAddress() {
    Person secretary = hall.secretary(Hall.EAST);
    String email = email(hall, secretary);
    assertThat(participant(signIn(browser(), "s-bound " + email + " yes")))
        .isEqualTo(secretary.participant());
    assertThat(participant(signIn(browser(), "s-bound moved@example.fi no")))
        .as("the same account with another address")
        .isEqualTo(secretary.participant());
    signIn(browser(), "s-thief " + email + " yes").refused(403, "SIGN_IN_NOBODY");

    String corrected = email(hall, secretary);
    signIn(browser(), "s-bound " + email + " yes").refused(403, "SIGN_IN_NOBODY");
    assertThat(participant(signIn(browser(), "s-heir " + corrected + " yes")))
        .as("whose address the organiser has entered since")
        .isEqualTo(secretary.participant());
    signIn(browser(), "s-bound " + email + " yes").refused(403, "SIGN_IN_NOBODY");
  }

  @Test
  void onlyStaffWithAVerifiedAddressGetIn() {
    Person chair = hall.chair(Hall.WEST);
    String email = email(hall, chair);
    signIn(browser(), "s-un " + email + " no").refused(403, "SIGN_IN_UNVERIFIED");
    signIn(browser(), "s-none - no").refused(403, "SIGN_IN_NOBODY");
    signIn(browser(), "s-other nobody@example.fi yes").refused(403, "SIGN_IN_NOBODY");
    Person participant = hall.join(1);
    signIn(browser(), "s-part " + email(hall, participant) + " yes").refused(403, "SIGN_IN_NOBODY");
    Person screen = hall.screen(Hall.WEST);
    signIn(browser(), "s-screen " + email(hall, screen) + " yes").refused(403, "SIGN_IN_NOBODY");
    assertThat(
            hall.database()
                .count(
                    "select count(*) from sign_in_identity where subject in ('s-un', 's-none',"
                        + " 's-other', 's-part', 's-screen')"))
        .as("bindings of those who were refused")
        .isZero();

    assertThat(participant(signIn(browser(), "s-west " + email + " yes")))
        .isEqualTo(chair.participant());
    hall.database()
        .rows(
            "delete from role_grant where participant_id = ? and role = 'CHAIR'",
            chair.participant());
    signIn(browser(), "s-west " + email + " yes").refused(403, "SIGN_IN_NOBODY");
  }

  @Test
  void whoIsStaffOfSeveralMeetingsChooses() {
    Hall other = Hall.open();
    Person here = hall.secretary(Hall.PLENARY);
    Person there = other.organiser();
    String email = email(hall, here);
    other
        .database()
        .rows("update participant set email = ? where id = ?", email, there.participant());
    Person browser = browser();
    Answer answer = signIn(browser, "s-both " + email + " yes").done();
    assertThat(answer.json().getValue("participant")).isNull();
    assertThat(answer.headers().allValues("Set-Cookie"))
        .noneMatch(cookie -> cookie.startsWith("participant-"));
    JsonObject offer = answer.json().getJsonObject("offer");
    assertThat(offer.getJsonArray("participants")).hasSize(2);
    assertThat(
            offer.getJsonArray("participants").stream()
                .map(participant -> ((JsonObject) participant).getString("participant")))
        .containsExactlyInAnyOrder(here.participant().toString(), there.participant().toString());
    JsonObject choice =
        new JsonObject()
            .put("key", offer.getString("key"))
            .put("participant", UUID.randomUUID().toString());
    browser.post("/api/sign-in/choice", choice).refused(409, "SIGN_IN_STATE");
    browser
        .post(
            "/api/sign-in/choice",
            choice.copy().put("participant", hall.chair(Hall.EAST).participant().toString()))
        .refused(409, "SIGN_IN_STATE");
    choice.put("participant", there.participant().toString());
    assertThat(participant(browser.post("/api/sign-in/choice", choice)))
        .isEqualTo(there.participant());
    browser.as(there.participant()).get("/api/me").done();
    browser.as(here.participant()).get("/api/me").refused(401, "NO_PARTICIPANT");
    browser.post("/api/sign-in/choice", choice).refused(409, "SIGN_IN_STATE");
  }

  @Test
  void aReturnIsTakenOnceAndInTheBrowserThatBegan() {
    Person chair = hall.chair(Hall.PLENARY);
    String account = "s-once " + email(hall, chair) + " yes";
    Person browser = browser();
    Map<String, String> back = new Provider.Visitor().signsIn(begin(browser), account);
    // Somebody lures another browser to the address that belongs to this one (login CSRF).
    finish(browser(), back).refused(409, "SIGN_IN_STATE");
    Person victim = browser();
    begin(victim);
    finish(victim, back).refused(409, "SIGN_IN_STATE");
    Map<String, String> mixed = new HashMap<>(back);
    mixed.put("state", Provider.parameters(URI.create(begin(victim))).get("state"));
    finish(victim, mixed).refused(401, "SIGN_IN_INVALID");

    Person replaying = browser().as(null);
    Answer in = finish(browser, back);
    assertThat(in.status()).as("the provider has ended a code that was tried twice").isIn(200, 401);
    finish(browser, back).refused(409, "SIGN_IN_STATE");
    finish(replaying, back).refused(409, "SIGN_IN_STATE");
  }

  @Test
  void aReturnThatIsTakenIsTakenWhateverCameOfIt() {
    Person chair = hall.chair(Hall.PLENARY);
    Person browser = browser();
    Person copy = browser();
    String address = begin(browser);
    String cookie = browser.cookie();
    Map<String, String> back =
        new Provider.Visitor().signsIn(address, "s-twice " + email(hall, chair) + " yes");
    Map<String, String> wrong = new HashMap<>(back);
    wrong.put("code", "a-code-that-was-guessed");
    finish(browser, wrong).refused(401, "SIGN_IN_INVALID");
    JsonObject body =
        new JsonObject().put("state", back.get("state")).put("code", back.get("code"));
    copy.send(
            copy.withoutParticipant("/api/sign-in/provider/return")
                .header("Cookie", cookie)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.encode())))
        .refused(409, "SIGN_IN_STATE");
  }

  @Test
  void whatTakesTooLongIsOver() {
    Person browser = browser();
    Map<String, String> back =
        new Provider.Visitor()
            .signsIn(begin(browser), "s-late " + email(hall, hall.chair(Hall.PLENARY)) + " yes");
    hall.database()
        .rows("update sign_in_attempt set expires_at = clock_timestamp() - interval '1 second'");
    finish(browser, back).refused(409, "SIGN_IN_STATE");
  }

  @Test
  void whoTurnsBackMayBeginAgain() {
    Person browser = browser();
    Map<String, String> back = new Provider.Visitor().declines(begin(browser));
    assertThat(back).containsEntry("error", "access_denied");
    finish(browser, back).refused(403, "SIGN_IN_DECLINED");
    finish(browser, back).refused(409, "SIGN_IN_STATE");
    Person other = browser();
    Map<String, String> odd =
        Map.of(
            "state",
            Provider.parameters(URI.create(begin(other))).get("state"),
            "error",
            "server_error\r\nInjected: line");
    finish(other, odd).refused(401, "SIGN_IN_INVALID");
  }

  @Test
  void aSessionIsNeverOneThatTheBrowserBrought() {
    Person chair = hall.chair(Hall.EAST);
    String email = email(hall, chair);
    Person browser = browser();
    String address = begin(browser);
    Map<String, String> back = new Provider.Visitor().signsIn(address, "s-fix " + email + " yes");
    Answer in = finish(browser, back).done();
    String set =
        in.headers().allValues("Set-Cookie").stream()
            .filter(cookie -> cookie.startsWith("participant-"))
            .findFirst()
            .orElseThrow();
    String again =
        signIn(browser, "s-fix " + email + " yes").done().headers().allValues("Set-Cookie").stream()
            .filter(cookie -> cookie.startsWith("participant-"))
            .findFirst()
            .orElseThrow();
    assertThat(again).isNotEqualTo(set);
  }

  @Test
  void noAddressIsTakenFromARequest() {
    Person browser = browser();
    for (String path :
        List.of(
            "/sign-in?returnTo=https://evil.example",
            "/sign-in/return?state=x&code=y&redirect_uri=https://evil.example",
            "/sessions?as=//evil.example")) {
      Answer page = browser.get(path);
      assertThat(page.status()).as(path).isEqualTo(200);
      assertThat(page.header("Location")).isEmpty();
      assertThat(page.text()).doesNotContain("evil.example");
    }
    browser
        .post("/api/sign-in/provider", new JsonObject().put("returnTo", "https://evil.example"))
        .refused(400, "BAD_REQUEST");
    browser.get("/sign-in/return?state=x").done();
    assertThat(
            hall.database()
                .count(
                    "select count(*) from session where made_by = 'PROVIDER' and participant_id is"
                        + " null"))
        .isZero();
  }

  @Test
  void aProviderThatIsAwayIsTold() throws Exception {
    Map<String, String> gone = new HashMap<>(provider.environment());
    gone.put("SOVITTU_OIDC_ISSUER", "http://127.0.0.1:9");
    try (Main lonely = node(gone)) {
      Person browser = new Person(Service.addressOf(lonely));
      browser.get("/api/sign-in").done();
      Answer refusal =
          browser.post("/api/sign-in/provider", new JsonObject()).refused(503, "SIGN_IN_AWAY");
      assertThat(refusal.header("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void overHttpsTheCookieIsOfThisHostOnly() throws Exception {
    Map<String, String> environment = new HashMap<>(provider.environment());
    int port = ServiceProcess.freePort();
    environment.put("SOVITTU_PORT", Integer.toString(port));
    environment.put("SOVITTU_BASE_URL", "https://hyte.example.fi");
    try (Main secure = node(environment)) {
      assertThat(secure.links().joinUrl()).startsWith("https:");
      Answer begun =
          new Person(URI.create("http://127.0.0.1:" + port))
              .post("/api/sign-in/provider", new JsonObject())
              .done();
      assertThat(begun.header("Set-Cookie"))
          .startsWith("__Host-sign-in=")
          .contains("Secure", "HTTPOnly", "SameSite=Strict", "Path=/;");
      assertThat(Provider.parameters(URI.create(begun.json().getString("url"))))
          .containsEntry("redirect_uri", "https://hyte.example.fi/sign-in/return");
    }
  }

  @Test
  void theAddressMayComeInTheIdTokenToo() throws Exception {
    try (Provider other = Provider.start(true);
        Main second = node(other.environment())) {
      Person chair = hall.chair(Hall.EAST);
      String email = email(hall, chair);
      Person browser = new Person(Service.addressOf(second));
      assertThat(participant(signIn(browser, "s-claims " + email + " yes")))
          .isEqualTo(chair.participant());
    }
  }
}
