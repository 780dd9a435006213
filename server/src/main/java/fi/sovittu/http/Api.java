package fi.sovittu.http;

import fi.sovittu.base.Limit;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The API as the contract {@code openapi.yaml} describes it: requests are validated by it before an
 * operation sees them, and every operation of it must be given a body before the router is made.
 */
public final class Api {
  /** The largest body of any request, bytes: an attendance report. */
  @Limit(value = "A request that carries a file", unit = "bytes")
  static final long LARGEST_BODY = 5_000_000;

  /** The largest template, bytes: 500,000 characters, in UTF-8 and JSON. */
  static final long TEMPLATE_BODY = 2_100_000;

  /**
   * The largest body of an operation that takes no file, bytes: a commitment ballot of 20
   * reservations of 1,000 characters each. Larger ones would keep the event loop busy for long
   * before they are refused.
   */
  @Limit(value = "Any other request", unit = "bytes")
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

  /** In the order in which their routes are tried. */
  private final Map<String, Contract.Operation> operations = new LinkedHashMap<>();

  private final Map<String, Handler<RoutingContext>> handlers = new HashMap<>();
  private final Vertx vertx;
  private final Unanswered unanswered;
  private Watch watch = (operationId, call) -> Future.succeededFuture();

  private Api(Vertx vertx, List<Contract.Operation> operations, Unanswered unanswered) {
    this.vertx = vertx;
    this.unanswered = unanswered;
    for (Contract.Operation operation : operations) {
      if (this.operations.put(operation.id(), operation) != null) {
        throw new IllegalArgumentException("twice in the contract: " + operation.id());
      }
    }
  }

  /**
   * Reads the contract.
   *
   * @param unanswered is kept up to date by the API
   */
  public static Future<Api> load(Vertx vertx, Unanswered unanswered) {
    return vertx
        .fileSystem()
        .readFile(CONTRACT)
        .map(file -> new Api(vertx, Contract.operations(file), unanswered));
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
    Contract.Operation declared = operations.get(operationId);
    if (declared == null) {
      throw new IllegalArgumentException("not in the contract: " + operationId);
    }
    Handler<RoutingContext> handler = context -> respond(context, declared, bodyLimit, operation);
    if (handlers.put(operationId, handler) != null) {
      throw new IllegalArgumentException("has a body already: " + operationId);
    }
    return this;
  }

  /**
   * @throws IllegalStateException if an operation of the contract has no body
   */
  public Router router() {
    Router router = Router.router(vertx);
    router.route().handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
    operations.forEach((id, operation) -> {
      Handler<RoutingContext> handler = handlers.get(id);
      if (handler == null) {
        throw new IllegalStateException("operation without a body: " + id);
      }
      router
          .route(operation.method(), operation.route())
          .handler(handler)
          .failureHandler(context -> Problems.write(context, failure(context)));
    });
    return router;
  }

  private void respond(
      RoutingContext context, Contract.Operation declared, long bodyLimit, Operation operation) {
    Future<Reply> reply;
    unanswered.taken();
    try {
      Call call = new Call(context, Validation.valid(context, declared.rules(), bodyLimit));
      reply =
          operation
              .handle(call)
              .compose(answer -> watch.answering(declared.id(), call).map(answer));
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
