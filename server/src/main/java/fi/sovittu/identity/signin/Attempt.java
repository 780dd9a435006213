package fi.sovittu.identity.signin;

import fi.sovittu.base.ServerSecret;
import fi.sovittu.base.Tokens;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * One sign-in by a provider, from the click to the return. Everything about it is derived from a
 * random key that only this browser's cookie holds, and from the server's secret: whoever has the
 * address that the provider sends back to, but not the cookie, can do nothing with it. Immutable.
 *
 * @param state comes back with the browser (RFC 6749, 10.12)
 * @param nonce comes back within the ID token (OpenID Connect Core, 3.1.2.1)
 * @param verifier proves to the provider who asked (RFC 7636)
 */
record Attempt(String state, String nonce, String verifier) {
  /**
   * @param key of the cookie, whatever it holds
   */
  static Attempt of(ServerSecret secret, String key) {
    return new Attempt(
        derived(secret, "sign-in-state", key),
        derived(secret, "sign-in-nonce", key),
        derived(secret, "sign-in-verifier", key));
  }

  private static String derived(ServerSecret secret, String purpose, String key) {
    return Tokens.base64Url(secret.derive(purpose, key.getBytes(StandardCharsets.UTF_8)));
  }

  /** What the provider is given of the verifier, by the method S256. */
  String challenge() {
    return Tokens.base64Url(Tokens.sha256(verifier));
  }

  /** Whether it is this attempt's state; takes the same time for any wrong one. */
  boolean hasState(String given) {
    return MessageDigest.isEqual(
        state.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.UTF_8));
  }

  /** By which the database knows it. */
  Buffer hash() {
    return Buffer.buffer(Tokens.sha256(state));
  }
}
