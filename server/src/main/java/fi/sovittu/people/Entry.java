package fi.sovittu.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person with what has become of them.
 *
 * @param walkIn whether the person joined by the code
 * @param linkGeneration of the personal link; null when there is none
 * @param linkOff whether the link is revoked
 * @param mergedInto the entry that took over all that was this one's
 * @param channel how the person is present now; null when absent
 * @param substitutes whose place the person has now
 * @param substitutedBy who has this person's place now
 */
record Entry(
    Participant participant,
    boolean walkIn,
    @Nullable Integer linkGeneration,
    boolean linkOff,
    @Nullable UUID mergedInto,
    @Nullable String channel,
    @Nullable UUID substitutes,
    @Nullable UUID substitutedBy) {

  UUID id() {
    return participant.id();
  }
}
