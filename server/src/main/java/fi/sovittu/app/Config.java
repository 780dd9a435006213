package fi.sovittu.app;

import fi.sovittu.base.ServerSecret;
import io.vertx.pgclient.PgConnectOptions;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings, read and checked before anything starts. Immutable.
 *
 * @param baseUrl null to use the port that was opened
 * @param database null for the embedded one
 * @param secret null for the one in the data folder
 * @param template null for the demo day
 */
record Config(
    int port,
    String host,
    @Nullable String baseUrl,
    @Nullable PgConnectOptions database,
    Path data,
    @Nullable String secret,
    @Nullable Path template,
    int simulate) {

  static final int MAX_SIMULATED = 20_000;

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
        settings.number(Setting.SIMULATE, 0, MAX_SIMULATED));
  }

  /** The text of {@code --help}. */
  static String help() {
    StringBuilder text =
        new StringBuilder(
            "Sovittu, a meeting and voting service. Settings are environment variables:\n\n");
    for (Setting setting : Setting.values()) {
      text.append(String.format("  %-21s %s%n", setting.variable(), setting.description()));
      if (!setting.fallback().isEmpty()) {
        text.append(String.format("  %-21s default: %s%n", "", setting.fallback()));
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
  }
}
