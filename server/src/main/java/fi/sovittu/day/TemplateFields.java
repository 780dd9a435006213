package fi.sovittu.day;

import fi.sovittu.day.TemplateFaults.Place;
import fi.sovittu.day.TemplateNode.Mapping;
import fi.sovittu.day.TemplateNode.Nothing;
import fi.sovittu.day.TemplateNode.Property;
import fi.sovittu.day.TemplateNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The properties of one mapping, read by name. What is wrong becomes a fault and reads as a
 * harmless value (an empty text, 0, an empty list), so that reading goes on and every fault is
 * found; a template with faults is thrown away. Ask for every property once, then call {@link
 * #done}. One thread only.
 */
final class TemplateFields {
  private final Place place;
  private final TemplateFaults faults;
  private final TemplateScalars scalars;
  private final Map<String, Property> properties = new LinkedHashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final int faultsBefore;
  private final boolean mapping;

  TemplateFields(TemplateNode node, Place place, TemplateFaults faults) {
    this.place = place.at(node);
    this.faults = faults;
    this.scalars = new TemplateScalars(faults);
    this.faultsBefore = faults.count();
    this.mapping = node instanceof Mapping;
    if (node instanceof Mapping given) {
      given.properties().forEach(this::take);
    } else {
      faults.add(this.place, TemplateFault.NOT_MAPPING);
    }
  }

  private void take(Property property) {
    Property first = properties.putIfAbsent(property.name(), property);
    if (first != null) {
      Place second = new Place(place.property(property.name()).path(), property.line());
      faults.add(second, TemplateFault.REPEATED_PROPERTY, String.valueOf(first.line()));
    }
  }

  /** Where the property stands; where it would stand when it is absent. */
  Place place(String name) {
    Property property = properties.get(name);
    Place here = place.property(name);
    return property == null ? here : new Place(here.path(), property.line());
  }

  /** Where an item of a list stands. */
  Place place(String name, int item) {
    Property property = properties.get(name);
    Place at = place(name).item(item);
    return property != null
            && property.value() instanceof Sequence list
            && item < list.items().size()
        ? at.at(list.items().get(item))
        : at;
  }

  /** The place of the mapping itself. */
  Place place() {
    return place;
  }

  void fault(String name, TemplateFault fault, Object... facts) {
    faults.add(place(name), fault, facts);
  }

  /** Whether nothing in this mapping has been found faulty so far. */
  boolean faultless() {
    return faults.count() == faultsBefore;
  }

  boolean has(String name) {
    return properties.containsKey(name);
  }

  /** A text on one line, or "" when faulty. */
  String text(String name, int most) {
    TemplateNode node = required(name);
    return node == null ? "" : scalars.line(node, place(name), most);
  }

  /** A text on one line; null when absent. */
  @Nullable String optionalText(String name, int most) {
    TemplateNode node = optional(name);
    return node == null ? null : scalars.line(node, place(name), most);
  }

  /** A text that may have several lines; null when absent. */
  @Nullable String optionalLines(String name, int most) {
    TemplateNode node = optional(name);
    return node == null ? null : scalars.lines(node, place(name), most);
  }

  /** A key, or "" when faulty. */
  String key(String name) {
    TemplateNode node = required(name);
    return node == null ? "" : scalars.key(node, place(name));
  }

  @Nullable String optionalKey(String name) {
    TemplateNode node = optional(name);
    return node == null ? null : scalars.key(node, place(name));
  }

  /** A key that is declared among the known ones, or "" when faulty. */
  String reference(String name, TemplateKeys known) {
    TemplateNode node = required(name);
    return node == null ? "" : scalars.reference(node, place(name), known);
  }

  @Nullable String optionalReference(String name, TemplateKeys known) {
    TemplateNode node = optional(name);
    return node == null ? null : scalars.reference(node, place(name), known);
  }

  /** One of the enum's names; null when faulty. */
  <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
    TemplateNode node = required(name);
    return node == null ? null : scalars.choice(node, place(name), type);
  }

  /** One of the enum's names; the given one when absent or faulty. */
  <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
    TemplateNode node = optional(name);
    E chosen = node == null ? null : scalars.choice(node, place(name), type);
    return chosen == null ? otherwise : chosen;
  }

  /** A whole number from least to most, or 0 when faulty. */
  int whole(String name, int least, int most) {
    TemplateNode node = required(name);
    return node == null ? 0 : scalars.whole(node, place(name), least, most);
  }

  /** A whole number from least to most, 0 when faulty; null when absent. */
  @Nullable Integer optionalWhole(String name, int least, int most) {
    TemplateNode node = optional(name);
    return node == null ? null : scalars.whole(node, place(name), least, most);
  }

  /** {@code true} or {@code false}; false when absent or faulty. */
  boolean flag(String name) {
    TemplateNode node = optional(name);
    return node != null && scalars.flag(node, place(name));
  }

  /** What the function makes of a mapping; null when absent. */
  <T> @Nullable T optionalMapping(String name, Function<TemplateFields, @Nullable T> read) {
    TemplateNode node = optional(name);
    return node == null ? null : read.apply(new TemplateFields(node, place(name), faults));
  }

  /** A list of least to most mappings, each read by the function; an absent list is empty. */
  <T> List<T> mappings(
      String name, int least, int most, Function<TemplateFields, @Nullable T> read) {
    return each(name, least, most, (node, at) -> read.apply(new TemplateFields(node, at, faults)));
  }

  /** A list of least to most texts that differ; an absent list is empty. */
  List<String> texts(String name, int least, int mostItems, int mostCharacters) {
    TemplateKeys different = new TemplateKeys(faults);
    return each(
        name,
        least,
        mostItems,
        (node, at) -> {
          String text = scalars.line(node, at, mostCharacters);
          different.declare(text, at);
          return text;
        });
  }

  /** A list of the enum's names that differ; an absent list is empty. */
  <E extends Enum<E>> List<E> choices(String name, Class<E> type) {
    TemplateKeys different = new TemplateKeys(faults);
    return each(
        name,
        0,
        type.getEnumConstants().length,
        (node, at) -> {
          E value = scalars.choice(node, at, type);
          if (value != null) {
            different.declare(value.name(), at);
          }
          return value;
        });
  }

  /**
   * A list of least to most keys that differ and are declared among the known ones, with their
   * places.
   */
  Map<String, Place> references(String name, int least, int most, TemplateKeys known) {
    Map<String, Place> result = new LinkedHashMap<>();
    TemplateKeys different = new TemplateKeys(faults);
    each(
        name,
        least,
        most,
        (node, at) -> {
          String key = scalars.reference(node, at, known);
          different.declare(key, at);
          return key.isEmpty() ? null : result.putIfAbsent(key, at);
        });
    return result;
  }

  /**
   * A list of least to most items, each read by the function, which is told its place; what reads
   * as null is left out. An absent list is empty.
   */
  <T> List<T> each(
      String name, int least, int most, BiFunction<TemplateNode, Place, @Nullable T> read) {
    List<T> result = new ArrayList<>();
    List<TemplateNode> items = items(name, least, most);
    for (int i = 0; i < items.size(); i++) {
      T value = read.apply(items.get(i), place(name).item(i).at(items.get(i)));
      if (value != null) {
        result.add(value);
      }
    }
    return result;
  }

  /** Reports the properties that nobody asked for. */
  void done() {
    for (Property property : properties.values()) {
      if (!asked.contains(property.name())) {
        Place unknown = new Place(place.property(shown(property.name())).path(), property.line());
        faults.add(unknown, TemplateFault.UNKNOWN_PROPERTY, asked);
      }
    }
  }

  /** A property's name in a path: a name that is none of ours may be anything. */
  private static String shown(String name) {
    return name.length() <= TemplateLimits.KEY ? name : name.substring(0, TemplateLimits.KEY) + "…";
  }

  private List<TemplateNode> items(String name, int least, int most) {
    TemplateNode node = least > 0 ? required(name) : optional(name);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof Sequence list)) {
      fault(name, TemplateFault.NOT_LIST);
      return List.of();
    }
    if (list.items().size() < least) {
      fault(name, TemplateFault.TOO_FEW, least);
    }
    if (list.items().size() > most) {
      fault(name, TemplateFault.TOO_MANY, most, list.items().size());
      return list.items().subList(0, most);
    }
    return list.items();
  }

  private @Nullable TemplateNode required(String name) {
    TemplateNode node = optional(name);
    // What is no mapping has been reported as such; its properties are not missing as well.
    if (node == null && mapping) {
      fault(name, TemplateFault.MISSING);
    }
    return node;
  }

  /** The property's value; null when it is absent or nothing. */
  @Nullable TemplateNode optional(String name) {
    if (!asked.contains(name)) {
      asked.add(name);
    }
    Property property = properties.get(name);
    return property == null || property.value() instanceof Nothing ? null : property.value();
  }
}
