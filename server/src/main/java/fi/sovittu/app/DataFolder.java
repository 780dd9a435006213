package fi.sovittu.app;

import fi.sovittu.base.Tokens;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The folder that the embedded database and the server's secrets live in. */
final class DataFolder implements AutoCloseable {
  private final Path folder;

  /** Held here, because a lock that nothing refers to is given up when the garbage is collected. */
  private @Nullable FileLock lock;

  private DataFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the folder when it is missing.
   *
   * @throws Config.Impossible when it cannot be written
   */
  static DataFolder open(Path folder) {
    try {
      Files.createDirectories(folder);
      if (!Files.isWritable(folder)) {
        throw new Config.Impossible(
            Setting.DATA, "the folder \"" + folder + "\" cannot be written");
      }
      return new DataFolder(folder);
    } catch (IOException e) {
      throw new Config.Impossible(
          Setting.DATA, "the folder \"" + folder + "\" cannot be made: " + e.getMessage());
    }
  }

  /**
   * Keeps a second service out of the same folder until this is closed or the process ends, however
   * it ends.
   *
   * @throws Config.Impossible when another service uses it
   */
  void lock() throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException usedByThisProcess) {
      // Told below.
    }
    if (lock == null) {
      channel.close();
      throw new Config.Impossible(
          Setting.DATA, "the folder \"" + folder + "\" is in use by another service");
    }
  }

  /** Lets another service use the folder. */
  @Override
  public void close() throws IOException {
    if (lock != null) {
      lock.acquiredBy().close();
      lock = null;
    }
  }

  Path database() {
    return folder.resolve("postgresql");
  }

  /** A secret that is made at random once and kept, readable by its owner only. */
  String secret(String name) throws IOException {
    Path file = folder.resolve(name);
    if (Files.exists(file)) {
      return Files.readString(file).strip();
    }
    String made = Tokens.base64Url(Tokens.randomBytes(32));
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    Path fresh = folder.resolve(name + ".new");
    Files.deleteIfExists(fresh);
    if (posix) {
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(
              Set.copyOf(PosixFilePermissions.fromString("rw-------"))));
    }
    try (FileChannel out =
        FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      out.write(ByteBuffer.wrap(made.getBytes(StandardCharsets.US_ASCII)));
      // On disk before anything is sealed with it.
      out.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    return made;
  }
}
