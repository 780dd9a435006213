package fi.sovittu.live;

import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An address with those who listen to it. Event loop only. */
final class Topic {
  final String address;

  /** Null of the beat, which everyone may hear. */
  final @Nullable SectionKey section;

  final Set<Socket> listeners = new LinkedHashSet<>();

  /** What was published last, for those who read too slowly. */
  @Nullable Buffer newest;

  Topic(String address, @Nullable SectionKey section) {
    this.address = address;
    this.section = section;
  }
}
