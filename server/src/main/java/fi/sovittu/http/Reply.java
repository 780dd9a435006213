package fi.sovittu.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operation answers. Immutable.
 *
 * @param headers in order; more than one {@code Set-Cookie} may be among them
 */
public record Reply(int status, @Nullable Buffer body, List<Map.Entry<String, String>> headers) {
  public static Reply noContent() {
    return new Reply(204, null, List.of());
  }

  /** The value written by Jackson. */
  public static Reply json(int status, Object value) {
    return json(status, Json.encodeToBuffer(value));
  }

  /** JSON that is encoded already. */
  public static Reply json(int status, Buffer encoded) {
    return new Reply(
        status,
        encoded,
        List.of(
            Map.entry("Content-Type", "application/json"), Map.entry("Cache-Control", "no-store")));
  }

  /** Bytes of another media type. */
  public static Reply bytes(Buffer body, String mediaType) {
    return new Reply(200, body, List.of(Map.entry("Content-Type", mediaType)));
  }

  public Reply withHeader(String name, String value) {
    List<Map.Entry<String, String>> more = new ArrayList<>(headers);
    more.add(Map.entry(name, value));
    return new Reply(status, body, List.copyOf(more));
  }
}
