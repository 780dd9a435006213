package fi.sovittu.poll.count;

import fi.sovittu.poll.kind.Tally;
import fi.sovittu.poll.rules.BreakdownDimension;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The contract's {@code Breakdown}: a result by groups of voters; see {@link Breakdowns}. */
public record Breakdown(List<Dimension> dimensions) {
  /**
   * @param withheld ballots in groups that are not shown
   */
  public record Dimension(BreakdownDimension dimension, List<Group> groups, int withheld) {}

  /**
   * @param name null for those without one
   */
  public record Group(@Nullable String name, int ballots, Tally tally) {}
}
