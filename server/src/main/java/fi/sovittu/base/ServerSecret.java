package fi.sovittu.base;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * The server's own secret, kept outside the database. Personal links and the seals of anonymous
 * ballots are derived from it, so that a copy of the database alone opens neither. Immutable,
 * thread-safe.
 */
public final class ServerSecret {
  /** Fewer bytes than this are refused. */
  public static final int MIN_BYTES = 16;

  private final Hmac hmac;

  /**
   * @throws IllegalArgumentException if the key has fewer than {@link #MIN_BYTES} bytes
   */
  public ServerSecret(byte[] key) {
    if (key.length < MIN_BYTES) {
      throw new IllegalArgumentException("the secret needs at least " + MIN_BYTES + " bytes");
    }
    this.hmac = new Hmac(key);
  }

  /**
   * HMAC-SHA-256 over the purpose and the parts, 32 bytes. Different purposes give unrelated keys.
   */
  public byte[] derive(String purpose, byte[]... parts) {
    return hmac.of(purpose, parts);
  }

  public static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
