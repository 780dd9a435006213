package fi.sovittu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.base.ServerSecret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LinksTest {
  private static final UUID PARTICIPANT = UUID.fromString("0190a1b2-0000-4000-8000-00000000000a");
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private final Links links = of("the secret of this test");

  private static Links of(String secret) {
    return new Links(new ServerSecret(secret.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aLinkProvesItsParticipantAndGeneration() {
    String token = links.token(PARTICIPANT, 1);
    assertThat(token).hasSize(43).isEqualTo(links.token(PARTICIPANT, 1));
    assertThat(ParticipantToken.claimed(token)).isEqualTo(PARTICIPANT);
    assertThat(links.isValid(token, PARTICIPANT, 1)).isTrue();
  }

  @Test
  void anotherParticipantGenerationOrSecretRefusesIt() {
    String token = links.token(PARTICIPANT, 1);
    assertThat(links.isValid(token, PARTICIPANT, 2)).isFalse();
    assertThat(links.isValid(token, UUID.randomUUID(), 1)).isFalse();
    assertThat(of("another secret of this test").isValid(token, PARTICIPANT, 1)).isFalse();
  }

  @Property(tries = 256)
  void anyChangedBitIsRefused(@ForAll @IntRange(max = 255) int bit) {
    byte[] bytes = Base64.getUrlDecoder().decode(links.token(PARTICIPANT, 1));
    bytes[bit / 8] ^= (byte) (1 << (bit % 8));
    String changed = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    UUID claimed = ParticipantToken.claimed(changed);
    assertThat(claimed).isNotNull();
    assertThat(links.isValid(changed, claimed, 1)).isFalse();
  }

  @Test
  void anyOtherSpellingIsRefused() {
    String token = links.token(PARTICIPANT, 1);
    for (int i = 0; i < token.length(); i++) {
      for (char other : ALPHABET.toCharArray()) {
        String changed = token.substring(0, i) + other + token.substring(i + 1);
        // The last character carries two bits that no decoder looks at: they must not make a second
        // link.
        assertThat(links.isValid(changed, PARTICIPANT, 1)).isEqualTo(changed.equals(token));
      }
    }
    for (String changed :
        new String[] {token + "=", token + "A", token.substring(1), token + " ", ""}) {
      assertThat(links.isValid(changed, PARTICIPANT, 1)).as(changed).isFalse();
    }
  }

  @Property(tries = 500)
  void noTextMakesItFail(@ForAll String text) {
    UUID claimed = ParticipantToken.claimed(text);
    assertThat(claimed == null || !links.isValid(text, claimed, 1)).isTrue();
  }
}
