package fi.sovittu.identity;

import fi.sovittu.base.ServerSecret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token for one purpose: a participant's id, and a 128-bit code derived from the server's secret,
 * the purpose, the participant and what else it depends on. Nothing of it is stored; that of one
 * purpose proves nothing for another. Immutable, thread-safe.
 *
 * @param purpose as of {@link ServerSecret#derive}
 */
record ParticipantToken(ServerSecret secret, String purpose) {
  private static final int ID_BYTES = 16;
  private static final int CODE_BYTES = 16;

  /** Base64url, 43 characters. */
  String of(UUID participant, byte[]... parts) {
    byte[][] all = new byte[parts.length + 1][];
    all[0] = ServerSecret.bytes(participant);
    System.arraycopy(parts, 0, all, 1, parts.length);
    byte[] token = Arrays.copyOf(all[0], ID_BYTES + CODE_BYTES);
    System.arraycopy(secret.derive(purpose, all), 0, token, ID_BYTES, CODE_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /**
   * The participant that a token claims to be for, or null when it has not a token's form. Proves
   * nothing yet.
   */
  static @Nullable UUID claimed(String token) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      if (bytes.length != ID_BYTES + CODE_BYTES) {
        return null;
      }
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      return new UUID(buffer.getLong(), buffer.getLong());
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  /** Whether the token is the one of all these; takes the same time for any wrong one. */
  boolean isValid(String token, UUID participant, byte[]... parts) {
    byte[] expected = of(participant, parts).getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(expected, token.getBytes(StandardCharsets.UTF_8));
  }
}
