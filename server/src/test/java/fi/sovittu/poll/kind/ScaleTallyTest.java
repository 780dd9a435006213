package fi.sovittu.poll.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ScaleTallyTest {
  /** A poll and its ballots. */
  record Votes(int steps, int statements, List<List<Integer>> ballots) {}

  @Provide
  Arbitrary<Votes> votes() {
    Arbitrary<Integer> steps = Arbitraries.integers().between(2, 10);
    Arbitrary<Integer> statements = Arbitraries.integers().between(1, 20);
    return steps.flatMap(s ->
        statements.flatMap(n ->
            Arbitraries.integers()
                .between(1, s)
                .injectNull(0.2)
                .list()
                .ofSize(n)
                .list()
                .ofMaxSize(40)
                .map(ballots -> new Votes(s, n, ballots))));
  }

  @Property(tries = 300)
  void agreesWithTheNaiveCount(@ForAll("votes") Votes votes) {
    ScaleTally tally = ScaleTally.of(votes.steps(), votes.statements(), votes.ballots());

    assertThat(tally.ballots()).isEqualTo(votes.ballots().size());
    assertThat(tally.statements()).hasSize(votes.statements());
    for (int i = 0; i < votes.statements(); i++) {
      int at = i;
      List<Integer> given =
          votes.ballots().stream()
              .map(ballot -> ballot.get(at))
              .filter(Objects::nonNull)
              .sorted()
              .toList();
      ScaleTally.ScaleStatement statement = tally.statements().get(i);
      assertThat(statement.n()).isEqualTo(given.size());
      assertThat(statement.cantSay()).isEqualTo(votes.ballots().size() - given.size());
      for (int step = 1; step <= votes.steps(); step++) {
        assertThat(statement.counts().get(step - 1)).isEqualTo(Collections.frequency(given, step));
      }
      assertThat(statement.mean()).isEqualTo(naiveMean(given));
      assertThat(statement.median()).isEqualTo(naiveMedian(given));
    }
  }

  /** In hundredths, in integers: sum × 100 / n, rounded half up. */
  private static BigDecimal naiveMean(List<Integer> given) {
    if (given.isEmpty()) {
      return null;
    }
    long sum = given.stream().mapToLong(Integer::longValue).sum();
    return BigDecimal.valueOf((sum * 200 + given.size()) / (2L * given.size()), 2);
  }

  private static BigDecimal naiveMedian(List<Integer> sorted) {
    if (sorted.isEmpty()) {
      return null;
    }
    int n = sorted.size();
    int twice = sorted.get((n - 1) / 2) + sorted.get(n / 2);
    return BigDecimal.valueOf(twice * 5L, 1);
  }

  @Property(tries = 50)
  void theOrderOfBallotsDoesNotMatter(@ForAll("votes") Votes votes) {
    List<List<Integer>> shuffled = new ArrayList<>(votes.ballots());
    Collections.shuffle(shuffled);
    assertThat(ScaleTally.of(votes.steps(), votes.statements(), shuffled))
        .isEqualTo(ScaleTally.of(votes.steps(), votes.statements(), votes.ballots()));
  }

  @Test
  void meansAreRoundedHalfUp() {
    // 1/8 = 0.125 above 2: half up is 2.13, half even would be 2.12.
    List<List<Integer>> ballots = new ArrayList<>(Collections.nCopies(7, List.of(2)));
    ballots.add(List.of(3));
    assertThat(ScaleTally.of(5, 1, ballots).statements().getFirst().mean())
        .isEqualByComparingTo("2.13");
  }

  @Test
  void nobodyCanSay() {
    ScaleTally.ScaleStatement statement =
        ScaleTally.of(3, 1, List.of(Arrays.asList((Integer) null))).statements().getFirst();
    assertThat(statement.n()).isZero();
    assertThat(statement.cantSay()).isOne();
    assertThat(statement.mean()).isNull();
    assertThat(statement.median()).isNull();
  }

  @Test
  void damagedBallotsGiveNoCount() {
    for (List<Integer> damaged :
        List.of(List.of(0), List.of(6), List.of(-1), List.<Integer>of(), List.of(1, 1))) {
      assertThatThrownBy(() -> ScaleTally.of(5, 1, List.of(damaged)))
          .as(damaged.toString())
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
