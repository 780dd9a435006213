package fi.sovittu.support;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Someone with a browser: keeps cookies, holds a participant, and calls the public API and nothing
 * else.
 */
public final class Person {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI service;
  private final Map<String, String> cookies = new TreeMap<>();
  private UUID participant;

  public Person(URI service) {
    this.service = service;
  }

  /** Joins the meeting with a key of its own; fails the test when that is refused. */
  public static Person joining(URI service, String code, JsonObject wish) {
    Person person = new Person(service);
    person.take(person.post("/api/meetings/" + code + "/participants", wish));
    return person;
  }

  /** Somebody whom the service has let in already. */
  public static Person seated(URI service, UUID participant, String setCookie) {
    Person person = new Person(service);
    person.participant = participant;
    person.keep(setCookie);
    return person;
  }

  /** Opens a personal link as it was handed out. */
  public static Person opening(URI service, String link) {
    Person person = new Person(service);
    String token = link.substring(link.indexOf('#') + 1);
    person.take(person.post("/api/sessions", new JsonObject().put("link", token)));
    return person;
  }

  private void take(Answer answer) {
    participant = UUID.fromString(answer.done().json().getString("id"));
  }

  /** The same browser acting for another participant, whether it holds that or not. */
  public Person as(UUID otherParticipant) {
    Person same = new Person(service);
    same.cookies.putAll(cookies);
    same.participant = otherParticipant;
    return same;
  }

  /** The same browser at another node of the service. */
  public Person at(URI node) {
    Person same = new Person(node);
    same.cookies.putAll(cookies);
    same.participant = participant;
    return same;
  }

  public UUID participant() {
    return participant;
  }

  public URI service() {
    return service;
  }

  /** The value of the header {@code Cookie}. */
  public String cookie() {
    StringBuilder text = new StringBuilder();
    cookies.forEach((name, value) ->
        text.append(text.isEmpty() ? "" : "; ").append(name).append('=').append(value));
    return text.toString();
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer post(String path, JsonObject body) {
    return send(request(path, "POST", body));
  }

  public Answer put(String path, JsonObject body) {
    return send(request(path, "PUT", body));
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  /** A command without a body. */
  public Answer post(String path) {
    return send(request(path).POST(BodyPublishers.noBody()));
  }

  /** Sends without waiting, for what happens at the same time. */
  public CompletableFuture<Answer> putting(String path, JsonObject body) {
    return sending(request(path, "PUT", body));
  }

  public CompletableFuture<Answer> posting(String path, JsonObject body) {
    return sending(request(path, "POST", body));
  }

  public CompletableFuture<Answer> posting(String path) {
    return sending(request(path).POST(BodyPublishers.noBody()));
  }

  public CompletableFuture<Answer> getting(String path) {
    return sending(request(path).GET());
  }

  private HttpRequest.Builder request(String path, String method, JsonObject body) {
    return request(path)
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofByteArray(body.toBuffer().getBytes()));
  }

  /**
   * A request with this browser's cookies and participant, for what the other methods do not send.
   */
  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = withoutParticipant(path);
    if (participant != null) {
      request.header("X-Participant", participant.toString());
    }
    return request;
  }

  /** A request such as a foreign page could make this browser send. */
  public HttpRequest.Builder withoutParticipant(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(service.resolve(path)).timeout(ANSWER_WITHIN);
    if (!cookies.isEmpty()) {
      request.header("Cookie", cookie());
    }
    return request;
  }

  public Answer send(HttpRequest.Builder request) {
    return sending(request).join();
  }

  public CompletableFuture<Answer> sending(HttpRequest.Builder request) {
    return CLIENT
        .sendAsync(request.build(), BodyHandlers.ofByteArray())
        .thenApply(response -> {
          response.headers().allValues("Set-Cookie").forEach(this::keep);
          return Answer.of(response);
        });
  }

  private synchronized void keep(String setCookie) {
    String pair = setCookie.substring(0, setCookie.indexOf(';'));
    cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
  }

  /** Says where and how this person is. */
  public Answer isHere(String channel, UUID room) {
    return put("/api/me/attendance", statement(true, channel, room));
  }

  public Answer leaves() {
    return put("/api/me/attendance", statement(false, "ON_SITE", null));
  }

  /** The contract's {@code AttendanceStatement}. */
  public static JsonObject statement(boolean present, String channel, UUID room) {
    return new JsonObject()
        .put("present", present)
        .put("channel", channel)
        .put("room", room == null ? null : room.toString());
  }

  public Answer votes(UUID poll, JsonObject ballot) {
    return put(ballotOf(poll), ballot);
  }

  public CompletableFuture<Answer> voting(UUID poll, JsonObject ballot) {
    return putting(ballotOf(poll), ballot);
  }

  public static String ballotOf(UUID poll) {
    return "/api/polls/" + poll + "/ballot";
  }

  /** The newest state of everything that this participant may see. */
  public JsonArray sections() {
    return get("/api/live").done().json().getJsonArray("sections");
  }

  /** One section of the snapshot, or null when this participant is not shown it. */
  public JsonObject section(String name, UUID scope) {
    for (Object one : sections()) {
      JsonObject section = (JsonObject) one;
      if (section.getString("section").equals(name)
          && section.getString("scope").equals(scope.toString())) {
        return section;
      }
    }
    return null;
  }
}
