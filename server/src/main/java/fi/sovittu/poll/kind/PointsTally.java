package fi.sovittu.poll.kind;

import fi.sovittu.poll.rules.PollKind;
import io.vertx.core.json.JsonArray;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The count of a poll that shares points among the options. Exact. */
public record PointsTally(int ballots, List<PointsOption> options) implements Tally {
  /**
   * @param mean points per ballot, rounded half up to two decimals; null without ballots
   */
  public record PointsOption(long total, @Nullable BigDecimal mean) {}

  @Override
  public PollKind kind() {
    return PollKind.POINTS;
  }

  /** Counts sound ballots. */
  static PointsTally of(int options, List<JsonArray> ballots) {
    List<PointsOption> counts = new ArrayList<>(options);
    for (int option = 0; option < options; option++) {
      long total = 0;
      for (JsonArray ballot : ballots) {
        total += ballot.getInteger(option);
      }
      counts.add(new PointsOption(total, Exact.mean(total, ballots.size())));
    }
    return new PointsTally(ballots.size(), List.copyOf(counts));
  }

  @Override
  public List<@Nullable Fraction> means() {
    List<@Nullable Fraction> means = new ArrayList<>();
    options.forEach(of -> means.add(Fraction.mean(of.total(), ballots)));
    return means;
  }
}
