package fi.sovittu.post;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {
  @ParameterizedTest
  @CsvSource({
    "aino@example.fi, aino@example.fi",
    "Aino.O'Malley+hyte@EXAMPLE.fi, Aino.O'Malley+hyte@EXAMPLE.fi",
    "aino@localhost, aino@localhost",
    "aino@äänekoski.example, aino@xn--nekoski-4waa.example"
  })
  void whatCanBeSentTo(String given, String address) {
    assertThat(MailAddress.usable(given)).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "aino",
        "@example.fi",
        "aino@",
        "äinö@example.fi",
        "a b@example.fi",
        "aino@example.fi\r\nRCPT TO:<b@example.fi>",
        "aino@exam\nple.fi",
        "aino@example.fi, b@example.fi",
        "aino@example.fi (Aino)",
        "Aino <aino@example.fi>",
        "<aino@example.fi>",
        "\"a b\"@example.fi",
        "a..b@example.fi",
        ".a@example.fi",
        "aino@-example.fi",
        "aino@example..fi",
        "aino@[127.0.0.1]",
        "a@b@example.fi"
      })
  void whatCannot(String given) {
    assertThat(MailAddress.usable(given)).isNull();
  }

  @Test
  void anAddressHasALimit() {
    String domain = "d".repeat(60) + "." + "e".repeat(60) + "." + "f".repeat(60) + ".";
    String longest = "a".repeat(64) + "@" + domain + "fi" + "g".repeat(4);
    assertThat(longest).hasSize(254);
    assertThat(MailAddress.usable(longest)).isEqualTo(longest);
    assertThat(MailAddress.usable(longest + "g")).isNull();
    assertThat(MailAddress.usable("a" + longest)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "hyte@example.fi, '', hyte@example.fi",
    "Hyte-tiimi <hyte@example.fi>, Hyte-tiimi, hyte@example.fi",
    "Hyvinvointi ja terveys Ääkkönen <hyte@example.fi>, Hyvinvointi ja terveys Ääkkönen,"
        + " hyte@example.fi"
  })
  void aSender(String given, String name, String address) {
    assertThat(MailAddress.parse(given)).isEqualTo(new MailAddress(name, address));
  }

  @ParameterizedTest
  @CsvSource({
    "hyte@example.fi, hyte@example.fi",
    "Hyte-tiimi <hyte@example.fi>, '\"Hyte-tiimi\" <hyte@example.fi>'",
    "Hyvää työtä ja terveyttä <hyte@example.fi>, '=?UTF-8?B?SHl2w6TDpCB0ecO2dMOk?="
        + " =?UTF-8?B?IGphIHRlcnZleXQ=?= =?UTF-8?B?dMOk?= <hyte@example.fi>'"
  })
  void aSendersHeader(String given, String header) throws Exception {
    assertThat(MailAddress.parse(given).header()).isEqualTo(header);
    InternetAddress[] read = InternetAddress.parseHeader(header, true);
    assertThat(read).hasSize(1);
    assertThat(read[0].getAddress()).isEqualTo("hyte@example.fi");
    assertThat(read[0].getPersonal())
        .isEqualTo(given.contains("<") ? given.substring(0, given.indexOf(" <")) : null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hyte",
        "Hyte <hyte>",
        "Hyte <hyte@example.fi> <b@example.fi>",
        "Hyte\r\nBcc: b@example.fi <hyte@example.fi>",
        "\"Hyte, tiimi\" <hyte@example.fi>"
      })
  void noSender(String given) {
    assertThat(MailAddress.parse(given)).isNull();
  }
}
