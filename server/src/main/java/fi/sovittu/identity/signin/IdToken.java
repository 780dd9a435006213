package fi.sovittu.identity.signin;

import fi.sovittu.base.Problem;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an ID token must say to be believed (OpenID Connect Core 1.0, 3.1.3.7), its signature apart,
 * which is checked with the provider's keys before.
 */
final class IdToken {
  /** By so much two clocks may differ. */
  static final Duration LEEWAY = Duration.ofSeconds(90);

  /** Older tokens were not made for this sign-in. */
  static final Duration OLDEST = Duration.ofMinutes(10);

  /** A subject has at most 255 ASCII characters. */
  static final int LONGEST_SUBJECT = 255;

  /** RFC 5321, 4.5.3.1.3. */
  static final int LONGEST_EMAIL = 254;

  /**
   * Signed with a key that only the provider has; none and keys that are shared are not among them.
   */
  private static final Set<String> ALGORITHMS =
      Set.of(
          "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA");

  private IdToken() {}

  /** Why a token is not believed; the message is for the log and holds nothing of the token. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Problem.Code code;

    Refused(Problem.Code code, String why) {
      super(why, null, false, false);
      this.code = code;
    }

    Problem.Code code() {
      return code;
    }
  }

  /**
   * @param token as it came, its signature not checked yet
   * @throws Refused when it is signed in another way than one that proves its maker
   */
  static void mustBeSignedByKey(@Nullable String token) {
    if (token == null || token.chars().filter(c -> c == '.').count() != 2) {
      throw refused("no signed ID token");
    }
    try {
      byte[] head = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
      JsonObject header = new JsonObject(new String(head, StandardCharsets.UTF_8));
      if (header.getValue("alg") instanceof String algorithm && ALGORITHMS.contains(algorithm)) {
        return;
      }
    } catch (RuntimeException malformed) {
      throw refused("a malformed ID token");
    }
    throw refused("an algorithm that proves nothing");
  }

  /**
   * Checks everything that decides whose token it is and for what.
   *
   * @param claims of a token whose signature is right
   * @throws Refused when one of them is not as it must be
   */
  static void check(JsonObject claims, String issuer, String clientId, String nonce, Instant now) {
    if (!issuer.equals(bare(text(claims, "iss")))) {
      throw refused("another issuer");
    }
    if (!isFor(claims, clientId)) {
      throw refused("another audience");
    }
    if (!nonce.equals(text(claims, "nonce"))) {
      throw refused("another nonce");
    }
    String subject = text(claims, "sub");
    if (subject == null || subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
      throw refused("no subject");
    }
    Instant expires = time(claims, "exp");
    Instant made = time(claims, "iat");
    if (expires == null || made == null) {
      throw refused("no times");
    }
    Instant valid = time(claims, "nbf");
    if (!expires.plus(LEEWAY).isAfter(now)
        || made.minus(LEEWAY).isAfter(now)
        || made.plus(OLDEST).isBefore(now)
        || (valid != null && valid.minus(LEEWAY).isAfter(now))) {
      throw new Refused(Problem.Code.SIGN_IN_CLOCK, "times that do not fit this clock");
    }
  }

  /** This client alone, or among others that it was made for at this client's wish. */
  private static boolean isFor(JsonObject claims, String clientId) {
    Object audience = claims.getValue("aud");
    Object party = claims.getValue("azp");
    if (party != null && !party.equals(clientId)) {
      return false;
    }
    return audience instanceof JsonArray all
        ? all.contains(clientId) && (all.size() == 1 || party != null)
        : clientId.equals(audience);
  }

  /**
   * The address by which a person is looked up: plain ASCII, because other alphabets have letters
   * that become the same in lower case.
   *
   * @return in lower case, null for none
   */
  static @Nullable String email(JsonObject claims, String claim) {
    String given = text(claims, claim);
    return given != null
            && given.length() <= LONGEST_EMAIL
            && given.matches("[\\x21-\\x3f\\x41-\\x7e]+@[A-Za-z0-9.-]+")
        ? given.toLowerCase(Locale.ROOT)
        : null;
  }

  /**
   * Whether the provider vouches for the address; what it says is about the claim {@code email}.
   */
  static boolean vouches(JsonObject claims, String claim) {
    Object verified = claims.getValue("email_verified");
    return claim.equals("email") && (Boolean.TRUE.equals(verified) || "true".equals(verified));
  }

  /** An issuer without the slash at its end. */
  static @Nullable String bare(@Nullable String issuer) {
    return issuer != null && issuer.endsWith("/")
        ? issuer.substring(0, issuer.length() - 1)
        : issuer;
  }

  static @Nullable String text(JsonObject claims, String name) {
    return claims.getValue(name) instanceof String text ? text : null;
  }

  private static @Nullable Instant time(JsonObject claims, String name) {
    // Within what an Instant can hold, and far beyond any token's.
    return claims.getValue(name) instanceof Number seconds && Math.abs(seconds.doubleValue()) < 1e11
        ? Instant.ofEpochSecond(seconds.longValue())
        : null;
  }

  private static Refused refused(String why) {
    return new Refused(Problem.Code.SIGN_IN_INVALID, why);
  }
}
