package fi.sovittu.poll.count;

import fi.sovittu.poll.kind.ChoiceQuestion;
import fi.sovittu.poll.kind.ChoiceTally;
import fi.sovittu.poll.kind.CommitmentTally;
import fi.sovittu.poll.kind.PointsTally;
import fi.sovittu.poll.kind.Question;
import fi.sovittu.poll.kind.RankingTally;
import fi.sovittu.poll.kind.ScaleTally;
import fi.sovittu.poll.kind.Tally;
import fi.sovittu.poll.kind.TextTally;
import fi.sovittu.poll.kind.WordsTally;
import io.vertx.core.json.JsonArray;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The contract's {@code MunicipalCount}: the ballots of persons with every municipality weighing
 * the same. Of an anonymous poll only to be shown when enough municipalities have voted. Immutable.
 *
 * @param municipalities from which someone voted
 * @param counts of a choice of one and of thumbs: municipalities that lean to each option
 * @param divided municipalities whose most chosen options tie
 * @param means of others: the mean of the municipalities' means per statement or option, rounded
 *     half up to two decimals; null where nobody gave an answer; of a choice of several, the mean
 *     share of ballots that chose the option
 */
public record MunicipalCount(
    int municipalities, List<Integer> counts, int divided, List<@Nullable BigDecimal> means) {

  /**
   * Counts stored ballots.
   *
   * @throws IllegalArgumentException if one is damaged, or the poll is of texts, words or
   *     commitments
   */
  public static MunicipalCount of(
      Question question, Map<UUID, List<JsonArray>> ballotsByMunicipality) {
    List<Tally> tallies =
        ballotsByMunicipality.values().stream()
            .filter(ballots -> !ballots.isEmpty())
            .map(question::count)
            .toList();
    Tally empty = question.count(List.of());
    return empty instanceof ChoiceTally choice && choosesOne(question)
        ? leanings(choice.counts().size(), tallies)
        : means(means(empty).size(), tallies);
  }

  private static boolean choosesOne(Question question) {
    return !(question instanceof ChoiceQuestion choice) || choice.most() == 1;
  }

  private static MunicipalCount leanings(int options, List<Tally> tallies) {
    int[] leaning = new int[options];
    int divided = 0;
    for (Tally tally : tallies) {
      List<Integer> counts = ((ChoiceTally) tally).counts();
      int most = Collections.max(counts);
      if (Collections.frequency(counts, most) == 1) {
        leaning[counts.indexOf(most)]++;
      } else {
        divided++;
      }
    }
    List<Integer> counts = Arrays.stream(leaning).boxed().toList();
    return new MunicipalCount(tallies.size(), counts, divided, List.of());
  }

  private static MunicipalCount means(int items, List<Tally> tallies) {
    List<@Nullable BigDecimal> means = new ArrayList<>();
    List<List<@Nullable Fraction>> ofEach = tallies.stream().map(MunicipalCount::means).toList();
    for (int i = 0; i < items; i++) {
      Fraction sum = Fraction.ZERO;
      int n = 0;
      for (List<@Nullable Fraction> ofOne : ofEach) {
        Fraction mean = ofOne.get(i);
        if (mean != null) {
          sum = sum.plus(mean);
          n++;
        }
      }
      means.add(n == 0 ? null : sum.over(n));
    }
    return new MunicipalCount(tallies.size(), List.of(), 0, Collections.unmodifiableList(means));
  }

  /** One municipality's mean of each statement or option; null where nobody gave an answer. */
  private static List<@Nullable Fraction> means(Tally tally) {
    List<@Nullable Fraction> means = new ArrayList<>();
    switch (tally) {
      case ScaleTally scale ->
          scale.statements().forEach(of -> means.add(mean(sum(of.counts()), of.n())));
      case ChoiceTally choice ->
          choice.counts().forEach(count -> means.add(mean(count, choice.ballots())));
      case RankingTally ranking ->
          ranking
              .options()
              .forEach(of -> means.add(mean(twice(of.borda()), 2L * ranking.ballots())));
      case PointsTally points ->
          points.options().forEach(of -> means.add(mean(of.total(), points.ballots())));
      case TextTally text -> throw uncounted(text);
      case WordsTally words -> throw uncounted(words);
      case CommitmentTally commitment -> throw uncounted(commitment);
    }
    return means;
  }

  private static IllegalArgumentException uncounted(Tally tally) {
    return new IllegalArgumentException("a " + tally.kind() + " is not counted by municipalities");
  }

  private static long sum(List<Integer> counts) {
    long sum = 0;
    for (int i = 0; i < counts.size(); i++) {
      sum += (i + 1L) * counts.get(i);
    }
    return sum;
  }

  private static long twice(BigDecimal halves) {
    return halves.multiply(BigDecimal.TWO).longValueExact();
  }

  private static @Nullable Fraction mean(long sum, long n) {
    return n == 0 ? null : Fraction.of(sum, n);
  }
}
