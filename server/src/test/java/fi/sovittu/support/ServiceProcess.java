package fi.sovittu.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** The service as a process of its own, which can be killed. */
public final class ServiceProcess implements AutoCloseable {
  private static final Pattern ORGANISER = Pattern.compile("Organiser\\s+(\\S+#\\S+)");

  private static final ToolProvider JAR = ToolProvider.findFirst("jar").orElseThrow();

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
    // An archive of classes is made from jars only.
    List<String> options =
        options(data).stream().filter(option -> !option.contains("SharedArchive")).toList();
    return start(data, port, more, options, String.join(File.pathSeparator, classpath()));
  }

  /**
   * As {@link #start(Path, int)}, as it is installed.
   *
   * @param classpath what {@link #install} gave
   */
  public static ServiceProcess startInstalled(Path data, int port, String classpath)
      throws IOException {
    return start(data, port, Map.of(), options(data), classpath);
  }

  private static ServiceProcess start(
      Path data, int port, Map<String, String> more, List<String> options, String classpath)
      throws IOException {
    Path folder = Files.createTempDirectory("sovittu-process");
    Path template = Files.writeString(folder.resolve("first.yaml"), Hall.TEMPLATE);
    Path output = folder.resolve("output");
    Path errors = folder.resolve("errors");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-classpath", classpath, "fi.sovittu.app.Main"));
    ProcessBuilder builder = new ProcessBuilder(command);
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

  /** The JVM's options in production, so that what is tested and measured is what runs. */
  private static List<String> options(Path data) throws IOException {
    String start =
        Files.readAllLines(Path.of("../deploy/sovittu.service")).stream()
            .filter(line -> line.startsWith("ExecStart="))
            .findFirst()
            .orElseThrow()
            .replace("/var/lib/sovittu", data.toString());
    return Stream.of(start.split(" ")).skip(1).takeWhile(word -> !word.equals("-jar")).toList();
  }

  /**
   * Packs the service's classes as an installation has them.
   *
   * @param folder where to
   * @return the class path
   */
  public static String install(Path folder) {
    List<String> installed = new ArrayList<>();
    for (String entry : classpath()) {
      installed.add(
          Files.isDirectory(Path.of(entry))
              ? packed(entry, folder.resolve("installed-" + installed.size() + ".jar").toString())
              : entry);
    }
    return String.join(File.pathSeparator, installed);
  }

  private static String packed(String classes, String jar) {
    if (JAR.run(System.out, System.err, "--create", "--file", jar, "-C", classes, ".") != 0) {
      throw new IllegalStateException("not packed: " + classes);
    }
    return jar;
  }

  private static List<String> classpath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.contains("test-classes"))
        .toList();
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
