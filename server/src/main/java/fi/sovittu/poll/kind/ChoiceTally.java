package fi.sovittu.poll.kind;

import com.fasterxml.jackson.annotation.JsonIgnore;
import fi.sovittu.poll.rules.PollKind;
import java.util.Arrays;
import java.util.List;

/**
 * How many ballots chose each option.
 *
 * @param kind CHOICE or THUMBS
 * @param counts per option; of thumbs up, sideways, down
 * @param abstained ballots that chose nothing but abstaining
 */
public record ChoiceTally(
    @Override PollKind kind, int ballots, List<Integer> counts, @JsonIgnore int abstained)
    implements Tally {

  public static ChoiceTally of(PollKind kind, int ballots, int[] counts, int abstained) {
    return new ChoiceTally(kind, ballots, Arrays.stream(counts).boxed().toList(), abstained);
  }
}
