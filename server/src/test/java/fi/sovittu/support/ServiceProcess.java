package fi.sovittu.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The service as a process of its own, which can be killed. */
public final class ServiceProcess implements AutoCloseable {
  private static final Pattern ORGANISER = Pattern.compile("Organiser\\s+(\\S+#\\S+)");

  private final Process process;
  private final Path data;
  private final int port;
  private final Path output;
  private final Path errors;

  private ServiceProcess(Process process, Path data, int port, Path output, Path errors) {
    this.process = process;
    this.data = data;
    this.port = port;
    this.output = output;
    this.errors = errors;
  }

  /** Starts {@code main} as a user would, with the libraries but without the tests. */
  public static ServiceProcess start(Path data, int port) throws IOException {
    return start(data, port, Map.of());
  }

  /**
   * As {@link #start(Path, int)}.
   *
   * @param more settings beside the usual ones
   */
  public static ServiceProcess start(Path data, int port, Map<String, String> more)
      throws IOException {
    Path folder = Files.createTempDirectory("sovittu-process");
    Path template = Files.writeString(folder.resolve("first.yaml"), Hall.TEMPLATE);
    Path output = folder.resolve("output");
    Path errors = folder.resolve("errors");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            // As deploy/sovittu.service does.
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-classpath",
            classpath(),
            "fi.sovittu.app.Main");
    builder.environment().keySet().removeIf(name -> name.startsWith("SOVITTU_"));
    builder
        .environment()
        .putAll(
            Map.of(
                "SOVITTU_PORT", Integer.toString(port),
                "SOVITTU_HOST", "127.0.0.1",
                "SOVITTU_DATA", data.toString(),
                "SOVITTU_TEMPLATE", template.toString()));
    builder.environment().putAll(more);
    Process process =
        builder.redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
    return new ServiceProcess(process, data, port, output, errors);
  }

  private static String classpath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.contains("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** A port that was free a moment ago. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  public ServiceProcess awaitReady() {
    Eventually.until(
        "the service was ready",
        () -> {
          if (!process.isAlive()) {
            throw new AssertionError("the service ended: " + errors());
          }
          return organiserIn(text(output)).find() && isReady();
        });
    return this;
  }

  private boolean isReady() {
    try {
      return new Person(address()).get("/health/ready").status() == 200;
    } catch (RuntimeException notYet) {
      return false;
    }
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  public long pid() {
    return process.pid();
  }

  /** The organiser's personal link, as the start prints it. */
  public String organiserLink() {
    Matcher found = organiserIn(text(output));
    if (!found.find()) {
      throw new AssertionError(text(output));
    }
    return found.group(1);
  }

  private static Matcher organiserIn(String text) {
    return ORGANISER.matcher(text);
  }

  /** What the process has written to its error stream. */
  public String errors() {
    return text(errors);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the process to end by itself. */
  public int exitCode() throws InterruptedException {
    if (!process.waitFor(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("the service did not end");
    }
    return process.exitValue();
  }

  /**
   * Ends the process in the middle of whatever it does (SIGKILL); its database is orphaned and goes
   * on.
   */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    exitCode();
  }

  /** Ends the process in order (SIGTERM), and in any case its database with it. */
  @Override
  public void close() throws Exception {
    process.destroy();
    if (!process.waitFor(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    if (Files.exists(data.resolve("postgresql/postmaster.pid"))) {
      ProcessHandle.of(Database.processIn(data)).ifPresent(ProcessHandle::destroyForcibly);
    }
    Service.remove(output.getParent());
  }
}
