package fi.sovittu.teams;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.teams.Matches.Participant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NameIndexTest {
  private static final NameIndex INDEX =
      new NameIndex(
          Stream.of(
                  "Maija Meikäläinen",
                  "Åke Öhman",
                  "Anna-Liisa Tervo",
                  "Maija Tervo",
                  "Matti Virtanen",
                  "Matti Johannes Virtanen",
                  "Søren Ærø",
                  "Kai")
              .map(name -> new Participant(UUID.randomUUID(), name, null))
              .toList());

  private static List<String> found(String name) {
    return INDEX.find(name).stream()
        .map(one -> one.participant().name() + (one.same() ? " =" : ""))
        .toList();
  }

  @Test
  void orderCaseAndDiacriticsDoNotMatter() {
    assertThat(found("MEIKÄLÄINEN, Maija")).containsExactly("Maija Meikäläinen =");
    assertThat(found("Ohman Ake")).containsExactly("Åke Öhman =");
    assertThat(found("tervo anna liisa")).containsExactly("Anna-Liisa Tervo =");
    assertThat(found("Soren Aero")).containsExactly("Søren Ærø =");
  }

  @Test
  void moreOrFewerNamesAreLessLikely() {
    assertThat(found("Matti Virtanen"))
        .containsExactly("Matti Virtanen =", "Matti Johannes Virtanen");
    assertThat(found("Virtanen Matti Oulu")).containsExactly("Matti Virtanen");
    assertThat(found("Liisa Tervo")).containsExactly("Anna-Liisa Tervo");
  }

  @Test
  void oneWordIsNotEnoughUnlessItIsAll() {
    assertThat(found("Tervo")).isEmpty();
    assertThat(found("Maija")).isEmpty();
    assertThat(found("Kai")).containsExactly("Kai =");
    assertThat(found("Kai Tervo")).isEmpty();
    assertThat(found("🎉")).isEmpty();
  }
}
