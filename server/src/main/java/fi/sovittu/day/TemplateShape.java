package fi.sovittu.day;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.NodePath;
import fi.sovittu.day.TemplateFaults.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The shape of a template: what {@code templates/template.schema.json} says of it, told as faults.
 * What is faulty here reads as a harmless value afterwards, so that every fault is found.
 */
final class TemplateShape {
  private static final String ADDRESS = "https://sovittu.invalid/template";
  private static final JsonNode DOCUMENT = document();
  private static final Schema SCHEMA = schema();

  /** Of several faults of one value the first of these is told. */
  private static final List<String> ORDER =
      List.of("type", "minLength", "maxLength", "pattern", "enum");

  private TemplateShape() {}

  private static JsonNode document() {
    try (InputStream file =
        Objects.requireNonNull(
            TemplateShape.class.getResourceAsStream("/templates/template.schema.json"))) {
      return new ObjectMapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Schema schema() {
    Schema schema =
        SchemaRegistry.withDefaultDialect(Dialects.getDraft202012())
            .getSchema(SchemaLocation.of(ADDRESS), DOCUMENT);
    schema.initializeValidators();
    return schema;
  }

  /** The schema as it is shipped. */
  static JsonNode declared() {
    return DOCUMENT;
  }

  /** Tells what of the tree does not fit the schema; at most one fault of each value. */
  static void check(TemplateTree tree, TemplateFaults faults) {
    List<Error> errors = new ArrayList<>(SCHEMA.validate(tree.root()));
    errors.sort(Comparator.comparingInt(error -> ORDER.indexOf(error.getKeyword())));
    for (Error error : errors) {
      Place at = tree.place(path(error));
      if (!faults.at(at)) {
        tell(error, at, faults);
      }
    }
  }

  private static void tell(Error error, Place at, TemplateFaults faults) {
    JsonNode value = error.getInstanceNode();
    JsonNode rule = rule(error);
    if (value.isTextual() && value.textValue().isEmpty()) {
      faults.add(at, TemplateFault.MISSING);
      return;
    }
    switch (error.getKeyword()) {
      case "required" -> faults.add(at, TemplateFault.MISSING);
      case "additionalProperties" ->
          faults.add(at, TemplateFault.UNKNOWN_PROPERTY, names(rule.path("properties")));
      case "type" -> tellType(rule, value, at, faults);
      case "minimum", "maximum" -> notWhole(rule, value, at, faults);
      case "enum" ->
          faults.add(at, TemplateFault.NOT_CHOICE, texts(rule.path("enum")), value.asText());
      case "maxLength", "pattern" -> tellText(error, rule, value.asText(), at, faults);
      case "minItems" -> faults.add(at, TemplateFault.TOO_FEW, rule.path("minItems").asInt());
      case "maxItems" ->
          faults.add(at, TemplateFault.TOO_MANY, rule.path("maxItems").asInt(), value.size());
      default -> faults.add(at, TemplateFault.MISFIT);
    }
  }

  private static void tellType(JsonNode rule, JsonNode value, Place at, TemplateFaults faults) {
    JsonNode types = rule.path("type");
    switch (types.isArray() ? "string" : types.asText()) {
      case "object" -> faults.add(at, TemplateFault.NOT_MAPPING);
      case "array" -> faults.add(at, TemplateFault.NOT_LIST);
      case "integer" -> notWhole(rule, value, at, faults);
      case "boolean" -> {
        if (value.isValueNode()) {
          faults.add(at, TemplateFault.NOT_TRUE_OR_FALSE, value.asText());
        } else {
          faults.add(at, TemplateFault.NOT_TEXT);
        }
      }
      default -> faults.add(at, value.isNull() ? TemplateFault.MISSING : TemplateFault.NOT_TEXT);
    }
  }

  private static void notWhole(JsonNode rule, JsonNode value, Place at, TemplateFaults faults) {
    if (!value.isValueNode()) {
      faults.add(at, TemplateFault.NOT_TEXT);
      return;
    }
    int least = rule.path("minimum").asInt(1);
    faults.add(at, TemplateFault.NOT_WHOLE, least, rule.path("maximum").asInt(), value.asText());
  }

  private static void tellText(
      Error error, JsonNode rule, String text, Place at, TemplateFaults faults) {
    switch (definition(error)) {
      case "key" -> faults.add(at, TemplateFault.KEY_FORM, rule.path("maxLength").asInt(), text);
      case "date" -> TemplateTimes.notDate(faults, at, text);
      case "time" -> faults.add(at, TemplateFault.NOT_TIME, text);
      default -> {
        if (error.getKeyword().equals("pattern")) {
          faults.add(at, TemplateFault.TEXT_NOT_ONE_LINE);
        } else {
          int length = text.codePointCount(0, text.length());
          faults.add(at, TemplateFault.TEXT_TOO_LONG, rule.path("maxLength").asInt(), length);
        }
      }
    }
  }

  /** The schema that the keyword stands in. */
  private static JsonNode rule(Error error) {
    NodePath keyword = error.getSchemaLocation().getFragment();
    JsonNode rule = DOCUMENT;
    for (int i = 0; i < keyword.getNameCount() - 1; i++) {
      rule =
          rule.isArray()
              ? rule.path(Integer.parseInt(keyword.getName(i)))
              : rule.path(keyword.getName(i));
    }
    return rule;
  }

  /** Which of the schema's definitions the keyword stands in; empty for none. */
  private static String definition(Error error) {
    NodePath keyword = error.getSchemaLocation().getFragment();
    return keyword.getNameCount() == 3 && keyword.getName(0).equals("$defs")
        ? keyword.getName(1)
        : "";
  }

  private static String path(Error error) {
    NodePath location = error.getInstanceLocation();
    String path = "";
    for (int i = 0; i < location.getNameCount(); i++) {
      Object part = location.getElement(i);
      path =
          part instanceof Integer item
              ? path + "[" + item + "]"
              : TemplateTree.path(path, part.toString());
    }
    String property = error.getProperty();
    boolean ofProperty =
        error.getKeyword().equals("required") || error.getKeyword().equals("additionalProperties");
    return ofProperty && property != null ? TemplateTree.path(path, property) : path;
  }

  private static List<String> names(JsonNode properties) {
    List<String> names = new ArrayList<>();
    properties.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
