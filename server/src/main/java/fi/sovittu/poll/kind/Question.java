package fi.sovittu.poll.kind;

import fi.sovittu.base.Problem;
import fi.sovittu.poll.rules.PollKind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a poll asks: which ballots fit, how their answers are stored, and how they are counted.
 * Stored answers are a JSON array in one form only, so that equal ballots are equal texts.
 * Immutable.
 */
public sealed interface Question
    permits ScaleQuestion,
        ChoiceQuestion,
        ThumbsQuestion,
        RankingQuestion,
        PointsQuestion,
        TextQuestion,
        WordsQuestion,
        CommitmentQuestion {

  /**
   * What a poll asks.
   *
   * @param statements how many there are of a SCALE or a COMMITMENT
   * @param steps of a SCALE
   * @param most how many options of a CHOICE one may choose, how many texts one may give
   * @param abstain for each option of a CHOICE, a RANKING or POINTS, whether choosing it is
   *     abstaining
   */
  static Question of(PollKind kind, int statements, int steps, int most, List<Boolean> abstain) {
    return switch (kind) {
      case SCALE -> new ScaleQuestion(statements, steps);
      case CHOICE -> new ChoiceQuestion(abstain, most);
      case THUMBS -> new ThumbsQuestion();
      case RANKING -> new RankingQuestion(abstain.size());
      case POINTS -> new PointsQuestion(abstain.size());
      case TEXT -> new TextQuestion(most);
      case WORDS -> new WordsQuestion(most);
      case COMMITMENT -> new CommitmentQuestion(statements);
    };
  }

  PollKind kind();

  /**
   * The answers as they are stored.
   *
   * @throws Problem BALLOT_INVALID with the part that does not fit: the property of the poll's kind
   *     when it is missing or not alone, else its value such as {@code scale[2]}
   */
  JsonArray answers(BallotForm form);

  /**
   * Counts stored ballots; their order does not matter.
   *
   * @throws IllegalArgumentException if a ballot is not as {@link #answers} makes them: it was
   *     never accepted, so the data is damaged and no count may be given
   */
  Tally count(List<JsonArray> ballots);

  /**
   * Counts the stored ballots of a named poll by voter; only a kind that tells who gave what counts
   * them otherwise than {@link #count}.
   *
   * @param entitled all who may vote
   * @param ballots in the order to show them
   * @throws IllegalArgumentException as {@link #count}
   */
  default Tally countNamed(int entitled, Map<UUID, JsonArray> ballots) {
    return count(List.copyOf(ballots.values()));
  }

  /**
   * What a rule of majority is applied to, in the order of what was asked; null for an abstention.
   *
   * @throws IllegalArgumentException if the kind knows no majority, or the tally is of another kind
   */
  default List<@Nullable Contest> contests(Tally tally) {
    throw new IllegalArgumentException("a " + kind() + " knows no majority");
  }

  /**
   * Whether a ballot chooses one of the counts of its {@link ChoiceTally}, so that a municipality
   * leans to what most of its ballots chose.
   */
  default boolean choosesOne() {
    return false;
  }

  /** Writes stored answers as the property of the contract's {@code Ballot}. */
  void put(JsonObject ballot, JsonArray answers);

  /**
   * The most bytes that stored answers take as JSON, {@link JsonArray#encode} in UTF-8; made as
   * long as this, all ballots of a poll look the same from outside.
   */
  int paddedBytes();
}
