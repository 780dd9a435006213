package fi.sovittu.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A file's bytes as text: UTF-16 or UTF-8 by their marks, else UTF-8, else Windows-1252, which old
 * spreadsheets write. Nothing is replaced: bytes that mean no character are refused. Pure.
 *
 * @param told whether the file tells its charset, by a mark or by where its zeros are
 */
public record FileText(Charset charset, boolean told, String text) {
  /** How much of the file tells whether every second byte is zero. */
  private static final int LOOK = 4_000;

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** Bytes that mean no character. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final boolean told;

    private Unreadable(int line, boolean told) {
      super("line " + line, null, false, false);
      this.line = line;
      this.told = told;
    }

    /** The line on which they stand, from 1. */
    public int line() {
      return line;
    }

    /** As {@link FileText#told}. */
    public boolean told() {
      return told;
    }
  }

  /**
   * @param wide whether to look for UTF-16 that has no mark
   * @throws Unreadable also for U+0000 and the like in no charset; what control characters the text
   *     may have is left to the caller
   */
  public static FileText of(byte[] file, boolean wide) throws Unreadable {
    if (begins(file, 0xFF, 0xFE)) {
      return decoded(file, 2, StandardCharsets.UTF_16LE, true);
    }
    if (begins(file, 0xFE, 0xFF)) {
      return decoded(file, 2, StandardCharsets.UTF_16BE, true);
    }
    if (begins(file, 0xEF, 0xBB, 0xBF)) {
      return decoded(file, 3, StandardCharsets.UTF_8, true);
    }
    Charset zeros = wide ? wide(file) : null;
    if (zeros != null) {
      return decoded(file, 0, zeros, true);
    }
    try {
      return decoded(file, 0, StandardCharsets.UTF_8, false);
    } catch (Unreadable notUtf8) {
      return decoded(file, 0, WINDOWS, false);
    }
  }

  /** Whether the file begins with these bytes. */
  static boolean begins(byte[] file, int... mark) {
    if (file.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((file[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** UTF-16 without a mark: most characters are Latin, so every second byte is zero. */
  private static @Nullable Charset wide(byte[] file) {
    int[] zeros = new int[2];
    int looked = Math.min(file.length, LOOK);
    for (int i = 0; i < looked; i++) {
      if (file[i] == 0) {
        zeros[i % 2]++;
      }
    }
    if (zeros[1] > looked / 4 && zeros[0] == 0) {
      return StandardCharsets.UTF_16LE;
    }
    return zeros[0] > looked / 4 && zeros[1] == 0 ? StandardCharsets.UTF_16BE : null;
  }

  private static FileText decoded(byte[] file, int from, Charset charset, boolean told)
      throws Unreadable {
    CharBuffer characters = CharBuffer.allocate(file.length + 1);
    CoderResult end =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(file, from, file.length - from), characters, true);
    String text = characters.flip().toString();
    if (end.isError()) {
      throw new Unreadable(line(text, text.length()), told);
    }
    return new FileText(charset, told, text);
  }

  /** The line of a place in a text, from 1. */
  public static int line(String text, int at) {
    return 1 + (int) text.chars().limit(at).filter(c -> c == '\n').count();
  }
}
