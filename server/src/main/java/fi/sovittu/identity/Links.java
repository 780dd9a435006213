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
 * Personal links. A link's token is the participant's id and a 128-bit code derived from the
 * server's secret, the participant and its link generation: nothing of it is stored, the same link
 * can be shown again, and a new generation revokes the old one.
 */
public final class Links {
  private static final int CODE_BYTES = 16;

  private final ServerSecret secret;
  private final boolean staffToo;

  public Links(ServerSecret secret) {
    this(secret, true);
  }

  /**
   * @param staffToo whether they sign in organisers, chairs and secretaries too
   */
  public Links(ServerSecret secret, boolean staffToo) {
    this.secret = secret;
    this.staffToo = staffToo;
  }

  /** Whether a link signs in to the role. */
  public boolean opens(Role role) {
    return staffToo || !role.isStaff();
  }

  /** The token of the participant's link, base64url, 43 characters. */
  public String token(UUID participant, int generation) {
    byte[] token = new byte[16 + CODE_BYTES];
    System.arraycopy(ServerSecret.bytes(participant), 0, token, 0, 16);
    System.arraycopy(code(participant, generation), 0, token, 16, CODE_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /**
   * The participant that a token claims to be for, or null when it has not a token's form. Proves
   * nothing yet.
   */
  @Nullable UUID claimedParticipant(String token) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      if (bytes.length != 16 + CODE_BYTES) {
        return null;
      }
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      return new UUID(buffer.getLong(), buffer.getLong());
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  /**
   * Whether the token is the one of this participant and generation; takes the same time for any
   * wrong one.
   */
  boolean isValid(String token, UUID participant, int generation) {
    byte[] expected = token(participant, generation).getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(expected, token.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] code(UUID participant, int generation) {
    byte[] mac =
        secret.derive(
            "personal-link",
            ServerSecret.bytes(participant),
            ByteBuffer.allocate(4).putInt(generation).array());
    return Arrays.copyOf(mac, CODE_BYTES);
  }
}
