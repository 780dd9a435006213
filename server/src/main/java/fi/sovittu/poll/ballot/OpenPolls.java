package fi.sovittu.poll.ballot;

import fi.sovittu.base.ServerSecret;
import fi.sovittu.db.Db;
import fi.sovittu.poll.rules.PollState;
import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The polls that take ballots, remembered while they are open: nothing that a ballot needs of one
 * changes then. Whether it is still open is never remembered. Event loop only.
 */
final class OpenPolls {
  /** How many are remembered; the least recently used go first. */
  static final int REMEMBERED = 1_000;

  /**
   * A poll that takes ballots, and what they are sealed with.
   *
   * @param seal null in a named poll, and once the poll has ended
   */
  record Open(Definition poll, @Nullable Seal seal) {}

  private final Db db;
  private final ServerSecret secret;
  private final Map<UUID, Future<Open>> open =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Future<Open>> eldest) {
          return size() > REMEMBERED;
        }
      };

  OpenPolls(Db db, ServerSecret secret) {
    this.db = db;
    this.secret = secret;
  }

  /**
   * The poll, in whatever state it is.
   *
   * @return fails with NOT_FOUND
   */
  Future<Open> of(UUID poll) {
    Future<Open> known = open.get(poll);
    if (known != null) {
      return known;
    }
    Future<Open> reading =
        db.read(connection -> Definition.read(connection, poll))
            .map(definition -> new Open(definition, definition.seal(secret)));
    open.put(poll, reading);
    return reading.onComplete(read -> {
      if (read.failed() || read.result().poll().state() != PollState.OPEN) {
        open.remove(poll, reading);
      }
    });
  }

  void forget(UUID poll) {
    open.remove(poll);
  }
}
