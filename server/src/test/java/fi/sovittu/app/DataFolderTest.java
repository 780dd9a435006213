package fi.sovittu.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.sovittu.support.Eventually;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir private Path folder;

  @Test
  void aSecretIsMadeOnceAndKept() throws Exception {
    String made = DataFolder.open(folder).secret("one");
    assertThat(made).hasSize(43);
    assertThat(DataFolder.open(folder).secret("one")).isEqualTo(made);
    assertThat(DataFolder.open(folder).secret("two")).isNotEqualTo(made);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aSecretIsReadableByItsOwnerOnly() throws Exception {
    DataFolder.open(folder).secret("one");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("one"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aHalfWrittenSecretIsNotTaken() throws Exception {
    // As after a power cut between the writing and the renaming.
    Files.writeString(folder.resolve("one.new"), "half");
    assertThat(DataFolder.open(folder).secret("one")).hasSize(43);
  }

  @Test
  void theLockKeepsOthersOutForAsLongAsItsHolderLives() throws Exception {
    DataFolder holder = DataFolder.open(folder);
    holder.lock();
    // A lock that nothing refers to is given up when the garbage is collected.
    WeakReference<Object> garbage = new WeakReference<>(new Object());
    Eventually.until(
        "the garbage was collected",
        () -> {
          System.gc();
          return garbage.get() == null;
        });
    System.gc();
    assertThatThrownBy(() -> DataFolder.open(folder).lock())
        .isInstanceOf(Config.Impossible.class)
        .message()
        .startsWith("SOVITTU_DATA: ")
        .contains("in use by another service")
        .hasLineCount(1);
    holder.close();
    DataFolder next = DataFolder.open(folder);
    next.lock();
    next.close();
  }
}
