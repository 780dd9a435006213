package fi.sovittu.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.sovittu.identity.signin.ProviderSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderConfigTest {
  private static Map<String, String> provider() {
    return new HashMap<>(
        Map.of(
            "SOVITTU_OIDC_ISSUER", "https://login.microsoftonline.com/4711/v2.0",
            "SOVITTU_OIDC_CLIENT_ID", "id",
            "SOVITTU_OIDC_CLIENT_SECRET", "hunter2"));
  }

  @Test
  void withoutAnIssuerThereIsNone() {
    assertThat(Config.of(Map.of()).provider()).isNull();
    assertThat(Config.of(Map.of()).staffLinks()).isTrue();
    assertThat(Config.of(Map.of("SOVITTU_STAFF_LINKS", "off")).staffLinks()).isFalse();
  }

  @Test
  void theDefaultsTrustNothingUnsaid() {
    ProviderSettings settings = Config.of(provider()).provider();
    assertThat(settings)
        .isEqualTo(
            new ProviderSettings(
                "https://login.microsoftonline.com/4711/v2.0",
                "id",
                "hunter2",
                List.of("openid", "email", "profile"),
                "email",
                false,
                null));
    assertThat(settings.toString()).doesNotContain("hunter2");
  }

  @Test
  void whatIsGivenIsTaken() {
    Map<String, String> given = provider();
    given.put("SOVITTU_OIDC_ISSUER", "http://127.0.0.1:9000/");
    given.put("SOVITTU_OIDC_SCOPES", "openid  mail");
    given.put("SOVITTU_OIDC_EMAIL_CLAIM", "upn");
    given.put("SOVITTU_OIDC_TRUST_EMAIL", "yes");
    given.put("SOVITTU_OIDC_LABEL", "Kirjaudu Pohteen tunnuksella");
    assertThat(Config.of(given).provider())
        .isEqualTo(
            new ProviderSettings(
                "http://127.0.0.1:9000",
                "id",
                "hunter2",
                List.of("openid", "mail"),
                "upn",
                true,
                "Kirjaudu Pohteen tunnuksella"));
  }

  @ParameterizedTest
  @CsvSource({
    "OIDC_ISSUER, login.example.fi",
    "OIDC_ISSUER, http://login.example.fi",
    "OIDC_ISSUER, ftp://login.example.fi",
    "OIDC_ISSUER, https://",
    "OIDC_ISSUER, https://user@login.example.fi",
    "OIDC_ISSUER, https://login.example.fi?tenant=1",
    "OIDC_ISSUER, https://login.example.fi#a",
    "OIDC_ISSUER, https://login example.fi",
    "OIDC_ISSUER, https://login.microsoftonline.com",
    "OIDC_ISSUER, https://login.microsoftonline.com/common/v2.0",
    "OIDC_ISSUER, https://login.microsoftonline.com/organizations/v2.0",
    "OIDC_ISSUER, https://login.microsoftonline.com/consumers/v2.0",
    "OIDC_CLIENT_ID, ''",
    "OIDC_CLIENT_SECRET, ''",
    "OIDC_SCOPES, email profile",
    "OIDC_TRUST_EMAIL, perhaps",
    "STAFF_LINKS, yes",
    "OIDC_LABEL, 1234567890123456789012345678901234567890123456789012345678901"
  })
  void anImpossibleValueIsToldInOneLine(Setting setting, String value) {
    Map<String, String> given = provider();
    given.put(setting.variable(), value);
    assertThatThrownBy(() -> Config.of(given))
        .isInstanceOf(Config.Impossible.class)
        .message()
        .startsWith(setting.variable() + ": ")
        .doesNotContain("hunter2")
        .hasLineCount(1);
  }
}
