package fi.sovittu.records;

import fi.sovittu.poll.kind.ChoiceTally;
import fi.sovittu.poll.kind.CommitmentTally;
import fi.sovittu.poll.kind.PointsTally;
import fi.sovittu.poll.kind.RankingTally;
import fi.sovittu.poll.kind.ScaleTally;
import fi.sovittu.poll.kind.Tally;
import fi.sovittu.poll.kind.TextTally;
import fi.sovittu.poll.kind.WordsTally;
import fi.sovittu.poll.rules.PollKind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Reads the contract's {@code Tally} back from its JSON. */
final class StoredTally {
  private static final String KIND = "kind";

  private StoredTally() {}

  static Tally of(JsonObject json) {
    PollKind kind = PollKind.valueOf(json.getString(KIND));
    JsonObject parts = json.copy();
    // The class says it.
    parts.remove(KIND);
    return switch (kind) {
      case SCALE -> parts.mapTo(ScaleTally.class);
      case CHOICE, THUMBS -> choice(kind, parts);
      case RANKING -> parts.mapTo(RankingTally.class);
      case POINTS -> parts.mapTo(PointsTally.class);
      case TEXT -> parts.mapTo(TextTally.class);
      case WORDS -> parts.mapTo(WordsTally.class);
      case COMMITMENT -> parts.mapTo(CommitmentTally.class);
    };
  }

  /** How many abstained is not told, and no figure needs it. */
  private static ChoiceTally choice(PollKind kind, JsonObject parts) {
    JsonArray stored = parts.getJsonArray("counts");
    List<Integer> counts = new ArrayList<>(stored.size());
    for (int i = 0; i < stored.size(); i++) {
      counts.add(stored.getInteger(i));
    }
    return new ChoiceTally(kind, parts.getInteger("ballots"), counts, 0);
  }
}
