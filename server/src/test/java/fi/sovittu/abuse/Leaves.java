package fi.sovittu.abuse;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The texts in a value of a database: those in its JSON, or the value itself. */
final class Leaves {
  private Leaves() {}

  static List<String> of(String value) {
    try {
      return texts(Json.decodeValue(value)).toList();
    } catch (DecodeException noJson) {
      return List.of(value);
    }
  }

  private static Stream<String> texts(Object json) {
    return switch (json) {
      case JsonObject object -> object.stream().map(Map.Entry::getValue).flatMap(Leaves::texts);
      case JsonArray array -> array.stream().flatMap(Leaves::texts);
      case String text -> Stream.of(text);
      case null, default -> Stream.empty();
    };
  }
}
