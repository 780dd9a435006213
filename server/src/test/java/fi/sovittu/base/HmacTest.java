package fi.sovittu.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HmacTest {
  private final Hmac hmac = new Hmac("a key of the test".getBytes(StandardCharsets.UTF_8));

  private String of(String... parts) {
    byte[][] bytes = new byte[parts.length][];
    for (int i = 0; i < parts.length; i++) {
      bytes[i] = parts[i].getBytes(StandardCharsets.UTF_8);
    }
    return HexFormat.of().formatHex(hmac.of("purpose", bytes));
  }

  @Test
  void staysAsItWas() {
    // Personal links and the sealed ballots of open polls outlive an update of the service.
    assertThat(of("ab", "c"))
        .isEqualTo("685b1e9183d64d73d17e95351b9b44621d09089106062b662f28b30a790c0fbc")
        .isEqualTo(of("ab", "c"));
  }

  @Test
  void keepsPartsApart() {
    assertThat(of("ab", "c")).isNotEqualTo(of("a", "bc")).isNotEqualTo(of("abc"));
  }
}
