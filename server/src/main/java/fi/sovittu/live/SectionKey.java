package fi.sovittu.live;

import java.util.UUID;

/**
 * One section of one meeting or room. Ordered, so that transactions raise revisions in one order
 * and never deadlock.
 */
public record SectionKey(SectionName name, UUID scope) implements Comparable<SectionKey> {
  /** The address on the event bus and the bridge. */
  public String address() {
    return "sovittu." + name.text() + "." + scope;
  }

  @Override
  public int compareTo(SectionKey other) {
    int byScope = scope.compareTo(other.scope);
    return byScope != 0 ? byScope : name.compareTo(other.name);
  }
}
