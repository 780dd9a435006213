package fi.sovittu.live;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The sections that a transaction changes; it raises their revisions as its last act. Used by one
 * transaction only.
 */
public final class Change {
  private final Sections sections;
  private final Set<SectionKey> keys = new TreeSet<>();

  Change(Sections sections) {
    this.sections = sections;
  }

  /** What the section shows has changed. */
  public void touch(SectionName name, UUID scope) {
    keys.add(new SectionKey(sections.of(name).name(), scope));
  }

  /**
   * Something has happened that sections of other features show.
   *
   * @param scope the meeting, the room or the participant of those sections
   */
  public void tell(Fact fact, UUID scope) {
    sections.following(fact).forEach(name -> keys.add(new SectionKey(name, scope)));
  }

  Set<SectionKey> keys() {
    return keys;
  }
}
