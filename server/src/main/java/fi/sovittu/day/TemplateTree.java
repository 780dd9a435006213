package fi.sovittu.day;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import fi.sovittu.day.TemplateFaults.Place;
import fi.sovittu.day.TemplateNode.Mapping;
import fi.sovittu.day.TemplateNode.Nothing;
import fi.sovittu.day.TemplateNode.Property;
import fi.sovittu.day.TemplateNode.Scalar;
import fi.sovittu.day.TemplateNode.Sequence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A template file as JSON that a schema can judge, and on which line each part stands. Texts are as
 * they are kept (see {@link TemplateText}); what the schema declares a number or a yes-or-no is one
 * where it is written as such; a property without a value is left out.
 */
final class TemplateTree {
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Set<String> NUMBERS = named("integer");
  private static final Set<String> FLAGS = named("boolean");

  private final Map<String, Integer> lines = new HashMap<>();
  private final TemplateFaults faults;
  private final JsonNode root;

  TemplateTree(TemplateNode file, TemplateFaults faults) {
    this.faults = faults;
    this.root = json(file, "", "");
    lines.putIfAbsent("", 1);
  }

  /** Names of properties that are of the type wherever they stand: in one of the definitions. */
  private static Set<String> named(String type) {
    Set<String> names = new HashSet<>();
    for (JsonNode properties : TemplateShape.declared().findValues("properties")) {
      properties
          .properties()
          .forEach(property -> {
            if (property.getValue().path("type").asText().equals(type)) {
              names.add(property.getKey());
            }
          });
    }
    return Set.copyOf(names);
  }

  JsonNode root() {
    return root;
  }

  /** A property's path; a name that is none of ours may be anything and is cut short. */
  static String path(String mapping, String property) {
    String name =
        property.length() <= TemplateLimits.KEY
            ? property
            : property.substring(0, TemplateLimits.KEY) + "…";
    return mapping.isEmpty() ? name : mapping + "." + name;
  }

  /** Where a part stands, or would stand: then on the line of what it is missing from. */
  Place place(String path) {
    String known = path;
    while (!lines.containsKey(known)) {
      known =
          known.substring(0, Math.max(0, Math.max(known.lastIndexOf('.'), known.lastIndexOf('['))));
    }
    return new Place(path, lines.getOrDefault(known, 1));
  }

  private JsonNode json(TemplateNode node, String path, String name) {
    lines.putIfAbsent(path, node.line());
    return switch (node) {
      case Mapping mapping -> mapping(mapping, path);
      case Sequence list -> list(list, path, name);
      case Scalar scalar -> scalar(scalar, path, name);
      case Nothing nothing -> NullNode.instance;
    };
  }

  private ObjectNode mapping(Mapping mapping, String path) {
    ObjectNode json = NODES.objectNode();
    Map<String, Integer> first = new HashMap<>();
    for (Property property : mapping.properties()) {
      String own = path(path, property.name());
      Integer before = first.putIfAbsent(property.name(), property.line());
      if (before != null) {
        Place second = new Place(own, property.line());
        faults.add(second, TemplateFault.REPEATED_PROPERTY, String.valueOf(before));
        continue;
      }
      lines.put(own, property.line());
      if (!(property.value() instanceof Nothing)) {
        json.set(property.name(), json(property.value(), own, property.name()));
      }
    }
    return json;
  }

  private ArrayNode list(Sequence list, String path, String name) {
    ArrayNode json = NODES.arrayNode();
    for (TemplateNode item : list.items()) {
      json.add(json(item, path + "[" + json.size() + "]", name));
    }
    return json;
  }

  private JsonNode scalar(Scalar scalar, String path, String name) {
    String text = TemplateText.kept(scalar.text());
    int unreadable = TemplateText.unreadable(text);
    if (unreadable >= 0) {
      faults.add(place(path), TemplateFault.UNREADABLE_CHARACTER, TemplateText.name(unreadable));
    }
    if (NUMBERS.contains(name) && WHOLE.matcher(text).matches()) {
      return IntNode.valueOf(Integer.parseInt(text));
    }
    if (FLAGS.contains(name) && (text.equals("true") || text.equals("false"))) {
      return BooleanNode.valueOf(text.equals("true"));
    }
    return TextNode.valueOf(text);
  }
}
