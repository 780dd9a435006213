package fi.sovittu.poll.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TextsTest {
  /** Any characters, blanks, controls and halves of pairs among them. */
  @Provide
  Arbitrary<String> anything() {
    Arbitrary<Character> nasty =
        Arbitraries.of(
            ' ', '\n', '\r', '\t', '\0', '\u0085', '\u00a0', '\u2028', '\u200d', '\ufeff', 'a',
            '\u0308', '\u0338', '\ud83d', '\ude00', '\u0958');
    return Arbitraries.oneOf(
        Arbitraries.strings().all().ofMaxLength(20),
        nasty.list().ofMaxSize(12).map(TextsTest::text));
  }

  private static String text(Iterable<Character> characters) {
    StringBuilder text = new StringBuilder();
    characters.forEach(text::append);
    return text.toString();
  }

  @Property(tries = 3000)
  void whatIsKeptIsKeptAgain(@ForAll("anything") String raw) {
    String line = Texts.line(raw, 15);
    if (line != null) {
      assertThat(Texts.line(line, 15)).isEqualTo(line);
      assertThat(line).isEqualTo(line.strip()).isNotEmpty().doesNotContain("  ");
      assertThat(line.codePoints().filter(c -> c != ' '))
          .noneMatch(Character::isWhitespace)
          .noneMatch(Character::isISOControl);
      assertThat(Normalizer.isNormalized(line, Normalizer.Form.NFC)).isTrue();
      assertThat(line.codePointCount(0, line.length())).isBetween(1, 15);
    }
    String lines = Texts.lines(raw, 15);
    if (lines != null) {
      assertThat(Texts.lines(lines, 15)).isEqualTo(lines);
    }
  }

  @Example
  void blanksAreOneAndLinesOneLine() {
    assertThat(Texts.line(" \u00a0hyvä \t\r\n\u2003työ\u2028 ", 20)).isEqualTo("hyvä työ");
    assertThat(Texts.lines(" eka \r\n\n toka\u00a0 rivi \r", 20)).isEqualTo("eka\n\ntoka rivi");
  }

  @Example
  void lettersAreOneCharacter() {
    assertThat(Texts.line("a\u0308iti", 4)).isEqualTo("äiti");
  }

  @Example
  void lengthIsInCodePointsOfWhatIsKept() {
    assertThat(Texts.line("  😀😀😀  ", 3)).isEqualTo("😀😀😀");
    assertThat(Texts.line("😀😀😀😀", 3)).isNull();
  }

  @Example
  void nothingToSeeAndNothingToRead() {
    for (String none : new String[] {"", " \n", "\u00a0", "\u200b\u200d", "\u202e", "\ufeff "}) {
      assertThat(Texts.line(none, 20)).isNull();
      assertThat(Texts.lines(none, 20)).isNull();
    }
    for (String unreadable : new String[] {"a\0", "\u001b[31m", "\u0085a", "\ud83d", "\ude00a"}) {
      assertThat(Texts.line(unreadable, 20)).isNull();
      assertThat(Texts.lines(unreadable, 20)).isNull();
    }
    // Joined emoji are one picture.
    assertThat(Texts.line("👩‍👧", 3)).isEqualTo("👩‍👧");
  }
}
