package fi.sovittu.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What a virtual machine of this user's holds in memory, where the system tells. */
public final class ProcessMemory {
  private static final double KILOBYTES = 1_024;

  private ProcessMemory() {}

  /** The resident memory of a process, megabytes; empty where the system does not tell. */
  public static OptionalDouble residentMegabytes(long pid) {
    try (Stream<String> status = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return status
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KILOBYTES)
          .findFirst();
    } catch (IOException notLinux) {
      return OptionalDouble.empty();
    }
  }

  /** What lives in its heap after a full collection, megabytes; empty without {@code jcmd}. */
  public static OptionalDouble liveMegabytes(long pid) throws IOException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    if (!Files.isExecutable(jcmd)) {
      return OptionalDouble.empty();
    }
    Process asked =
        new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.class_histogram").start();
    return asked
        .inputReader()
        .lines()
        .filter(line -> line.startsWith("Total"))
        .mapToDouble(line -> Double.parseDouble(line.split("\\s+")[2]) / KILOBYTES / KILOBYTES)
        .findFirst();
  }
}
