package fi.sovittu.live;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * A section as it was read once, the contract's {@code Section}, with its JSON, which goes to all
 * as it is. Not to be changed.
 */
public record State(JsonObject value, Buffer json) {
  State(JsonObject value) {
    this(value, value.toBuffer());
  }
}
