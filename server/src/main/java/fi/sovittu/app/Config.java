package fi.sovittu.app;

import fi.sovittu.base.Limit;
import fi.sovittu.base.ServerSecret;
import fi.sovittu.identity.signin.ProviderSettings;
import fi.sovittu.post.MailAddress;
import fi.sovittu.post.SmtpAccount;
import io.vertx.pgclient.PgConnectOptions;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings, read and checked before anything starts. Immutable.
 *
 * @param baseUrl null to use the port that was opened
 * @param database null for the embedded one
 * @param secret null for the one in the data folder
 * @param template null for the demo day
 * @param smtp null to send no mail
 * @param staffLinks whether staff's personal links sign in
 * @param provider null for none
 */
record Config(
    int port,
    String host,
    @Nullable String baseUrl,
    @Nullable PgConnectOptions database,
    Path data,
    @Nullable String secret,
    @Nullable Path template,
    @Nullable SmtpAccount smtp,
    int simulate,
    boolean staffLinks,
    @Nullable ProviderSettings provider) {

  @Limit(value = "Made-up participants", unit = "participants")
  static final int MAX_SIMULATED = 20_000;

  /** Messages a minute: a hundred a second are more than one connection can send. */
  @Limit(value = "Messages by e-mail a minute", unit = "messages")
  static final int MAX_PER_MINUTE = 6_000;

  /** Characters on the button. */
  static final int LONGEST_LABEL = 60;

  private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

  /** Of Entra ID: whose accounts come from anywhere. */
  private static final Set<String> SHARED_TENANTS = Set.of("common", "organizations", "consumers");

  /**
   * A setting that cannot be used; the message is one line for the person who starts the service.
   */
  static final class Impossible extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Impossible(Setting setting, String why) {
      super(setting.variable() + ": " + why);
    }
  }

  /**
   * @throws Impossible at the first setting that cannot be used
   */
  static Config of(Map<String, String> environment) {
    Reader settings = new Reader(environment);
    return new Config(
        settings.number(Setting.PORT, 0, 65_535),
        settings.text(Setting.HOST),
        settings.baseUrl(),
        settings.database(),
        Path.of(settings.text(Setting.DATA)).toAbsolutePath(),
        settings.secret(),
        settings.template(),
        settings.smtp(),
        settings.number(Setting.SIMULATE, 0, MAX_SIMULATED),
        settings.choice(Setting.STAFF_LINKS, "on", "off"),
        settings.provider());
  }

  /** The text of {@code --help}. */
  static String help() {
    StringBuilder text =
        new StringBuilder(
            "Sovittu, a meeting and voting service. Settings are environment variables:\n\n");
    for (Setting setting : Setting.values()) {
      text.append(String.format("  %-26s %s%n", setting.variable(), setting.description()));
      if (!setting.fallback().isEmpty()) {
        text.append(String.format("  %-26s default: %s%n", "", setting.fallback()));
      }
    }
    return text.toString();
  }

  private record Reader(Map<String, String> environment) {
    String text(Setting setting) {
      String value = environment.getOrDefault(setting.variable(), "").strip();
      return value.isEmpty() ? setting.fallback() : value;
    }

    int number(Setting setting, int least, int most) {
      String value = text(setting);
      try {
        int number = Integer.parseInt(value);
        if (number >= least && number <= most) {
          return number;
        }
      } catch (NumberFormatException notANumber) {
        // Told below, with the range.
      }
      throw new Impossible(
          setting, "\"" + value + "\" is not a whole number from " + least + " to " + most);
    }

    boolean choice(Setting setting, String yes, String no) {
      String value = text(setting);
      if (value.equals(yes) || value.equals(no)) {
        return value.equals(yes);
      }
      throw new Impossible(setting, "\"" + value + "\" is neither " + yes + " nor " + no);
    }

    @Nullable ProviderSettings provider() {
      boolean trust = choice(Setting.OIDC_TRUST_EMAIL, "yes", "no");
      String issuer = text(Setting.OIDC_ISSUER);
      if (issuer.isEmpty()) {
        return null;
      }
      List<String> scopes = List.of(text(Setting.OIDC_SCOPES).split("\\s+"));
      if (!scopes.contains("openid")) {
        throw new Impossible(Setting.OIDC_SCOPES, "\"openid\" must be among them");
      }
      String label = text(Setting.OIDC_LABEL);
      if (label.length() > LONGEST_LABEL) {
        throw new Impossible(Setting.OIDC_LABEL, "has more than " + LONGEST_LABEL + " characters");
      }
      return new ProviderSettings(
          issuer(issuer),
          needed(Setting.OIDC_CLIENT_ID),
          needed(Setting.OIDC_CLIENT_SECRET),
          scopes,
          text(Setting.OIDC_EMAIL_CLAIM),
          trust,
          label.isEmpty() ? null : label);
    }

    private String needed(Setting setting) {
      String value = text(setting);
      if (value.isEmpty()) {
        throw new Impossible(setting, "is needed with " + Setting.OIDC_ISSUER.variable());
      }
      return value;
    }

    /**
     * Unencrypted only on this machine itself, and of Entra ID one tenant's: anybody has others.
     */
    private static String issuer(String value) {
      try {
        URI uri = new URI(value);
        boolean safe =
            "https".equals(uri.getScheme())
                || ("http".equals(uri.getScheme())
                    && LOCAL.contains(String.valueOf(uri.getHost())));
        boolean shared =
            "login.microsoftonline.com".equals(uri.getHost())
                && SHARED_TENANTS.contains(String.valueOf(uri.getPath()).split("/", 3)[1]);
        if (safe
            && !shared
            && uri.getHost() != null
            && uri.getUserInfo() == null
            && uri.getQuery() == null
            && uri.getFragment() == null) {
          return value.replaceAll("/$", "");
        }
      } catch (URISyntaxException | ArrayIndexOutOfBoundsException malformed) {
        // Told below.
      }
      throw new Impossible(
          Setting.OIDC_ISSUER,
          "\""
              + value
              + "\" is not the https address of one provider (of Entra ID: of one tenant)");
    }

    @Nullable String baseUrl() {
      String value = text(Setting.BASE_URL);
      if (value.isEmpty()) {
        return null;
      }
      try {
        URI uri = new URI(value);
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        boolean bare =
            uri.getPath() == null || uri.getPath().isEmpty() || uri.getPath().equals("/");
        if (web
            && uri.getHost() != null
            && bare
            && uri.getQuery() == null
            && uri.getFragment() == null) {
          return value.replaceAll("/$", "");
        }
      } catch (URISyntaxException malformed) {
        // Told below.
      }
      throw new Impossible(
          Setting.BASE_URL, "\"" + value + "\" is not an address such as https://hyte.example.fi");
    }

    @Nullable PgConnectOptions database() {
      String value = text(Setting.DATABASE_URL);
      if (value.isEmpty()) {
        return null;
      }
      try {
        if (value.startsWith("postgresql://") || value.startsWith("postgres://")) {
          return PgConnectOptions.fromUri(value);
        }
      } catch (RuntimeException malformed) {
        // Told below, without the value: it holds a password.
      }
      throw new Impossible(
          Setting.DATABASE_URL, "is not of the form postgresql://user:password@host:port/database");
    }

    @Nullable String secret() {
      String value = text(Setting.SECRET);
      if (value.isEmpty()) {
        return null;
      }
      if (value.length() < ServerSecret.MIN_BYTES) {
        throw new Impossible(
            Setting.SECRET, "needs at least " + ServerSecret.MIN_BYTES + " characters");
      }
      return value;
    }

    @Nullable Path template() {
      String value = text(Setting.TEMPLATE);
      if (value.isEmpty()) {
        return null;
      }
      Path file = Path.of(value);
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new Impossible(Setting.TEMPLATE, "the file \"" + value + "\" cannot be read");
      }
      return file;
    }

    @Nullable SmtpAccount smtp() {
      // Checked without a server too, so that a slip is told where it is made.
      int port = number(Setting.SMTP_PORT, 1, 65_535);
      SmtpAccount.Security security = security();
      int perMinute = number(Setting.SMTP_PER_MINUTE, 1, MAX_PER_MINUTE);
      String host = text(Setting.SMTP_HOST);
      if (host.isEmpty()) {
        for (Setting alone : List.of(Setting.SMTP_FROM, Setting.SMTP_USER, Setting.SMTP_PASSWORD)) {
          if (!text(alone).isEmpty()) {
            throw new Impossible(alone, "means nothing without " + Setting.SMTP_HOST.variable());
          }
        }
        return null;
      }
      if (!host.matches("[A-Za-z0-9.:-]+")) {
        throw new Impossible(
            Setting.SMTP_HOST, "\"" + host + "\" is not a server's name such as smtp.example.fi");
      }
      String user = text(Setting.SMTP_USER);
      String password = text(Setting.SMTP_PASSWORD);
      if (user.isEmpty() != password.isEmpty()) {
        throw new Impossible(
            user.isEmpty() ? Setting.SMTP_USER : Setting.SMTP_PASSWORD,
            "is missing: a user needs a password, and a password a user");
      }
      if (!user.isEmpty() && security == SmtpAccount.Security.NONE) {
        throw new Impossible(
            Setting.SMTP_SECURITY, "\"none\" would send the password for all to read");
      }
      return new SmtpAccount(
          host,
          port,
          security,
          user.isEmpty() ? null : user,
          password.isEmpty() ? null : password,
          sender(),
          perMinute);
    }

    private SmtpAccount.Security security() {
      String value = text(Setting.SMTP_SECURITY);
      for (SmtpAccount.Security security : SmtpAccount.Security.values()) {
        if (security.name().toLowerCase(Locale.ROOT).equals(value)) {
          return security;
        }
      }
      throw new Impossible(
          Setting.SMTP_SECURITY, "\"" + value + "\" is none of starttls, tls and none");
    }

    private MailAddress sender() {
      String value = text(Setting.SMTP_FROM);
      if (value.isEmpty()) {
        throw new Impossible(Setting.SMTP_FROM, "is needed with " + Setting.SMTP_HOST.variable());
      }
      MailAddress sender = MailAddress.parse(value);
      if (sender == null) {
        throw new Impossible(
            Setting.SMTP_FROM,
            "\""
                + value
                + "\" is not an address such as hyte@example.fi or Hyte <hyte@example.fi>");
      }
      return sender;
    }
  }
}
