package fi.sovittu.poll.count;

import fi.sovittu.poll.kind.BallotForm.Thumb;
import fi.sovittu.poll.kind.ChoiceQuestion;
import fi.sovittu.poll.kind.ChoiceTally;
import fi.sovittu.poll.kind.CommitmentQuestion;
import fi.sovittu.poll.kind.CommitmentTally;
import fi.sovittu.poll.kind.Question;
import fi.sovittu.poll.kind.Tally;
import fi.sovittu.poll.kind.ThumbsQuestion;
import fi.sovittu.poll.rules.Majority;
import fi.sovittu.poll.rules.MajorityBase;
import fi.sovittu.poll.rules.MajorityRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The contract's {@code Decision}: what the rules of majority and quorum make of a tally. The two
 * are told side by side: a majority is met or not whether enough have voted or not.
 *
 * @param quorum null without such a rule
 * @param items per option of a choice, one for thumbs up, or per statement of a commitment vote;
 *     null for the abstention; empty without a majority rule
 */
public record Decision(@Nullable Requirement quorum, List<@Nullable Requirement> items) {

  /**
   * Votes against what the rule asks for.
   *
   * @param needed the fewest votes that suffice
   * @param base what the rule is reckoned from
   */
  public record Requirement(int votes, int needed, int base, boolean met) {
    private static Requirement of(int votes, int needed, int base) {
      return new Requirement(votes, needed, base, votes >= needed);
    }
  }

  /**
   * What rules are reckoned from, in persons or organisations as the poll is.
   *
   * @param voted who have voted, abstentions included
   * @param present the entitled who were present at the close
   * @param municipalities all of the meeting
   */
  public record Bases(int voted, int present, int entitled, int municipalities) {}

  /** Votes for something, the most that anything else got, and all that were not abstentions. */
  private record Contest(int votes, int others, int cast) {}

  /**
   * Applies the rules.
   *
   * @param majority only for a choice, thumbs or a commitment vote
   * @param quorum how many must have voted; not SIMPLE, and not of the votes cast
   * @return null when there is no rule
   * @throws IllegalArgumentException if a rule does not go with the poll, or the tally is of
   *     another kind
   */
  public static @Nullable Decision of(
      Question question,
      Tally tally,
      @Nullable Majority majority,
      @Nullable Majority quorum,
      Bases bases) {
    if (majority == null && quorum == null) {
      return null;
    }
    List<@Nullable Requirement> items = new ArrayList<>();
    if (majority != null) {
      for (Contest contest : contests(question, tally)) {
        items.add(contest == null ? null : requirement(majority, contest, bases));
      }
    }
    return new Decision(
        quorum == null ? null : quorum(quorum, bases), Collections.unmodifiableList(items));
  }

  private static Requirement quorum(Majority rule, Bases bases) {
    if (rule.base() == MajorityBase.CAST) {
      throw new IllegalArgumentException("a quorum of the votes cast is always met");
    }
    int base = base(rule.base(), 0, bases);
    return Requirement.of(bases.voted(), rule.rule().needed(base), base);
  }

  private static Requirement requirement(Majority rule, Contest contest, Bases bases) {
    int base = base(rule.base(), contest.cast(), bases);
    int needed =
        rule.rule() == MajorityRule.SIMPLE ? contest.others() + 1 : rule.rule().needed(base);
    return Requirement.of(contest.votes(), needed, base);
  }

  private static int base(MajorityBase base, int cast, Bases bases) {
    return switch (base) {
      case CAST -> cast;
      case PRESENT -> bases.present();
      case ENTITLED -> bases.entitled();
      case ALL_ORGANISATIONS -> bases.municipalities();
    };
  }

  private static List<@Nullable Contest> contests(Question question, Tally tally) {
    if (question instanceof ChoiceQuestion choice && tally instanceof ChoiceTally counted) {
      return options(choice.abstain(), counted);
    }
    if (question instanceof ThumbsQuestion && tally instanceof ChoiceTally counted) {
      List<Integer> counts = counted.counts();
      int up = counts.get(Thumb.UP.ordinal());
      int down = counts.get(Thumb.DOWN.ordinal());
      return List.of(new Contest(up, down, up + down));
    }
    if (question instanceof CommitmentQuestion && tally instanceof CommitmentTally counted) {
      List<@Nullable Contest> contests = new ArrayList<>();
      for (CommitmentTally.Statement goal : counted.statements()) {
        int committed = goal.commits() + goal.reservations();
        contests.add(new Contest(committed, goal.declines(), committed + goal.declines()));
      }
      return contests;
    }
    throw new IllegalArgumentException("a " + question.kind() + " knows no majority");
  }

  private static List<@Nullable Contest> options(List<Boolean> abstain, ChoiceTally tally) {
    int cast = tally.ballots() - tally.abstained();
    List<@Nullable Contest> contests = new ArrayList<>();
    for (int option = 0; option < abstain.size(); option++) {
      int others = 0;
      for (int other = 0; other < abstain.size(); other++) {
        if (other != option && !abstain.get(other)) {
          others = Math.max(others, tally.counts().get(other));
        }
      }
      contests.add(
          abstain.get(option) ? null : new Contest(tally.counts().get(option), others, cast));
    }
    return contests;
  }
}
