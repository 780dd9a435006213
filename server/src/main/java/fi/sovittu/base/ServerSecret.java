package fi.sovittu.base;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The server's own secret, kept outside the database. Personal links and the seals of anonymous
 * ballots are derived from it, so that a copy of the database alone opens neither. Immutable,
 * thread-safe.
 */
public final class ServerSecret {
  /** Fewer bytes than this are refused. */
  public static final int MIN_BYTES = 16;

  private final byte[] key;

  /**
   * @throws IllegalArgumentException if the key has fewer than {@link #MIN_BYTES} bytes
   */
  public ServerSecret(byte[] key) {
    if (key.length < MIN_BYTES) {
      throw new IllegalArgumentException("the secret needs at least " + MIN_BYTES + " bytes");
    }
    this.key = key.clone();
  }

  /**
   * HMAC-SHA-256 over the purpose and the parts, 32 bytes. Different purposes give unrelated keys.
   */
  public byte[] derive(String purpose, byte[]... parts) {
    return hmac(key, purpose, parts);
  }

  /** HMAC-SHA-256 with another key, 32 bytes. */
  public static byte[] hmac(byte[] key, String purpose, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      for (byte[] part : parts) {
        // The length in front keeps ("ab","c") and ("a","bc") apart.
        mac.update(ByteBuffer.allocate(4).putInt(part.length).array());
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
