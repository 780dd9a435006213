package fi.sovittu.poll;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.identity.Redaction;
import io.vertx.core.json.JsonArray;
import java.util.List;
import org.junit.jupiter.api.Test;

class PollNamesTest {
  private final Redaction redaction = new Redaction(List.of("Bo Ek"));

  @Test
  void aBallotKeepsAsManyDifferentTexts() {
    JsonArray texts = new JsonArray().add("Bo Ek").add("a@b.example").add("muuta");
    assertThat(PollNames.redacted(texts, redaction)).containsExactly("[…]", "[…] 2", "muuta");
    assertThat(PollNames.redacted(texts, null)).containsExactly("[…]", "[…] 2", "[…] 3");
  }
}
