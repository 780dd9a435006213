package fi.sovittu.live;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;

/**
 * A section as it was read once. Not to be changed.
 *
 * @param data what its reader gave
 * @param json the contract's {@code Section}, which goes to all as it is
 */
public record State(long revision, Object data, Buffer json) {
  /** Encodes the data, once for all who will hear it. */
  static State of(SectionKey key, long revision, Object data) {
    Buffer json =
        Buffer.buffer("{\"section\":\"" + key.name().text())
            .appendString("\",\"scope\":\"" + key.scope())
            .appendString("\",\"revision\":" + revision)
            .appendString(",\"data\":")
            .appendBuffer(Json.encodeToBuffer(data))
            .appendString("}");
    return new State(revision, data, json);
  }
}
