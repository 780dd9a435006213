package fi.sovittu.identity;

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
            .put("words", new JsonArray().add("Aino").add("Öhman").addNull().add(2))
            .put("text", "Vastuussa:\nBo Ek\nAino Öhman\nbo@kunta.example.fi")
            .putNull("none");
    JsonObject redacted = new JsonObject(redaction.redactedJson(json.encode()));
    assertThat(redacted).isEqualTo(json.copy().put("text", "Vastuussa:\n[…]\n[…]\n[…]"));
    String without = "{\"b\" : 1.50, \"a\":[\"Aino\"]}";
    assertThat(redaction.redactedJson(without)).isSameAs(without);
    assertThat(redaction.redactedJson("null")).isEqualTo("null");
  }
}
