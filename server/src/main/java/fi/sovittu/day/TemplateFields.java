package fi.sovittu.day;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import fi.sovittu.day.TemplateFaults.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The properties of one mapping, whose shape {@link TemplateShape} has checked. What is absent or
 * faulty reads as a harmless value (an empty text, 0, an empty list), so that reading goes on and
 * every fault is found; a template with faults is thrown away. One thread only.
 */
final class TemplateFields {
  private final TemplateTree tree;
  private final JsonNode node;
  private final String path;
  private final TemplateFaults faults;

  /** The whole file. */
  TemplateFields(TemplateTree tree, TemplateFaults faults) {
    this(tree, tree.root(), "", faults);
  }

  private TemplateFields(TemplateTree tree, JsonNode node, String path, TemplateFaults faults) {
    this.tree = tree;
    this.node = node;
    this.path = path;
    this.faults = faults;
  }

  /** The place of the mapping itself. */
  Place place() {
    return tree.place(path);
  }

  /** Where the property stands; where it would stand when it is absent. */
  Place place(String name) {
    return tree.place(TemplateTree.path(path, name));
  }

  /** Where an item of a list stands. */
  Place place(String name, int item) {
    return tree.place(TemplateTree.path(path, name) + "[" + item + "]");
  }

  void fault(String name, TemplateFault fault, Object... facts) {
    faults.add(place(name), fault, facts);
  }

  /** Whether nothing in this mapping has been found faulty so far. */
  boolean faultless() {
    return !faults.within(place());
  }

  boolean has(String name) {
    return node.has(name);
  }

  /** Whether the property is written as a text, a number, true or false. */
  boolean isPlain(String name) {
    return node.path(name).isValueNode();
  }

  /** A text; "" when absent or faulty. */
  String text(String name) {
    return sound(name).asText("");
  }

  /** A text; null when absent. */
  @Nullable String optionalText(String name) {
    return has(name) ? text(name) : null;
  }

  /** A key that is declared among the known ones, or "" when faulty. */
  String reference(String name, TemplateKeys known) {
    return known.known(text(name), place(name));
  }

  @Nullable String optionalReference(String name, TemplateKeys known) {
    return has(name) ? reference(name, known) : null;
  }

  /** One of the enum's names; null when absent or faulty. */
  <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
    String text = text(name);
    return text.isEmpty() ? null : Enum.valueOf(type, text);
  }

  /** One of the enum's names; the given one when absent or faulty. */
  <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
    E chosen = choice(name, type);
    return chosen == null ? otherwise : chosen;
  }

  /** A whole number; 0 when faulty. */
  int whole(String name) {
    return sound(name).asInt(0);
  }

  /** A whole number, 0 when faulty; null when absent. */
  @Nullable Integer optionalWhole(String name) {
    return has(name) ? Integer.valueOf(whole(name)) : null;
  }

  /** {@code true} or {@code false}; false when absent or faulty. */
  boolean flag(String name) {
    return sound(name).asBoolean(false);
  }

  /** What the function makes of a mapping; null when absent. */
  <T> @Nullable T optionalMapping(String name, Function<TemplateFields, @Nullable T> read) {
    return has(name)
        ? read.apply(new TemplateFields(tree, node.path(name), place(name).path(), faults))
        : null;
  }

  /** A list of mappings, each read by the function; an absent list is empty. */
  <T> List<T> mappings(String name, Function<TemplateFields, @Nullable T> read) {
    return each(name, (item, at) -> read.apply(mapping(item, at)));
  }

  /** An item of a list as a mapping. */
  TemplateFields mapping(JsonNode item, Place at) {
    return new TemplateFields(tree, item, at.path(), faults);
  }

  /** A list of texts that differ; an absent list is empty. */
  List<String> texts(String name) {
    TemplateKeys different = new TemplateKeys(faults);
    return each(
        name,
        (item, at) -> {
          String text = text(item, at);
          different.declare(text, at);
          return text;
        });
  }

  /** A list of the enum's names that differ; an absent list is empty. */
  <E extends Enum<E>> List<E> choices(String name, Class<E> type) {
    return texts(name).stream()
        .filter(text -> !text.isEmpty())
        .map(text -> Enum.valueOf(type, text))
        .toList();
  }

  /** A list of keys that differ and are declared among the known ones, with their places. */
  Map<String, Place> references(String name, TemplateKeys known) {
    Map<String, Place> result = new LinkedHashMap<>();
    TemplateKeys different = new TemplateKeys(faults);
    each(
        name,
        (item, at) -> {
          String key = known.known(text(item, at), at);
          different.declare(key, at);
          return key.isEmpty() ? null : result.putIfAbsent(key, at);
        });
    return result;
  }

  /**
   * A list, each item read by the function, which is told its place; what reads as null is left
   * out. An absent list is empty.
   */
  <T> List<T> each(String name, BiFunction<JsonNode, Place, @Nullable T> read) {
    List<T> result = new ArrayList<>();
    JsonNode list = node.path(name);
    for (int i = 0; list.isArray() && i < list.size(); i++) {
      T value = read.apply(list.get(i), place(name, i));
      if (value != null) {
        result.add(value);
      }
    }
    return result;
  }

  /** An item of a list as a text; "" when faulty. */
  String text(JsonNode item, Place at) {
    return faults.at(at) ? "" : item.asText("");
  }

  /** The property's value; nothing when it is absent or faulty. */
  private JsonNode sound(String name) {
    return faults.at(place(name)) ? MissingNode.getInstance() : node.path(name);
  }
}
