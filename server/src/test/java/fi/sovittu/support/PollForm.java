package fi.sovittu.support;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * The contract's {@code PollForm}, as the chair's page makes it: an anonymous poll of persons,
 * shown after the close, unless it is changed.
 */
public final class PollForm {
  private final JsonObject form;

  private PollForm(String kind, int most) {
    form =
        new JsonObject()
            .put("kind", kind)
            .put("title", "Kysymys")
            .put("item", null)
            .put(
                "rules",
                new JsonObject()
                    .put("secrecy", "ANONYMOUS")
                    .put("voters", "PERSONS")
                    .put("groups", new JsonArray())
                    .put("showParticipants", "AFTER_CLOSE")
                    .put("showScreen", "AFTER_CLOSE")
                    .put("seconds", null)
                    .put("majority", null)
                    .put("quorum", null)
                    .put("byMunicipality", false)
                    .put("breakdowns", new JsonArray())
                    .put("publishBallots", false)
                    .put("moderated", false))
            .put("scale", null)
            .put("most", most)
            .put("statements", new JsonArray())
            .put("options", new JsonArray());
  }

  public static PollForm scale(int steps, String... statements) {
    PollForm form = new PollForm("SCALE", 1);
    form.form.put(
        "scale", new JsonObject().put("steps", steps).put("low", "ei").put("high", "kyllä"));
    Arrays.stream(statements).forEach(text -> form.statements().add(statement(text, null, null)));
    return form;
  }

  /** The question of {@link Hall#AFTER_CLOSE}. */
  public static PollForm scale() {
    return scale(5, "Yksi", "Kaksi", "Kolme");
  }

  /** A scale on goals, in their first version. */
  public static PollForm scaleOn(UUID... goals) {
    PollForm form = scale(5);
    Arrays.stream(goals).forEach(goal -> form.statements().add(statement("", goal, 1)));
    return form;
  }

  /**
   * One or several of the options.
   *
   * @param options the one called "tyhjä" is the abstention
   */
  public static PollForm choice(int most, String... options) {
    return of("CHOICE", most, options);
  }

  public static PollForm thumbs() {
    return of("THUMBS", 1);
  }

  public static PollForm ranking(String... options) {
    return of("RANKING", 1, options);
  }

  public static PollForm points(String... options) {
    return of("POINTS", 1, options);
  }

  public static PollForm text(int most) {
    return of("TEXT", most);
  }

  public static PollForm words(int most) {
    return of("WORDS", most);
  }

  /** A commitment vote on goals, in their first version. */
  public static PollForm commitment(UUID... goals) {
    PollForm form = new PollForm("COMMITMENT", 1).named().ofOrganisations();
    Arrays.stream(goals).forEach(goal -> form.statements().add(statement("", goal, 1)));
    return form;
  }

  private static PollForm of(String kind, int most, String... options) {
    PollForm form = new PollForm(kind, most);
    for (String option : options) {
      form.form
          .getJsonArray("options")
          .add(new JsonObject().put("text", option).put("abstain", option.equals("tyhjä")));
    }
    return form;
  }

  /** The contract's statement; a goal is asked in the words of its version. */
  public static JsonObject statement(String text, UUID goal, Integer version) {
    return new JsonObject()
        .put("text", text)
        .put("goal", goal == null ? null : goal.toString())
        .put("version", version);
  }

  public JsonArray statements() {
    return form.getJsonArray("statements");
  }

  public PollForm titled(String title) {
    return with("title", title);
  }

  public PollForm named() {
    return rule("secrecy", "NAMED");
  }

  public PollForm ofOrganisations() {
    return rule("voters", "ORGANISATIONS");
  }

  public PollForm of(UUID... groups) {
    return rule("groups", new JsonArray(Arrays.stream(groups).map(UUID::toString).toList()));
  }

  /** When participants and screens see the tally. */
  public PollForm shown(String participants, String screen) {
    return rule("showParticipants", participants).rule("showScreen", screen);
  }

  public PollForm shown(String both) {
    return shown(both, both);
  }

  public PollForm seconds(int seconds) {
    return rule("seconds", seconds);
  }

  public PollForm majority(String rule, String base) {
    return rule("majority", new JsonObject().put("rule", rule).put("base", base));
  }

  public PollForm quorum(String rule, String base) {
    return rule("quorum", new JsonObject().put("rule", rule).put("base", base));
  }

  public PollForm byMunicipality() {
    return rule("byMunicipality", true);
  }

  public PollForm brokenDownBy(String... dimensions) {
    return rule("breakdowns", new JsonArray(List.of(dimensions)));
  }

  public PollForm published() {
    return rule("publishBallots", true);
  }

  public PollForm moderated() {
    return rule("moderated", true);
  }

  /** Changes a rule to anything. */
  public PollForm rule(String name, Object value) {
    form.getJsonObject("rules").put(name, value);
    return this;
  }

  /** Changes a property to anything. */
  public PollForm with(String name, Object value) {
    form.put(name, value);
    return this;
  }

  /** The form as it is sent. */
  public JsonObject json() {
    return form.copy();
  }

  /** The contract's {@code NewPoll}. */
  public JsonObject wish(UUID key, boolean open) {
    return new JsonObject().put("key", key.toString()).put("open", open).put("poll", json());
  }
}
