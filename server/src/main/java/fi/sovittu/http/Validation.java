package fi.sovittu.http;

import fi.sovittu.base.Problem;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import io.vertx.openapi.contract.RequestBody;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.ValidatableRequest;
import io.vertx.openapi.validation.impl.RequestParameterImpl;
import io.vertx.openapi.validation.impl.ValidatedRequestImpl;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Validates requests by the contract's schemas, on the event loop and with validators that are made
 * once. The router's own validation makes them anew for every parameter and body, on another
 * thread: most of the time that a vote took. Event loop only.
 */
final class Validation {
  /**
   * The most items of a list and properties of an object in any request; the contract's own limits
   * are lower. Checked first, because validating each of many by the schema takes long.
   */
  static final int MOST_PARTS = 100;

  /** Faults told at a time. */
  private static final int FAULTS = 20;

  private final OpenAPIContract contract;
  private final RequestExtractor extractor = RequestExtractor.withBodyHandler();
  private final Map<JsonSchema, Validator> validators = new IdentityHashMap<>();

  Validation(OpenAPIContract contract) {
    this.contract = contract;
  }

  /**
   * Goes on with the request where it fits the contract; fails with BAD_REQUEST, MEDIA_TYPE, or
   * TOO_LARGE for a body of more bytes than the limit.
   */
  void handle(RoutingContext context, Operation operation, long bodyLimit) {
    if (context.body().length() > bodyLimit) {
      context.fail(Problem.of(Problem.Code.TOO_LARGE));
      return;
    }
    extractor
        .extractValidatableRequest(context, operation)
        .compose(request -> {
          context.put(RouterBuilder.KEY_META_DATA_VALIDATED_REQUEST, validated(request, operation));
          return Future.succeededFuture();
        })
        .onSuccess(valid -> context.next())
        .onFailure(context::fail);
  }

  private ValidatedRequestImpl validated(ValidatableRequest request, Operation operation) {
    Map<String, RequestParameter> path = new HashMap<>();
    for (Parameter parameter : operation.getParameters()) {
      Map<String, RequestParameter> given =
          switch (parameter.getIn()) {
            case PATH -> request.getPathParameters();
            case HEADER -> request.getHeaders();
            case QUERY -> request.getQuery();
            case COOKIE -> request.getCookies();
          };
      RequestParameter value = given.get(parameter.getName());
      if (value == null || value.isNull()) {
        if (parameter.isRequired()) {
          throw invalid(parameter.getName(), "is missing");
        }
        continue;
      }
      check(parameter.getSchema(), parameter.getName(), typed(parameter, value.getString()));
      if (given == request.getPathParameters()) {
        path.put(parameter.getName(), value);
      }
    }
    return new ValidatedRequestImpl(
        Map.of(), Map.of(), path, Map.of(), new RequestParameterImpl(body(request, operation)));
  }

  /** Parameters come as text; those of the contract are texts, numbers and truths. */
  private static @Nullable Object typed(Parameter parameter, @Nullable String text) {
    return switch (parameter.getSchemaType()) {
      case STRING -> text;
      default -> {
        try {
          yield Json.decodeValue(String.valueOf(text));
        } catch (DecodeException notJson) {
          throw invalid(parameter.getName(), "is of another type");
        }
      }
    };
  }

  private @Nullable Object body(ValidatableRequest request, Operation operation) {
    RequestBody body = operation.getRequestBody();
    RequestParameter given = request.getBody();
    if (body == null) {
      return null;
    }
    Buffer bytes = given == null ? null : given.getBuffer();
    if (bytes == null || bytes.length() == 0) {
      if (body.isRequired()) {
        throw invalid("body", "is missing");
      }
      return null;
    }
    if (request.getContentType() == null
        || body.determineContentType(request.getContentType()) == null) {
      throw Problem.of(Problem.Code.MEDIA_TYPE);
    }
    Object value = decoded(bytes);
    if (isTooMany(value)) {
      throw invalid("body", "has too many parts");
    }
    check(body.determineContentType(request.getContentType()).getSchema(), "body", value);
    return value;
  }

  private static boolean isTooMany(@Nullable Object value) {
    if (value instanceof JsonArray array) {
      return array.size() > MOST_PARTS || array.stream().anyMatch(Validation::isTooMany);
    }
    return value instanceof JsonObject object
        && (object.size() > MOST_PARTS
            || object.stream().map(Map.Entry::getValue).anyMatch(Validation::isTooMany));
  }

  private static @Nullable Object decoded(Buffer body) {
    try {
      return Json.decodeValue(body);
    } catch (DecodeException notJson) {
      throw invalid("body", "is not JSON in UTF-8");
    }
  }

  private void check(JsonSchema schema, String name, @Nullable Object value) {
    OutputUnit outcome =
        validators
            .computeIfAbsent(schema, contract.getSchemaRepository()::validator)
            .validate(value);
    if (!outcome.getValid()) {
      throw Problem.withFields(Problem.Code.BAD_REQUEST, faults(name, outcome));
    }
  }

  private static List<Problem.Field> faults(String name, OutputUnit outcome) {
    List<OutputUnit> errors = outcome.getErrors();
    if (errors == null || errors.isEmpty()) {
      return List.of(new Problem.Field(name, "does not fit the contract"));
    }
    return errors.stream()
        .limit(FAULTS)
        .map(error ->
            new Problem.Field(
                name + error.getInstanceLocation().substring(1), String.valueOf(error.getError())))
        .distinct()
        .toList();
  }

  private static Problem invalid(String field, String message) {
    return Problem.withFields(Problem.Code.BAD_REQUEST, List.of(new Problem.Field(field, message)));
  }
}
