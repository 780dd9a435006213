package fi.sovittu.poll;

import fi.sovittu.base.Problem;
import io.vertx.core.json.JsonArray;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The contract's {@code Ballot}: one property of {@code scale} and {@code commitment} is given, by
 * the poll's kind.
 *
 * @param revision counts this ballot's versions on the phone
 * @param key the ballot key of an anonymous poll
 */
record BallotForm(
    int revision,
    @Nullable String key,
    @Nullable List<@Nullable Integer> scale,
    @Nullable List<Answer> commitment) {

  /** One municipality's answer to one goal set. */
  record Answer(Commitment answer, @Nullable String reservation) {}

  /** The names are those of the API and the database. */
  enum Commitment {
    COMMITS,
    RESERVATION,
    DECLINES
  }

  /**
   * The answers of a scale ballot.
   *
   * @throws Problem BALLOT_INVALID with the places when they do not fit the poll
   */
  JsonArray scaleAnswers(int statements, int steps) {
    if (scale == null || key == null || commitment != null) {
      throw invalid("scale");
    }
    if (scale.size() != statements) {
      throw invalid("scale");
    }
    JsonArray answers = new JsonArray();
    for (int i = 0; i < scale.size(); i++) {
      Integer value = scale.get(i);
      if (value != null && (value < 1 || value > steps)) {
        throw invalid("scale[" + i + "]");
      }
      answers.add(value);
    }
    return answers;
  }

  /**
   * The answers of a commitment ballot, reservations without surrounding space.
   *
   * @throws Problem BALLOT_INVALID with the places when they do not fit the poll
   */
  List<Answer> commitmentAnswers(int statements) {
    if (commitment == null || scale != null || key != null || commitment.size() != statements) {
      throw invalid("commitment");
    }
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < commitment.size(); i++) {
      Answer answer = commitment.get(i);
      String text = answer.reservation() == null ? "" : answer.reservation().strip();
      boolean reserved = answer.answer() == Commitment.RESERVATION;
      if (reserved == text.isEmpty()) {
        throw invalid("commitment[" + i + "].reservation");
      }
      answers.add(new Answer(answer.answer(), reserved ? text : null));
    }
    return List.copyOf(answers);
  }

  private static Problem invalid(String field) {
    return Problem.withFields(
        Problem.Code.BALLOT_INVALID, List.of(new Problem.Field(field, "does not fit the poll")));
  }
}
