package fi.sovittu.poll.ballot;

import fi.sovittu.base.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What {@link CastStatement} says of a ballot.
 *
 * @param open whether the poll is open
 * @param accepted whether the rules allow the ballot
 * @param written whether it was written; another node may have been quicker
 * @param refusal why it is not accepted; null for one that is
 * @param stored the voter's ballot that is stored already, of one that is not accepted; else null
 */
record Verdict(
    boolean open,
    boolean accepted,
    boolean written,
    Problem.@Nullable Code refusal,
    @Nullable Stored stored) {
  /**
   * A stored ballot.
   *
   * @param own whether it is the voter's own; false when the key is another person's
   * @param sealed null in a named poll
   * @param participant who cast it, and {@code answers} what; null in an anonymous poll
   */
  record Stored(
      int revision,
      boolean own,
      @Nullable Buffer sealed,
      @Nullable UUID participant,
      @Nullable JsonArray answers) {}

  /** Whether this very ballot is stored already. */
  boolean isRepeatOf(Cast cast) {
    if (stored == null || stored.revision() != cast.revision() || !stored.own()) {
      return false;
    }
    Cast.Sealing sealing = cast.sealing();
    return stored.sealed() == null || sealing == null
        ? cast.participant().equals(stored.participant()) && cast.answers().equals(stored.answers())
        : cast.isSealedIn(sealing, stored.sealed());
  }
}
