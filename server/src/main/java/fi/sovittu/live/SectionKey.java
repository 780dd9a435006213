package fi.sovittu.live;

import java.util.Comparator;
import java.util.UUID;

/**
 * One section of one meeting, room or participant. Ordered, so that transactions raise revisions in
 * one order and never deadlock.
 */
public record SectionKey(SectionName name, UUID scope) implements Comparable<SectionKey> {
  private static final Comparator<SectionKey> ORDER =
      Comparator.comparing(SectionKey::scope).thenComparing(key -> key.name.text());

  /** The address on the event bus and the bridge. */
  public String address() {
    return "sovittu." + name.text() + "." + scope;
  }

  @Override
  public int compareTo(SectionKey other) {
    return ORDER.compare(this, other);
  }
}
