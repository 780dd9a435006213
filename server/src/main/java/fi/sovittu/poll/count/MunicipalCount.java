package fi.sovittu.poll.count;

import fi.sovittu.poll.kind.ChoiceTally;
import fi.sovittu.poll.kind.Fraction;
import fi.sovittu.poll.kind.Question;
import fi.sovittu.poll.kind.Tally;
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
    int items = question.count(List.of()).means().size();
    return question.choosesOne() ? leanings(items, tallies) : means(items, tallies);
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
    List<List<@Nullable Fraction>> ofEach = tallies.stream().map(Tally::means).toList();
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
}
