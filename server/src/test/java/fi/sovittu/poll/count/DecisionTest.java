package fi.sovittu.poll.count;

import static fi.sovittu.poll.kind.Questions.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.sovittu.poll.count.Decision.Bases;
import fi.sovittu.poll.count.Decision.Requirement;
import fi.sovittu.poll.kind.ChoiceQuestion;
import fi.sovittu.poll.kind.ChoiceTally;
import fi.sovittu.poll.kind.CommitmentQuestion;
import fi.sovittu.poll.kind.Question;
import fi.sovittu.poll.kind.Questions;
import fi.sovittu.poll.kind.Questions.Votes;
import fi.sovittu.poll.kind.ScaleQuestion;
import fi.sovittu.poll.kind.Tally;
import fi.sovittu.poll.kind.ThumbsQuestion;
import fi.sovittu.poll.kind.WordsQuestion;
import fi.sovittu.poll.rules.Majority;
import fi.sovittu.poll.rules.MajorityBase;
import fi.sovittu.poll.rules.MajorityRule;
import fi.sovittu.poll.rules.PollKind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class DecisionTest {
  private static final Bases BASES = new Bases(9, 12, 40, 30);
  private static final Question YES_NO_ABSTAIN = Questions.choice(3, 2, 1);

  private static Majority of(MajorityRule rule, MajorityBase base) {
    return new Majority(rule, base);
  }

  private static List<JsonArray> ballots(int... counts) {
    List<JsonArray> ballots = new ArrayList<>();
    for (int option = 0; option < counts.length; option++) {
      ballots.addAll(Collections.nCopies(counts[option], stored(option)));
    }
    return ballots;
  }

  private static Decision decide(Question question, List<JsonArray> ballots, Majority majority) {
    return Decision.of(question, question.count(ballots), majority, null, BASES);
  }

  @Example
  void noRuleNoDecision() {
    assertThat(decide(YES_NO_ABSTAIN, ballots(1, 1, 1), null)).isNull();
  }

  @Example
  void twoThirdsOfNineIsSix() {
    Majority rule = of(MajorityRule.TWO_THIRDS, MajorityBase.CAST);
    assertThat(decide(YES_NO_ABSTAIN, ballots(6, 3, 4), rule))
        .isEqualTo(decision(new Requirement(6, 6, 9, true), new Requirement(3, 6, 9, false), null));
    assertThat(decide(YES_NO_ABSTAIN, ballots(6, 4, 4), rule).items().getFirst())
        .isEqualTo(new Requirement(6, 7, 10, false));
  }

  private static Decision decision(Requirement... items) {
    return new Decision(null, Arrays.asList(items));
  }

  @Example
  void everyBase() {
    List<JsonArray> ballots = ballots(6, 2, 1);
    assertThat(base(ballots, MajorityBase.CAST)).isEqualTo(new Requirement(6, 8, 8, false));
    assertThat(base(ballots, MajorityBase.PRESENT)).isEqualTo(new Requirement(6, 12, 12, false));
    assertThat(base(ballots, MajorityBase.ENTITLED)).isEqualTo(new Requirement(6, 40, 40, false));
    assertThat(base(ballots, MajorityBase.ALL_ORGANISATIONS))
        .isEqualTo(new Requirement(6, 30, 30, false));
  }

  private static Requirement base(List<JsonArray> ballots, MajorityBase base) {
    return decide(YES_NO_ABSTAIN, ballots, of(MajorityRule.CONSENSUS, base)).items().getFirst();
  }

  @Example
  void aSimpleMajorityIsMoreThanAnyOtherButTheAbstention() {
    Majority rule = of(MajorityRule.SIMPLE, MajorityBase.CAST);
    assertThat(decide(YES_NO_ABSTAIN, ballots(3, 2, 9), rule))
        .isEqualTo(decision(new Requirement(3, 3, 5, true), new Requirement(2, 4, 5, false), null));
    assertThat(decide(YES_NO_ABSTAIN, ballots(2, 2, 0), rule).items())
        .containsExactly(new Requirement(2, 3, 4, false), new Requirement(2, 3, 4, false), null);
    assertThat(decide(YES_NO_ABSTAIN, List.of(), rule).items())
        .containsExactly(new Requirement(0, 1, 0, false), new Requirement(0, 1, 0, false), null);
  }

  @Example
  void whoChoosesSomethingBesidesTheAbstentionHasNotAbstained() {
    Question two = Questions.choice(3, 2, 2);
    Decision decision =
        decide(
            two,
            List.of(stored(0, 1), stored(0, 2), stored(2)),
            of(MajorityRule.CONSENSUS, MajorityBase.CAST));
    assertThat(decision)
        .isEqualTo(decision(new Requirement(2, 2, 2, true), new Requirement(1, 2, 2, false), null));
  }

  @Example
  void thumbs() {
    List<JsonArray> ballots =
        List.of(stored("UP"), stored("UP"), stored("DOWN"), stored("SIDEWAYS"));
    Question thumbs = new ThumbsQuestion();
    assertThat(decide(thumbs, ballots, of(MajorityRule.SIMPLE, MajorityBase.CAST)))
        .isEqualTo(decision(new Requirement(2, 2, 3, true)));
    assertThat(decide(thumbs, ballots, of(MajorityRule.THREE_QUARTERS, MajorityBase.CAST)))
        .isEqualTo(decision(new Requirement(2, 3, 3, false)));
  }

  @Example
  void aCommitmentWithAReservationIsOne() {
    List<JsonArray> ballots =
        List.of(
            commitment("COMMITS", null),
            commitment("RESERVATION", "jos"),
            commitment("DECLINES", null));
    Question goals = new CommitmentQuestion(1);
    assertThat(decide(goals, ballots, of(MajorityRule.TWO_THIRDS, MajorityBase.CAST)))
        .isEqualTo(decision(new Requirement(2, 2, 3, true)));
    assertThat(decide(goals, ballots, of(MajorityRule.SIMPLE, MajorityBase.ALL_ORGANISATIONS)))
        .isEqualTo(decision(new Requirement(2, 2, 30, true)));
  }

  private static JsonArray commitment(String answer, String reservation) {
    return stored(new JsonObject().put("answer", answer).put("reservation", reservation));
  }

  @Example
  void aQuorumOfThoseWhoHaveVotedAbstentionsIncluded() {
    Majority quorum = of(MajorityRule.THREE_QUARTERS, MajorityBase.PRESENT);
    Tally tally = YES_NO_ABSTAIN.count(ballots(1, 1, 7));
    assertThat(Decision.of(YES_NO_ABSTAIN, tally, null, quorum, BASES))
        .isEqualTo(new Decision(new Requirement(9, 9, 12, true), List.of()));
    Tally words = new WordsQuestion(1).count(List.of(stored("sana")));
    assertThat(
            Decision.of(
                new WordsQuestion(1),
                words,
                null,
                of(MajorityRule.ABSOLUTE, MajorityBase.ENTITLED),
                BASES))
        .isEqualTo(new Decision(new Requirement(9, 21, 40, false), List.of()));
  }

  @Example
  void aMajorityIsToldWithoutTheQuorumToo() {
    Decision decision =
        Decision.of(
            YES_NO_ABSTAIN,
            YES_NO_ABSTAIN.count(ballots(9)),
            of(MajorityRule.CONSENSUS, MajorityBase.CAST),
            of(MajorityRule.CONSENSUS, MajorityBase.ENTITLED),
            BASES);
    assertThat(decision.quorum().met()).isFalse();
    assertThat(decision.items().getFirst().met()).isTrue();
  }

  @Example
  void rulesThatDoNotGoWithThePoll() {
    Question scale = new ScaleQuestion(1, 5);
    Majority simple = of(MajorityRule.SIMPLE, MajorityBase.CAST);
    Majority cast = of(MajorityRule.ABSOLUTE, MajorityBase.CAST);
    assertThatThrownBy(() -> decide(scale, List.of(), cast))
        .isInstanceOf(IllegalArgumentException.class);
    Tally none = YES_NO_ABSTAIN.count(List.of());
    assertThatThrownBy(() -> Decision.of(YES_NO_ABSTAIN, none, null, cast, BASES))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() ->
            Decision.of(
                YES_NO_ABSTAIN, none, null, of(MajorityRule.SIMPLE, MajorityBase.PRESENT), BASES))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Decision.of(scale, none, simple, null, BASES))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Provide
  Arbitrary<Votes> choices() {
    return Questions.votes(PollKind.CHOICE);
  }

  /** In fractions: votes / base against the share. */
  @Property(tries = 500)
  void agreesWithTheNaiveComparison(
      @ForAll("choices") Votes votes,
      @ForAll MajorityRule rule,
      @ForAll MajorityBase base,
      @ForAll @IntRange(max = 40) int present,
      @ForAll @IntRange(max = 40) int entitled) {
    ChoiceQuestion question = (ChoiceQuestion) votes.question();
    Bases bases = new Bases(votes.ballots().size(), present, entitled, 30);
    ChoiceTally tally = question.count(votes.ballots());
    Decision decision = Decision.of(question, tally, of(rule, base), null, bases);

    int abstention = question.abstain().indexOf(true);
    int cast = (int) votes.ballots().stream().filter(b -> !b.equals(stored(abstention))).count();
    int all =
        switch (base) {
          case CAST -> cast;
          case PRESENT -> present;
          case ENTITLED -> entitled;
          case ALL_ORGANISATIONS -> 30;
        };
    assertThat(decision.items()).hasSameSizeAs(question.abstain());
    for (int option = 0; option < question.abstain().size(); option++) {
      Requirement item = decision.items().get(option);
      if (option == abstention) {
        assertThat(item).isNull();
        continue;
      }
      int given = tally.counts().get(option);
      List<Integer> others = new ArrayList<>(tally.counts());
      others.set(option, -1);
      if (abstention >= 0) {
        others.set(abstention, -1);
      }
      boolean met =
          given > 0
              && switch (rule) {
                case SIMPLE -> given > Collections.max(others);
                case ABSOLUTE -> compare(given, all, 1, 2) > 0;
                case TWO_THIRDS -> compare(given, all, 2, 3) >= 0;
                case THREE_QUARTERS -> compare(given, all, 3, 4) >= 0;
                case FOUR_FIFTHS -> compare(given, all, 4, 5) >= 0;
                case CONSENSUS -> given >= all;
              };
      assertThat(item.votes()).isEqualTo(given);
      assertThat(item.base()).isEqualTo(all);
      assertThat(item.met()).isEqualTo(met).isEqualTo(item.votes() >= item.needed());
    }
  }

  private static int compare(int votes, int base, int numerator, int denominator) {
    return BigInteger.valueOf(votes)
        .multiply(BigInteger.valueOf(denominator))
        .compareTo(BigInteger.valueOf(base).multiply(BigInteger.valueOf(numerator)));
  }
}
