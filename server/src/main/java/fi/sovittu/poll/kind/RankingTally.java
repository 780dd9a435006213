package fi.sovittu.poll.kind;

import fi.sovittu.poll.rules.PollKind;
import io.vertx.core.json.JsonArray;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The count of a ranking: Borda points and first preferences. Exact. */
public record RankingTally(int ballots, List<RankedOption> options) implements Tally {
  /**
   * @param borda of n options the first gets n−1 points, the last 0; those left out of a ballot
   *     share evenly what remains; a whole or a half
   * @param first ballots that put it first
   * @param ranked ballots that rank it
   */
  public record RankedOption(BigDecimal borda, int first, int ranked) {}

  @Override
  public PollKind kind() {
    return PollKind.RANKING;
  }

  /** Counts sound ballots. */
  static RankingTally of(int options, List<JsonArray> ballots) {
    long[] twiceBorda = new long[options];
    int[] first = new int[options];
    int[] ranked = new int[options];
    for (JsonArray ballot : ballots) {
      int given = ballot.size();
      // The places that remain are worth options − given − 1, …, 0: on the average half of that.
      int leftOut = options - given - 1;
      for (int option = 0; option < options; option++) {
        twiceBorda[option] += leftOut;
      }
      first[ballot.getInteger(0)]++;
      for (int place = 0; place < given; place++) {
        int option = ballot.getInteger(place);
        ranked[option]++;
        twiceBorda[option] += 2L * (options - 1 - place) - leftOut;
      }
    }
    List<RankedOption> counts = new ArrayList<>(options);
    for (int option = 0; option < options; option++) {
      counts.add(new RankedOption(Exact.half(twiceBorda[option]), first[option], ranked[option]));
    }
    return new RankingTally(ballots.size(), List.copyOf(counts));
  }

  @Override
  public List<@Nullable Fraction> means() {
    List<@Nullable Fraction> means = new ArrayList<>();
    options.forEach(of -> means.add(Fraction.mean(twice(of.borda()), 2L * ballots)));
    return means;
  }

  private static long twice(BigDecimal halves) {
    return halves.multiply(BigDecimal.TWO).longValueExact();
  }
}
