package fi.sovittu.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The API as the contract {@code openapi.yaml} describes it: requests are validated by it before an
 * operation sees them, and every operation of it must be given a body before the router is made.
 */
public final class Api {
  /** The largest body of any request, bytes: an attendance report. */
  static final long LARGEST_BODY = 5_000_000;

  /** The largest template, bytes: 500,000 characters, in UTF-8 and JSON. */
  static final long TEMPLATE_BODY = 2_100_000;

  /**
   * The largest body of an operation that takes no file, bytes: a commitment ballot of 20
   * reservations of 1,000 characters each. Larger ones would keep the event loop busy for long
   * before they are refused.
   */
  static final long BODY_LIMIT = 100_000;

  /** The contract as a resource. */
  public static final String CONTRACT = "openapi.yaml";

  /** What an operation of the contract does. */
  @FunctionalInterface
  public interface Operation {
    Future<Reply> handle(Call call);
  }

  /** Is told of every answer that an operation is about to give. */
  @FunctionalInterface
  public interface Watch {
    /** When this fails, the caller gets that failure and not the answer. */
    Future<Void> answering(String operationId, Call call);
  }

  private final RouterBuilder builder;
  private final Validation validation;
  private final Unanswered unanswered;
  private Watch watch = (operationId, call) -> Future.succeededFuture();

  private Api(RouterBuilder builder, Validation validation, Unanswered unanswered) {
    this.builder = builder;
    this.validation = validation;
    this.unanswered = unanswered;
  }

  /**
   * Reads the contract; fails when it is not a valid OpenAPI document.
   *
   * @param unanswered is kept up to date by the API
   */
  public static Future<Api> load(Vertx vertx, Unanswered unanswered) {
    return vertx
        .fileSystem()
        .readFile(CONTRACT)
        .map(Api::read)
        .compose(document -> {
          Validation validation = new Validation(document);
          return OpenAPIContract.from(vertx, forRouter(document))
              .map(contract -> {
                RouterBuilder builder =
                    RouterBuilder.create(vertx, contract, RequestExtractor.withBodyHandler());
                builder.rootHandler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
                return new Api(builder, validation, unanswered);
              });
        });
  }

  private static ObjectNode read(Buffer file) {
    try {
      return new YAMLMapper().readValue(file.getBytes(), ObjectNode.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The router refuses to load a response of a media type that it does not know. */
  private static JsonObject forRouter(ObjectNode document) {
    JsonObject contract = new JsonObject(document.toString());
    contract
        .getJsonObject("components")
        .getJsonObject("responses")
        .getJsonObject("Problem")
        .remove("content");
    return contract;
  }

  /** Tells of every successful answer before it is given. */
  public void watch(Watch watch) {
    this.watch = watch;
  }

  /** Gives the contract's operation its body. */
  public Api on(String operationId, Operation operation) {
    return on(operationId, BODY_LIMIT, operation);
  }

  /** Gives an operation of the contract that takes a template its body. */
  public Api onFile(String operationId, Operation operation) {
    return on(operationId, TEMPLATE_BODY, operation);
  }

  /**
   * Gives an operation of the contract that takes bytes of any kind its body; see {@link
   * Call#bytes()}.
   *
   * @param mostBytes at most {@link #LARGEST_BODY}
   */
  public Api onBytes(String operationId, long mostBytes, Operation operation) {
    return on(operationId, mostBytes, operation);
  }

  private Api on(String operationId, long bodyLimit, Operation operation) {
    OpenAPIRoute route = builder.getRoute(operationId);
    if (route == null) {
      throw new IllegalArgumentException("not in the contract: " + operationId);
    }
    Validation.Rules rules =
        validation.rules(
            route.getOperation().getOpenAPIPath(),
            route.getOperation().getHttpMethod().name().toLowerCase(Locale.ROOT));
    // The router's own validation makes its validators anew for each parameter and body, and on
    // another thread: most of the time that a vote would take.
    route
        .setDoValidation(false)
        .addHandler(context -> respond(context, operationId, rules, bodyLimit, operation))
        .addFailureHandler(context -> Problems.write(context, failure(context)));
    return this;
  }

  /**
   * @throws IllegalStateException if an operation of the contract has no body
   */
  public Router router() {
    List<String> missing =
        builder.getRoutes().stream()
            .filter(route -> route.getHandlers().isEmpty())
            .map(Api::operationId)
            .toList();
    if (!missing.isEmpty()) {
      throw new IllegalStateException("operations without a body: " + missing);
    }
    return builder.createRouter();
  }

  private static String operationId(OpenAPIRoute route) {
    return route.getOperation().getOperationId();
  }

  private void respond(
      RoutingContext context,
      String operationId,
      Validation.Rules rules,
      long bodyLimit,
      Operation operation) {
    Future<Reply> reply;
    unanswered.taken();
    try {
      Call call = new Call(context, validation.valid(context, rules, bodyLimit));
      reply =
          operation.handle(call).compose(answer -> watch.answering(operationId, call).map(answer));
    } catch (RuntimeException e) {
      reply = Future.failedFuture(e);
    }
    reply
        .onComplete(known -> unanswered.answered())
        .onSuccess(answer -> write(context, answer))
        .onFailure(failure -> Problems.write(context, failure));
  }

  private static void write(RoutingContext context, Reply reply) {
    HttpServerResponse response = context.response();
    if (response.closed()) {
      return;
    }
    response.setStatusCode(reply.status());
    for (Map.Entry<String, String> header : reply.headers()) {
      response.headers().add(header.getKey(), header.getValue());
    }
    if (reply.body() == null) {
      response.end();
    } else {
      response.end(reply.body());
    }
  }

  private static Throwable failure(RoutingContext context) {
    Throwable failure = context.failure();
    return failure == null ? new IllegalStateException("status " + context.statusCode()) : failure;
  }
}
