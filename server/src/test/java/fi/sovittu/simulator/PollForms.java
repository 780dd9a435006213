package fi.sovittu.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The contract's {@code PollForm}, of every kind. */
final class PollForms {
  private PollForms() {}

  /** A poll with a live result and no other rules. */
  static JsonObject of(Poll.Kind kind, String secrecy, String voters) {
    JsonArray statements = new JsonArray();
    JsonArray options = new JsonArray();
    int most = 1;
    JsonObject scale = null;
    switch (kind) {
      case SCALE -> {
        scale = new JsonObject().put("steps", 4).put("low", "eri").put("high", "sama");
        statements.add(
            new JsonObject().put("text", "Kyydit toimivat").putNull("goal").putNull("version"));
      }
      case CHOICE -> {
        most = 2;
        options.add(option("Kyllä", false)).add(option("Ei", false)).add(option("Tyhjää", true));
      }
      case RANKING, POINTS ->
          options
              .add(option("Kyydit", false))
              .add(option("Kerhot", false))
              .add(option("Tieto", false));
      case TEXT, WORDS -> most = 3;
      case THUMBS, COMMITMENT -> {}
    }
    return new JsonObject()
        .put("kind", kind.name())
        .put("title", kind + " " + secrecy + " " + voters)
        .putNull("item")
        .put("rules", rules(secrecy, voters))
        .put("scale", scale)
        .put("most", most)
        .put("statements", statements)
        .put("options", options);
  }

  private static JsonObject option(String text, boolean abstain) {
    return new JsonObject().put("text", text).put("abstain", abstain);
  }

  private static JsonObject rules(String secrecy, String voters) {
    return new JsonObject()
        .put("secrecy", secrecy)
        .put("voters", voters)
        .put("groups", new JsonArray())
        .put("showParticipants", "LIVE")
        .put("showScreen", "LIVE")
        .putNull("seconds")
        .putNull("majority")
        .putNull("quorum")
        .put("byMunicipality", false)
        .put("breakdowns", new JsonArray())
        .put("publishBallots", false)
        .put("moderated", false);
  }
}
