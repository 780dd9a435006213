package fi.sovittu.db;

import io.vertx.pgclient.PgConnectOptions;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** Brings the schema up to date with the SQL files of the top-level folder {@code sql}. */
public final class Migrations {
  private Migrations() {}

  /**
   * Runs what is missing, under Flyway's lock, so that two nodes may start together. Blocking.
   *
   * @throws org.flywaydb.core.api.FlywayException when the database is away or a migration fails
   */
  public static void run(PgConnectOptions options) {
    String url =
        "jdbc:postgresql://"
            + options.getHost()
            + ":"
            + options.getPort()
            + "/"
            + options.getDatabase();
    Flyway.configure()
        .dataSource(url, options.getUser(), options.getPassword())
        .jdbcProperties(Map.of("options", ConnectionSettings.commandLine()))
        .locations("classpath:sql")
        .load()
        .migrate();
  }
}
