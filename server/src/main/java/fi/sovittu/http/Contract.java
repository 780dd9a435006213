package fi.sovittu.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The operations that the contract {@code openapi.yaml} describes. */
final class Contract {
  /** What a path of the contract may hold beside its operations. */
  private static final Set<String> NO_METHODS = Set.of("summary", "description", "parameters");

  /**
   * One operation.
   *
   * @param path as the contract writes it, with its parameters in braces
   */
  record Operation(String id, HttpMethod method, String path, Validation.Rules rules) {
    /** The path as a Vert.x route writes it: {@code /api/polls/:poll}. */
    String route() {
      return path.replaceAll("\\{(\\w+)}", ":$1");
    }
  }

  private Contract() {}

  /**
   * Reads the operations in the order in which their routes are to be tried: a fixed word before a
   * parameter in its place.
   *
   * @throws IllegalArgumentException for an operation without an id
   */
  static List<Operation> operations(Buffer file) {
    JsonNode document = document(file);
    Validation validation = new Validation(document);
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        String method = operation.getKey();
        if (!NO_METHODS.contains(method)) {
          operations.add(
              new Operation(
                  id(path.getKey(), operation),
                  HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)),
                  path.getKey(),
                  validation.rules(path.getKey(), method)));
        }
      }
    }
    // No character of a path comes after the brace but the tilde, which no path has.
    operations.sort(Comparator.comparing(Operation::path));
    return operations;
  }

  private static String id(String path, Map.Entry<String, JsonNode> operation) {
    JsonNode id = operation.getValue().path("operationId");
    if (!id.isTextual()) {
      throw new IllegalArgumentException("no operationId: " + operation.getKey() + " " + path);
    }
    return id.asText();
  }

  private static JsonNode document(Buffer file) {
    try {
      return new YAMLMapper().readTree(file.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
