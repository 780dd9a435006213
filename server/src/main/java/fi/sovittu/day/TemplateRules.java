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
import fi.sovittu.poll.rules.PollKind.Trait;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rules of a template's poll. Each has a default, and a kind is asked only for those that
 * it may have.
 */
final class TemplateRules {
  private TemplateRules() {}

  /** The rules without the groups, which have no ids yet. */
  static Rules read(TemplateFields in, PollKind kind) {
    boolean commitment = kind.is(Trait.NAMED_ORGANISATIONS);
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
        in.optionalWhole("seconds"),
        kind.is(Trait.DECIDES) ? in.optionalMapping("majority", TemplateRules::majority) : null,
        in.optionalMapping("quorum", TemplateRules::majority),
        kind.is(Trait.BY_MUNICIPALITY) && in.flag("byMunicipality"),
        kind.is(Trait.BY_GROUPS) ? in.choices("breakdowns", BreakdownDimension.class) : List.of(),
        kind.is(Trait.PUBLISHED) && in.flag("publishBallots"),
        kind.is(Trait.MODERATED) && in.flag("moderated"));
  }

  private static @Nullable Majority majority(TemplateFields in) {
    MajorityRule rule = in.choice("rule", MajorityRule.class);
    MajorityBase base = in.choice("base", MajorityBase.class);
    return rule == null || base == null ? null : new Majority(rule, base);
  }
}
