package fi.sovittu.simulator;

import java.util.Base64;
import java.util.random.RandomGenerator;

/** The keys that a phone makes: 128 bits in base64url. */
final class Keys {
  private static final int BYTES = 16;

  private Keys() {}

  /** Repeatable, unlike those of real phones: made-up people own nothing worth a secret. */
  static String next(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
