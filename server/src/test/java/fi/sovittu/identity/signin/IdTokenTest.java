package fi.sovittu.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import fi.sovittu.base.Problem;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdTokenTest {
  private static final Instant NOW = Instant.parse("2026-04-02T09:00:00Z");
  private static final String ISSUER = "https://login.example.fi/tenant";

  private static JsonObject claims() {
    return new JsonObject()
        .put("iss", ISSUER)
        .put("aud", "sovittu")
        .put("sub", "s1")
        .put("nonce", "n")
        .put("iat", NOW.getEpochSecond() - 2)
        .put("exp", NOW.getEpochSecond() + 600);
  }

  private static void check(JsonObject claims) {
    IdToken.check(claims, ISSUER, "sovittu", "n", NOW);
  }

  private static Problem.Code refusal(UnaryOperator<JsonObject> change) {
    Throwable refused = catchThrowable(() -> check(change.apply(claims())));
    return refused instanceof IdToken.Refused known ? known.code() : null;
  }

  @Test
  void whatIsRightIsBelieved() {
    assertThatCode(() -> check(claims())).doesNotThrowAnyException();
    assertThat(refusal(claims -> claims.put("iss", ISSUER + "/"))).isNull();
    assertThat(refusal(claims -> claims.put("aud", new JsonArray().add("sovittu")))).isNull();
    assertThat(refusal(claims -> claims.put("azp", "sovittu"))).isNull();
    assertThat(
            refusal(claims ->
                claims.put("aud", new JsonArray().add("x").add("sovittu")).put("azp", "sovittu")))
        .isNull();
    assertThat(refusal(claims -> claims.put("nbf", NOW.getEpochSecond() + 60))).isNull();
  }

  @Test
  void whatIsMeantForSomebodyOrSomethingElseIsRefused() {
    List<UnaryOperator<JsonObject>> changes =
        List.of(
            claims -> claims.put("iss", "https://evil.example/tenant"),
            claims -> claims.put("iss", ISSUER + ".evil.example"),
            claims -> claims.put("iss", 7),
            claims -> without(claims, "iss"),
            claims -> claims.put("aud", "another"),
            claims -> claims.put("aud", new JsonArray().add("another")),
            claims -> claims.put("aud", new JsonArray().add("sovittu").add("another")),
            claims -> claims.put("aud", new JsonArray()),
            claims -> claims.putNull("aud"),
            claims -> without(claims, "aud"),
            claims -> claims.put("azp", "another"),
            claims -> claims.put("nonce", "another"),
            claims -> claims.put("nonce", ""),
            claims -> claims.putNull("nonce"),
            claims -> without(claims, "nonce"),
            claims -> without(claims, "sub"),
            claims -> claims.put("sub", ""),
            claims -> claims.put("sub", 7),
            claims -> claims.put("sub", "x".repeat(256)),
            claims -> without(claims, "exp"),
            claims -> without(claims, "iat"),
            claims -> claims.put("exp", "soon"),
            claims -> claims.put("exp", 1e300));
    for (UnaryOperator<JsonObject> change : changes) {
      assertThat(refusal(change))
          .as(() -> change.apply(claims()).encode())
          .isEqualTo(Problem.Code.SIGN_IN_INVALID);
    }
  }

  private static JsonObject without(JsonObject claims, String name) {
    claims.remove(name);
    return claims;
  }

  @ParameterizedTest
  @CsvSource({
    "exp, -89, false",
    "exp, -90, true",
    "exp, -3600, true",
    "iat, 90, false",
    "iat, 91, true",
    "iat, -600, false",
    "iat, -601, true",
    "nbf, 90, false",
    "nbf, 91, true"
  })
  void clocksMayDifferALittle(String claim, long seconds, boolean refused) {
    assertThat(refusal(claims -> claims.put(claim, NOW.getEpochSecond() + seconds)))
        .isEqualTo(refused ? Problem.Code.SIGN_IN_CLOCK : null);
  }

  private static String signedBy(String header) {
    return Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(header.getBytes(StandardCharsets.UTF_8))
        + ".e30.c2ln";
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "PS512", "ES256", "EdDSA"})
  void aKeyOfTheProvidersOwnProves(String algorithm) {
    assertThatCode(() -> IdToken.mustBeSignedByKey(signedBy("{\"alg\":\"" + algorithm + "\"}")))
        .doesNotThrowAnyException();
  }

  @Test
  void nothingElseProves() {
    for (String token :
        new String[] {
          null,
          "",
          "x",
          "..",
          "a.b",
          "a.b.c.d",
          signedBy("{\"alg\":\"none\"}"),
          signedBy("{\"alg\":\"None\"}"),
          signedBy("{\"alg\":\"HS256\"}"),
          signedBy("{\"alg\":null}"),
          signedBy("{\"alg\":[\"RS256\"]}"),
          signedBy("{}"),
          signedBy("RS256")
        }) {
      assertThat(catchThrowable(() -> IdToken.mustBeSignedByKey(token)))
          .as(token)
          .isInstanceOf(IdToken.Refused.class);
    }
  }

  @Test
  void onlyPlainAddressesAreLookedUp() {
    assertThat(IdToken.email(new JsonObject().put("email", "Liisa@Example.FI"), "email"))
        .isEqualTo("liisa@example.fi");
    for (Object odd :
        new Object[] {
          // The Kelvin sign and the dotless i become plain letters in lower case somewhere.
          "mi\u212Ako@example.fi",
          "l\u0131isa@example.fi",
          "liisa@example.f\u0131",
          "liisa",
          "a@b@c",
          "a b@example.fi",
          "a\n@example.fi",
          "",
          7,
          true,
          new JsonArray().add("liisa@example.fi"),
          "x".repeat(250) + "@x.fi"
        }) {
      assertThat(IdToken.email(new JsonObject().put("email", odd), "email"))
          .as(String.valueOf(odd))
          .isNull();
    }
  }

  @Test
  void theProviderVouchesForTheClaimEmailOnly() {
    assertThat(IdToken.vouches(new JsonObject().put("email_verified", true), "email")).isTrue();
    assertThat(IdToken.vouches(new JsonObject().put("email_verified", "true"), "email")).isTrue();
    assertThat(IdToken.vouches(new JsonObject().put("email_verified", false), "email")).isFalse();
    assertThat(IdToken.vouches(new JsonObject().put("email_verified", 1), "email")).isFalse();
    assertThat(IdToken.vouches(new JsonObject(), "email")).isFalse();
    assertThat(IdToken.vouches(new JsonObject().put("email_verified", true), "upn")).isFalse();
  }
}
