package fi.sovittu.letters;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.identity.Role;
import fi.sovittu.paper.Typeface;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {
  private static final String SECRET = "IaglRVc_RAWk-iLjG4NnHvFs53yo7NmxwEF4ib4NsnY";

  /** Everything as long as it may be: one page still, and nothing missing of the way in. */
  @ParameterizedTest
  @ValueSource(strings = {"fi", "sv", "en"})
  void theLongestLetterIsOnePage(String language) throws Exception {
    List<Occasion.Room> rooms =
        IntStream.range(0, 20)
            .mapToObj(i ->
                new Occasion.Room(
                    UUID.randomUUID(),
                    "Lapset, nuoret ja lapsiperheet ".repeat(4),
                    i == 0,
                    new Occasion.Hours(LocalTime.of(12, 0), LocalTime.of(16, 30))))
            .toList();
    Occasion occasion =
        new Occasion(
            "Hyvinvointialueen ja kuntien neuvottelupäivä ".repeat(5),
            Locale.of(language),
            LocalDate.of(2026, 4, 2),
            "ABC234",
            "https://neuvottelupaiva.hyvinvointialue.example/j/ABC234",
            rooms);
    Invited person =
        new Invited(
            "W".repeat(120),
            null,
            "Pohjois-Pohjanmaan hyvinvointialue ".repeat(6),
            "Erityisasiantuntija ".repeat(6),
            null,
            "ON_SITE",
            rooms.stream().map(room -> new Invited.Task(Role.CHAIR, room.id())).toList(),
            "",
            "https://neuvottelupaiva.hyvinvointialue.example/open#" + SECRET,
            1);
    try (Typeface typeface = Typeface.load();
        PDDocument pdf =
            Loader.loadPDF(
                Letters.pdf(
                    occasion,
                    List.of(person, person),
                    new LetterWords(Locale.of(language)),
                    typeface))) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(2);
      PDFTextStripper second = new PDFTextStripper();
      second.setStartPage(2);
      assertThat(second.getText(pdf)).contains(SECRET, "/open#", "/j/ABC234");
      assertThat(second.getText(pdf).replaceAll("\\s", "")).contains("W".repeat(120));
    }
  }
}
