package fi.sovittu.support;

import fi.sovittu.base.Tokens;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;

/** The contract's {@code Ballot}, as phones make it. */
public final class Ballots {
  private Ballots() {}

  /** A fresh ballot key, or a key to join with. */
  public static String key() {
    return Tokens.random();
  }

  /** The code under which an anonymous ballot is counted: the key's hash, five bits a letter. */
  public static String receipt(String key) {
    byte[] hash = Tokens.sha256("receipt:" + key);
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      code.append("ABCDEFGHJKLMNPQRSTUVWXYZ23456789".charAt(hash[i] & 31));
    }
    return code.toString();
  }

  /**
   * A ballot of any poll.
   *
   * @param key null in a named poll
   * @param property the one of the poll's kind
   */
  public static JsonObject of(String key, int revision, String property, Object answers) {
    JsonObject ballot = new JsonObject().put("revision", revision).put(property, answers);
    return key == null ? ballot : ballot.put("key", key);
  }

  /** Null answers are "can't say". */
  public static JsonObject scale(String key, int revision, Integer... answers) {
    return of(key, revision, "scale", new JsonArray(Arrays.asList(answers)));
  }

  public static JsonObject choice(String key, int revision, Integer... places) {
    return of(key, revision, "choice", new JsonArray(Arrays.asList(places)));
  }

  public static JsonObject thumb(String key, int revision, String thumb) {
    return of(key, revision, "thumb", thumb);
  }

  public static JsonObject texts(String key, int revision, String... texts) {
    return of(key, revision, "texts", new JsonArray(Arrays.asList(texts)));
  }

  /** Answers without reservations. */
  public static JsonObject commitment(int revision, String... answers) {
    JsonArray list = new JsonArray();
    for (String answer : answers) {
      list.add(answer(answer, null));
    }
    return of(null, revision, "commitment", list);
  }

  public static JsonObject commitment(int revision, JsonObject... answers) {
    return of(null, revision, "commitment", new JsonArray(Arrays.asList(answers)));
  }

  public static JsonObject answer(String answer, String reservation) {
    JsonObject json = new JsonObject().put("answer", answer);
    return reservation == null ? json : json.put("reservation", reservation);
  }
}
