package fi.sovittu.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Answer;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Every file that leaves the house. */
final class Downloads {
  private static final List<String> OF_SECRETARIES =
      List.of(
          "/api/records/attendance",
          "/api/records/commitments",
          "/api/records/polls",
          "/api/records/registers");

  private static final String ROSTER = "/api/roster/files/people";

  /**
   * A spreadsheet would take such a cell for a formula (OWASP, CSV Injection); a number is none.
   */
  private static final Pattern FORMULA =
      Pattern.compile("[\\t\\r\\n].*|[\\p{Z}\\p{C}]*[=+\\-@＝＋－＠].*", Pattern.DOTALL);

  private static final Pattern NUMBER = Pattern.compile("-?[\\d,.]+( %)?");

  private Downloads() {}

  /** Checks that no cell of any of them is a formula, and that papers are made at all. */
  static void check(Hall hall) throws IOException {
    for (String record : OF_SECRETARIES) {
      csv(hall.secretary(Hall.PLENARY), record + ".csv");
      xlsx(hall.secretary(Hall.PLENARY), record + ".xlsx");
    }
    csv(hall.organiser(), ROSTER + ".csv");
    xlsx(hall.organiser(), ROSTER + ".xlsx");
    csv(hall.organiser(), "/api/letters/links.csv");
    for (String paper : List.of("letters", "badges")) {
      Answer pdf = download(hall.organiser(), "/api/letters/" + paper + ".pdf");
      assertThat(new String(pdf.body(), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("%PDF");
    }
  }

  private static Answer download(Person person, String path) {
    Answer file = person.get(path + "?as=" + person.participant()).done();
    assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
    return file;
  }

  private static void csv(Person person, String path) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(';').get();
    // Behind the byte order mark.
    String text = download(person, path).text().substring(1);
    int columns = -1;
    try (CSVParser parser =
        CSVParser.builder().setReader(new StringReader(text)).setFormat(format).get()) {
      for (CSVRecord line : parser) {
        columns = columns < 0 ? line.size() : columns;
        assertThat(line.size()).as("columns of %s", line).isEqualTo(columns);
        for (String cell : line) {
          assertThat(FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches())
              .as("a formula in %s: %s", path, cell)
              .isFalse();
        }
      }
    }
    assertThat(columns).isPositive();
  }

  private static void xlsx(Person person, String path) throws IOException {
    byte[] file = download(person, path).body();
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      for (Sheet sheet : book.getSheets().toList()) {
        for (Row row : sheet.read()) {
          for (Cell cell : row) {
            assertThat(cell == null ? null : cell.getType()).isNotEqualTo(CellType.FORMULA);
          }
        }
      }
    }
  }
}
