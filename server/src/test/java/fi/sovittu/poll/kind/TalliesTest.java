package fi.sovittu.poll.kind;

import static fi.sovittu.poll.kind.Questions.stored;
import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.poll.kind.Questions.Votes;
import fi.sovittu.poll.kind.WordsTally.Word;
import fi.sovittu.poll.rules.PollKind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Each count against a naive one; {@link ScaleTallyTest} has the scale's. */
class TalliesTest {
  @Provide
  Arbitrary<Votes> all() {
    return Questions.votes(PollKind.values());
  }

  @Provide
  Arbitrary<Votes> choices() {
    return Questions.votes(PollKind.CHOICE);
  }

  @Provide
  Arbitrary<Votes> thumbs() {
    return Questions.votes(PollKind.THUMBS);
  }

  @Provide
  Arbitrary<Votes> rankings() {
    return Questions.votes(PollKind.RANKING);
  }

  @Provide
  Arbitrary<Votes> points() {
    return Questions.votes(PollKind.POINTS);
  }

  @Provide
  Arbitrary<Votes> words() {
    return Questions.votes(PollKind.WORDS);
  }

  @Provide
  Arbitrary<Votes> commitments() {
    return Questions.votes(PollKind.COMMITMENT);
  }

  @Property(tries = 200)
  void theOrderOfBallotsDoesNotMatter(@ForAll("all") Votes votes, @ForAll Random random) {
    List<JsonArray> shuffled = new ArrayList<>(votes.ballots());
    Collections.shuffle(shuffled, random);
    assertThat(votes.question().count(shuffled)).isEqualTo(votes.question().count(votes.ballots()));
  }

  @Property(tries = 200)
  void choicesAgreeWithTheNaiveCount(@ForAll("choices") Votes votes) {
    ChoiceQuestion question = (ChoiceQuestion) votes.question();
    ChoiceTally tally = question.count(votes.ballots());

    for (int option = 0; option < question.abstain().size(); option++) {
      assertThat(tally.counts().get(option)).isEqualTo(having(votes, option));
    }
    int abstention = question.abstain().indexOf(true);
    assertThat(tally.abstained())
        .isEqualTo(Collections.frequency(votes.ballots(), stored(abstention)));
  }

  private static int having(Votes votes, Object value) {
    return (int) votes.ballots().stream().filter(ballot -> ballot.contains(value)).count();
  }

  @Property(tries = 50)
  void thumbsAgreeWithTheNaiveCount(@ForAll("thumbs") Votes votes) {
    ChoiceTally tally = (ChoiceTally) votes.question().count(votes.ballots());
    assertThat(tally.counts())
        .containsExactly(having(votes, "UP"), having(votes, "SIDEWAYS"), having(votes, "DOWN"));
    assertThat(tally.abstained()).isEqualTo(having(votes, "SIDEWAYS"));
  }

  /** Gives those left out all the places that remain, one after the other, and takes the mean. */
  @Property(tries = 200)
  void rankingsAgreeWithTheNaiveCount(@ForAll("rankings") Votes votes) {
    int n = ((RankingQuestion) votes.question()).options();
    RankingTally tally = (RankingTally) votes.question().count(votes.ballots());

    for (int option = 0; option < n; option++) {
      BigDecimal borda = BigDecimal.ZERO;
      int first = 0;
      int ranked = 0;
      for (JsonArray ballot : votes.ballots()) {
        int place = ballot.getList().indexOf(option);
        first += place == 0 ? 1 : 0;
        ranked += place >= 0 ? 1 : 0;
        borda =
            borda.add(
                place >= 0
                    ? BigDecimal.valueOf(n - 1 - place)
                    : BigDecimal.valueOf(
                        IntStream.range(ballot.size(), n)
                            .map(p -> n - 1 - p)
                            .average()
                            .orElseThrow()));
      }
      assertThat(tally.options().get(option).borda()).isEqualByComparingTo(borda);
      assertThat(tally.options().get(option).first()).isEqualTo(first);
      assertThat(tally.options().get(option).ranked()).isEqualTo(ranked);
    }
  }

  @Property(tries = 100)
  void everyRankingGivesTheSamePointsInAll(@ForAll("rankings") Votes votes) {
    int n = ((RankingQuestion) votes.question()).options();
    RankingTally tally = (RankingTally) votes.question().count(votes.ballots());
    assertThat(
            tally.options().stream()
                .map(RankingTally.RankedOption::borda)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(BigDecimal.valueOf((long) votes.ballots().size() * n * (n - 1) / 2));
  }

  @Example
  void thoseLeftOutShareTheRest() {
    RankingTally tally = new RankingQuestion(4).count(List.of(stored(2), stored(2, 0)));
    // The first ballot leaves 2+1+0 to three, the second 1+0 to two.
    assertThat(tally.options())
        .containsExactly(
            new RankingTally.RankedOption(new BigDecimal("3.0"), 0, 1),
            new RankingTally.RankedOption(new BigDecimal("1.5"), 0, 0),
            new RankingTally.RankedOption(new BigDecimal("6.0"), 2, 2),
            new RankingTally.RankedOption(new BigDecimal("1.5"), 0, 0));
  }

  @Property(tries = 100)
  void pointsAgreeWithTheNaiveCount(@ForAll("points") Votes votes) {
    int n = votes.ballots().size();
    PointsTally tally = (PointsTally) votes.question().count(votes.ballots());
    assertThat(tally.options().stream().mapToLong(PointsTally.PointsOption::total).sum())
        .isEqualTo(100L * n);
    for (int i = 0; i < tally.options().size(); i++) {
      int option = i;
      long total = votes.ballots().stream().mapToLong(b -> b.getInteger(option)).sum();
      assertThat(tally.options().get(i).total()).isEqualTo(total);
      assertThat(tally.options().get(i).mean())
          .isEqualTo(n == 0 ? null : BigDecimal.valueOf((200 * total + n) / (2L * n), 2));
    }
  }

  @Property(tries = 100)
  void wordsAgreeWithTheNaiveCount(@ForAll("words") Votes votes) {
    WordsTally tally = (WordsTally) votes.question().count(votes.ballots());
    Map<String, Integer> naive = new HashMap<>();
    for (JsonArray ballot : votes.ballots()) {
      ballot.forEach(
          word -> naive.merge(((String) word).toLowerCase(Locale.ROOT), 1, Integer::sum));
    }
    assertThat(tally.words()).hasSizeLessThanOrEqualTo(100);
    assertThat(tally.words().size() + tally.others()).isEqualTo(naive.size());
    Map<String, Integer> shown = new HashMap<>();
    tally.words().forEach(word -> shown.put(word.word().toLowerCase(Locale.ROOT), word.count()));
    assertThat(naive).containsAllEntriesOf(shown);
    assertThat(tally.words())
        .extracting(Word::count)
        .isSortedAccordingTo(Collections.reverseOrder());
  }

  @Example
  void wordsInTheirMostCommonSpellingByTheFinnishAlphabet() {
    WordsTally tally =
        new WordsQuestion(5)
            .count(
                List.of(
                    stored("hyte", "öljy", "äiti", "åbo", "zeta"),
                    stored("HYTE", "arki"),
                    stored("Hyte", "Arki"),
                    stored("Hyte")));
    assertThat(tally.words())
        .containsExactly(
            new Word("Hyte", 4),
            new Word("arki", 2),
            new Word("zeta", 1),
            new Word("åbo", 1),
            new Word("äiti", 1),
            new Word("öljy", 1));
    assertThat(tally.others()).isZero();
  }

  /** Of more words than are shown, against sorting them all. */
  @Property(tries = 100)
  void theMostGivenAreShown(@ForAll @Size(max = 400) List<@IntRange(max = 250) Integer> given) {
    List<JsonArray> ballots = given.stream().map(n -> stored("sana" + n)).toList();
    Map<String, Integer> counts = new HashMap<>();
    ballots.forEach(ballot -> counts.merge(ballot.getString(0), 1, Integer::sum));

    assertThat(new WordsQuestion(1).count(ballots).words())
        .isEqualTo(
            counts.entrySet().stream()
                .map(word -> new Word(word.getKey(), word.getValue()))
                .sorted(
                    Comparator.comparingInt(Word::count)
                        .reversed()
                        .thenComparing(Word::word, Finnish.ORDER))
                .limit(100)
                .toList());
  }

  @Example
  void inflectionIsLeftAlone() {
    assertThat(new WordsQuestion(2).count(List.of(stored("terveys", "terveyden"))).words())
        .hasSize(2);
  }

  @Example
  void aHundredWordsAreShown() {
    List<JsonArray> ballots = new ArrayList<>();
    for (int i = 100; i < 230; i++) {
      ballots.add(stored("sana" + i));
    }
    ballots.add(stored("sana229"));
    WordsTally tally = new WordsQuestion(1).count(ballots);
    assertThat(tally.words())
        .hasSize(100)
        .startsWith(new Word("sana229", 2), new Word("sana100", 1));
    assertThat(tally.words()).endsWith(new Word("sana198", 1));
    assertThat(tally.others()).isEqualTo(30);
  }

  @Property(tries = 100)
  void commitmentsAgreeWithTheNaiveCount(@ForAll("commitments") Votes votes) {
    CommitmentTally tally = (CommitmentTally) votes.question().count(votes.ballots());
    for (int i = 0; i < tally.statements().size(); i++) {
      List<String> answers = new ArrayList<>();
      for (JsonArray ballot : votes.ballots()) {
        answers.add(ballot.getJsonObject(i).getString("answer"));
      }
      assertThat(tally.statements().get(i))
          .isEqualTo(
              new CommitmentTally.CommitmentStatement(
                  Collections.frequency(answers, "COMMITS"),
                  Collections.frequency(answers, "RESERVATION"),
                  Collections.frequency(answers, "DECLINES")));
    }
    assertThat(tally.of()).isEqualTo(tally.ballots());
    assertThat(tally.organisations()).isEmpty();
  }

  @Example
  void commitmentsAreNamed() {
    UUID ii = UUID.randomUUID();
    UUID oulu = UUID.randomUUID();
    Map<UUID, JsonArray> ballots = new LinkedHashMap<>();
    ballots.put(oulu, commitment("RESERVATION", "jos"));
    ballots.put(ii, commitment("COMMITS", null));

    CommitmentTally tally = CommitmentTally.named(new CommitmentQuestion(1), 30, ballots);

    assertThat(tally)
        .isEqualTo(
            new CommitmentTally(
                2,
                30,
                List.of(new CommitmentTally.CommitmentStatement(1, 1, 0)),
                List.of(
                    new CommitmentTally.Named(
                        oulu,
                        List.of(new BallotForm.Answer(BallotForm.Commitment.RESERVATION, "jos"))),
                    new CommitmentTally.Named(
                        ii, List.of(new BallotForm.Answer(BallotForm.Commitment.COMMITS, null))))));
  }

  private static JsonArray commitment(String answer, String reservation) {
    return stored(new JsonObject().put("answer", answer).put("reservation", reservation));
  }

  @Example
  void tenThousandBallotsAreNoTrouble() {
    // Sums of ballots must not overflow, and each option's count must be its own.
    List<JsonArray> ballots = Collections.nCopies(10_000, stored(100, 0));
    PointsTally tally = new PointsQuestion(2).count(ballots);
    assertThat(tally.options().getFirst().total()).isEqualTo(1_000_000);
    Set<BigDecimal> means = new HashSet<>();
    tally.options().forEach(option -> means.add(option.mean()));
    assertThat(means).containsExactlyInAnyOrder(new BigDecimal("100.00"), new BigDecimal("0.00"));
  }
}
