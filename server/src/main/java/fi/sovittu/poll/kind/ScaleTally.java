package fi.sovittu.poll.kind;

import fi.sovittu.poll.rules.PollKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The count of a scale poll: for each statement the distribution over 1…steps, "can't say", and
 * mean and median of the rest. Exact: integers until the last division. Immutable.
 */
public record ScaleTally(int ballots, List<ScaleStatement> statements) implements Tally {
  /**
   * @param counts how many gave 1, 2, … steps
   * @param n answers other than "can't say"
   * @param mean rounded half up to two decimals; null when n is 0
   * @param median a whole or a half; null when n is 0
   */
  public record ScaleStatement(
      List<Integer> counts,
      int cantSay,
      int n,
      @Nullable BigDecimal mean,
      @Nullable BigDecimal median) {}

  @Override
  public PollKind kind() {
    return PollKind.SCALE;
  }

  /**
   * Counts ballots, each with one answer per statement in order; null is "can't say".
   *
   * @throws IllegalArgumentException if a ballot has another number of answers or one outside
   *     1…steps: such a ballot was never accepted, so the data is damaged and no count may be given
   */
  public static ScaleTally of(
      int steps, int statements, Iterable<? extends List<@Nullable Integer>> ballots) {
    int[][] counts = new int[statements][steps];
    int[] cantSay = new int[statements];
    int total = 0;
    for (List<@Nullable Integer> ballot : ballots) {
      if (ballot.size() != statements) {
        throw new IllegalArgumentException(
            "a ballot with " + ballot.size() + " answers, not " + statements);
      }
      for (int i = 0; i < statements; i++) {
        Integer answer = ballot.get(i);
        if (answer == null) {
          cantSay[i]++;
        } else if (answer >= 1 && answer <= steps) {
          counts[i][answer - 1]++;
        } else {
          throw new IllegalArgumentException("an answer outside 1…" + steps + ": " + answer);
        }
      }
      total++;
    }
    List<ScaleStatement> result = new ArrayList<>(statements);
    for (int i = 0; i < statements; i++) {
      result.add(statement(counts[i], cantSay[i]));
    }
    return new ScaleTally(total, List.copyOf(result));
  }

  private static ScaleStatement statement(int[] counts, int cantSay) {
    List<Integer> list = new ArrayList<>(counts.length);
    int n = 0;
    long sum = 0;
    for (int i = 0; i < counts.length; i++) {
      list.add(counts[i]);
      n += counts[i];
      sum += (long) counts[i] * (i + 1);
    }
    if (n == 0) {
      return new ScaleStatement(List.copyOf(list), cantSay, 0, null, null);
    }
    // The two middle answers; the same one when n is odd.
    BigDecimal median = Exact.half(answerAt(counts, (n - 1) / 2) + answerAt(counts, n / 2));
    return new ScaleStatement(List.copyOf(list), cantSay, n, Exact.mean(sum, n), median);
  }

  /** The answer at a place, from 0, when all are sorted. */
  private static long answerAt(int[] counts, int place) {
    int seen = 0;
    for (int i = 0; i < counts.length; i++) {
      seen += counts[i];
      if (place < seen) {
        return i + 1L;
      }
    }
    throw new IllegalArgumentException("no answer at " + place);
  }

  @Override
  public List<@Nullable Fraction> means() {
    List<@Nullable Fraction> means = new ArrayList<>();
    statements.forEach(of -> means.add(Fraction.mean(sum(of.counts()), of.n())));
    return means;
  }

  private static long sum(List<Integer> counts) {
    long sum = 0;
    for (int i = 0; i < counts.size(); i++) {
      sum += (i + 1L) * counts.get(i);
    }
    return sum;
  }
}
