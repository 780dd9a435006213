package fi.sovittu.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The least that a server can do for a vote: it reads the JSON, inserts one row, commits, and
 * answers; and the least it can do to tell everyone something. A process of its own, as the service
 * is; its first line of output is its port.
 */
final class BareServer {
  /** The environment variable with the database's address. */
  static final String DATABASE = "BENCH_DATABASE";

  /** The path that stores what it is sent. */
  static final String INSERT = "/insert";

  /** The path that stores nothing: what HTTP alone costs. */
  static final String NOTHING = "/nothing";

  /** The path that writes its body to every open WebSocket, encoded once and in one go. */
  static final String TELL = "/tell";

  private static final int POOL_SIZE = 10;

  private BareServer() {}

  public static void main(String[] arguments) {
    Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    PgConnectOptions database = PgConnectOptions.fromUri(System.getenv(DATABASE));
    Set<ServerWebSocket> sockets = new LinkedHashSet<>();
    Pool pool =
        PgBuilder.pool()
            .with(new PoolOptions().setMaxSize(POOL_SIZE))
            .connectingTo(database.setCachePreparedStatements(true))
            .using(vertx)
            .build();
    vertx
        .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
        .webSocketHandler(socket -> {
          sockets.add(socket);
          socket.closeHandler(closed -> sockets.remove(socket));
        })
        .requestHandler(request -> {
          if (request.path().equals(TELL)) {
            tell(request, sockets);
          } else {
            answer(request, pool);
          }
        })
        .listen()
        .onSuccess(http -> System.out.println(http.actualPort()))
        .onFailure(failure -> System.exit(1));
  }

  private static void tell(HttpServerRequest request, Set<ServerWebSocket> sockets) {
    request
        .body()
        .onSuccess(body -> {
          sockets.forEach(socket -> socket.writeBinaryMessage(body));
          request.response().end();
        });
  }

  private static void answer(HttpServerRequest request, Pool pool) {
    request
        .body()
        .map(JsonObject::new)
        .compose(ballot ->
            request.path().equals(NOTHING) ? Future.succeededFuture() : insert(ballot, pool))
        .onSuccess(done ->
            request
                .response()
                .putHeader("Content-Type", "application/json")
                .end(new JsonObject().put("savedAt", Instant.now().toString()).toBuffer()))
        .onFailure(failure -> request.response().setStatusCode(500).end(failure.toString()));
  }

  private static Future<?> insert(JsonObject ballot, Pool pool) {
    return ballot.getString("key") == null
        ? Future.failedFuture("no ballot")
        : pool.preparedQuery(Floor.INSERT).execute(Floor.row());
  }
}
