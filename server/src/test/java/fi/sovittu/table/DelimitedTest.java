package fi.sovittu.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DelimitedTest {
  private static final List<Character> CANDIDATES = List.of(';', ',', '\t');

  private static int first(List<Integer> counts) {
    return counts.isEmpty() ? 0 : counts.getFirst();
  }

  private static List<String> lines(String text, char delimiter) throws Delimited.BadQuotes {
    List<String> lines = new ArrayList<>();
    new Delimited(text).read(delimiter, (number, cells) -> lines.add(number + " " + cells));
    return lines;
  }

  @Test
  void countsOutsideQuotesOnLinesThatAreNotBlank() {
    List<List<Integer>> seen = new ArrayList<>();
    new Delimited("\r\n \"a;b\nc\";d\r\t\ne;;f")
        .delimiter(
            List.of(';'),
            counts -> {
              seen.add(counts);
              return 0;
            });
    assertThat(seen).containsExactly(List.of(1, 2));
  }

  @Test
  void takesTheFirstOfTheBestOrNone() {
    assertThat(new Delimited("a,b;c").delimiter(CANDIDATES, DelimitedTest::first)).isEqualTo(';');
    assertThat(new Delimited("a,b,c;d").delimiter(CANDIDATES, DelimitedTest::first)).isEqualTo(',');
    assertThat(new Delimited("abc").delimiter(CANDIDATES, DelimitedTest::first)).isNull();
    assertThat(new Delimited("").delimiter(CANDIDATES, DelimitedTest::first)).isNull();
  }

  @Test
  void believesWhatTheFileSays() throws Delimited.BadQuotes {
    String text = "sep=,\r\na;b,c\nd,e";
    assertThat(new Delimited(text).delimiter(CANDIDATES, DelimitedTest::first)).isEqualTo(',');
    assertThat(lines(text, ',')).containsExactly("2 [a;b, c]", "3 [d, e]");
  }

  @Test
  void tellsTheLineOfBadQuotes() {
    assertThatThrownBy(() -> lines("a\n\"b\nc\"\n\"d", ';'))
        .isInstanceOfSatisfying(
            Delimited.BadQuotes.class, bad -> assertThat(bad.line()).isEqualTo(4));
  }
}
