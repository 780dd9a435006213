package fi.sovittu.people.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.sovittu.people.roster.RosterFile.Line;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class RosterFileTest {
  private static final String TEXT =
      "Nimi;Organisaatio\r\n"
          + "Åke Öst-Äijälä;Ii\r\n"
          + "Sinéad O'Connor \uD83D\uDC69\uD83C\uDFFD\u200D\uD83C\uDF93;Oulu\r\n";
  private static final List<List<String>> CELLS =
      List.of(
          List.of("Nimi", "Organisaatio"),
          List.of("Åke Öst-Äijälä", "Ii"),
          List.of("Sinéad O'Connor \uD83D\uDC69\uD83C\uDFFD\u200D\uD83C\uDF93", "Oulu"));

  private static List<List<String>> cells(byte[] file) {
    return RosterFile.read(file).stream().map(Line::cells).toList();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] after(int[] mark, byte[] rest) {
    byte[] all = new byte[mark.length + rest.length];
    for (int i = 0; i < mark.length; i++) {
      all[i] = (byte) mark[i];
    }
    System.arraycopy(rest, 0, all, mark.length, rest.length);
    return all;
  }

  @Test
  void readsEveryEncodingThatSpreadsheetsWrite() {
    assertThat(cells(utf8(TEXT))).isEqualTo(CELLS);
    assertThat(cells(after(new int[] {0xEF, 0xBB, 0xBF}, utf8(TEXT)))).isEqualTo(CELLS);
    assertThat(cells(after(new int[] {0xFF, 0xFE}, TEXT.getBytes(StandardCharsets.UTF_16LE))))
        .isEqualTo(CELLS);
    assertThat(cells(after(new int[] {0xFE, 0xFF}, TEXT.getBytes(StandardCharsets.UTF_16BE))))
        .isEqualTo(CELLS);
    String western = "Nimi;Organisaatio\r\nÅke Öst-Äijälä–Žižek €;Ii\r\n";
    assertThat(cells(western.getBytes(Charset.forName("windows-1252"))).get(1))
        .containsExactly("Åke Öst-Äijälä–Žižek €", "Ii");
  }

  @Test
  void recognisesTheDelimiter() {
    assertThat(cells(utf8("a,b\n\"x,1;2\",y"))).contains(List.of("x,1;2", "y"));
    assertThat(cells(utf8("a;b\nx,1;y"))).contains(List.of("x,1", "y"));
    assertThat(cells(utf8("a\tb\nx,1\ty"))).contains(List.of("x,1", "y"));
    assertThat(cells(utf8("\"a;a;a\",b\nx;1,y"))).contains(List.of("x;1", "y"));
    assertThat(cells(utf8("\n\na;b\rx;y"))).contains(List.of("x", "y"));
  }

  @Test
  void tellsWhereALineBegins() {
    assertThat(RosterFile.read(utf8("a;b\n\n\"x\ny\";1\n;;\nz;2\n")))
        .containsExactly(
            new Line(1, List.of("a", "b")),
            new Line(3, List.of("x y", "1")),
            new Line(6, List.of("z", "2")));
  }

  @Test
  void composesLettersAndTidiesBlanks() {
    assertThat(cells(utf8("a\nA\u030Aland\u00A0 \t Bo\u0308\uFEFF\n")))
        .contains(List.of("Åland Bö"));
    assertThat(cells(utf8("a\n'=1+1\n'tHart\n"))).contains(List.of("=1+1"), List.of("'tHart"));
  }

  @Test
  void readsTheFirstSheetOfAWorkbook() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", null)) {
      Worksheet sheet = workbook.newWorksheet("Yksi");
      sheet.value(0, 0, "Nimi");
      sheet.value(0, 1, "Määrä");
      sheet.value(2, 0, "Åke \uD83D\uDE00");
      sheet.value(2, 1, 1);
      sheet.value(3, 1, true);
      workbook.newWorksheet("Kaksi").value(0, 0, "muuta");
    }
    assertThat(RosterFile.read(bytes.toByteArray()))
        .containsExactly(
            new Line(1, List.of("Nimi", "Määrä")),
            new Line(3, List.of("Åke \uD83D\uDE00", "1")),
            new Line(4, List.of("", "true")));
  }

  private static void refuses(byte[] file, RosterFault fault) {
    assertThatThrownBy(() -> RosterFile.read(file))
        .isInstanceOfSatisfying(
            RosterRefused.class, refused -> assertThat(refused.fault().fault()).isEqualTo(fault));
  }

  @Test
  void refusesWhatIsNoRoster() throws IOException {
    refuses(new byte[0], RosterFault.EMPTY);
    refuses(utf8("\n;;\n \n"), RosterFault.EMPTY);
    refuses(utf8("a;b\n\"x;y\n"), RosterFault.QUOTES);
    refuses(utf8("a;b\n\"x\"y;z\n"), RosterFault.QUOTES);
    refuses(new byte[] {'a', 0, ';', 0, 'b', 0}, RosterFault.UNREADABLE);
    refuses(after(new int[] {0xFF, 0xFE}, new byte[] {'a', 0, 'b'}), RosterFault.UNREADABLE);
    refuses(after(new int[] {0xD0, 0xCF, 0x11, 0xE0}, new byte[500]), RosterFault.OLD_EXCEL);
    refuses(after(new int[] {'P', 'K', 3, 4}, new byte[100]), RosterFault.UNREADABLE);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write(utf8("<document/>"));
    }
    refuses(bytes.toByteArray(), RosterFault.UNREADABLE);
    byte[] cut = Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
    refuses(cut, RosterFault.UNREADABLE);
    refuses(utf8("a\n" + "x\n".repeat(RosterLimits.ROWS + 1)), RosterFault.TOO_MANY_ROWS);
  }

  @Test
  void aBombIsNotUnpacked() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      byte[] part = new byte[1_000_000];
      for (long written = 0; written <= RosterLimits.UNPACKED; written += part.length) {
        zip.write(part);
      }
    }
    assertThat(bytes.size()).isLessThan(1_000_000);
    refuses(bytes.toByteArray(), RosterFault.UNREADABLE);
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> cell =
        Arbitraries.strings()
            .withChars(";,\t\"'\n\r =+-@äÖåe\u0301|aB1")
            .ofMaxLength(12)
            .map(Spelling::cell);
    return cell.list()
        .ofSize(3)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .filter(rows -> rows.stream().allMatch(row -> !row.getLast().isEmpty()));
  }

  /** Whatever is in a cell, quoted as RFC 4180 says, and whatever separates it, comes back. */
  @Property(tries = 300)
  void whatIsQuotedComesBack(
      @ForAll("tables") List<List<String>> table, @ForAll("delimiters") char delimiter) {
    StringBuilder csv = new StringBuilder();
    String between = String.valueOf(delimiter);
    // The first line decides on the delimiter, so that nothing else may look like one.
    csv.append(String.join(between, "a", "b", "c")).append("\r\n");
    for (List<String> row : table) {
      csv.append(
              String.join(
                  between,
                  row.stream()
                      .map(cell -> '"' + guarded(cell).replace("\"", "\"\"") + '"')
                      .toList()))
          .append("\r\n");
    }
    List<List<String>> read = new ArrayList<>(cells(utf8(csv.toString())));
    read.removeFirst();
    assertThat(read).isEqualTo(table);
  }

  private static String guarded(String cell) {
    return cell.matches("(?s)[=+\\-@].*") ? "'" + cell : cell;
  }

  @Provide
  Arbitrary<Character> delimiters() {
    return Arbitraries.of(';', ',', '\t');
  }

  @Test
  void everyHeadingIsRecognisedInEveryLanguage() {
    for (java.util.Locale locale : fi.sovittu.http.Languages.ALL) {
      RosterWords words = new RosterWords(locale);
      for (RosterColumn column : RosterColumn.values()) {
        assertThat(RosterColumn.of(" " + words.heading(column).toUpperCase(locale) + ": "))
            .as(words.heading(column))
            .isEqualTo(column);
      }
      for (RosterFault fault : RosterFault.values()) {
        assertThat(words.sentence(RosterRefused.Fault.of(fault, 1, 1))).isNotBlank();
      }
    }
    assertThat(
            Map.of(
                    "E-MAIL", RosterColumn.EMAIL,
                    "Ryhmä(t)", RosterColumn.GROUPS,
                    "Person", RosterColumn.NAME)
                .entrySet()
                .stream()
                .allMatch(one -> RosterColumn.of(one.getKey()) == one.getValue()))
        .isTrue();
    assertThat(RosterColumn.of("Ruokavalio")).isNull();
  }
}
