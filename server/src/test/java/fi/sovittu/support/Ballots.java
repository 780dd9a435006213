package fi.sovittu.support;

import fi.sovittu.base.Tokens;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The contract's {@code Ballot}, as phones make it. */
public final class Ballots {
  private Ballots() {}

  /** A fresh ballot key, or a key to join with. */
  public static String key() {
    return Tokens.random();
  }

  /** Null answers are "can't say". */
  public static JsonObject scale(String key, int revision, Integer... answers) {
    JsonArray scale = new JsonArray();
    for (Integer answer : answers) {
      scale.add(answer);
    }
    return new JsonObject().put("revision", revision).put("key", key).put("scale", scale);
  }

  /** Answers without reservations. */
  public static JsonObject commitment(int revision, String... answers) {
    JsonArray list = new JsonArray();
    for (String answer : answers) {
      list.add(answer(answer, null));
    }
    return new JsonObject().put("revision", revision).put("commitment", list);
  }

  public static JsonObject commitment(int revision, JsonObject... answers) {
    JsonArray list = new JsonArray();
    for (JsonObject answer : answers) {
      list.add(answer);
    }
    return new JsonObject().put("revision", revision).put("commitment", list);
  }

  public static JsonObject answer(String answer, String reservation) {
    JsonObject json = new JsonObject().put("answer", answer);
    return reservation == null ? json : json.put("reservation", reservation);
  }
}
