package fi.sovittu.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {
  private final Redaction redaction =
      new Redaction(
          List.of("Aino Öhman", "Maija-Liisa von Näkö", "Bo Ek", "Kempele", "Aino Öhman-Berg"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Aino Öhman kertoi tästä. | […] kertoi tästä.",
        "Tämä on AINO  ÖHMANIN ehdotus | Tämä on […] ehdotus",
        "(Maija-Liisa von Näkö, Kempele) | ([…], Kempele)",
        "Aino Öhman-Berg ja Bo Ek | […] ja […]",
        "Kysy: aino.ohman+x@kunta.example.fi! | Kysy: […]!",
        "Aino kertoi Öhmanille | Aino kertoi Öhmanille",
        "Bo Ekholm | Bo Ekholm",
        "Kempele ja Aino | Kempele ja Aino",
        "Ainolle | Ainolle"
      })
  void namesAndAddressesGo(String text, String redacted) {
    assertThat(redaction.redacted(text)).isEqualTo(redacted);
  }

  @Test
  void aJsonTextStaysOne() {
    JsonObject json =
        new JsonObject()
            .put("words", new JsonArray().add("Aino").add("Öhman"))
            .put("text", "Aino \"Öhman\", Bo Ek");
    JsonObject redacted = new JsonObject(redaction.redacted(json.encode()));
    assertThat(redacted.getJsonArray("words")).containsExactly("Aino", "Öhman");
    assertThat(redacted.getString("text")).isEqualTo("Aino \"Öhman\", […]");
  }

  @Test
  void aBallotKeepsAsManyDifferentTexts() {
    JsonArray texts = new JsonArray().add("Bo Ek").add("a@b.example").add("muuta");
    assertThat(WrittenTexts.redacted(texts, redaction)).containsExactly("[…]", "[…] 2", "muuta");
    assertThat(WrittenTexts.redacted(texts, null)).containsExactly("[…]", "[…] 2", "[…] 3");
  }
}
