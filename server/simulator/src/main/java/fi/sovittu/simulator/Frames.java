package fi.sovittu.simulator;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the bridge sends. Everyone in a room is sent the same bytes, so they are read once and
 * what they say is shared: else thousands of people would do nothing but parse. Event loop only.
 */
final class Frames {
  /** More different frames than this are hardly on their way at the same time. */
  static final int REMEMBERED = 64;

  /**
   * One message of the bridge. Neither is there in the beat.
   *
   * @param error what the bridge refused
   */
  record Frame(@Nullable Section section, @Nullable String error) {}

  private final Map<Buffer, Frame> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Buffer, Frame> eldest) {
          return size() > REMEMBERED;
        }
      };

  Frame read(Buffer frame) {
    return known.computeIfAbsent(frame, Frames::parse);
  }

  private static Frame parse(Buffer frame) {
    JsonObject message = new JsonObject(frame);
    return switch (message.getString("type", "")) {
      case "rec" ->
          message.getValue("body") instanceof JsonObject body && body.containsKey("section")
              ? new Frame(Section.of(body), null)
              : new Frame(null, null);
      case "err" -> new Frame(null, String.valueOf(message.getValue("body")));
      default -> new Frame(null, null);
    };
  }
}
