package fi.sovittu.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.base.ServerSecret;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AttemptTest {
  private static Attempt of(String secret, String key) {
    return Attempt.of(new ServerSecret(secret.getBytes(StandardCharsets.UTF_8)), key);
  }

  @Test
  void everythingDependsOnTheKeyAndTheSecret() {
    Attempt attempt = of("sixteen letters!", "key");
    assertThat(attempt).isEqualTo(of("sixteen letters!", "key"));
    assertThat(
            Set.of(
                attempt.state(),
                attempt.nonce(),
                attempt.verifier(),
                attempt.challenge(),
                of("sixteen letters!", "Key").state(),
                of("another sixteen!", "key").state(),
                of("sixteen letters!", "").state()))
        .hasSize(7);
  }

  @Test
  void theVerifierIsOneOfRfc7636() {
    assertThat(of("sixteen letters!", "key").verifier()).matches("[A-Za-z0-9_-]{43}");
    // The RFC's own example, appendix B.
    assertThat(new Attempt("s", "n", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").challenge())
        .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
  }

  @Test
  void onlyItsOwnStateIsItsState() {
    Attempt attempt = of("sixteen letters!", "key");
    assertThat(attempt.hasState(attempt.state())).isTrue();
    for (String other :
        new String[] {
          "", "-", attempt.nonce(), attempt.state() + "x", attempt.state().substring(1), "ä"
        }) {
      assertThat(attempt.hasState(other)).isFalse();
    }
  }
}
