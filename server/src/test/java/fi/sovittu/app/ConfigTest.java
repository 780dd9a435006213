package fi.sovittu.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.sovittu.post.MailAddress;
import fi.sovittu.post.SmtpAccount;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConfigTest {
  @TempDir private Path folder;

  @Test
  void anEmptyEnvironmentGivesTheDefaults() {
    Config config = Config.of(Map.of());
    assertThat(config.port()).isEqualTo(8080);
    assertThat(config.host()).isEqualTo("0.0.0.0");
    assertThat(config.baseUrl()).isNull();
    assertThat(config.database()).isNull();
    assertThat(config.secret()).isNull();
    assertThat(config.template()).isNull();
    assertThat(config.smtp()).isNull();
    assertThat(config.simulate()).isZero();
    assertThat(config.data()).isAbsolute().endsWithRaw(Path.of("sovittu-data"));
  }

  @Test
  void blankMeansTheDefault() {
    Map<String, String> blank = new HashMap<>();
    for (Setting setting : Setting.values()) {
      blank.put(setting.variable(), "  ");
    }
    assertThat(Config.of(blank)).isEqualTo(Config.of(Map.of()));
  }

  @Test
  void whatIsGivenIsTaken() throws Exception {
    Path template = Files.writeString(folder.resolve("day.yaml"), "title: Päivä");
    Config config =
        Config.of(
            Map.of(
                "SOVITTU_PORT", " 65535 ",
                "SOVITTU_BASE_URL", "https://hyte.example.fi:8443/",
                "SOVITTU_DATABASE_URL", "postgresql://me:secret@db.example.fi:5433/sovittu",
                "SOVITTU_SECRET", "sixteen letters!",
                "SOVITTU_TEMPLATE", template.toString(),
                "SOVITTU_SIMULATE", "20000"));
    assertThat(config.port()).isEqualTo(65_535);
    assertThat(config.baseUrl()).isEqualTo("https://hyte.example.fi:8443");
    assertThat(config.database().getHost()).isEqualTo("db.example.fi");
    assertThat(config.database().getPort()).isEqualTo(5433);
    assertThat(config.secret()).isEqualTo("sixteen letters!");
    assertThat(config.template()).isEqualTo(template);
    assertThat(config.simulate()).isEqualTo(20_000);
  }

  @ParameterizedTest
  @CsvSource({
    "PORT, -1",
    "PORT, 65536",
    "PORT, 80 80",
    "PORT, 8080.0",
    "PORT, 99999999999999999999",
    "SIMULATE, -1",
    "SIMULATE, 20001",
    "SIMULATE, many",
    "BASE_URL, hyte.example.fi",
    "BASE_URL, ftp://hyte.example.fi",
    "BASE_URL, https://",
    "BASE_URL, http:hyte.example.fi",
    "BASE_URL, mailto:hyte@example.fi",
    "BASE_URL, https://hyte.example.fi/path",
    "BASE_URL, https://hyte.example.fi?query",
    "BASE_URL, https://hyte.example.fi#fragment",
    "BASE_URL, https://hyte example.fi",
    "BASE_URL, https://[::1",
    "DATABASE_URL, jdbc:postgresql://localhost/sovittu",
    "DATABASE_URL, mysql://localhost/sovittu",
    "DATABASE_URL, postgresql://user:password@host:port/database",
    "DATABASE_URL, localhost",
    "SECRET, fifteen letters",
    "SMTP_HOST, smtp://mail.example.fi",
    "SMTP_HOST, mail.example.fi",
    "SMTP_PORT, 0",
    "SMTP_SECURITY, ssl",
    "SMTP_USER, me",
    "SMTP_PASSWORD, sesame",
    "SMTP_FROM, hyte@example.fi",
    "SMTP_PER_MINUTE, 0",
    "SMTP_PER_MINUTE, 6001",
    "TEMPLATE, /no/such/file.yaml",
    "TEMPLATE, /"
  })
  void anImpossibleValueIsToldInOneLine(Setting setting, String value) {
    assertThatThrownBy(() -> Config.of(Map.of(setting.variable(), value)))
        .isInstanceOf(Config.Impossible.class)
        .message()
        .matches("SOVITTU_(" + setting + "|SMTP_FROM): .*")
        .hasSizeGreaterThan(setting.variable().length() + 15)
        .hasLineCount(1);
  }

  private static final Map<String, String> ACCOUNT =
      Map.of(
          "SOVITTU_SMTP_HOST", "mail.example.fi",
          "SOVITTU_SMTP_FROM", "Hyte-tiimi <hyte@example.fi>",
          "SOVITTU_SMTP_USER", "me",
          "SOVITTU_SMTP_PASSWORD", "hunter2");

  @Test
  void anAccountToSendFrom() {
    SmtpAccount account = Config.of(ACCOUNT).smtp();
    assertThat(account)
        .isEqualTo(
            new SmtpAccount(
                "mail.example.fi",
                587,
                SmtpAccount.Security.STARTTLS,
                "me",
                "hunter2",
                new MailAddress("Hyte-tiimi", "hyte@example.fi"),
                30));
    assertThat(account.toString()).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @CsvSource({
    "SMTP_FROM, '', SMTP_FROM",
    "SMTP_FROM, hyte, SMTP_FROM",
    "SMTP_USER, '', SMTP_USER",
    "SMTP_PASSWORD, '', SMTP_PASSWORD",
    "SMTP_SECURITY, none, SMTP_SECURITY",
    "SMTP_HOST, '', SMTP_FROM"
  })
  void halfAnAccountIsNone(Setting setting, String value, Setting told) {
    Map<String, String> half = new HashMap<>(ACCOUNT);
    half.put(setting.variable(), value);
    assertThatThrownBy(() -> Config.of(half))
        .isInstanceOf(Config.Impossible.class)
        .message()
        .startsWith(told.variable() + ": ")
        .doesNotContain("hunter2")
        .hasLineCount(1);
  }

  @Test
  void secretsAreNotRepeated() {
    String hidden = "hunter2";
    assertThatThrownBy(() -> Config.of(Map.of("SOVITTU_SECRET", hidden)))
        .message()
        .doesNotContain(hidden);
    assertThatThrownBy(
            () -> Config.of(Map.of("SOVITTU_DATABASE_URL", "postgres:/me:" + hidden + "@db")))
        .message()
        .doesNotContain(hidden);
  }

  @ParameterizedTest
  @EnumSource
  void helpTellsEverySetting(Setting setting) {
    assertThat(Config.help()).contains(setting.variable()).contains(setting.description());
    if (!setting.fallback().isEmpty()) {
      assertThat(Config.help()).contains("default: " + setting.fallback());
    }
  }

  @Test
  void aFolderThatCannotBeIsToldInOneLine() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");
    for (Path impossible : new Path[] {file, file.resolve("below")}) {
      assertThatThrownBy(() -> DataFolder.open(impossible))
          .isInstanceOf(Config.Impossible.class)
          .message()
          .startsWith("SOVITTU_DATA: ")
          .hasLineCount(1);
    }
  }
}
