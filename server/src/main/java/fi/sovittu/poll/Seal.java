package fi.sovittu.poll;

import fi.sovittu.base.ServerSecret;
import fi.sovittu.base.Tokens;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts the ballots of one open anonymous poll (AES-256-GCM, NIST SP 800-38D). The key comes
 * from the poll's salt and the server's secret, which the database does not hold; when the poll
 * closes the salt is destroyed and with it the key. So neither a copy of the database nor the order
 * of its transactions shows how a person voted. Immutable.
 */
final class Seal {
  /** Bytes of a poll's salt. */
  static final int SALT_BYTES = 16;

  /** A ballot's length is a multiple of this; the longest ballot of 20 statements fits in one. */
  static final int PADDED_TO = 256;

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int RECEIPT_LENGTH = 16;
  private static final String RECEIPT_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private final UUID poll;
  private final byte[] sealKey;
  private final byte[] locatorKey;

  Seal(ServerSecret secret, UUID poll, byte[] salt) {
    this.poll = poll;
    this.sealKey = secret.derive("ballot-seal", ServerSecret.bytes(poll), salt);
    this.locatorKey = secret.derive("ballot-locator", ServerSecret.bytes(poll), salt);
  }

  /**
   * What a sealed ballot holds.
   *
   * @param receipt by which its owner finds it among the published ballots
   * @param owner who alone may change it, see {@link #owner}
   * @param answers the answers as JSON
   */
  record Content(int revision, String receipt, String owner, JsonArray answers) {}

  /**
   * Where the ballot of this key is kept, 32 bytes: without the seal's key it cannot be told from
   * the ballot key.
   */
  byte[] locator(String ballotKey) {
    return ServerSecret.hmac(locatorKey, "locator", ballotKey.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * The code that the ballot is published under: 80 bits of the key's hash, so its owner's phone
   * can make it too.
   */
  static String receipt(String ballotKey) {
    byte[] hash = Tokens.sha256("receipt:" + ballotKey);
    StringBuilder code = new StringBuilder(RECEIPT_LENGTH);
    for (int i = 0; i < RECEIPT_LENGTH; i++) {
      code.append(RECEIPT_ALPHABET.charAt(hash[i] & 31));
    }
    return code.toString();
  }

  /**
   * Whose ballot it is, without telling who: made of the voter and the ballot key together, so that
   * even who knows a stolen key cannot change its owner's vote, and nobody without the key can try
   * the voters one by one.
   */
  String owner(String ballotKey, UUID participant) {
    byte[] key = ballotKey.getBytes(StandardCharsets.US_ASCII);
    return Tokens.base64Url(
        ServerSecret.hmac(locatorKey, "owner", key, ServerSecret.bytes(participant)));
  }

  byte[] seal(byte[] locator, Content content) {
    byte[] json =
        new JsonObject()
            .put("revision", content.revision())
            .put("receipt", content.receipt())
            .put("owner", content.owner())
            .put("answers", content.answers())
            .toBuffer()
            .getBytes();
    // Encryption hides what stands in a ballot but not how long it is: "can't say" takes more room
    // than 5. Blanks at its end mean nothing in JSON.
    byte[] plain = Arrays.copyOf(json, (json.length / PADDED_TO + 1) * PADDED_TO);
    Arrays.fill(plain, json.length, plain.length, (byte) ' ');
    byte[] nonce = Tokens.randomBytes(NONCE_BYTES);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, locator).doFinal(plain);
      return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws IllegalStateException when the ballot was damaged, moved to another poll or key, or
   *     sealed with another secret: no count may be given then
   */
  Content open(byte[] locator, byte[] sealed) {
    try {
      byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
      byte[] plain =
          cipher(Cipher.DECRYPT_MODE, nonce, locator)
              .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
      JsonObject json = new JsonObject(new String(plain, StandardCharsets.UTF_8));
      return new Content(
          json.getInteger("revision"),
          json.getString("receipt"),
          json.getString("owner"),
          json.getJsonArray("answers"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a ballot of poll " + poll + " cannot be opened", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, byte[] locator) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(sealKey, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(ServerSecret.bytes(poll));
    cipher.updateAAD(locator);
    return cipher;
  }
}
