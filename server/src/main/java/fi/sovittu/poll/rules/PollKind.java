package fi.sovittu.poll.rules;

import static fi.sovittu.poll.rules.PollKind.Trait.BY_GROUPS;
import static fi.sovittu.poll.rules.PollKind.Trait.BY_MUNICIPALITY;
import static fi.sovittu.poll.rules.PollKind.Trait.DECIDES;
import static fi.sovittu.poll.rules.PollKind.Trait.GOALS_ONLY;
import static fi.sovittu.poll.rules.PollKind.Trait.MAY_ABSTAIN;
import static fi.sovittu.poll.rules.PollKind.Trait.MODERATED;
import static fi.sovittu.poll.rules.PollKind.Trait.NAMED_ORGANISATIONS;
import static fi.sovittu.poll.rules.PollKind.Trait.PUBLISHED;
import static fi.sovittu.poll.rules.PollKind.Trait.SCALED;
import static fi.sovittu.poll.rules.PollKind.Trait.STATEMENTS;

import java.util.Set;

/**
 * What a poll asks for, and what a poll of the kind may hold; the names are those of the API and
 * the database. How it is answered and counted its question in {@code poll.kind} says.
 */
public enum PollKind {
  /** Each statement gets a step of a scale, or "can't say". */
  SCALE(0, 1, STATEMENTS, SCALED, BY_MUNICIPALITY, BY_GROUPS, PUBLISHED),
  /** One or several of the options. */
  CHOICE(
      PollLimits.MOST_OPTIONS,
      PollLimits.MOST_OPTIONS,
      MAY_ABSTAIN,
      DECIDES,
      BY_MUNICIPALITY,
      BY_GROUPS,
      PUBLISHED),
  /** Up, sideways or down: do we move this forward. */
  THUMBS(0, 1, DECIDES, BY_MUNICIPALITY, BY_GROUPS, PUBLISHED),
  /** The options in order of preference. */
  RANKING(PollLimits.MOST_RANKED, 1, BY_MUNICIPALITY, BY_GROUPS, PUBLISHED),
  /** 100 points shared among the options. */
  POINTS(PollLimits.MOST_RANKED, 1, BY_MUNICIPALITY, BY_GROUPS, PUBLISHED),
  /** Short texts in the voter's own words. Published ones would show what moderation has hidden. */
  TEXT(0, PollLimits.MOST_TEXTS, MODERATED),
  /** Short words that become a cloud. */
  WORDS(0, PollLimits.MOST_TEXTS, BY_GROUPS, PUBLISHED),
  /** An organisation's named answer to each goal. */
  COMMITMENT(0, 1, STATEMENTS, GOALS_ONLY, NAMED_ORGANISATIONS, DECIDES, BY_GROUPS);

  /** What a kind may have, or must. */
  public enum Trait {
    /** It asks about statements or goals, one at least. */
    STATEMENTS,
    /** Each of its statements is a goal. */
    GOALS_ONLY,
    /** It has a scale. */
    SCALED,
    /** One of its options may be abstaining. */
    MAY_ABSTAIN,
    /** Organisations answer it by name. */
    NAMED_ORGANISATIONS,
    /** A rule of majority may be applied to it. */
    DECIDES,
    /** It may be counted by municipalities too. */
    BY_MUNICIPALITY,
    /** Its result may be broken down by groups. */
    BY_GROUPS,
    /** Its anonymous ballots may be published. */
    PUBLISHED,
    /** What is given may be shown only after it was let through. */
    MODERATED
  }

  private final int mostOptions;
  private final int mostGiven;
  private final Set<Trait> traits;

  PollKind(int mostOptions, int mostGiven, Trait... traits) {
    this.mostOptions = mostOptions;
    this.mostGiven = mostGiven;
    this.traits = Set.of(traits);
  }

  /** How many options a poll may have, two at least; 0 for a kind without options. */
  public int mostOptions() {
    return mostOptions;
  }

  /** The most that a poll may let a voter choose or give; 1 where that is not asked. */
  public int mostGiven() {
    return mostGiven;
  }

  public boolean is(Trait trait) {
    return traits.contains(trait);
  }
}
