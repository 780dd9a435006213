package fi.sovittu.poll.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class FinnishTest {
  @Test
  void theAlphabet() {
    List<String> sorted =
        List.of(
            "1",
            "aamu",
            "Aamu",
            "e",
            "é",
            "ez",
            "hyvä",
            "hyvä arki",
            "hyvä zeta",
            "hyvä-arki",
            "hyväarki",
            "s",
            "š",
            "sz",
            "viina",
            "väinö",
            "wau",
            "übung",
            "ylä",
            "zeta",
            "åbo",
            "Åbo",
            "äiti",
            "öljy");
    List<String> words = new ArrayList<>(sorted);
    Collections.shuffle(words);
    words.sort(Finnish.ORDER);
    assertThat(words).isEqualTo(sorted);
  }

  @Property
  void onlyTheSameTextIsTheSame(
      @ForAll @StringLength(max = 3) String one, @ForAll @StringLength(max = 3) String other) {
    assertThat(Finnish.ORDER.compare(one, other) == 0).isEqualTo(one.equals(other));
    assertThat(Integer.signum(Finnish.ORDER.compare(one, other)))
        .isEqualTo(-Integer.signum(Finnish.ORDER.compare(other, one)));
  }
}
