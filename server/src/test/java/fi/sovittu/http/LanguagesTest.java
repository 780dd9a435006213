package fi.sovittu.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServerRequest;
import java.lang.reflect.Proxy;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
  private static Locale of(String lang, String accept) {
    HttpServerRequest request =
        (HttpServerRequest)
            Proxy.newProxyInstance(
                LanguagesTest.class.getClassLoader(),
                new Class<?>[] {HttpServerRequest.class},
                (proxy, method, arguments) -> method.getName().equals("getParam") ? lang : accept);
    return Languages.of(request);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      value = {
        "-  | -                       | fi",
        "-  | sv                      | sv",
        "-  | sv-FI                   | sv",
        "-  | SV-fi,en;q=0.5          | sv",
        "-  | de, en;q=0.7, sv;q=0.8  | sv",
        "-  | en-GB,en;q=0.9          | en",
        "-  | de                      | fi",
        "-  | *                       | fi",
        "-  | en;q=0, sv              | sv",
        "-  | en;q=high               | fi",
        "-  | ;;;,,,                  | fi",
        "en | sv                      | en",
        "xx | sv                      | fi",
        "-  | ''                      | fi"
      })
  void chooses(String lang, String accept, String expected) {
    assertThat(of(lang, accept).getLanguage()).isEqualTo(expected);
  }

  @Property(tries = 2_000)
  void anyHeaderGivesOneOfOurs(@ForAll String header) {
    assertThat(Languages.ALL).contains(of(null, header)).contains(of(header, null));
  }

  @Test
  void finnishIsTheDefault() {
    assertThat(Languages.ALL.getFirst()).isEqualTo(Languages.FINNISH);
  }
}
