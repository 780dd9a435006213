package fi.sovittu.paper;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.paper.Typeface.Fitted;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypefaceTest {
  private static Typeface typeface;

  @BeforeAll
  static void load() {
    typeface = Typeface.load();
  }

  @AfterAll
  static void close() {
    typeface.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Åke Öst-Ähtäri, Åke Öst-Ähtäri",
    "A\u030Ake, Åke",
    "Niŋá Čáppa, Niŋá Čáppa",
    "Жанна Ωmega, Жанна Ωmega",
    "Maija-Liisa O’Hara, Maija-Liisa O’Hara",
    "Ilo \uD83D\uDE00 Iloinen, Ilo  Iloinen",
    "Hyvin\u00ADvointi\u200B, Hyvinvointi",
    "'\u0001Outi\u0007', Outi",
    "中村 Aiko, □□ Aiko"
  })
  void whatHasNoGlyphIsABoxOrGoes(String text, String printable) {
    assertThat(typeface.printable(text)).isEqualTo(printable);
  }

  @Test
  void aShortNameIsLarge() {
    assertThat(typeface.fit("Aino Aalto", 200, 40, 22, 7, 1.15).size()).isEqualTo(22);
  }

  @Test
  void aLongOneShrinksAndBreaksAtItsHyphens() {
    Fitted fitted = typeface.fit("Maija-Liisa Korhonen-Virtanen", 120, 30, 22, 7, 1.15);
    assertThat(fitted.size()).isLessThan(22).isGreaterThan(7);
    assertThat(String.join("", fitted.lines())).isEqualTo("Maija-LiisaKorhonen-Virtanen");
  }

  @Test
  void aWordThatNoLineHoldsIsBrokenAnywhere() {
    Fitted fitted = typeface.fit("W".repeat(120), 227, 41, 22, 7, 1.15);
    assertThat(String.join("", fitted.lines())).isEqualTo("W".repeat(120));
  }

  @Test
  void whatStillDoesNotFitIsCut() {
    Fitted fitted = typeface.fit("pitkä sana ".repeat(40).strip(), 100, 20, 12, 6, 1.15);
    assertThat(fitted.size()).isEqualTo(6);
    assertThat(fitted.lines()).hasSize(2);
    assertThat(fitted.lines().getLast()).endsWith("…");
  }
}
