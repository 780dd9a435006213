package fi.sovittu.abuse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fi.sovittu.http.Api;
import fi.sovittu.support.Ballots;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Every place of the contract in which a client sends a text, read from the contract itself. */
final class TextFields {
  /** Where in a request a text is. */
  enum Place {
    BODY,
    QUERY,
    PATH,
    HEADER
  }

  /**
   * One of the places.
   *
   * @param path the names of the properties from the outside in, {@link #EACH} for what is in an
   *     array; of a parameter its name alone
   * @param free whether it may be any text; otherwise its form or its values are given
   */
  record Field(
      String operation,
      String method,
      String template,
      Place place,
      List<String> path,
      boolean free,
      Map<String, Object> schema) {
    @Override
    public String toString() {
      return operation + " " + place.name().toLowerCase(Locale.ROOT) + " " + String.join(".", path);
    }
  }

  static final String EACH = "[]";

  /** What says that a text is not any text. */
  private static final Set<String> CODED = Set.of("enum", "const", "pattern", "format");

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
  private static final JsonObject CONTRACT = read();

  private TextFields() {}

  private static JsonObject read() {
    try (InputStream in = Api.class.getClassLoader().getResourceAsStream(Api.CONTRACT)) {
      return new JsonObject(new YAMLMapper().readValue(in, ObjectNode.class).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of them, in the contract's order. */
  static List<Field> all() {
    List<Field> fields = new ArrayList<>();
    for (Map.Entry<String, Object> path : CONTRACT.getJsonObject("paths")) {
      JsonObject item = (JsonObject) path.getValue();
      for (Map.Entry<String, Object> method : item) {
        if (METHODS.contains(method.getKey())) {
          operation(path.getKey(), item, method.getKey(), fields);
        }
      }
    }
    return fields;
  }

  private static void operation(String path, JsonObject item, String method, List<Field> fields) {
    JsonObject operation = item.getJsonObject(method);
    String name = operation.getString("operationId");
    String verb = method.toUpperCase(Locale.ROOT);
    JsonArray parameters = item.getJsonArray("parameters", new JsonArray()).copy();
    parameters.addAll(operation.getJsonArray("parameters", new JsonArray()));
    for (Object one : parameters) {
      JsonObject parameter = resolved((JsonObject) one);
      JsonObject schema = resolved(parameter.getJsonObject("schema"));
      if (isText(schema)) {
        Place place = Place.valueOf(parameter.getString("in").toUpperCase(Locale.ROOT));
        List<String> at = List.of(parameter.getString("name"));
        fields.add(new Field(name, verb, path, place, at, isFree(schema), schema.getMap()));
      }
    }
    JsonObject body = bodyOf(operation);
    if (body != null) {
      walk(
          body,
          List.of(),
          (at, schema) ->
              fields.add(
                  new Field(name, verb, path, Place.BODY, at, isFree(schema), schema.getMap())));
    }
  }

  private static JsonObject bodyOf(JsonObject operation) {
    JsonObject body = operation.getJsonObject("requestBody");
    JsonObject json =
        body == null
            ? null
            : resolved(body).getJsonObject("content").getJsonObject("application/json");
    return json == null ? null : resolved(json.getJsonObject("schema"));
  }

  @FunctionalInterface
  private interface Found {
    void text(List<String> path, JsonObject schema);
  }

  private static void walk(JsonObject unresolved, List<String> path, Found found) {
    JsonObject schema = resolved(unresolved);
    if (isText(schema)) {
      found.text(path, schema);
    }
    for (String choice : List.of("oneOf", "anyOf", "allOf")) {
      for (Object one : schema.getJsonArray(choice, new JsonArray())) {
        walk((JsonObject) one, path, found);
      }
    }
    for (Map.Entry<String, Object> property :
        schema.getJsonObject("properties", new JsonObject())) {
      walk((JsonObject) property.getValue(), with(path, property.getKey()), found);
    }
    if (schema.containsKey("items")) {
      walk(schema.getJsonObject("items"), with(path, EACH), found);
    }
  }

  private static List<String> with(List<String> path, String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return List.copyOf(longer);
  }

  private static JsonObject resolved(JsonObject schema) {
    JsonObject now = schema;
    while (now.containsKey("$ref")) {
      JsonObject at = CONTRACT;
      for (String name : now.getString("$ref").substring(2).split("/")) {
        at = at.getJsonObject(name);
      }
      now = at;
    }
    return now;
  }

  private static boolean isText(JsonObject schema) {
    Object type = schema.getValue("type");
    return type instanceof JsonArray several
        ? several.contains("string")
        : "string".equals(type) || schema.containsKey("enum") && type == null;
  }

  private static boolean isFree(JsonObject schema) {
    return schema.fieldNames().stream().noneMatch(CODED::contains);
  }

  /** A body that fits the operation's schema, with as little in it as may be. */
  static JsonObject exampleFor(Field field) {
    JsonObject operation =
        CONTRACT
            .getJsonObject("paths")
            .getJsonObject(field.template())
            .getJsonObject(field.method().toLowerCase(Locale.ROOT));
    JsonObject body = bodyOf(operation);
    return body == null ? null : (JsonObject) example(body, field.path());
  }

  /**
   * @param wanted what must be there although it need not
   */
  private static Object example(JsonObject unresolved, List<String> wanted) {
    JsonObject schema = resolved(unresolved);
    for (String choice : List.of("oneOf", "anyOf")) {
      if (schema.containsKey(choice)) {
        return example(schema.getJsonArray(choice).getJsonObject(0), wanted);
      }
    }
    Object type = schema.getValue("type");
    String first = String.valueOf(type instanceof JsonArray several ? several.getString(0) : type);
    return switch (first) {
      case "object" -> object(schema, wanted);
      case "array" -> array(schema, wanted);
      case "integer", "number" -> schema.getInteger("minimum", 1);
      case "boolean" -> false;
      default -> text(schema);
    };
  }

  private static JsonObject object(JsonObject schema, List<String> wanted) {
    JsonObject object = new JsonObject();
    JsonArray required = schema.getJsonArray("required", new JsonArray());
    for (Map.Entry<String, Object> property :
        schema.getJsonObject("properties", new JsonObject())) {
      boolean onTheWay = !wanted.isEmpty() && wanted.getFirst().equals(property.getKey());
      if (onTheWay || required.contains(property.getKey())) {
        List<String> rest = onTheWay ? wanted.subList(1, wanted.size()) : List.of();
        object.put(property.getKey(), example((JsonObject) property.getValue(), rest));
      }
    }
    return object;
  }

  private static JsonArray array(JsonObject schema, List<String> wanted) {
    JsonArray array = new JsonArray();
    boolean onTheWay = !wanted.isEmpty();
    int least = Math.max(schema.getInteger("minItems", 0), onTheWay ? 1 : 0);
    List<String> rest = onTheWay ? wanted.subList(1, wanted.size()) : List.of();
    for (int i = 0; i < least; i++) {
      array.add(example(schema.getJsonObject("items"), rest));
    }
    return array;
  }

  /** Also for a parameter. */
  static String text(JsonObject schema) {
    if (schema.containsKey("enum")) {
      return schema.getJsonArray("enum").getString(0);
    }
    return switch (schema.getString("format", "")) {
      case "uuid" -> UUID.randomUUID().toString();
      case "date-time" -> Instant.now().toString();
      default -> schema.containsKey("pattern") ? Ballots.key() : "x".repeat(10);
    };
  }

  /** The path with an example of each of its parameters, but this text in the place of one. */
  static String pathOf(Field field, String text) {
    String path = field.template();
    for (Field other : all()) {
      if (other.template().equals(field.template())
          && other.operation().equals(field.operation())
          && other.place() == Place.PATH) {
        boolean own = field.place() == Place.PATH && other.path().equals(field.path());
        String value = own ? text : text(new JsonObject(other.schema()));
        path = path.replace("{" + other.path().getFirst() + "}", value);
      }
    }
    return path;
  }

  /** Puts the text in its place, where there is an array in its first item. */
  static JsonObject replaced(JsonObject body, List<String> path, String text) {
    JsonObject copy = body.copy();
    put(copy, path, text);
    return copy;
  }

  private static void put(Object in, List<String> path, String text) {
    String name = path.getFirst();
    List<String> rest = path.subList(1, path.size());
    if (name.equals(EACH)) {
      JsonArray array = (JsonArray) in;
      if (rest.isEmpty()) {
        array.set(0, text);
      } else {
        put(array.getValue(0), rest, text);
      }
    } else if (rest.isEmpty()) {
      ((JsonObject) in).put(name, text);
    } else {
      put(((JsonObject) in).getValue(name), rest, text);
    }
  }
}
