package fi.sovittu.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fi.sovittu.support.Service;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;

/**
 * The wall clock of processes, and of all that they start, that can be put forward and back while
 * they run. A small library is laid before the system's own, which takes a C compiler and Linux.
 */
final class WrongClock implements AutoCloseable {
  private final Path folder;

  private WrongClock(Path folder) {
    this.folder = folder;
  }

  /** A clock that is right so far. Skips the test where there is no C compiler. */
  static WrongClock make() throws IOException, InterruptedException {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "a library can be preloaded");
    WrongClock clock = new WrongClock(Files.createTempDirectory("sovittu-clock"));
    // The database may run as another user.
    folderForAll(clock.folder);
    clock.put(Duration.ZERO);
    Path source = clock.folder.resolve("clock.c");
    try (InputStream in = WrongClock.class.getResourceAsStream("/clock.c")) {
      Files.copy(in, source);
    }
    int compiled =
        run("cc", "-shared", "-fPIC", "-O2", "-o", clock.library().toString(), source.toString());
    assumeTrue(compiled >= 0, "there is a C compiler");
    assertThat(compiled).as("exit code of the compiler").isZero();
    return clock;
  }

  private static void folderForAll(Path folder) {
    assertThat(folder.toFile().setExecutable(true, false)).isTrue();
    assertThat(folder.toFile().setReadable(true, false)).isTrue();
  }

  private static int run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException noSuchCommand) {
      return -1;
    }
  }

  private Path library() {
    return folder.resolve("clock.so");
  }

  private Path ahead() {
    return folder.resolve("ahead");
  }

  /** What a process must be started with to go by this clock. */
  Map<String, String> environment() {
    return Map.of("LD_PRELOAD", library().toString(), "WRONG_CLOCK", ahead().toString());
  }

  /** From now on the clock is so much ahead of the true one, or behind it. */
  void put(Duration difference) throws IOException {
    ByteBuffer millis = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
    try (FileChannel file =
        FileChannel.open(ahead(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      file.write(millis.putLong(0, difference.toMillis()), 0);
    }
  }

  @Override
  public void close() {
    Service.remove(folder);
  }
}
