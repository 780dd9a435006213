package fi.sovittu.meeting;

import fi.sovittu.meeting.TemplateFaults.Place;
import fi.sovittu.meeting.TemplateNode.Mapping;
import fi.sovittu.meeting.TemplateNode.Nothing;
import fi.sovittu.meeting.TemplateNode.Property;
import fi.sovittu.meeting.TemplateNode.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The properties of one mapping, read by name. What is wrong becomes a fault and reads as a
 * harmless value (an empty text, 0, an empty list), so that reading goes on and every fault is
 * found; a template with faults is thrown away. Ask for every property once, then call {@link
 * #done}. One thread only.
 */
final class TemplateFields {
  /** Small letters, so that a key has one spelling, of any language. */
  private static final Pattern KEY = Pattern.compile("[\\p{Ll}\\p{Nd}][\\p{Ll}\\p{Nd}_-]*");

  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");

  private final Place place;
  private final TemplateFaults faults;
  private final Map<String, Property> properties = new LinkedHashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final int faultsBefore;
  private final boolean mapping;

  TemplateFields(TemplateNode node, Place place, TemplateFaults faults) {
    this.place = place.at(node);
    this.faults = faults;
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
    return node == null ? "" : line(node, place(name), most);
  }

  /** A text on one line; null when absent. */
  @Nullable String optionalText(String name, int most) {
    TemplateNode node = optional(name);
    return node == null ? null : line(node, place(name), most);
  }

  /** A text that may have several lines; null when absent. */
  @Nullable String optionalLines(String name, int most) {
    TemplateNode node = optional(name);
    return node == null ? null : TemplateText.lines(node, place(name), most, faults);
  }

  /** A key, or "" when faulty. */
  String key(String name) {
    TemplateNode node = required(name);
    return node == null ? "" : key(node, place(name));
  }

  @Nullable String optionalKey(String name) {
    TemplateNode node = optional(name);
    return node == null ? null : key(node, place(name));
  }

  /** A key that is declared among the known ones, or "" when faulty. */
  String reference(String name, TemplateKeys known) {
    TemplateNode node = required(name);
    return node == null ? "" : reference(node, place(name), known);
  }

  @Nullable String optionalReference(String name, TemplateKeys known) {
    TemplateNode node = optional(name);
    return node == null ? null : reference(node, place(name), known);
  }

  /** One of the enum's names; null when faulty. */
  <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
    String text = text(name, TemplateLimits.NAME);
    if (text.isEmpty()) {
      return null;
    }
    List<E> known = Arrays.asList(type.getEnumConstants());
    for (E value : known) {
      if (value.name().equals(text)) {
        return value;
      }
    }
    fault(name, TemplateFault.NOT_CHOICE, known, text);
    return null;
  }

  /** A whole number from least to most, or 0 when faulty. */
  int whole(String name, int least, int most) {
    String text = text(name, TemplateLimits.NAME);
    if (text.isEmpty()) {
      return 0;
    }
    int value = WHOLE.matcher(text).matches() ? Integer.parseInt(text) : Integer.MIN_VALUE;
    if (value < least || value > most) {
      fault(name, TemplateFault.NOT_WHOLE, least, most, text);
      return 0;
    }
    return value;
  }

  /** {@code true} or {@code false}; false when absent or faulty. */
  boolean flag(String name) {
    String text = optionalText(name, TemplateLimits.NAME);
    if (text == null || text.isEmpty() || text.equals("false")) {
      return false;
    }
    if (!text.equals("true")) {
      fault(name, TemplateFault.NOT_TRUE_OR_FALSE, text);
    }
    return text.equals("true");
  }

  /** A list of least to most mappings, each read by the function; an absent list is empty. */
  <T> List<T> mappings(
      String name, int least, int most, Function<TemplateFields, @Nullable T> read) {
    List<T> result = new ArrayList<>();
    List<TemplateNode> items = items(name, least, most);
    for (int i = 0; i < items.size(); i++) {
      T value = read.apply(new TemplateFields(items.get(i), place(name).item(i), faults));
      if (value != null) {
        result.add(value);
      }
    }
    return result;
  }

  /** A list of least to most texts that differ; an absent list is empty. */
  List<String> texts(String name, int least, int mostItems, int mostCharacters) {
    TemplateKeys different = new TemplateKeys(faults);
    List<String> result = new ArrayList<>();
    List<TemplateNode> items = items(name, least, mostItems);
    for (int i = 0; i < items.size(); i++) {
      Place at = place(name).item(i).at(items.get(i));
      String text = line(items.get(i), at, mostCharacters);
      different.declare(text, at);
      result.add(text);
    }
    return result;
  }

  /**
   * A list of one to most keys that differ and are declared among the known ones, with their
   * places.
   */
  Map<String, Place> references(String name, int most, TemplateKeys known) {
    Map<String, Place> result = new LinkedHashMap<>();
    TemplateKeys different = new TemplateKeys(faults);
    List<TemplateNode> items = items(name, 1, most);
    for (int i = 0; i < items.size(); i++) {
      Place at = place(name).item(i).at(items.get(i));
      String key = reference(items.get(i), at, known);
      different.declare(key, at);
      if (!key.isEmpty()) {
        result.put(key, at);
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

  private @Nullable TemplateNode optional(String name) {
    asked.add(name);
    Property property = properties.get(name);
    return property == null || property.value() instanceof Nothing ? null : property.value();
  }

  private String line(TemplateNode node, Place at, int most) {
    return TemplateText.line(node, at, most, faults);
  }

  private String key(TemplateNode node, Place at) {
    String text = line(node, at, TemplateLimits.FILE);
    boolean wellFormed =
        KEY.matcher(text).matches() && text.codePointCount(0, text.length()) <= TemplateLimits.KEY;
    if (!text.isEmpty() && !wellFormed) {
      faults.add(at, TemplateFault.KEY_FORM, TemplateLimits.KEY, text);
      return "";
    }
    return text;
  }

  private String reference(TemplateNode node, Place at, TemplateKeys known) {
    String key = line(node, at, TemplateLimits.FILE);
    if (!key.isEmpty() && !known.has(key)) {
      faults.add(at, TemplateFault.UNKNOWN_KEY, key, known.known());
      return "";
    }
    return key;
  }
}
