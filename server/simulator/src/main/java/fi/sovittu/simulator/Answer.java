package fi.sovittu.simulator;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What the service answered. Immutable.
 *
 * @param body empty when the answer had none
 * @param cookie the {@code name=value} that was set, if any
 */
record Answer(int status, JsonObject body, @Nullable String cookie) {
  boolean ok() {
    return status / 100 == 2;
  }

  /** The problem's stable code, or the status where there is none. */
  String code() {
    return body.getString("code", "HTTP " + status);
  }
}
