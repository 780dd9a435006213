package fi.sovittu.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An open poll, as far as a voter needs to know it. Immutable.
 *
 * @param anonymous whether a ballot goes under a key and not under a name
 * @param ofOrganisations whether an organisation answers once, by who speaks for it
 * @param groups the ids of the groups that it is limited to; none for no limit
 * @param steps how many steps the scale has; 0 where there is no scale
 * @param most how many options or texts one may give
 */
record Poll(
    String id,
    Kind kind,
    boolean anonymous,
    boolean ofOrganisations,
    Set<String> groups,
    int steps,
    int most,
    List<String> statements,
    List<Option> options) {

  /** The names are those of the API. */
  enum Kind {
    SCALE,
    CHOICE,
    THUMBS,
    RANKING,
    POINTS,
    TEXT,
    WORDS,
    COMMITMENT
  }

  /**
   * @param abstain whether choosing it is abstaining
   */
  record Option(String text, boolean abstain) {}

  /** Reads the contract's {@code Poll}. */
  static Poll of(JsonObject poll) {
    JsonObject rules = poll.getJsonObject("rules");
    JsonObject scale = poll.getJsonObject("scale");
    Set<String> groups = new HashSet<>();
    rules.getJsonArray("groups").forEach(group -> groups.add((String) group));
    return new Poll(
        poll.getString("id"),
        Kind.valueOf(poll.getString("kind")),
        rules.getString("secrecy").equals("ANONYMOUS"),
        rules.getString("voters").equals("ORGANISATIONS"),
        Set.copyOf(groups),
        scale == null ? 0 : scale.getInteger("steps"),
        poll.getInteger("most"),
        statements(poll.getJsonArray("statements")),
        options(poll.getJsonArray("options")));
  }

  private static List<String> statements(JsonArray statements) {
    List<String> texts = new ArrayList<>(statements.size());
    for (int i = 0; i < statements.size(); i++) {
      texts.add(statements.getJsonObject(i).getString("text"));
    }
    return List.copyOf(texts);
  }

  private static List<Option> options(JsonArray options) {
    List<Option> list = new ArrayList<>(options.size());
    for (int i = 0; i < options.size(); i++) {
      JsonObject option = options.getJsonObject(i);
      list.add(new Option(option.getString("text"), option.getBoolean("abstain")));
    }
    return List.copyOf(list);
  }

  /** Whether those who may vote can do so in whatever room they are. */
  boolean isAnywhere() {
    return ofOrganisations || !groups.isEmpty();
  }

  /** Whether a person of the organisation may vote, or speak for it. */
  boolean isFor(Meeting.Organisation organisation, Meeting meeting) {
    return groups.isEmpty()
        ? !ofOrganisations || organisation.isMunicipality()
        : groups.stream().anyMatch(group -> meeting.belongs(organisation, group));
  }
}
