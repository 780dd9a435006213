package fi.sovittu.support;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Signals to a process and all its children, as a machine that is out of breath would give. */
public final class Signals {
  private Signals() {}

  /** Processes that stand still until it is closed. */
  public interface Frozen extends AutoCloseable {
    @Override
    void close() throws IOException, InterruptedException;
  }

  /** Stops them where they are (SIGSTOP): their sockets stay open and nobody answers. */
  public static Frozen freeze(long pid) throws IOException, InterruptedException {
    send("-STOP", pid);
    return () -> send("-CONT", pid);
  }

  private static void send(String signal, long pid) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("kill", signal));
    ProcessHandle parent = ProcessHandle.of(pid).orElseThrow();
    // The parent first: one that is stopped has no more children.
    command.add(Long.toString(pid));
    Stream<ProcessHandle> children = parent.descendants();
    children.forEach(child -> command.add(Long.toString(child.pid())));
    // A child may have ended meanwhile, so the exit code tells nothing.
    new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
  }
}
