package fi.sovittu.poll.kind;

import fi.sovittu.base.Problem;
import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.function.UnaryOperator;

/** The ballots that a count starts from. */
final class StoredBallots {
  private StoredBallots() {}

  /**
   * Refuses to go on with a damaged ballot.
   *
   * @param canonical how the ballot's answers are stored, or BALLOT_INVALID
   * @throws IllegalArgumentException if a ballot is not stored the way it would be
   */
  static void check(List<JsonArray> ballots, UnaryOperator<JsonArray> canonical) {
    for (JsonArray ballot : ballots) {
      if (!isSound(ballot, canonical)) {
        // What stands in it belongs to a voter, so it is not told.
        throw new IllegalArgumentException("a stored ballot does not fit its poll");
      }
    }
  }

  private static boolean isSound(JsonArray ballot, UnaryOperator<JsonArray> canonical) {
    try {
      return canonical.apply(ballot).equals(ballot);
    } catch (Problem e) {
      return false;
    }
  }
}
