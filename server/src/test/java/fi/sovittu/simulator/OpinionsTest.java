package fi.sovittu.simulator;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.simulator.Opinions.Commitment;
import fi.sovittu.simulator.Opinions.Stance;
import fi.sovittu.simulator.Poll.Option;
import java.util.ArrayList;
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

  @Test
  void chooseAtMostSoManyAndAbstainAlone() {
    List<Option> options = options("Kyllä", "Ei", "Ehkä");
    options.add(new Option("Tyhjää", true));
    int abstained = 0;
    for (int person = 0; person < 500; person++) {
      List<Integer> chosen = of(person).choice(options, 2);

      assertThat(chosen).hasSizeBetween(1, 2).doesNotHaveDuplicates();
      if (chosen.contains(3)) {
        assertThat(chosen).containsExactly(3);
        abstained++;
      }
    }
    assertThat(abstained).isBetween(5, 100);
  }

  @Test
  void rankEachOptionOnce() {
    List<Option> options = options("Kyydit", "Ryhmät", "Tieto", "Kerhot");
    boolean partial = false;
    for (int person = 0; person < 200; person++) {
      List<Integer> ranked = of(person).ranking(options);

      assertThat(ranked).isNotEmpty().doesNotHaveDuplicates().allMatch(i -> i >= 0 && i < 4);
      partial |= ranked.size() < 4;
    }
    assertThat(partial).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 12})
  void shareAHundredPoints(int count) {
    List<Option> options =
        options(IntStream.range(0, count).mapToObj(i -> "Vaihtoehto " + i).toArray(String[]::new));
    for (int person = 0; person < 500; person++) {
      List<Integer> points = of(person).points(options);

      assertThat(points).hasSize(count).allMatch(value -> value >= 0 && value <= 100);
      assertThat(points.stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);
    }
  }

  @Test
  void writeWhatTheServiceTakes() {
    for (int person = 0; person < 500; person++) {
      assertThat(of(person).texts(5))
          .hasSizeBetween(1, 5)
          .doesNotHaveDuplicates()
          .allMatch(text -> text.equals(text.strip()) && text.length() <= 280);
      List<String> words = of(person).words(5);
      assertThat(words)
          .hasSizeBetween(1, 5)
          .allMatch(word -> word.equals(word.strip()) && word.length() <= 25);
      assertThat(words.stream().map(String::toLowerCase)).doesNotHaveDuplicates();
    }
  }

  @Test
  void giveThumbsOfEveryDirection() {
    assertThat(IntStream.range(0, 200).mapToObj(person -> of(person).thumb()))
        .contains(Opinions.Thumb.values());
  }

  private static List<Option> options(String... texts) {
    List<Option> options = new ArrayList<>();
    for (String text : texts) {
      options.add(new Option(text, false));
    }
    return options;
  }

  private static Opinions of(int person) {
    return new Opinions(new SplittableRandom(person));
  }
}
