package fi.sovittu.poll.count;

import static fi.sovittu.poll.kind.Questions.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.sovittu.poll.kind.CommitmentQuestion;
import fi.sovittu.poll.kind.PointsQuestion;
import fi.sovittu.poll.kind.Question;
import fi.sovittu.poll.kind.Questions;
import fi.sovittu.poll.kind.Questions.Votes;
import fi.sovittu.poll.kind.RankingQuestion;
import fi.sovittu.poll.kind.ScaleQuestion;
import fi.sovittu.poll.kind.TextQuestion;
import fi.sovittu.poll.kind.ThumbsQuestion;
import fi.sovittu.poll.kind.WordsQuestion;
import fi.sovittu.poll.rules.PollKind;
import io.vertx.core.json.JsonArray;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MunicipalCountTest {
  @SafeVarargs
  private static MunicipalCount count(Question question, List<JsonArray>... municipalities) {
    Map<UUID, List<JsonArray>> ballots = new HashMap<>();
    for (List<JsonArray> municipality : municipalities) {
      ballots.put(UUID.randomUUID(), municipality);
    }
    return MunicipalCount.of(question, ballots);
  }

  private static List<BigDecimal> decimals(String... values) {
    List<BigDecimal> decimals = new ArrayList<>();
    for (String value : values) {
      decimals.add(value == null ? null : new BigDecimal(value));
    }
    return decimals;
  }

  @Example
  void whereAMunicipalityLeans() {
    MunicipalCount count =
        count(
            Questions.choice(3, 3, 1),
            Collections.nCopies(100, stored(0)),
            List.of(stored(1), stored(1), stored(0)),
            List.of(stored(1)),
            List.of(stored(0), stored(2)),
            List.of());
    assertThat(count).isEqualTo(new MunicipalCount(4, List.of(1, 2, 0), 1, List.of()));
  }

  @Example
  void thumbs() {
    MunicipalCount count =
        count(
            new ThumbsQuestion(),
            List.of(stored("UP")),
            List.of(stored("DOWN"), stored("UP")),
            List.of(stored("SIDEWAYS"), stored("SIDEWAYS"), stored("UP")));
    assertThat(count).isEqualTo(new MunicipalCount(3, List.of(1, 1, 0), 1, List.of()));
  }

  @Example
  void meansOfMeans() {
    assertThat(
            count(
                new ScaleQuestion(3, 5),
                List.of(stored(1, null, 2), stored(2, null, null), stored(2, null, null)),
                List.of(stored(5, null, null))))
        .isEqualTo(new MunicipalCount(2, List.of(), 0, decimals("3.33", null, "2.00")));
    // Two of three and one of one.
    assertThat(
            count(
                    Questions.choice(2, 2, 2),
                    List.of(stored(0), stored(0, 1), stored(1)),
                    List.of(stored(1)))
                .means())
        .isEqualTo(decimals("0.33", "0.83"));
    assertThat(
            count(new RankingQuestion(3), List.of(stored(0), stored(1, 0)), List.of(stored(2)))
                .means())
        .isEqualTo(decimals("1.00", "0.88", "1.13"));
    assertThat(
            count(
                    new PointsQuestion(2),
                    List.of(stored(100, 0), stored(0, 100), stored(0, 100)),
                    List.of(stored(50, 50)))
                .means())
        .isEqualTo(decimals("41.67", "58.33"));
  }

  @Example
  void nobodyHasVoted() {
    assertThat(count(new ScaleQuestion(2, 5)))
        .isEqualTo(new MunicipalCount(0, List.of(), 0, decimals(null, null)));
    assertThat(count(new PointsQuestion(2)).means()).isEqualTo(decimals(null, null));
    assertThat(count(new ThumbsQuestion()))
        .isEqualTo(new MunicipalCount(0, List.of(0, 0, 0), 0, List.of()));
  }

  @Example
  void aMeanIsRoundedOnce() {
    // (1/3 + 1/3 + 1/3 of 0.015) would not reach the half if the means were rounded before.
    List<JsonArray> third = List.of(stored(1), stored(1), stored(2));
    List<JsonArray> ones = List.of(stored(1));
    // (4/3 + 4/3 + 4/3 + 1 + … + 1) / 8 = 9/8 = 1.125 exactly.
    assertThat(
            count(new ScaleQuestion(1, 2), third, third, third, ones, ones, ones, ones, ones)
                .means())
        .isEqualTo(decimals("1.13"));
  }

  @Example
  void textsWordsAndCommitmentsAreNotCounted() {
    for (Question question :
        List.of(new TextQuestion(1), new WordsQuestion(1), new CommitmentQuestion(1))) {
      assertThatThrownBy(() -> count(question)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Provide
  Arbitrary<Votes> scales() {
    return Questions.votes(PollKind.SCALE);
  }

  @Property(tries = 100)
  void agreesWithTheNaiveMean(@ForAll("scales") Votes votes, @ForAll Random random) {
    Map<UUID, List<JsonArray>> ballots = new HashMap<>();
    for (JsonArray ballot : votes.ballots()) {
      ballots.computeIfAbsent(new UUID(0, random.nextInt(6)), m -> new ArrayList<>()).add(ballot);
    }
    MunicipalCount count = MunicipalCount.of(votes.question(), ballots);

    assertThat(count.municipalities()).isEqualTo(ballots.size());
    for (int i = 0; i < count.means().size(); i++) {
      int at = i;
      double[] means =
          ballots.values().stream()
              .map(ofOne ->
                  ofOne.stream()
                      .map(ballot -> ballot.getInteger(at))
                      .filter(Objects::nonNull)
                      .mapToInt(Integer::intValue)
                      .average())
              .filter(OptionalDouble::isPresent)
              .mapToDouble(OptionalDouble::getAsDouble)
              .toArray();
      BigDecimal mean = count.means().get(i);
      if (means.length == 0) {
        assertThat(mean).isNull();
      } else {
        double naive = Arrays.stream(means).average().orElseThrow();
        assertThat(mean.doubleValue()).isBetween(naive - 0.005000001, naive + 0.005000001);
        assertThat(mean.scale()).isEqualTo(2);
      }
    }
  }
}
