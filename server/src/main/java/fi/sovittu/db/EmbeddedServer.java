package fi.sovittu.db;

import io.vertx.pgclient.PgConnectOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL that comes with the service and keeps its data in a folder. It is durable (an
 * acknowledged vote is on disk), listens on loopback only, and asks for a password. Blocking; for
 * the start and the end of the process.
 */
public final class EmbeddedServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
  private static final Duration START_WITHIN = Duration.ofSeconds(60);
  private static final Duration STOP_ORPHAN_WITHIN = Duration.ofSeconds(10);
  private static final String USER = "postgres";
  private static final String DATABASE = "postgres";

  private static final String ONLY_WITH_PASSWORD =
      """
      # Written by Sovittu: loopback only, and only with the password of the data folder.
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128 scram-sha-256
      """;

  private final EmbeddedPostgres server;
  private final String password;

  private EmbeddedServer(EmbeddedPostgres server, String password) {
    this.server = server;
    this.password = password;
  }

  /**
   * Starts the server, making its data the first time. Takes over a folder whose last server was
   * killed.
   *
   * @param password letters, digits, - and _ only
   */
  public static EmbeddedServer start(Path data, String password) throws IOException {
    stopOrphan(data);
    // The library silences the server's own output unless told where to put it.
    File log = data.resolveSibling("postgresql.log").toFile();
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(START_WITHIN)
            .setConnectConfig("password", password)
            .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log))
            .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log))
            // The library starts PostgreSQL with durability off, for tests. Votes need it on.
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("max_connections", "50")
            .setServerConfig("log_statement", "none")
            .start();
    // Looked up and not remembered: the very first start may have been cut off before this.
    if (!Files.readString(data.resolve("pg_hba.conf")).equals(ONLY_WITH_PASSWORD)) {
      lockDown(server, data, password);
    }
    return new EmbeddedServer(server, password);
  }

  /**
   * Ends the server that a killed service left behind. Its clients died with that service, so it
   * ends at once; and if not, it is killed, which loses nothing that was committed.
   */
  private static void stopOrphan(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
    // The file may be older than the machine's last start, and its number another process's now.
    ProcessHandle orphan =
        ProcessHandle.of(pid)
            .filter(process -> process.info().commandLine().orElse("").contains(data.toString()))
            .orElse(null);
    if (orphan == null) {
      return;
    }
    LOG.info("stopping the database that a killed service left behind");
    orphan.destroy();
    try {
      orphan.onExit().get(STOP_ORPHAN_WITHIN.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException stillBusy) {
      orphan.destroyForcibly();
      orphan.onExit().join();
    } catch (InterruptedException | ExecutionException e) {
      throw new IOException("the database that a killed service left behind did not stop", e);
    }
  }

  private static void lockDown(EmbeddedPostgres server, Path data, String password)
      throws IOException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("alter role " + USER + " password '" + password + "'");
      Files.writeString(data.resolve("pg_hba.conf"), ONLY_WITH_PASSWORD);
      statement.execute("select pg_reload_conf()");
    } catch (SQLException e) {
      throw new IOException("the embedded database could not be given a password", e);
    }
  }

  /** Where the server is. */
  public PgConnectOptions options() {
    return new PgConnectOptions()
        .setHost("127.0.0.1")
        .setPort(server.getPort())
        .setDatabase(DATABASE)
        .setUser(USER)
        .setPassword(password);
  }

  /** Ends the server in order; every committed transaction was on disk already. */
  @Override
  public void close() throws IOException {
    server.close();
  }
}
