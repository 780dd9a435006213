package fi.sovittu.poll.kind;

import com.fasterxml.jackson.annotation.JsonIgnore;
import fi.sovittu.poll.rules.PollKind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /** Reads one back. How many abstained is not told, and no figure needs it. */
  static ChoiceTally of(PollKind kind, JsonObject parts) {
    JsonArray stored = parts.getJsonArray("counts");
    List<Integer> counts = new ArrayList<>(stored.size());
    for (int i = 0; i < stored.size(); i++) {
      counts.add(stored.getInteger(i));
    }
    return new ChoiceTally(kind, parts.getInteger("ballots"), counts, 0);
  }

  @Override
  public List<@Nullable Fraction> means() {
    List<@Nullable Fraction> means = new ArrayList<>();
    counts.forEach(count -> means.add(Fraction.mean(count, ballots)));
    return means;
  }
}
