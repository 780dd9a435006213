package fi.sovittu.poll.ballot;

import fi.sovittu.base.Hmac;
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
import org.jspecify.annotations.Nullable;

/**
 * Encrypts the ballots of one open anonymous poll (AES-256-GCM, NIST SP 800-38D). The key comes
 * from the poll's salt and the server's secret, which the database does not hold; when the poll
 * closes the salt is destroyed and with it the key. So neither a copy of the database nor the order
 * of its transactions shows how a person voted. Immutable.
 */
public final class Seal {
  /** Bytes of a poll's salt. */
  public static final int SALT_BYTES = 16;

  /** Room for everything in a sealed ballot but its answers, bytes. */
  static final int AROUND_ANSWERS = 160;

  private static final byte[] WRAPPED = "wrapped".getBytes(StandardCharsets.US_ASCII);
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int RECEIPT_LENGTH = 16;
  private static final String RECEIPT_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private final UUID poll;
  private final byte[] sealKey;
  private final Hmac locators;
  private final int length;

  /**
   * @param answerBytes the most bytes that the poll's answers take
   */
  Seal(ServerSecret secret, UUID poll, byte[] salt, int answerBytes) {
    this.poll = poll;
    this.length = AROUND_ANSWERS + answerBytes;
    this.sealKey = secret.derive("ballot-seal", ServerSecret.bytes(poll), salt);
    this.locators = new Hmac(secret.derive("ballot-locator", ServerSecret.bytes(poll), salt));
  }

  /**
   * What a sealed ballot holds.
   *
   * @param receipt by which its owner finds it among the published ballots
   * @param answers the answers as JSON
   * @param organisation whom the voter speaks for, and {@code channel} how the voter attends; only
   *     in a poll whose count needs them
   */
  public record Content(
      String receipt, JsonArray answers, @Nullable UUID organisation, @Nullable String channel) {}

  /**
   * Where the ballot of this key is kept, 32 bytes: without the seal's key it cannot be told from
   * the ballot key.
   */
  byte[] locator(String ballotKey) {
    return locators.of("locator", ballotKey.getBytes(StandardCharsets.US_ASCII));
  }

  /** Where the ballot of an organisation is kept, 32 bytes, whichever representative gave it. */
  byte[] locator(UUID organisation) {
    return locators.of("organisation", ServerSecret.bytes(organisation));
  }

  /**
   * The code that the ballot is published under: 80 bits of the key's hash, so its owner's phone
   * can make it too.
   */
  public static String receipt(String ballotKey) {
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
  byte[] owner(String ballotKey, UUID participant) {
    byte[] key = ballotKey.getBytes(StandardCharsets.US_ASCII);
    return locators.of("owner", key, ServerSecret.bytes(participant));
  }

  /** Encrypts what is made of several ballots, without hiding its length. */
  public byte[] wrap(JsonObject value) {
    return encrypt(WRAPPED, value.encode().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws IllegalStateException as {@link #open} does
   */
  public JsonObject unwrap(byte[] wrapped) {
    return new JsonObject(new String(decrypt(WRAPPED, wrapped), StandardCharsets.UTF_8));
  }

  byte[] seal(byte[] locator, Content content) {
    byte[] json =
        new JsonObject()
            .put("receipt", content.receipt())
            .put("answers", content.answers())
            .put(
                "organisation",
                content.organisation() == null ? null : content.organisation().toString())
            .put("channel", content.channel())
            // Unlike toBuffer(), which writes an emoji as two escapes of six bytes.
            .encode()
            .getBytes(StandardCharsets.UTF_8);
    // Encryption hides what stands in a ballot but not how long it is: "can't say" takes more room
    // than 5. Blanks at its end mean nothing in JSON.
    if (json.length > length) {
      throw new IllegalArgumentException("a ballot of " + json.length + " bytes, not " + length);
    }
    byte[] plain = Arrays.copyOf(json, length);
    Arrays.fill(plain, json.length, plain.length, (byte) ' ');
    return encrypt(locator, plain);
  }

  private byte[] encrypt(byte[] place, byte[] plain) {
    byte[] nonce = Tokens.randomBytes(NONCE_BYTES);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(plain);
      return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws IllegalStateException when the ballot was damaged, moved to another poll or key, or
   *     sealed with another secret: no count may be given then
   */
  public Content open(byte[] locator, byte[] sealed) {
    JsonObject json = new JsonObject(new String(decrypt(locator, sealed), StandardCharsets.UTF_8));
    String organisation = json.getString("organisation");
    return new Content(
        json.getString("receipt"),
        json.getJsonArray("answers"),
        organisation == null ? null : UUID.fromString(organisation),
        json.getString("channel"));
  }

  private byte[] decrypt(byte[] place, byte[] sealed) {
    try {
      byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
      return cipher(Cipher.DECRYPT_MODE, nonce, place)
          .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a ballot of poll " + poll + " cannot be opened", e);
    }
  }

  /**
   * @param place where the ballot is kept: it cannot be moved to another poll or key
   */
  private Cipher cipher(int mode, byte[] nonce, byte[] place) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(sealKey, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(ServerSecret.bytes(poll));
    cipher.updateAAD(place);
    return cipher;
  }
}
