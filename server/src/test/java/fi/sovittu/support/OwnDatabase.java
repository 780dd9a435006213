package fi.sovittu.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A durable PostgreSQL of a test's own, which can be killed, frozen and started again. */
public final class OwnDatabase implements AutoCloseable {
  public static final String PASSWORD = "postgres";

  private final Path folder;
  private final int port;
  private EmbeddedPostgres server;

  private OwnDatabase(Path folder, int port) throws IOException {
    this.folder = folder;
    this.port = port;
    this.server = start();
  }

  /** Starts it with its data in a folder below the given one. */
  public static OwnDatabase in(Path folder) throws IOException {
    return new OwnDatabase(folder, ServiceProcess.freePort());
  }

  private EmbeddedPostgres start() throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder.resolve("postgresql"))
        .setCleanDataDirectory(false)
        .setPort(port)
        // The library's own defaults lose the last moments before a kill, as no database of ours
        // may.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("max_connections", "50")
        .start();
  }

  public int port() {
    return port;
  }

  /** Its address for the service, by way of a port. */
  public static String urlAt(int port) {
    return "postgresql://postgres:" + PASSWORD + "@127.0.0.1:" + port + "/postgres";
  }

  /** A look into it that no proxy stands in the way of. */
  public Database look() {
    return new Database(port, PASSWORD);
  }

  /** The process id of its first process. */
  public long pid() throws IOException {
    return Database.processIn(folder);
  }

  /** Ends it in the middle of whatever it does (SIGKILL). */
  public void kill() throws IOException {
    ProcessHandle process = ProcessHandle.of(pid()).orElseThrow();
    process.destroyForcibly();
    Eventually.until("the database died", () -> !process.isAlive());
    // Only lets go of the library's own lock: there is nothing left to stop.
    server.close();
  }

  public boolean isAlive() throws IOException {
    return Files.exists(folder.resolve("postgresql/postmaster.pid"))
        && ProcessHandle.of(pid()).map(ProcessHandle::isAlive).orElse(false);
  }

  public void startAgain() throws IOException {
    server = start();
  }

  @Override
  public void close() throws IOException {
    ProcessHandle process = isAlive() ? ProcessHandle.of(pid()).orElse(null) : null;
    server.close();
    Eventually.until("the database ended", () -> process == null || !process.isAlive());
  }
}
