package fi.sovittu.poll.count;

import fi.sovittu.poll.kind.Contest;
import fi.sovittu.poll.kind.Question;
import fi.sovittu.poll.kind.Tally;
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
      for (Contest contest : question.contests(tally)) {
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
}
