package fi.sovittu.simulator;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.simulator.Opinions.Commitment;
import fi.sovittu.simulator.Opinions.Stance;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpinionsTest {
  private static final List<String> STATEMENTS = List.of("Harrastus", "Perhekeskus", "Kyydit");

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 10})
  void answersEveryStatementWithinTheScale(int steps) {
    for (int person = 0; person < 500; person++) {
      List<Integer> answers = of(person).scale(STATEMENTS, steps);

      assertThat(answers).hasSize(STATEMENTS.size());
      assertThat(answers)
          .filteredOn(Objects::nonNull)
          .allMatch(value -> value >= 1 && value <= steps);
    }
  }

  @Test
  void areThoseOfDifferentPeople() {
    List<Integer> first =
        IntStream.range(0, 500)
            .mapToObj(person -> of(person).scale(STATEMENTS, 5).getFirst())
            .toList();

    assertThat(first).contains(1, 2, 3, 4, 5, null);
    assertThat(first).filteredOn(Objects::isNull).hasSizeLessThan(100);
  }

  @Test
  void mostlyCommit() {
    Map<Stance, Long> stances =
        IntStream.range(0, 500)
            .boxed()
            .flatMap(person -> of(person).commitments(3).stream())
            .collect(groupingBy(Commitment::stance, counting()));

    assertThat(stances.get(Stance.COMMITS)).isGreaterThan(1_100);
    assertThat(stances.get(Stance.RESERVATION)).isGreaterThan(stances.get(Stance.DECLINES));
    assertThat(stances.get(Stance.DECLINES)).isPositive();
  }

  @Test
  void giveATextWithAReservationOnly() {
    for (int person = 0; person < 200; person++) {
      for (Commitment answer : of(person).commitments(3)) {
        assertThat(answer.reservation() != null).isEqualTo(answer.stance() == Stance.RESERVATION);
      }
    }
  }

  private static Opinions of(int person) {
    return new Opinions(new SplittableRandom(person));
  }
}
