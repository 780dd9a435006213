package fi.sovittu.poll.kind;

import fi.sovittu.base.Problem;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The contract's {@code Ballot}: one property of the answers is given, by the poll's kind. What
 * fits a poll its {@link Question} says.
 *
 * @param revision counts this ballot's versions on the phone
 * @param key the ballot key of an anonymous poll
 */
public record BallotForm(
    int revision,
    @Nullable String key,
    @Nullable List<@Nullable Integer> scale,
    @Nullable List<Integer> choice,
    @Nullable Thumb thumb,
    @Nullable List<Integer> ranking,
    @Nullable List<Integer> points,
    @Nullable List<String> texts,
    @Nullable List<String> words,
    @Nullable List<Answer> commitment) {

  /** The names are those of the API and the database. */
  public enum Thumb {
    UP,
    SIDEWAYS,
    DOWN
  }

  /** One organisation's answer to one goal. */
  public record Answer(Commitment answer, @Nullable String reservation) {}

  /** The names are those of the API and the database. */
  public enum Commitment {
    COMMITS,
    RESERVATION,
    DECLINES
  }

  /**
   * The given answers, which must be the only ones.
   *
   * @param field the property's name
   * @param answers its value
   * @throws Problem BALLOT_INVALID when they are missing, or others are given too
   */
  <T> T only(String field, @Nullable T answers) {
    long given =
        Stream.of(scale, choice, thumb, ranking, points, texts, words, commitment)
            .filter(Objects::nonNull)
            .count();
    if (answers == null || given != 1) {
      throw invalid(field);
    }
    return answers;
  }

  /** BALLOT_INVALID for the part of the ballot that does not fit the poll. */
  static Problem invalid(String field) {
    return Problem.withFields(
        Problem.Code.BALLOT_INVALID, List.of(new Problem.Field(field, "does not fit the poll")));
  }

  /** BALLOT_INVALID for one of several values, counted from 0. */
  static Problem invalid(String field, int at) {
    return invalid(field + "[" + at + "]");
  }
}
