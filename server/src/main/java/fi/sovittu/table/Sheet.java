package fi.sovittu.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * Reads the first sheet of an Office Open XML workbook (ISO/IEC 29500). Blocks for as long as it
 * takes: never on an event loop.
 */
public final class Sheet {
  private Sheet() {}

  /** Whether the file looks like a workbook of today: a ZIP archive. */
  public static boolean looksLike(byte[] file) {
    return FileText.begins(file, 'P', 'K', 3, 4);
  }

  /** Whether the file is of Excel before 2007 (or of another old Office program). */
  public static boolean isOld(byte[] file) {
    return FileText.begins(file, 0xD0, 0xCF, 0x11, 0xE0);
  }

  /**
   * Hands over every row that the file has, its cells as texts.
   *
   * @param mostColumns what a row has beyond is left out
   * @param unpacked what the file may unpack to, bytes: a few kilobytes can be made to be gigabytes
   * @throws IOException for anything that is no workbook or too large; whatever the sink throws
   *     goes through
   */
  public static void read(byte[] file, int mostColumns, long unpacked, Delimited.Sink sink)
      throws IOException {
    if (!careful(() -> fits(file, unpacked))) {
      throw new IOException("unpacks to too much");
    }
    try (ReadableWorkbook workbook = careful(() -> open(file));
        Stream<Row> rows = careful(() -> workbook.getFirstSheet().openStream())) {
      Iterator<Row> iterator = rows.iterator();
      while (careful(iterator::hasNext)) {
        Row row = careful(iterator::next);
        sink.line(row.getRowNum(), careful(() -> cells(row, mostColumns)));
      }
    }
  }

  /** The library throws anything at what is broken. */
  private static <T> T careful(Callable<T> step) throws IOException {
    try {
      return step.call();
    } catch (Exception broken) {
      throw new IOException(broken);
    }
  }

  private static ReadableWorkbook open(byte[] file) throws IOException {
    return new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(false, false));
  }

  private static List<String> cells(Row row, int most) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < Math.min(row.getCellCount(), most); i++) {
      Cell cell = row.getCell(i);
      cells.add(cell == null ? "" : cell.getText());
    }
    return cells;
  }

  private static boolean fits(byte[] file, long most) throws IOException {
    long unpacked = 0;
    byte[] part = new byte[65_536];
    try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        try (InputStream bytes = zip.getInputStream(entry)) {
          for (int read = bytes.read(part); read >= 0; read = bytes.read(part)) {
            unpacked += read;
            if (unpacked > most) {
              return false;
            }
          }
        }
      }
    }
    return true;
  }
}
