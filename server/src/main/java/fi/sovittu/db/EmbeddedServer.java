package fi.sovittu.db;

import io.vertx.pgclient.PgConnectOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL that comes with the service and keeps its data in a folder. It is durable (an
 * acknowledged vote is on disk), listens on loopback only, asks for a password, and is started
 * again when it dies. Blocking; for the start and the end of the process.
 */
public final class EmbeddedServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
  private static final Duration START_WITHIN = Duration.ofSeconds(60);
  private static final Duration STOP_ORPHAN_WITHIN = Duration.ofSeconds(10);
  private static final Duration START_AGAIN_AFTER = Duration.ofSeconds(1);

  /** How long a server that a killed service left behind may take to answer, seconds. */
  private static final int ANSWER_WITHIN_SECONDS = 2;

  private static final int ANY_PORT = 0;
  private static final String USER = "postgres";
  private static final String DATABASE = "postgres";

  private static final String ONLY_WITH_PASSWORD =
      """
      # Written by Sovittu: loopback only, and only with the password of the data folder.
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128 scram-sha-256
      """;

  private final Path data;
  private final String password;
  private final int port;

  /** Null where a killed service's server goes on. */
  private @Nullable EmbeddedPostgres server;

  private volatile boolean closed;

  private EmbeddedServer(@Nullable EmbeddedPostgres server, Path data, String password, int port) {
    this.server = server;
    this.data = data;
    this.password = password;
    this.port = port;
  }

  /**
   * Starts the server, making its data the first time. Where the service was killed, its server
   * goes on and is taken over. A server that dies is started again at the same port.
   *
   * @param password letters, digits, - and _ only
   */
  public static EmbeddedServer start(Path data, String password) throws IOException {
    ProcessHandle orphan = orphan(data);
    if (orphan != null && answers(data, password)) {
      LOG.info("going on with the database that a killed service left behind");
      EmbeddedServer goesOn = new EmbeddedServer(null, data, password, portOf(data));
      goesOn.watch();
      return goesOn;
    }
    if (orphan != null) {
      LOG.info("stopping the database that a killed service left behind");
      stop(orphan);
    }
    EmbeddedPostgres server = start(data, password, ANY_PORT);
    // Looked up and not remembered: the very first start may have been cut off before this.
    if (!Files.readString(data.resolve("pg_hba.conf")).equals(ONLY_WITH_PASSWORD)) {
      lockDown(server, data, password);
    }
    EmbeddedServer started = new EmbeddedServer(server, data, password, server.getPort());
    started.watch();
    return started;
  }

  private static EmbeddedPostgres start(Path data, String password, int port) throws IOException {
    // The library silences the server's own output unless told where to put it.
    File log = data.resolveSibling("postgresql.log").toFile();
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setPort(port)
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
  }

  private void watch() throws IOException {
    ProcessHandle.of(processOf(data))
        .ifPresentOrElse(process -> process.onExit().thenRun(this::died), this::died);
  }

  /**
   * On a thread of its own: the one that tells of a process's end must not be kept. After a moment:
   * when everything is being stopped, the database may be told so before the service.
   */
  private void died() {
    Thread.ofVirtual()
        .start(() -> {
          LockSupport.parkNanos(START_AGAIN_AFTER.toNanos());
          startAgain();
        });
  }

  private synchronized void startAgain() {
    while (!closed) {
      try {
        LOG.warn("the embedded database has died; it is started again");
        // Lets go of the library's lock on the folder; there is nothing left to stop.
        if (server != null) {
          server.close();
        }
        ProcessHandle left = orphan(data);
        if (left != null) {
          stop(left);
        }
        server = start(data, password, port);
        watch();
        return;
      } catch (IOException | RuntimeException e) {
        LOG.error("the embedded database does not start", e);
        LockSupport.parkNanos(START_AGAIN_AFTER.toNanos());
      }
    }
  }

  /** PostgreSQL writes its process id on the first line of its pid file. */
  private static long processOf(Path data) throws IOException {
    return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
  }

  /** And its port on the fourth. */
  private static int portOf(Path data) throws IOException {
    return Integer.parseInt(Files.readAllLines(data.resolve("postmaster.pid")).get(3).strip());
  }

  /** The server that a killed service left behind, or null. */
  private static @Nullable ProcessHandle orphan(Path data) throws IOException {
    if (!Files.exists(data.resolve("postmaster.pid"))) {
      return null;
    }
    // The file may be older than the machine's last start, and its number another process's now.
    return ProcessHandle.of(processOf(data))
        .filter(process -> process.info().commandLine().orElse("").contains(data.toString()))
        .orElse(null);
  }

  /**
   * Whether it lets us in: it may be frozen, ending, or killed before it was given its password.
   */
  private static boolean answers(Path data, String password) throws IOException {
    Properties login = new Properties();
    login.setProperty("user", USER);
    login.setProperty("password", password);
    for (String limit : List.of("loginTimeout", "connectTimeout", "socketTimeout")) {
      login.setProperty(limit, Integer.toString(ANSWER_WITHIN_SECONDS));
    }
    if (!Files.readString(data.resolve("pg_hba.conf")).equals(ONLY_WITH_PASSWORD)) {
      return false;
    }
    String url = "jdbc:postgresql://127.0.0.1:" + portOf(data) + "/" + DATABASE;
    try (Connection connection = DriverManager.getConnection(url, login)) {
      return connection.isValid(ANSWER_WITHIN_SECONDS);
    } catch (SQLException away) {
      return false;
    }
  }

  /**
   * Ends a server that no service is using; and if it does not end, it is killed, which loses
   * nothing that was committed.
   */
  private static void stop(ProcessHandle orphan) throws IOException {
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
        .setPort(port)
        .setDatabase(DATABASE)
        .setUser(USER)
        .setPassword(password);
  }

  /** Ends the server in order; every committed transaction was on disk already. */
  @Override
  public void close() throws IOException {
    // First, so that a restart that fails again and again lets go.
    closed = true;
    synchronized (this) {
      ProcessHandle takenOver = server == null ? orphan(data) : null;
      if (takenOver != null) {
        stop(takenOver);
      } else if (server != null) {
        server.close();
      }
    }
  }
}
