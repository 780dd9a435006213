package fi.sovittu.poll.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class WithholdingTest {
  /** Ballots with the same groups in every dimension, and how many there are. */
  record Alike(List<Integer> groups, int count) {}

  private static List<List<Integer>> ballots(Alike... classes) {
    return ballots(List.of(classes));
  }

  private static List<List<Integer>> ballots(List<Alike> classes) {
    return classes.stream()
        .flatMap(one -> Stream.generate(one::groups).limit(one.count()))
        .toList();
  }

  private static Alike of(int count, Integer... groups) {
    return new Alike(List.of(groups), count);
  }

  @Example
  void groupsOfFiveAreShownAndSmallerOnesNot() {
    assertThat(Withholding.shown(ballots(of(5, 0), of(9, 1), of(4, 2), of(1, 3)), 1))
        .containsExactly(Set.of(0, 1));
  }

  @Example
  void aSmallRestTakesTheSmallestGroupWithIt() {
    assertThat(Withholding.shown(ballots(of(10, 0), of(6, 1), of(3, 2)), 1))
        .containsExactly(Set.of(0));
    assertThat(Withholding.shown(ballots(of(10, 0), of(3, 1)), 1)).containsExactly(Set.of());
  }

  @Example
  void fewBallotsShowNoGroups() {
    assertThat(Withholding.shown(ballots(of(4, 0)), 1)).containsExactly(Set.of());
    assertThat(Withholding.shown(ballots(of(5, 0)), 1)).containsExactly(Set.of(0));
    assertThat(Withholding.shown(ballots(), 2)).containsExactly(Set.of(), Set.of());
  }

  /** All of a sub-region are from municipalities but two: one dimension less the other is two. */
  private static final List<List<Integer>> ONE_INSIDE_THE_OTHER =
      ballots(of(10, 0, 0), of(2, 0, 1), of(8, 1, 1));

  @Example
  void aLaterDimensionGivesWay() {
    assertThat(Withholding.shown(ONE_INSIDE_THE_OTHER, 2)).containsExactly(Set.of(0, 1), Set.of());
    assertThat(Withholding.shown(ballots(of(10, 0, 0), of(6, 1, 1), of(9, 0, 2), of(2, 1, 2)), 2))
        .as("the smallest of those with a small cell goes first")
        .containsExactly(Set.of(0, 1), Set.of(0));
  }

  /** The check itself must see what a rule without complements would give away. */
  @Example
  void largeGroupsAloneWouldGiveSmallOnesAway() {
    assertThat(smallSums(ONE_INSIDE_THE_OTHER, List.of(Set.of(0, 1), Set.of(0, 1))))
        .as("12 less 10")
        .contains(Set.of(List.of(0, 1)));
    assertThat(smallSums(ballots(of(10, 0), of(3, 1)), List.of(Set.of(0))))
        .as("all less the large group")
        .contains(Set.of(List.of(1)));
  }

  @Provide
  Arbitrary<List<Alike>> populations() {
    Arbitrary<Integer> group = Arbitraries.integers().between(0, 2);
    Arbitrary<Integer> count =
        Arbitraries.frequencyOf(
            Tuple.of(2, Arbitraries.integers().between(1, 4)),
            Tuple.of(3, Arbitraries.integers().between(5, 12)));
    return Combinators.combine(group.list().ofSize(3), count)
        .as(Alike::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(7)
        .uniqueElements(Alike::groups);
  }

  @Property(tries = 2000)
  void noSumOfShownGroupsCountsOneToFour(@ForAll("populations") List<Alike> population) {
    List<List<Integer>> ballots = ballots(population);
    // The count of all is shown anyway, however few they are.
    assertThat(smallSums(ballots, Withholding.shown(ballots, 3)))
        .isSubsetOf(Set.of(Set.copyOf(ballots)));
  }

  @Property(tries = 500)
  void somethingIsShownWhereNothingCouldGiveAnyoneAway(
      @ForAll("populations") List<Alike> population) {
    List<Alike> large =
        population.stream().map(one -> new Alike(one.groups(), one.count() + 4)).toList();
    List<Set<Integer>> shown = Withholding.shown(ballots(large), 3);
    for (int dimension = 0; dimension < 3; dimension++) {
      int at = dimension;
      Set<Integer> all = new HashSet<>();
      large.forEach(one -> all.add(one.groups().get(at)));
      assertThat(shown.get(dimension)).isEqualTo(all);
    }
  }

  /**
   * The sets of one to four ballots that can be counted by adding and subtracting any multiples of
   * what is shown: their indicator is a linear combination of those of the shown groups and of all.
   * Ballots with the same groups cannot be told apart, so sets of such classes are tried, every
   * one.
   */
  private static Set<Set<List<Integer>>> smallSums(
      List<List<Integer>> ballots, List<Set<Integer>> shown) {
    Map<List<Integer>, Integer> counts = new HashMap<>();
    ballots.forEach(groups -> counts.merge(groups, 1, Integer::sum));
    List<List<Integer>> classes = List.copyOf(counts.keySet());

    Basis basis = new Basis();
    basis.add(indicator(classes, Set.copyOf(classes)));
    for (int d = 0; d < shown.size(); d++) {
      int dimension = d;
      for (int group : shown.get(d)) {
        Set<List<Integer>> members = new HashSet<>();
        classes.stream().filter(c -> c.get(dimension) == group).forEach(members::add);
        basis.add(indicator(classes, members));
      }
    }

    Set<Set<List<Integer>>> small = new HashSet<>();
    for (int subset = 1; subset < 1 << classes.size(); subset++) {
      Set<List<Integer>> members = new HashSet<>();
      int size = 0;
      for (int i = 0; i < classes.size(); i++) {
        if ((subset >> i & 1) == 1) {
          members.add(classes.get(i));
          size += counts.get(classes.get(i));
        }
      }
      if (size < Breakdowns.LEAST && basis.spans(indicator(classes, members))) {
        small.add(members);
      }
    }
    return small;
  }

  private static BigInteger[] indicator(List<List<Integer>> classes, Set<List<Integer>> members) {
    return classes.stream()
        .map(c -> members.contains(c) ? BigInteger.ONE : BigInteger.ZERO)
        .toArray(BigInteger[]::new);
  }

  /** Vectors in echelon form, in whole numbers. */
  private static final class Basis {
    private final List<BigInteger[]> rows = new ArrayList<>();

    boolean spans(BigInteger[] vector) {
      return lead(reduce(vector)) < 0;
    }

    void add(BigInteger[] vector) {
      BigInteger[] rest = reduce(vector);
      if (lead(rest) >= 0) {
        rows.add(rest);
      }
    }

    /** What is left of the vector after each row has taken away its leading place. */
    private BigInteger[] reduce(BigInteger[] vector) {
      BigInteger[] rest = vector;
      for (BigInteger[] row : rows) {
        BigInteger[] from = rest;
        int lead = lead(row);
        rest =
            IntStream.range(0, from.length)
                .mapToObj(i -> from[i].multiply(row[lead]).subtract(row[i].multiply(from[lead])))
                .toArray(BigInteger[]::new);
      }
      return rest;
    }

    private static int lead(BigInteger[] vector) {
      return IntStream.range(0, vector.length)
          .filter(i -> vector[i].signum() != 0)
          .findFirst()
          .orElse(-1);
    }
  }
}
