package fi.sovittu.live;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The sections that a transaction changes; it raises their revisions as its last act. Used by one
 * transaction only.
 */
public final class Change {
  private final Set<SectionKey> keys = new TreeSet<>();

  Change() {}

  public void touch(SectionName name, UUID scope) {
    keys.add(new SectionKey(name, scope));
  }

  /** What a room's turnout and results look like, to participants, on screens and at the desk. */
  public void touchResults(UUID room) {
    touch(SectionName.RESULTS, room);
    touch(SectionName.STAGE, room);
    touch(SectionName.DESK, room);
  }

  Set<SectionKey> keys() {
    return keys;
  }
}
