package fi.sovittu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36 Edg/147.0.0.0 | Edge, Windows
          Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0 | Firefox, Windows
          Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36 | Chrome, Linux
          Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15 | Safari, macOS
          Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1 | Safari, iOS
          Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/147.0 Mobile/15E148 Safari/604.1 | Chrome, iPadOS
          Mozilla/5.0 (Linux; Android 15; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36 | Samsung Internet, Android
          Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36 | Chrome, ChromeOS
          Something of Windows | Windows
          """)
  void browserAndSystemAreTold(String userAgent, String device) {
    assertThat(Device.of(userAgent)).isEqualTo(device);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "curl/8.5.0", "<script>alert(1)</script>", "\r\nSet-Cookie: a=b"})
  void whatIsNotKnownIsNotRepeated(String userAgent) {
    assertThat(Device.of(userAgent)).isNull();
  }

  @Test
  void nothingThatABrowserSaysOfItselfIsRepeated() {
    assertThat(Device.of(null)).isNull();
    assertThat(Device.of("<b>Firefox/</b>\u0000\n Android " + "x".repeat(100_000)))
        .isEqualTo("Firefox, Android");
  }
}
