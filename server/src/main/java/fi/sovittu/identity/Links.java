package fi.sovittu.identity;

import fi.sovittu.base.ServerSecret;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * Personal links. A link's token is the participant's id and a 128-bit code derived from the
 * server's secret, the participant and its link generation: nothing of it is stored, the same link
 * can be shown again, and a new generation revokes the old one.
 */
public final class Links {
  private final ParticipantToken tokens;
  private final boolean staffToo;

  public Links(ServerSecret secret) {
    this(secret, true);
  }

  /**
   * @param staffToo whether they sign in organisers, chairs and secretaries too
   */
  public Links(ServerSecret secret, boolean staffToo) {
    this.tokens = new ParticipantToken(secret, "personal-link");
    this.staffToo = staffToo;
  }

  /** Whether a link signs in to the role. */
  public boolean opens(Role role) {
    return staffToo || !role.isStaff();
  }

  /** The token of the participant's link, base64url, 43 characters. */
  public String token(UUID participant, int generation) {
    return tokens.of(participant, bytes(generation));
  }

  /**
   * Whether the token is the one of this participant and generation; takes the same time for any
   * wrong one.
   */
  boolean isValid(String token, UUID participant, int generation) {
    return tokens.isValid(token, participant, bytes(generation));
  }

  private static byte[] bytes(int generation) {
    return ByteBuffer.allocate(4).putInt(generation).array();
  }
}
