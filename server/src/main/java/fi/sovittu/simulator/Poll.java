package fi.sovittu.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * An open poll, as far as a voter needs to know it. Immutable.
 *
 * @param steps how many steps the scale has; 0 in a commitment vote
 * @param ofMunicipalities whether a municipality answers once, by who speaks for it
 */
record Poll(String id, int steps, boolean ofMunicipalities, List<String> statements) {

  /** Reads the contract's {@code Poll}. */
  static Poll of(JsonObject poll) {
    JsonObject scale = poll.getJsonObject("scale");
    JsonArray statements = poll.getJsonArray("statements");
    List<String> texts = new ArrayList<>(statements.size());
    for (int i = 0; i < statements.size(); i++) {
      texts.add(statements.getJsonObject(i).getString("text"));
    }
    return new Poll(
        poll.getString("id"),
        scale == null ? 0 : scale.getInteger("steps"),
        poll.getString("voters").equals("MUNICIPALITIES"),
        List.copyOf(texts));
  }

  boolean isCommitment() {
    return steps == 0;
  }
}
