package fi.sovittu.day;

import fi.sovittu.poll.rules.BreakdownDimension;
import fi.sovittu.poll.rules.Majority;
import fi.sovittu.poll.rules.MajorityBase;
import fi.sovittu.poll.rules.MajorityRule;
import fi.sovittu.poll.rules.PollDraft.Rules;
import fi.sovittu.poll.rules.PollDraft.Secrecy;
import fi.sovittu.poll.rules.PollDraft.ShowResults;
import fi.sovittu.poll.rules.PollDraft.Voters;
import fi.sovittu.poll.rules.PollKind;
import fi.sovittu.poll.rules.PollLimits;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rules of a template's poll. Each has a default, and a kind is asked only for those that
 * it may have.
 */
final class TemplateRules {
  private static final Set<PollKind> DECIDING =
      EnumSet.of(PollKind.CHOICE, PollKind.THUMBS, PollKind.COMMITMENT);

  private static final Set<PollKind> COUNTED_BY_MUNICIPALITY =
      EnumSet.of(
          PollKind.SCALE, PollKind.CHOICE, PollKind.THUMBS, PollKind.RANKING, PollKind.POINTS);

  /** The texts that moderation hides stay unpublished, and commitments are named anyway. */
  private static final Set<PollKind> PUBLISHED =
      EnumSet.complementOf(EnumSet.of(PollKind.TEXT, PollKind.COMMITMENT));

  private TemplateRules() {}

  /** The rules without the groups, which have no ids yet. */
  static Rules read(TemplateFields in, PollKind kind) {
    boolean commitment = kind == PollKind.COMMITMENT;
    Secrecy secrecy =
        in.choice("secrecy", Secrecy.class, commitment ? Secrecy.NAMED : Secrecy.ANONYMOUS);
    Voters voters =
        in.choice("voters", Voters.class, commitment ? Voters.ORGANISATIONS : Voters.PERSONS);
    ShowResults both = in.choice("showResults", ShowResults.class, ShowResults.AFTER_CLOSE);
    return new Rules(
        secrecy,
        voters,
        List.of(),
        in.choice("showParticipants", ShowResults.class, both),
        in.choice("showScreen", ShowResults.class, both),
        in.optionalWhole("seconds", PollLimits.LEAST_SECONDS, PollLimits.MOST_SECONDS),
        DECIDING.contains(kind) ? in.optionalMapping("majority", TemplateRules::majority) : null,
        in.optionalMapping("quorum", TemplateRules::majority),
        COUNTED_BY_MUNICIPALITY.contains(kind) && in.flag("byMunicipality"),
        kind == PollKind.TEXT ? List.of() : in.choices("breakdowns", BreakdownDimension.class),
        PUBLISHED.contains(kind) && in.flag("publishBallots"),
        kind == PollKind.TEXT && in.flag("moderated"));
  }

  private static @Nullable Majority majority(TemplateFields in) {
    MajorityRule rule = in.choice("rule", MajorityRule.class);
    MajorityBase base = in.choice("base", MajorityBase.class);
    in.done();
    return rule == null || base == null ? null : new Majority(rule, base);
  }
}
