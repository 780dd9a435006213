package fi.sovittu.poll.kind;

import java.util.BitSet;
import java.util.List;

/** Options that a ballot names by their places, counted from 0. */
final class Places {
  private Places() {}

  /**
   * Requires 1 to {@code most} different places.
   *
   * @throws fi.sovittu.base.Problem BALLOT_INVALID with what does not fit
   */
  static BitSet check(String field, List<?> places, int options, int most) {
    if (places.isEmpty() || places.size() > most) {
      throw BallotForm.invalid(field);
    }
    BitSet seen = new BitSet(options);
    for (int i = 0; i < places.size(); i++) {
      if (!(places.get(i) instanceof Integer place)
          || place < 0
          || place >= options
          || seen.get(place)) {
        throw BallotForm.invalid(field, i);
      }
      seen.set(place);
    }
    return seen;
  }
}
