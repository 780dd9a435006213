package fi.sovittu.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fi.sovittu.fault.Operation.Outcome;
import fi.sovittu.support.Database;
import fi.sovittu.support.Eventually;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The database's disk is full for a while. The disk is a small one in memory, which only root may
 * mount; for anyone else the test is skipped.
 */
class DiskFullIT {
  private static final Duration PATIENT = Duration.ofSeconds(10);
  private static final String SIZE = "400m";

  @TempDir private Path disk;
  private boolean mounted;

  @BeforeEach
  void mount() throws Exception {
    mounted = run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "none", disk.toString()) == 0;
    assumeTrue(mounted, "a disk can be mounted");
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      run("umount", "--lazy", disk.toString());
    }
  }

  private static int run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    } catch (IOException noSuchCommand) {
      return -1;
    }
  }

  @Test
  void whatCannotBeWrittenIsNotAcknowledgedAndNothingIsLost() throws Exception {
    try (Rig rig = Rig.withDataIn(disk.resolve("database"));
        Database look = rig.database().look()) {
      People people = People.start(rig.hall(look), rig.phones(), PATIENT);
      Path ballast = disk.resolve("ballast");
      try {
        Eventually.until("people were served", () -> people.acknowledged() > 200);
        fill(ballast);
        Eventually.until(
            "the database could not write any more",
            () -> people.history().count(Outcome.UNKNOWN) > 100);
      } finally {
        Files.delete(ballast);
        if (!rig.database().isAlive()) {
          // It had not even the room to keep its own journal.
          rig.database().startAgain();
        }
        long before = people.acknowledged();
        Eventually.until("people are served again", () -> people.acknowledged() > before + 200);
        people.stop();
      }
      assertThat(people.faults()).isEmpty();
    }
  }

  private static void fill(Path file) throws IOException {
    byte[] much = new byte[64 * 1024];
    byte[] little = new byte[512];
    try (OutputStream out = Files.newOutputStream(file)) {
      fill(out, much);
      fill(out, little);
    }
  }

  private static void fill(OutputStream out, byte[] piece) throws IOException {
    try {
      while (true) {
        out.write(piece);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
  }
}
