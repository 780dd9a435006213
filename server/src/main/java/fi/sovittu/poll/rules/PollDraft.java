package fi.sovittu.poll.rules;

import fi.sovittu.base.Problem;
import fi.sovittu.poll.rules.PollKind.Trait;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A poll as it is prepared: the contract's {@code PollForm}. Immutable.
 *
 * @param item the agenda item of its room that it belongs to, or null
 * @param scale of a SCALE, otherwise null
 * @param most how many options of a CHOICE one may choose, how many texts one may give; otherwise 1
 * @param statements of a SCALE and a COMMITMENT, otherwise empty
 * @param options of a CHOICE, a RANKING and POINTS, otherwise empty
 */
public record PollDraft(
    PollKind kind,
    String title,
    @Nullable UUID item,
    Rules rules,
    @Nullable Scale scale,
    int most,
    List<Statement> statements,
    List<Option> options) {

  /** Whether voter and ballot may ever be seen together. */
  public enum Secrecy {
    ANONYMOUS,
    NAMED
  }

  /** Who casts a ballot: each person, or each organisation through a representative. */
  public enum Voters {
    PERSONS,
    ORGANISATIONS
  }

  /** When an audience sees the tally. */
  public enum ShowResults {
    LIVE,
    AFTER_CLOSE,
    BY_CHAIR
  }

  /**
   * What is frozen when the poll opens; the contract's {@code PollRules}.
   *
   * @param groups whom it is limited to; empty for everybody present in the room, or all
   *     municipalities
   * @param seconds it closes by itself this long after it opened; null when it is closed by hand
   * @param byMunicipality whether a poll of persons is counted by municipalities too
   * @param publishBallots whether the ballots of an anonymous poll are published with the result
   * @param moderated whether a text is shown only after it was let through
   */
  public record Rules(
      Secrecy secrecy,
      Voters voters,
      List<UUID> groups,
      ShowResults showParticipants,
      ShowResults showScreen,
      @Nullable Integer seconds,
      @Nullable Majority majority,
      @Nullable Majority quorum,
      boolean byMunicipality,
      List<BreakdownDimension> breakdowns,
      boolean publishBallots,
      boolean moderated) {
    public Rules {
      groups = List.copyOf(groups);
      breakdowns = List.copyOf(breakdowns);
    }

    /** Rules without majority, quorum, countdown or counts by groups. */
    public static Rules plain(Secrecy secrecy, Voters voters, ShowResults show) {
      return new Rules(
          secrecy, voters, List.of(), show, show, null, null, null, false, List.of(), false, false);
    }
  }

  /**
   * @param steps 2…10
   * @param low what 1 means
   * @param high what {@code steps} means
   */
  public record Scale(int steps, String low, String high) {}

  /** A statement in its own words, or a goal in the words of one of its versions. */
  public record Statement(String text, @Nullable UUID goal, @Nullable Integer version) {}

  /**
   * @param abstain whether choosing it is abstaining
   */
  public record Option(String text, boolean abstain) {}

  public PollDraft {
    statements = List.copyOf(statements);
    options = List.copyOf(options);
  }

  /**
   * What is wrong with it, as far as it can be told without the database; empty when nothing is.
   */
  public List<Problem.Field> faults() {
    Faults faults = new Faults();
    faults.text("title", title, PollLimits.TITLE);
    statementFaults(faults);
    optionFaults(faults);
    ruleFaults(faults);
    return faults.found;
  }

  private void statementFaults(Faults faults) {
    boolean asksStatements = kind.is(Trait.STATEMENTS);
    faults.when(
        asksStatements
            ? statements.isEmpty() || statements.size() > PollLimits.MOST_STATEMENTS
            : !statements.isEmpty(),
        "statements");
    for (int i = 0; i < statements.size(); i++) {
      Statement statement = statements.get(i);
      String place = "statements[" + i + "]";
      boolean goal = statement.goal() != null;
      faults.when(goal != (statement.version() != null), place + ".version");
      faults.when(kind.is(Trait.GOALS_ONLY) && !goal, place + ".goal");
      if (!goal) {
        faults.text(place + ".text", statement.text(), PollLimits.STATEMENT_LENGTH);
      }
    }
    faults.when(kind.is(Trait.SCALED) != (scale != null), "scale");
    if (scale != null) {
      faults.when(
          scale.steps() < PollLimits.LEAST_STEPS || scale.steps() > PollLimits.MOST_STEPS,
          "scale.steps");
      faults.text("scale.low", scale.low(), PollLimits.LABEL);
      faults.text("scale.high", scale.high(), PollLimits.LABEL);
    }
  }

  private void optionFaults(Faults faults) {
    int mostOptions = kind.mostOptions();
    faults.when(options.size() > mostOptions || (mostOptions > 0 && options.size() < 2), "options");
    HashSet<String> texts = new HashSet<>();
    int abstentions = 0;
    for (int i = 0; i < options.size(); i++) {
      Option option = options.get(i);
      faults.text("options[" + i + "].text", option.text(), PollLimits.OPTION_LENGTH);
      faults.when(!texts.add(option.text().strip()), "options[" + i + "].text");
      if (option.abstain()) {
        abstentions++;
        faults.when(!kind.is(Trait.MAY_ABSTAIN) || abstentions > 1, "options[" + i + "].abstain");
      }
    }
    boolean ofOptions = mostOptions > 0 && kind.mostGiven() > 1;
    int mostOfMost = ofOptions ? Math.max(1, options.size()) : kind.mostGiven();
    faults.when(most < 1 || most > mostOfMost, "most");
  }

  private void ruleFaults(Faults faults) {
    boolean named = rules.secrecy() == Secrecy.NAMED;
    boolean persons = rules.voters() == Voters.PERSONS;
    faults.when(kind.is(Trait.NAMED_ORGANISATIONS) && !named, "rules.secrecy");
    faults.when(kind.is(Trait.NAMED_ORGANISATIONS) && persons, "rules.voters");
    faults.when(
        rules.groups().size() > PollLimits.GROUPS
            || new HashSet<>(rules.groups()).size() < rules.groups().size(),
        "rules.groups");
    Integer seconds = rules.seconds();
    faults.when(
        seconds != null
            && (seconds < PollLimits.LEAST_SECONDS || seconds > PollLimits.MOST_SECONDS),
        "rules.seconds");
    faults.when(rules.majority() != null && !kind.is(Trait.DECIDES), "rules.majority");
    Majority quorum = rules.quorum();
    faults.when(
        quorum != null
            && (quorum.rule() == MajorityRule.SIMPLE || quorum.base() == MajorityBase.CAST),
        "rules.quorum");
    faults.when(
        rules.byMunicipality() && (!persons || !kind.is(Trait.BY_MUNICIPALITY)),
        "rules.byMunicipality");
    // Together with the counts by groups, the municipalities' even weights could single out a
    // ballot.
    faults.when(
        rules.byMunicipality() && !named && !rules.breakdowns().isEmpty(), "rules.byMunicipality");
    faults.when(
        (!rules.breakdowns().isEmpty() && !kind.is(Trait.BY_GROUPS))
            || new HashSet<>(rules.breakdowns()).size() < rules.breakdowns().size(),
        "rules.breakdowns");
    faults.when(
        rules.publishBallots() && (named || !kind.is(Trait.PUBLISHED)), "rules.publishBallots");
    faults.when(rules.moderated() && !kind.is(Trait.MODERATED), "rules.moderated");
  }

  private static final class Faults {
    private final List<Problem.Field> found = new ArrayList<>();

    void when(boolean wrong, String place) {
      if (wrong) {
        found.add(new Problem.Field(place, "does not fit"));
      }
    }

    void text(String place, String text, int most) {
      when(
          text.isBlank() || text.codePointCount(0, text.length()) > most || text.indexOf('\0') >= 0,
          place);
    }
  }
}
