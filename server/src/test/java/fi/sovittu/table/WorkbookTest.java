package fi.sovittu.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.sovittu.table.Table.Column;
import fi.sovittu.table.Table.Type;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookTest {
  private static final Table TABLE =
      new Table(
          "Läsnäolo",
          List.of(
              new Column("Nimi", Type.TEXT),
              new Column("Minuuttia", Type.INTEGER),
              new Column("Keskiarvo", Type.DECIMAL),
              new Column("Saapui", Type.DATE_TIME)),
          List.of(
              List.of(
                  "Öst & <Åke>",
                  90,
                  new BigDecimal("3.40"),
                  LocalDateTime.of(2026, 4, 2, 13, 40, 5)),
              Arrays.asList(null, null, null, null)));

  @Test
  void numbersAndDatesAreReal() throws IOException {
    Row row = rows(Workbook.write(List.of(TABLE)), 0).get(1);

    assertThat(row.getCell(0).asString()).isEqualTo("Öst & <Åke>");
    assertThat(row.getCell(1).getType()).isEqualTo(CellType.NUMBER);
    assertThat(row.getCell(1).asNumber()).isEqualByComparingTo("90");
    assertThat(row.getCell(2).getType()).isEqualTo(CellType.NUMBER);
    assertThat(row.getCell(2).asNumber()).isEqualByComparingTo("3.4");
    assertThat(row.getCell(2).getDataFormatString()).isEqualTo("0.00");
    assertThat(row.getCell(3).getType()).isEqualTo(CellType.NUMBER);
    assertThat(row.getCell(3).asDate()).isEqualTo(LocalDateTime.of(2026, 4, 2, 13, 40, 5));
    assertThat(row.getCell(3).getDataFormatString()).isEqualTo("d\\.m\\.yyyy\\ hh\\.mm\\.ss");
  }

  @Test
  void headingsAreBoldAndStayInSight() throws IOException {
    byte[] workbook = Workbook.write(List.of(TABLE));

    assertThat(rows(workbook, 0).getFirst().stream().map(Cell::asString))
        .containsExactly("Nimi", "Minuuttia", "Keskiarvo", "Saapui");
    assertThat(part(workbook, "xl/worksheets/sheet1.xml"))
        .containsPattern("<pane [^>]*ySplit=\"1\"[^>]*state=\"frozen\"")
        .containsPattern("<col [^>]*width=\"[1-9]");
    assertThat(part(workbook, "xl/styles.xml")).contains("<b/>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "  =1",
        "＝1",
        "=HYPERLINK(\"http://x.example\")"
      })
  void aTextIsNeverAFormula(String formula) throws IOException {
    byte[] workbook = Workbook.write(List.of(texts(List.of(formula))));

    Cell cell = rows(workbook, 0).get(1).getCell(0);
    assertThat(cell.getType()).isEqualTo(CellType.STRING);
    assertThat(cell.asString()).isEqualTo(formula);
    assertThat(part(workbook, "xl/worksheets/sheet1.xml"))
        .doesNotContain("<f>")
        .contains("<c r=\"A2\" s=\"2\" t=\"s\">");
    String styles = part(workbook, "xl/styles.xml");
    assertThat(styles).contains("<numFmt numFmtId=\"165\" formatCode=\"@\"/>");
    assertThat(styles.substring(styles.indexOf("<cellXfs")).split("<xf ")[3])
        .startsWith("numFmtId=\"165\"");
  }

  @Test
  void sheetNamesAreAllowedAndDiffer() throws IOException {
    List<Table> tables = new ArrayList<>();
    for (String title :
        List.of(
            "Lapset/nuoret: [kaikki]?",
            "x".repeat(40),
            "X".repeat(40),
            "''",
            "History",
            "\uD83D\uDE00".repeat(20))) {
      tables.add(new Table(title, TABLE.columns(), List.of()));
    }

    assertThat(names(Workbook.write(tables)))
        .containsExactly(
            "Lapset nuoret   kaikki",
            "x".repeat(31),
            "X".repeat(29) + " 2",
            "_",
            "History_",
            "\uD83D\uDE00".repeat(15));
  }

  @Property(tries = 200)
  void everyTextThatXmlCanHoldComesBack(@ForAll @Size(min = 1, max = 5) List<String> texts)
      throws IOException {
    List<Row> rows = rows(Workbook.write(List.of(texts(texts))), 0);

    for (int i = 0; i < texts.size(); i++) {
      if (texts.get(i).codePoints().allMatch(WorkbookTest::isPlain)) {
        assertThat(rows.get(i + 1).getCell(0).asString()).isEqualTo(texts.get(i));
      }
    }
  }

  @Property(tries = 200)
  void everyWholeNumberComesBack(@ForAll int number) throws IOException {
    Table table = new Table("x", List.of(new Column("n", Type.INTEGER)), List.of(List.of(number)));

    assertThat(rows(Workbook.write(List.of(table)), 0).get(1).getCell(0).asNumber())
        .isEqualByComparingTo(BigDecimal.valueOf(number));
  }

  @Test
  void aTableKeepsItsPromises() {
    List<Column> columns = List.of(new Column("n", Type.INTEGER));

    assertThatThrownBy(() -> new Table("x", columns, List.of(List.of("1"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Table("x", columns, List.of(List.of(1, 2))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Characters of XML 1.0 that a reader does not change: it may take CR LF for one line end. */
  private static boolean isPlain(int c) {
    return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
  }

  private static Table texts(List<String> texts) {
    List<List<Object>> rows = new ArrayList<>();
    texts.forEach(text -> rows.add(List.of(text)));
    return new Table("x", List.of(new Column("Teksti", Type.TEXT)), rows);
  }

  private static List<String> names(byte[] workbook) throws IOException {
    try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
      return read.getSheets().map(Sheet::getName).toList();
    }
  }

  private static List<Row> rows(byte[] workbook, int sheet) throws IOException {
    ReadingOptions withFormats = new ReadingOptions(true, false);
    try (ReadableWorkbook read =
        new ReadableWorkbook(new ByteArrayInputStream(workbook), withFormats)) {
      return read.getSheet(sheet).orElseThrow().read();
    }
  }

  private static String part(byte[] workbook, String name) throws IOException {
    Path file = Files.createTempFile("workbook", ".xlsx");
    try {
      Files.write(file, workbook);
      try (ZipFile zip = new ZipFile(file.toFile())) {
        return new String(
            zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
      }
    } finally {
      Files.delete(file);
    }
  }
}
