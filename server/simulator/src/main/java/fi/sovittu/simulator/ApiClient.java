package fi.sovittu.simulator;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The service's HTTP API as a stubborn phone uses it: whatever fails on the way, or is answered
 * with 429 or 5xx, is sent again with the same content until there is an answer. Event loop only.
 */
final class ApiClient {
  /** A request that hears nothing for this long, milliseconds, counts as lost. */
  static final long SILENCE_MILLIS = 10_000;

  private final HttpClient http;
  private final String baseUrl;
  private final Timers timers;
  private final Counts counts;
  private final RandomGenerator random;

  /**
   * @param random spreads the retries
   */
  ApiClient(HttpClient http, String baseUrl, Timers timers, Counts counts, RandomGenerator random) {
    this.http = http;
    this.baseUrl = baseUrl;
    this.timers = timers;
    this.counts = counts;
    this.random = random;
  }

  private record Command(
      HttpMethod method,
      String path,
      @Nullable Participant participant,
      @Nullable Buffer content) {}

  /** Completes with the answer, also a refusing one; never fails. */
  Future<Answer> get(String path, @Nullable Participant participant) {
    return send(new Command(HttpMethod.GET, path, participant, null));
  }

  /** See {@link #get}. */
  Future<Answer> post(String path, @Nullable Participant participant, JsonObject body) {
    return send(new Command(HttpMethod.POST, path, participant, body.toBuffer()));
  }

  /** See {@link #get}. */
  Future<Answer> put(String path, @Nullable Participant participant, JsonObject body) {
    return send(new Command(HttpMethod.PUT, path, participant, body.toBuffer()));
  }

  private Future<Answer> send(Command command) {
    Promise<Answer> promise = Promise.promise();
    attempt(command, 1, promise);
    return promise.future();
  }

  private void attempt(Command command, int attempt, Promise<Answer> promise) {
    http.request(options(command))
        .compose(
            request -> command.content() == null ? request.send() : request.send(command.content()))
        .compose(response -> response.body().map(body -> answer(response, body)))
        .onComplete(result -> {
          if (result.succeeded() && isAnswer(result.result().status())) {
            promise.complete(result.result());
            return;
          }
          counts.retried();
          timers.after(
              BackOff.millis(attempt, random), () -> attempt(command, attempt + 1, promise));
        });
  }

  private static boolean isAnswer(int status) {
    return status < 500 && status != 429;
  }

  private RequestOptions options(Command command) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(command.method())
            .setAbsoluteURI(baseUrl + command.path())
            .setIdleTimeout(SILENCE_MILLIS)
            .putHeader("Accept-Language", "fi");
    if (command.content() != null) {
      options.putHeader("Content-Type", "application/json");
    }
    if (command.participant() != null) {
      options
          .putHeader("X-Participant", command.participant().id())
          .putHeader("Cookie", command.participant().cookie());
    }
    return options;
  }

  private static Answer answer(HttpClientResponse response, Buffer body) {
    return new Answer(response.statusCode(), json(body), cookie(response.cookies()));
  }

  /**
   * A proxy on the way may answer with something else than JSON; then the status is all there is.
   */
  private static JsonObject json(Buffer body) {
    try {
      return body.length() == 0 ? new JsonObject() : new JsonObject(body);
    } catch (DecodeException notJson) {
      return new JsonObject();
    }
  }

  private static @Nullable String cookie(List<String> setCookies) {
    if (setCookies.isEmpty()) {
      return null;
    }
    String first = setCookies.getFirst();
    int end = first.indexOf(';');
    return end < 0 ? first : first.substring(0, end);
  }
}
