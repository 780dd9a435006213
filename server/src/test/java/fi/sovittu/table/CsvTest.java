package fi.sovittu.table;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.table.Table.Column;
import fi.sovittu.table.Table.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  @Test
  void writesWhatAFinnishSpreadsheetReads() {
    Table table =
        new Table(
            "Osallistujat",
            List.of(
                new Column("Nimi", Type.TEXT),
                new Column("Minuuttia", Type.INTEGER),
                new Column("Keskiarvo", Type.DECIMAL),
                new Column("Saapui", Type.DATE_TIME)),
            List.of(
                List.of(
                    "Åke Öst; \"Äijä\"",
                    -12,
                    new BigDecimal("-3.40"),
                    LocalDateTime.of(2026, 4, 2, 13, 40, 5)),
                Arrays.asList(null, null, null, null)));

    assertThat(new String(Csv.write(table), StandardCharsets.UTF_8))
        .isEqualTo(
            "\uFEFFNimi;Minuuttia;Keskiarvo;Saapui\r\n"
                + "\"Åke Öst; \"\"Äijä\"\"\";-12;-3,40;2.4.2026 13.40.05\r\n"
                + ";;;\r\n");
  }

  @Test
  void beginsWithAByteOrderMark() {
    assertThat(Csv.write(texts(List.of()))).startsWith(0xEF, 0xBB, 0xBF);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@A1",
        "\tx",
        "\rx",
        "\nx",
        "  =1",
        "\u00A0=1",
        "\u200B=1",
        "\u3000+1",
        "＝1",
        "＋1",
        "－1",
        "＠A1",
        " \t＝cmd|' /C calc'!A0",
        "=1\nx"
      })
  void aTextIsNeverAFormula(String formula) {
    assertThat(read(Csv.write(texts(List.of(formula)))).get(1)).containsExactly("'" + formula);
  }

  @Test
  void aHeadingIsNeverAFormulaEither() {
    Table table = new Table("x", List.of(new Column("=1", Type.TEXT)), List.of());

    assertThat(read(Csv.write(table))).containsExactly(List.of("'=1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Meri-Lappi", "a=b", "Ii", "5 + 5", "'=1", "ääni@kunta.example"})
  void otherTextsStayAsTheyAre(String text) {
    assertThat(read(Csv.write(texts(List.of(text)))).get(1)).containsExactly(text);
  }

  @Property(tries = 500)
  void everyTextComesBack(@ForAll @Size(min = 1, max = 5) List<String> texts) {
    List<List<String>> lines = read(Csv.write(texts(texts)));

    assertThat(lines).hasSize(texts.size() + 1);
    for (int i = 0; i < texts.size(); i++) {
      String expected =
          new String(texts.get(i).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
      assertThat(lines.get(i + 1)).singleElement().isIn(expected, "'" + expected);
    }
  }

  private static Table texts(List<String> texts) {
    List<List<Object>> rows = new ArrayList<>();
    texts.forEach(text -> rows.add(List.of(text)));
    return new Table("x", List.of(new Column("Teksti", Type.TEXT)), rows);
  }

  /** A reader written from RFC 4180 alone. */
  private static List<List<String>> read(byte[] csv) {
    String text = new String(csv, StandardCharsets.UTF_8).substring(1);
    List<List<String>> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        field.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == ';') {
        line.add(field.toString());
        field.setLength(0);
      } else if (!quoted && c == '\r') {
        assertThat(text.charAt(++i)).isEqualTo('\n');
        line.add(field.toString());
        field.setLength(0);
        lines.add(line);
        line = new ArrayList<>();
      } else {
        field.append(c);
      }
    }
    assertThat(quoted).isFalse();
    assertThat(field).isEmpty();
    return lines;
  }
}
