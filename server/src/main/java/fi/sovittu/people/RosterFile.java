package fi.sovittu.people;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * The lines of a roster file, whatever its form: an Excel workbook's first sheet, or values
 * separated by commas, semicolons or tabs (RFC 4180) in UTF-8, UTF-16 or Windows-1252. Blocks for
 * as long as it takes: never on an event loop.
 */
final class RosterFile {
  /**
   * A line that is not empty.
   *
   * @param number in the file, from 1; where it begins, if it holds line breaks in quotes
   * @param cells clean, without empty ones at the end
   */
  record Line(int number, List<String> cells) {}

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final char[] DELIMITERS = {';', ',', '\t'};

  private RosterFile() {}

  /**
   * @throws RosterRefused UNREADABLE, OLD_EXCEL, EMPTY, QUOTES, TOO_MANY_ROWS
   */
  static List<Line> read(byte[] file) {
    List<Line> lines;
    if (begins(file, ZIP)) {
      lines = workbook(file);
    } else if (begins(file, OLE)) {
      throw new RosterRefused(RosterFault.OLD_EXCEL);
    } else {
      lines = separated(text(file));
    }
    if (lines.isEmpty()) {
      throw new RosterRefused(RosterFault.EMPTY);
    }
    return lines;
  }

  private static boolean begins(byte[] file, byte[] mark) {
    return file.length >= mark.length && Arrays.mismatch(file, mark) == mark.length
        || Arrays.equals(file, mark);
  }

  private static void add(List<Line> lines, int number, List<String> cells) {
    List<String> clean = new ArrayList<>(cells.stream().map(Spelling::cell).toList());
    while (!clean.isEmpty() && clean.getLast().isEmpty()) {
      clean.removeLast();
    }
    if (clean.isEmpty()) {
      return;
    }
    // One more: the line of headings.
    if (lines.size() > RosterLimits.ROWS) {
      throw new RosterRefused(RosterFault.TOO_MANY_ROWS, RosterLimits.ROWS);
    }
    lines.add(new Line(number, List.copyOf(clean)));
  }

  private static List<Line> workbook(byte[] file) {
    List<Line> lines = new ArrayList<>();
    try {
      mustUnpack(file);
      try (ReadableWorkbook workbook =
              new ReadableWorkbook(
                  new ByteArrayInputStream(file), new ReadingOptions(false, false));
          Stream<Row> rows = workbook.getFirstSheet().openStream()) {
        rows.forEach(row -> {
          List<String> cells = new ArrayList<>();
          for (int i = 0; i < Math.min(row.getCellCount(), RosterLimits.COLUMNS + 1); i++) {
            Cell cell = row.getCell(i);
            cells.add(cell == null ? "" : cell.getText());
          }
          add(lines, row.getRowNum(), cells);
        });
      }
    } catch (RosterRefused refused) {
      throw refused;
    } catch (IOException | RuntimeException broken) {
      throw new RosterRefused(RosterFault.UNREADABLE);
    }
    return lines;
  }

  /** A few kilobytes can be made to unpack to gigabytes. */
  private static void mustUnpack(byte[] file) throws IOException {
    long unpacked = 0;
    byte[] part = new byte[65_536];
    try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        try (InputStream bytes = zip.getInputStream(entry)) {
          for (int read = bytes.read(part); read >= 0; read = bytes.read(part)) {
            unpacked += read;
            if (unpacked > RosterLimits.UNPACKED) {
              throw new IOException("unpacks to too much");
            }
          }
        }
      }
    }
  }

  private static String text(byte[] file) {
    if (file.length >= 2 && file[0] == (byte) 0xFF && file[1] == (byte) 0xFE) {
      return strictly(StandardCharsets.UTF_16LE, file, 2);
    }
    if (file.length >= 2 && file[0] == (byte) 0xFE && file[1] == (byte) 0xFF) {
      return strictly(StandardCharsets.UTF_16BE, file, 2);
    }
    boolean marked =
        file.length >= 3
            && file[0] == (byte) 0xEF
            && file[1] == (byte) 0xBB
            && file[2] == (byte) 0xBF;
    String text;
    try {
      text = decode(StandardCharsets.UTF_8, file, marked ? 3 : 0);
    } catch (CharacterCodingException notUtf8) {
      text = new String(file, WINDOWS);
    }
    return readable(text);
  }

  private static String strictly(Charset charset, byte[] file, int from) {
    try {
      return readable(decode(charset, file, from));
    } catch (CharacterCodingException broken) {
      throw new RosterRefused(RosterFault.UNREADABLE);
    }
  }

  private static String decode(Charset charset, byte[] file, int from)
      throws CharacterCodingException {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(file, from, file.length - from))
        .toString();
  }

  /** What holds U+0000 is no text, or one in UTF-16 that does not say so. */
  private static String readable(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new RosterRefused(RosterFault.UNREADABLE);
    }
    return text;
  }

  private static List<Line> separated(String text) {
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(delimiter(text)).setIgnoreEmptyLines(false).get();
    List<Line> lines = new ArrayList<>();
    int line = 1;
    try (CSVParser parser =
        CSVParser.builder().setReader(new StringReader(text)).setFormat(format).get()) {
      for (CSVRecord record : parser) {
        add(lines, line, record.toList());
        line = Math.toIntExact(parser.getCurrentLineNumber()) + 1;
      }
    } catch (IOException | UncheckedIOException badQuotes) {
      throw new RosterRefused(RosterFault.QUOTES, line);
    }
    return lines;
  }

  /** The one that is there most often, outside quotes, on the first line that holds anything. */
  private static char delimiter(String text) {
    int[] counts = new int[DELIMITERS.length];
    boolean quoted = false;
    boolean any = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\n' || c == '\r') && any) {
        break;
      } else if (!quoted) {
        for (int d = 0; d < DELIMITERS.length; d++) {
          counts[d] += c == DELIMITERS[d] ? 1 : 0;
        }
      }
      any |= !Character.isWhitespace(c);
    }
    int best = 0;
    for (int d = 1; d < DELIMITERS.length; d++) {
      best = counts[d] > counts[best] ? d : best;
    }
    return DELIMITERS[best];
  }
}
