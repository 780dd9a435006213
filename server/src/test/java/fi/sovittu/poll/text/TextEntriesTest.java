package fi.sovittu.poll.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class TextEntriesTest {
  @Test
  void theIdIsTheStartOfTheHash() {
    // printf 'entry:ABCDEFGHJKLMNPQR:Lisää valoa' | sha256sum
    assertThat(TextEntries.id("ABCDEFGHJKLMNPQR", "Lisää valoa"))
        .isEqualTo(UUID.fromString("c85d52ad-f992-d96e-df54-01847167f466"));
  }

  @Test
  void eachBallotHasItsOwn() {
    assertThat(TextEntries.id("a", "teksti")).isNotEqualTo(TextEntries.id("b", "teksti"));
    assertThat(TextEntries.id("a", "teksti")).isNotEqualTo(TextEntries.id("a", "Teksti"));
  }
}
