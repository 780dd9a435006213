package fi.sovittu.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import fi.sovittu.base.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.jackson.DatabindCodec;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Validates requests by the contract's schemas (OpenAPI 3.1, so JSON Schema 2020-12), compiled once
 * for each operation. Immutable.
 */
final class Validation {
  /**
   * The most items of a list and properties of an object in any request; the contract's own limits
   * are lower. Checked first, because validating each of many by the schema takes long.
   */
  static final int MOST_PARTS = 100;

  /** Faults told at a time. */
  private static final int FAULTS = 20;

  /** Where the contract's references begin; nothing is fetched from there. */
  private static final String CONTRACT = "https://sovittu.invalid/openapi";

  private static final String JSON = "application/json";

  private static final ObjectReader READER =
      DatabindCodec.mapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** What a request to one operation must look like. */
  record Rules(List<Parameter> parameters, boolean bodyRequired, @Nullable Schema body) {}

  /**
   * @param in where the contract puts it: {@code path}, {@code query} or {@code header}
   * @param textual whether it is a text; others are read as JSON
   */
  record Parameter(String name, String in, boolean required, boolean textual, Schema schema) {}

  /**
   * A request that fits the contract.
   *
   * @param path the path parameters by name
   */
  record Valid(Map<String, String> path, @Nullable JsonNode body) {}

  private final JsonNode contract;

  /** The document; what is asked of it by a pointer shares it, where the registry would copy it. */
  private final Schema document;

  /**
   * @param contract an OpenAPI 3.1 document
   */
  Validation(JsonNode contract) {
    this.contract = contract;
    this.document =
        SchemaRegistry.withDefaultDialect(
                Dialects.getOpenApi31(),
                builder ->
                    builder.schemaRegistryConfig(
                        SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .locale(Locale.ENGLISH)
                            .build()))
            .getSchema(SchemaLocation.of(CONTRACT), contract);
  }

  /**
   * @param path as the contract writes it, with its parameters in braces
   * @param method in lower case
   */
  Rules rules(String path, String method) {
    String operation = "/paths/" + path.replace("~", "~0").replace("/", "~1") + "/" + method;
    JsonNode definition = contract.at(operation);
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < definition.path("parameters").size(); i++) {
      parameters.add(parameter(operation + "/parameters/" + i));
    }
    String content = "/requestBody/content/application~1json/schema";
    return new Rules(
        List.copyOf(parameters),
        definition.at("/requestBody/required").asBoolean(),
        definition.at(content).isMissingNode() ? null : schema(operation + content));
  }

  private Parameter parameter(String pointer) {
    JsonNode given = contract.at(pointer);
    if (given.has("$ref")) {
      return parameter(given.get("$ref").asText().substring(1));
    }
    return new Parameter(
        given.get("name").asText(),
        given.get("in").asText(),
        given.path("required").asBoolean(),
        given.at("/schema/type").asText().equals("string"),
        schema(pointer + "/schema"));
  }

  private Schema schema(String pointer) {
    Schema schema =
        document.getRefSchema(
            SchemaLocation.of(CONTRACT + "#" + JsonPointer.compile(pointer)).getFragment());
    schema.initializeValidators();
    return schema;
  }

  /**
   * The request, where it fits the contract.
   *
   * @throws Problem BAD_REQUEST, MEDIA_TYPE, or TOO_LARGE for a body of more bytes than the limit
   */
  static Valid valid(RoutingContext context, Rules rules, long bodyLimit) {
    Buffer body = context.body().buffer();
    if (body != null && body.length() > bodyLimit) {
      throw Problem.of(Problem.Code.TOO_LARGE);
    }
    Map<String, String> path = new HashMap<>();
    for (Parameter parameter : rules.parameters()) {
      String value = given(context, parameter);
      if (value == null) {
        if (parameter.required()) {
          throw invalid(parameter.name(), "is missing");
        }
        continue;
      }
      check(
          parameter.schema(),
          parameter.name(),
          parameter.textual() ? TextNode.valueOf(value) : json(parameter.name(), value));
      if (parameter.in().equals("path")) {
        path.put(parameter.name(), value);
      }
    }
    return new Valid(path, rules.body() == null ? null : body(context, body, rules, rules.body()));
  }

  private static @Nullable String given(RoutingContext context, Parameter parameter) {
    return switch (parameter.in()) {
      case "path" -> context.pathParam(parameter.name());
      case "query" -> context.queryParams().get(parameter.name());
      default -> context.request().getHeader(parameter.name());
    };
  }

  private static JsonNode json(String parameter, String text) {
    try {
      return READER.readTree(text);
    } catch (IOException notJson) {
      throw invalid(parameter, "is of another type");
    }
  }

  private static @Nullable JsonNode body(
      RoutingContext context, @Nullable Buffer bytes, Rules rules, Schema schema) {
    if (bytes == null || bytes.length() == 0) {
      if (rules.bodyRequired()) {
        throw invalid("body", "is missing");
      }
      return null;
    }
    if (!isJson(context.request().getHeader("Content-Type"))) {
      throw Problem.of(Problem.Code.MEDIA_TYPE);
    }
    JsonNode value = decoded(bytes);
    if (isTooMany(value)) {
      throw invalid("body", "has too many parts");
    }
    check(schema, "body", value);
    return value;
  }

  private static boolean isJson(@Nullable String mediaType) {
    return mediaType != null && mediaType.split(";", 2)[0].strip().equalsIgnoreCase(JSON);
  }

  private static boolean isTooMany(JsonNode value) {
    if (value.size() > MOST_PARTS) {
      return true;
    }
    for (JsonNode part : value) {
      if (isTooMany(part)) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode decoded(Buffer body) {
    try {
      return READER.readTree(body.getBytes());
    } catch (IOException notJson) {
      throw invalid("body", "is not JSON in UTF-8");
    }
  }

  private static void check(Schema schema, String name, JsonNode value) {
    List<Error> errors = schema.validate(value);
    if (!errors.isEmpty()) {
      throw Problem.withFields(
          Problem.Code.BAD_REQUEST,
          errors.stream()
              .limit(FAULTS)
              .map(error ->
                  new Problem.Field(name + error.getInstanceLocation(), error.getMessage()))
              .distinct()
              .toList());
    }
  }

  private static Problem invalid(String field, String message) {
    return Problem.withFields(Problem.Code.BAD_REQUEST, List.of(new Problem.Field(field, message)));
  }
}
