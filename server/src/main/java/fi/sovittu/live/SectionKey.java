package fi.sovittu.live;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One section of one meeting or room. Ordered, so that transactions raise revisions in one order
 * and never deadlock.
 */
public record SectionKey(SectionName name, UUID scope) implements Comparable<SectionKey> {
  /** What an address looks like. */
  static final String ADDRESS =
      "sovittu\\.(meeting|agenda|polls|results|stage|desk|attendance|people)\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";

  private static final Pattern PATTERN = Pattern.compile(ADDRESS);

  /** The section at an address; null where there is none. */
  static @Nullable SectionKey at(String address) {
    Matcher parts = PATTERN.matcher(address);
    return parts.matches()
        ? new SectionKey(
            SectionName.valueOf(parts.group(1).toUpperCase(Locale.ROOT)),
            UUID.fromString(parts.group(2)))
        : null;
  }

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
