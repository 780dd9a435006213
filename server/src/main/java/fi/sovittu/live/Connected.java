package fi.sovittu.live;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The participants with an open connection to this node, whatever its transport. A connection is no
 * presence: a phone sleeps while its owner listens. Thread-safe.
 */
public final class Connected {
  private final Map<UUID, Integer> connections = new ConcurrentHashMap<>();

  Connected() {}

  void opened(UUID participant) {
    connections.merge(participant, 1, Integer::sum);
  }

  void closed(UUID participant) {
    connections.computeIfPresent(participant, (known, open) -> open > 1 ? open - 1 : null);
  }

  /** The participants as they are now. */
  public Set<UUID> participants() {
    return Set.copyOf(connections.keySet());
  }
}
