package fi.sovittu.poll.kind;

import com.fasterxml.jackson.annotation.JsonProperty;
import fi.sovittu.poll.rules.PollKind;

/** The contract's {@code Tally}: the count of a poll's ballots, by the poll's kind. Immutable. */
public sealed interface Tally
    permits ScaleTally,
        ChoiceTally,
        RankingTally,
        PointsTally,
        TextTally,
        WordsTally,
        CommitmentTally {

  @JsonProperty
  PollKind kind();

  /** How many ballots are counted. */
  int ballots();
}
