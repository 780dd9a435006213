package fi.sovittu.poll.count;

import fi.sovittu.poll.kind.Finnish;
import fi.sovittu.poll.kind.Question;
import fi.sovittu.poll.rules.BreakdownDimension;
import io.vertx.core.json.JsonArray;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Breaks results down by groups of voters. */
final class Breakdowns {
  /**
   * The fewest ballots of an anonymous poll that are ever counted by themselves: a count of fewer
   * shows how somebody voted.
   */
  static final int LEAST = 5;

  private static final Comparator<@Nullable String> BY_NAME = Comparator.nullsLast(Finnish.ORDER);

  /**
   * A ballot and the groups of its voter.
   *
   * @param groups the voter's group by dimension; null or missing for none
   */
  record Classified(JsonArray answers, Map<BreakdownDimension, @Nullable String> groups) {
    private @Nullable String group(BreakdownDimension dimension) {
      return groups.get(dimension);
    }
  }

  private Breakdowns() {}

  /**
   * The result by each dimension, its groups by the Finnish alphabet.
   *
   * @param suppress whether to withhold groups that are small or would give small ones away, see
   *     {@link Withholding}; earlier dimensions then go before later ones
   * @throws IllegalArgumentException if a stored ballot is damaged
   */
  static Breakdown of(
      Question question,
      List<BreakdownDimension> dimensions,
      List<Classified> ballots,
      boolean suppress) {
    List<Axis> axes = dimensions.stream().map(dimension -> Axis.of(dimension, ballots)).toList();
    List<List<Integer>> places =
        ballots.stream()
            .map(ballot -> axes.stream().map(axis -> axis.place(ballot)).toList())
            .toList();
    List<Set<Integer>> shown =
        suppress
            ? Withholding.shown(places, axes.size())
            : axes.stream().map(Axis::allPlaces).toList();
    List<Breakdown.Dimension> result = new ArrayList<>();
    for (int i = 0; i < axes.size(); i++) {
      result.add(axes.get(i).count(question, ballots, shown.get(i)));
    }
    return new Breakdown(List.copyOf(result));
  }

  /** A dimension and its groups in order; a group is known by its place among them. */
  private record Axis(BreakdownDimension dimension, List<@Nullable String> names) {
    static Axis of(BreakdownDimension dimension, List<Classified> ballots) {
      Set<@Nullable String> distinct = new HashSet<>();
      ballots.forEach(ballot -> distinct.add(ballot.group(dimension)));
      List<@Nullable String> names = new ArrayList<>(distinct);
      names.sort(BY_NAME);
      return new Axis(dimension, names);
    }

    int place(Classified ballot) {
      return names.indexOf(ballot.group(dimension));
    }

    Set<Integer> allPlaces() {
      return IntStream.range(0, names.size()).boxed().collect(Collectors.toSet());
    }

    Breakdown.Dimension count(Question question, List<Classified> ballots, Set<Integer> shown) {
      List<Breakdown.Group> groups = new ArrayList<>();
      int withheld = ballots.size();
      for (int place = 0; place < names.size(); place++) {
        if (shown.contains(place)) {
          Breakdown.Group group = group(question, ballots, place);
          groups.add(group);
          withheld -= group.ballots();
        }
      }
      return new Breakdown.Dimension(dimension, List.copyOf(groups), withheld);
    }

    private Breakdown.Group group(Question question, List<Classified> ballots, int place) {
      List<JsonArray> answers =
          ballots.stream()
              .filter(ballot -> place(ballot) == place)
              .map(Classified::answers)
              .toList();
      return new Breakdown.Group(names.get(place), answers.size(), question.count(answers));
    }
  }
}
