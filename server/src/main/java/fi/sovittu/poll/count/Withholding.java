package fi.sovittu.poll.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which groups of voters may be shown without giving small ones away.
 *
 * <p>In each dimension the groups that are not shown are one block, the rest, whose count anyone
 * gets by subtracting the shown ones from the whole. The blocks of all dimensions together cut the
 * ballots into cells, such as "municipalities, on site". Whatever is added to and subtracted from
 * what is shown, each ballot of a cell is counted as often as the others of that cell; so a number
 * that counts some ballots once and the others not counts whole cells. As no cell holds fewer than
 * {@link Breakdowns#LEAST} ballots, unless all of them together are fewer, no such number does.
 *
 * <p>What is withheld depends on who has voted, never on how.
 */
final class Withholding {
  /** The block of the groups that are not shown. */
  private static final int REST = -1;

  /** How many ballots belong to the same group in every dimension. */
  private final Map<List<Integer>, Integer> ballots = new HashMap<>();

  private final List<Set<Integer>> shown = new ArrayList<>();

  private Withholding(List<List<Integer>> groupsOfBallots) {
    groupsOfBallots.forEach(groups -> ballots.merge(groups, 1, Integer::sum));
  }

  /**
   * The groups to show of each dimension. Earlier dimensions come first: a later one gives way to
   * them, in the end with all of its groups.
   *
   * @param groupsOfBallots for each ballot its group in every dimension, not negative
   */
  static List<Set<Integer>> shown(List<List<Integer>> groupsOfBallots, int dimensions) {
    Withholding withholding = new Withholding(groupsOfBallots);
    for (int dimension = 0; dimension < dimensions; dimension++) {
      withholding.show(dimension);
    }
    return List.copyOf(withholding.shown);
  }

  private void show(int dimension) {
    Map<Integer, Integer> sizes = new HashMap<>();
    ballots.forEach((groups, count) -> sizes.merge(groups.get(dimension), count, Integer::sum));
    Comparator<Integer> smallest =
        Comparator.<Integer>comparingInt(sizes::get).thenComparing(Comparator.naturalOrder());
    Set<Integer> visible = new HashSet<>();
    sizes.forEach((group, size) -> {
      if (!isSmall(size)) {
        visible.add(group);
      }
    });
    shown.add(visible);
    Set<Integer> giveAway = blocksOfSmallCells(dimension);
    while (!giveAway.isEmpty() && !visible.isEmpty()) {
      giveAway.remove(REST);
      // Only the rest is too small: it grows by the smallest group.
      Set<Integer> candidates = giveAway.isEmpty() ? visible : giveAway;
      visible.remove(candidates.stream().min(smallest).orElseThrow());
      giveAway = blocksOfSmallCells(dimension);
    }
  }

  /** The blocks of the last dimension that small cells lie in. */
  private Set<Integer> blocksOfSmallCells(int last) {
    Map<List<Integer>, Integer> cells = new HashMap<>();
    ballots.forEach((groups, count) -> cells.merge(cell(groups), count, Integer::sum));
    Set<Integer> blocks = new HashSet<>();
    cells.forEach((cell, count) -> {
      if (isSmall(count)) {
        blocks.add(cell.get(last));
      }
    });
    return blocks;
  }

  private static boolean isSmall(int count) {
    return count < Breakdowns.LEAST;
  }

  private List<Integer> cell(List<Integer> groups) {
    List<Integer> cell = new ArrayList<>(shown.size());
    for (int dimension = 0; dimension < shown.size(); dimension++) {
      int group = groups.get(dimension);
      cell.add(shown.get(dimension).contains(group) ? group : REST);
    }
    return cell;
  }
}
