package fi.sovittu.teams;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A file's bytes as text. Teams writes UTF-16LE with a byte order mark; whoever saves the file anew
 * writes anything. Nothing is replaced: bytes that mean no character are refused. Pure.
 *
 * @param encoding as it is called by IANA
 */
record ReportText(String encoding, String text) {
  /** How much of the file tells whether every second byte is zero. */
  private static final int LOOK = 4_000;

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /**
   * @throws RefusedReport when the file is empty, too large, or no text
   */
  static ReportText of(byte[] file) {
    if (file.length == 0) {
      throw RefusedReport.of(0, ReportFault.FILE_EMPTY);
    }
    if (file.length > ReportLimits.BYTES) {
      throw RefusedReport.of(0, ReportFault.FILE_TOO_LARGE, ReportLimits.BYTES / 1_000_000);
    }
    if (begins(file, 0xFF, 0xFE)) {
      return decoded(file, 2, StandardCharsets.UTF_16LE);
    }
    if (begins(file, 0xFE, 0xFF)) {
      return decoded(file, 2, StandardCharsets.UTF_16BE);
    }
    if (begins(file, 0xEF, 0xBB, 0xBF)) {
      return decoded(file, 3, StandardCharsets.UTF_8);
    }
    Charset wide = wide(file);
    if (wide != null) {
      return decoded(file, 0, wide);
    }
    try {
      return decoded(file, 0, StandardCharsets.UTF_8);
    } catch (RefusedReport notUtf8) {
      if (isText(file)) {
        return decoded(file, 0, WINDOWS);
      }
      throw notUtf8;
    }
  }

  private static boolean begins(byte[] file, int... mark) {
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

  /** UTF-16 without a mark: most characters of a report are Latin, so every second byte is zero. */
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

  /** Workbooks, pictures and the like have control bytes among the first ones. */
  private static boolean isText(byte[] file) {
    for (int i = 0; i < Math.min(file.length, LOOK); i++) {
      if (file[i] >= 0 && isControl((char) file[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isControl(char c) {
    return (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == '\u007F';
  }

  private static ReportText decoded(byte[] file, int from, Charset charset) {
    if (charset.equals(StandardCharsets.UTF_8) && from == 0 && !isText(file)) {
      throw RefusedReport.of(0, ReportFault.NOT_TEXT);
    }
    CharBuffer characters = CharBuffer.allocate(file.length + 1);
    CoderResult end =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(file, from, file.length - from), characters, true);
    String text = characters.flip().toString();
    if (end.isError()) {
      throw RefusedReport.of(line(text), ReportFault.UNREADABLE_CHARACTER);
    }
    for (int i = 0; i < text.length(); i++) {
      if (isControl(text.charAt(i))) {
        throw RefusedReport.of(line(text.substring(0, i)), ReportFault.UNREADABLE_CHARACTER);
      }
    }
    return new ReportText(charset.name(), text);
  }

  /** The line on which the text ends, counted from 1. */
  private static int line(String text) {
    return 1 + (int) text.chars().filter(c -> c == '\n').count();
  }
}
