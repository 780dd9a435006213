package fi.sovittu.live;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sections that features have declared, in the order in which they are told. All are added
 * before anybody is let in; event loop only.
 */
public final class Sections {
  /** What an address looks like. */
  static final String ADDRESS =
      "sovittu\\.(" + SectionName.FORM + ")\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";

  private static final Pattern PATTERN = Pattern.compile(ADDRESS);

  private final Map<SectionName, Section> declared = new LinkedHashMap<>();

  /** Where each is told, from the first. */
  private final Map<SectionName, Integer> places = new LinkedHashMap<>();

  /**
   * Adds a feature's section, told after those that were added before.
   *
   * @throws IllegalArgumentException for a second one of a name
   */
  public void add(Section section) {
    if (declared.putIfAbsent(section.name(), section) != null) {
      throw new IllegalArgumentException("declared twice: " + section.name().text());
    }
    places.put(section.name(), places.size());
  }

  /** What all are called. */
  public List<SectionName> names() {
    return List.copyOf(declared.keySet());
  }

  /**
   * @throws IllegalArgumentException for one that nobody has declared
   */
  Section of(SectionName name) {
    Section section = declared.get(name);
    if (section == null) {
      throw new IllegalArgumentException("not declared: " + name.text());
    }
    return section;
  }

  /** The section at an address; null where there is none. */
  @Nullable SectionKey at(String address) {
    Matcher parts = PATTERN.matcher(address);
    if (!parts.matches()) {
      return null;
    }
    SectionName name = new SectionName(parts.group(1));
    return declared.containsKey(name)
        ? new SectionKey(name, UUID.fromString(parts.group(2)))
        : null;
  }

  /** Whether the viewer may see the section. */
  public boolean admits(Viewer viewer, SectionKey key) {
    Section section = of(key.name());
    return section.scope().of(viewer).contains(key.scope())
        && section.audience().admits(viewer, key.scope());
  }

  /** Every section that the viewer may see. */
  public List<SectionKey> seenBy(Viewer viewer) {
    return declared.values().stream()
        .flatMap(section ->
            section.scope().of(viewer).stream()
                .filter(scope -> section.audience().admits(viewer, scope))
                .map(scope -> new SectionKey(section.name(), scope)))
        .toList();
  }

  /** The sections that show the fact. */
  Stream<SectionName> following(Fact fact) {
    return declared.values().stream()
        .filter(section -> section.follows().contains(fact))
        .map(Section::name);
  }

  /** The order in which sections are told. */
  Comparator<SectionKey> order() {
    return Comparator.comparing(key -> places.getOrDefault(key.name(), places.size()));
  }
}
