package fi.sovittu.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.app.Main;
import fi.sovittu.support.Answer;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Log;
import fi.sovittu.support.Person;
import fi.sovittu.support.Provider;
import fi.sovittu.support.Service;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a provider never sends, and somebody in between might. */
class ForgedTokenIT {
  private static Main node;
  private static Forger forger;
  private static Hall hall;
  private static Person chair;

  private Function<JsonObject, String> usual;

  @BeforeAll
  static void start() throws Exception {
    forger = new Forger();
    Map<String, String> environment = new HashMap<>(Service.shared().environment("postgres"));
    environment.put("SOVITTU_OIDC_ISSUER", forger.issuer());
    environment.put("SOVITTU_OIDC_CLIENT_ID", Forger.CLIENT);
    environment.put("SOVITTU_OIDC_CLIENT_SECRET", Forger.SECRET);
    node = Main.start(environment);
    hall = Hall.open();
    chair = hall.chair(Hall.EAST);
    hall.database()
        .rows(
            "update participant set email = 'forged@example.fi' where id = ?", chair.participant());
  }

  @AfterAll
  static void stop() {
    node.close();
    forger.close();
  }

  @BeforeEach
  void remember() {
    usual = forger.token;
    forger.userInfo =
        new JsonObject()
            .put("sub", "forged")
            .put("email", "forged@example.fi")
            .put("email_verified", true);
  }

  @AfterEach
  void restore() {
    forger.token = usual;
    forger.answer = null;
    forger.status = 200;
    forger.delayMillis = 0;
    forger.published = new JsonArray().add(Forger.jwk(forger.keys(), "k1"));
  }

  private static Answer signIn() {
    Person browser = new Person(Service.addressOf(node));
    Answer begun = browser.post("/api/sign-in/provider", new JsonObject()).done();
    Map<String, String> asked = Provider.parameters(URI.create(begun.json().getString("url")));
    forger.nonce = asked.get("nonce");
    return browser.post(
        "/api/sign-in/provider/return",
        new JsonObject().put("state", asked.get("state")).put("code", "code"));
  }

  private static long sessions() {
    return hall.database()
        .count(
            "select count(*) from session where participant_id = ? and made_by = 'PROVIDER'",
            chair.participant());
  }

  private void refused(String code, Function<JsonObject, String> token) {
    long before = sessions();
    forger.token = token;
    Answer answer = signIn();
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.headers().allValues("Set-Cookie"))
        .noneMatch(cookie -> cookie.startsWith("participant-"));
    assertThat(sessions()).isEqualTo(before);
  }

  private String sign(JsonObject claims) {
    return Forger.signed(claims, forger.keys(), "k1");
  }

  @Test
  void aRightTokenSignsIn() {
    assertThat(UUID.fromString(signIn().done().json().getString("participant")))
        .isEqualTo(chair.participant());
    assertThat(forger.lastForm)
        .contains("grant_type=authorization_code", "code=code", "code_verifier=", "redirect_uri=");
  }

  @Test
  void aTokenOfSomebodyElseIsRefused() {
    refused("SIGN_IN_INVALID", claims -> sign(claims.put("aud", "another")));
    refused(
        "SIGN_IN_INVALID",
        claims -> sign(claims.put("aud", new JsonArray().add("another").add(Forger.CLIENT))));
    refused("SIGN_IN_INVALID", claims -> sign(claims.put("azp", "another")));
    refused("SIGN_IN_INVALID", claims -> sign(claims.put("iss", "https://evil.example")));
    refused("SIGN_IN_INVALID", claims -> sign(claims.put("nonce", "of another sign-in")));
    refused("SIGN_IN_INVALID", claims -> sign(claims.putNull("nonce")));
    refused("SIGN_IN_INVALID", claims -> sign(claims.putNull("aud")));
    refused("SIGN_IN_INVALID", claims -> sign(claims.putNull("sub")));
  }

  @Test
  void aTokenOfAnotherTimeIsRefused() {
    long now = System.currentTimeMillis() / 1000;
    refused("SIGN_IN_CLOCK", claims -> sign(claims.put("exp", now - 300)));
    refused("SIGN_IN_CLOCK", claims -> sign(claims.put("iat", now + 600)));
    refused("SIGN_IN_CLOCK", claims -> sign(claims.put("iat", now - 3600)));
    refused("SIGN_IN_CLOCK", claims -> sign(claims.put("nbf", now + 600)));
  }

  @Test
  void aTokenThatTheProviderDidNotSignIsRefused() {
    KeyPair others = Forger.newKeys();
    byte[] publicKey = forger.keys().getPublic().getEncoded();
    refused("SIGN_IN_INVALID", claims -> Forger.signed(claims, others, "k1"));
    refused("SIGN_IN_INVALID", claims -> Forger.signed(claims, others, "unknown"));
    refused("SIGN_IN_INVALID", claims -> Forger.unsigned(claims, "."));
    refused("SIGN_IN_INVALID", claims -> Forger.unsigned(claims, ""));
    refused("SIGN_IN_INVALID", claims -> Forger.unsigned(claims, ".c2ln"));
    refused("SIGN_IN_INVALID", claims -> Forger.sealed(claims, publicKey, "k1"));
    refused(
        "SIGN_IN_INVALID",
        claims -> Forger.sealed(claims, Forger.SECRET.getBytes(StandardCharsets.UTF_8), "k1"));
    refused("SIGN_IN_INVALID", claims -> sign(claims) + "x");
    refused("SIGN_IN_INVALID", claims -> "nonsense");
    refused("SIGN_IN_INVALID", claims -> null);
    forger.published = new JsonArray();
    refused("SIGN_IN_INVALID", this::sign);
    refused("SIGN_IN_INVALID", claims -> Forger.unsigned(claims, ""));
  }

  @Test
  void newKeysAreKnownAtOnce() {
    KeyPair next = Forger.newKeys();
    forger.published.add(Forger.jwk(next, "k2"));
    forger.token = claims -> Forger.signed(claims, next, "k2");
    signIn().done();
    // And old ones are forgotten.
    forger.published = new JsonArray().add(Forger.jwk(next, "k2"));
    refused("SIGN_IN_INVALID", claims -> Forger.signed(claims, forger.keys(), "k1"));
  }

  @Test
  void detailsOfSomebodyElseAreRefused() {
    forger.userInfo.put("sub", "another");
    refused("SIGN_IN_INVALID", this::sign);
    forger.userInfo.remove("sub");
    refused("SIGN_IN_INVALID", this::sign);
  }

  @Test
  void aProviderThatFailsIsTold() {
    forger.status = 500;
    refused("SIGN_IN_INVALID", this::sign);
    forger.status = 200;
    forger.answer = "{\"error\":\"invalid_grant\"}";
    refused("SIGN_IN_INVALID", this::sign);
    forger.answer = "not JSON";
    refused("SIGN_IN_INVALID", this::sign);
    forger.answer = null;
    forger.delayMillis = fi.sovittu.identity.signin.Provider.PATIENCE.toMillis() + 1_000;
    refused("SIGN_IN_AWAY", this::sign);
  }

  @Test
  void nothingFromOutsideWritesLinesIntoTheLog() {
    try (Log log = new Log()) {
      forger.answer =
          new JsonObject()
              .put("error", "x\r\nERROR forged line")
              .put("error_description", "y\n2026-04-02 ERROR another forged line")
              .encode();
      refused("SIGN_IN_INVALID", this::sign);
      assertThat(log.lines())
          .isNotEmpty()
          .allMatch(line -> !line.contains("\n") && !line.contains("\r"));
      forger.answer = null;
      refused("SIGN_IN_INVALID", claims -> sign(claims.put("nonce", "secret-of-a-token")));
      forger.status = 500;
      refused("SIGN_IN_INVALID", this::sign);
      forger.status = 200;
      signIn().done();
      assertThat(String.join("\n", log.lines()))
          .doesNotContain("forged line", "secret-of-a-token", "forged@example.fi")
          .doesNotContain(Forger.SECRET, "eyJ", "opaque");
    }
  }
}
