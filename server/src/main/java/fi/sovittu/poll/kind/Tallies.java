package fi.sovittu.poll.kind;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a live section shows of polls' results, for those below it who ask what is shown now. */
public interface Tallies {
  /**
   * @return a {@link Tally}, or its JSON as it was frozen; null where none is shown
   */
  @Nullable Object tallyOf(UUID poll);
}
