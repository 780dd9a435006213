package fi.sovittu.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ends connections on which a request never comes whole, byte after byte ("slow HTTP"): they would
 * keep a place each for as long as they like. Silent ones are ended by the server's idle timeout.
 * Event loop only.
 */
public final class SlowConnections {
  /** How long the head of a connection's first request may take, milliseconds. */
  static final long HEAD_MILLIS = 20_000;

  /** How long a body may take, milliseconds: 5 MB over a slow phone's network. */
  static final long BODY_MILLIS = 45_000;

  /**
   * How long after a request the next one may take, milliseconds: a slow download comes between.
   */
  static final long NEXT_MILLIS = 600_000;

  /** How often they are looked for, milliseconds. */
  static final long LOOK_MILLIS = 5_000;

  private static final class Progress {
    private long since = System.nanoTime();
    private long patience = HEAD_MILLIS;
    private @Nullable HttpServerResponse response;
  }

  private final Map<HttpConnection, Progress> open = new HashMap<>();

  public SlowConnections(Vertx vertx) {
    vertx.setPeriodic(LOOK_MILLIS, look -> look());
  }

  /** A connection has been made. */
  public void opened(HttpConnection connection) {
    open.put(connection, new Progress());
    connection.closeHandler(closed -> open.remove(connection));
  }

  /** The head of a request has come. */
  public void begins(HttpServerRequest request) {
    if (request.headers().contains(HttpHeaders.UPGRADE)) {
      // A WebSocket; its pings are watched over instead.
      open.remove(request.connection());
      return;
    }
    Progress progress = open.get(request.connection());
    if (progress == null) {
      return;
    }
    progress.since = System.nanoTime();
    progress.patience = BODY_MILLIS;
    progress.response = null;
    request
        .end()
        .onSuccess(whole -> {
          progress.since = System.nanoTime();
          progress.patience = NEXT_MILLIS;
          progress.response = request.response();
        });
  }

  private void look() {
    long now = System.nanoTime();
    List<HttpConnection> slow =
        open.entrySet().stream()
            .filter(one -> isSlow(one.getValue(), now))
            .map(Map.Entry::getKey)
            .toList();
    slow.forEach(HttpConnection::close);
  }

  /** While an answer is being made or streamed, nobody waits for the client. */
  private static boolean isSlow(Progress progress, long now) {
    return now - progress.since > progress.patience * 1_000_000
        && (progress.response == null || progress.response.ended());
  }
}
