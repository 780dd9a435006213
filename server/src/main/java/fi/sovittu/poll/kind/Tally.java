package fi.sovittu.poll.kind;

import com.fasterxml.jackson.annotation.JsonProperty;
import fi.sovittu.poll.rules.PollKind;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /**
   * The exact mean of each statement or option, or the share of ballots that chose it; null where
   * nobody gave an answer.
   *
   * @throws IllegalArgumentException if the kind has none
   */
  default List<@Nullable Fraction> means() {
    throw new IllegalArgumentException("a " + kind() + " is not counted by municipalities");
  }

  /** Reads the contract's JSON back. */
  static Tally of(JsonObject json) {
    PollKind kind = PollKind.valueOf(json.getString("kind"));
    JsonObject parts = json.copy();
    // The class says it.
    parts.remove("kind");
    return switch (kind) {
      case SCALE -> parts.mapTo(ScaleTally.class);
      case CHOICE, THUMBS -> ChoiceTally.of(kind, parts);
      case RANKING -> parts.mapTo(RankingTally.class);
      case POINTS -> parts.mapTo(PointsTally.class);
      case TEXT -> parts.mapTo(TextTally.class);
      case WORDS -> parts.mapTo(WordsTally.class);
      case COMMITMENT -> parts.mapTo(CommitmentTally.class);
    };
  }
}
