package fi.sovittu.records;

import io.vertx.core.json.JsonArray;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A counted ballot. Immutable.
 *
 * @param name the receipt of an anonymous one, the voter's id of a named one
 * @param answers as they are stored
 * @param voter who gave it; null for an anonymous one
 */
record CastBallot(UUID poll, String name, JsonArray answers, @Nullable Voter voter) {
  /**
   * @param person the representative in a poll of organisations
   * @param enteredBy who entered it for a person without a phone, or null
   */
  record Voter(
      String participant,
      @Nullable String organisation,
      String channel,
      OffsetDateTime castAt,
      @Nullable String enteredBy) {}
}
