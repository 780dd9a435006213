package fi.sovittu.base;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104) with one key. Immutable, thread-safe. */
public final class Hmac {
  private static final String ALGORITHM = "HmacSHA256";

  /** Holds the prepared key and is never used itself: copying it is cheaper than preparing anew. */
  private final Mac prepared;

  public Hmac(byte[] key) {
    try {
      prepared = Mac.getInstance(ALGORITHM);
      prepared.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** 32 bytes over the purpose and the parts. Different purposes give unrelated results. */
  public byte[] of(String purpose, byte[]... parts) {
    try {
      Mac mac = (Mac) prepared.clone();
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      for (byte[] part : parts) {
        // The length in front keeps ("ab","c") and ("a","bc") apart.
        mac.update(ByteBuffer.allocate(4).putInt(part.length).array());
        mac.update(part);
      }
      return mac.doFinal();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }
}
