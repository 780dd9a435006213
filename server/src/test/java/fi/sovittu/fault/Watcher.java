package fi.sovittu.fault;

import fi.sovittu.support.Eventually;
import fi.sovittu.support.Listener;
import fi.sovittu.support.Person;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A phone that listens: keeps the newest of each section, fetches the snapshot when it connects,
 * and connects again when its socket has ended or has been silent for long. Thread-safe.
 */
final class Watcher implements AutoCloseable {
  /** A little longer than it takes from one beat of the service to the next. */
  private static final Duration SILENCE = Duration.ofSeconds(7);

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration SNAPSHOT_WITHIN = Duration.ofSeconds(3);

  private final Person person;
  private final Map<String, JsonObject> newest = new ConcurrentHashMap<>();
  private volatile long heardAt;
  private volatile boolean stopped;

  private Watcher(Person person) {
    this.person = person;
  }

  /** Listens from now on to all that the person is shown. */
  static Watcher of(Person person) {
    Watcher watcher = new Watcher(person);
    Thread.startVirtualThread(watcher::run);
    return watcher;
  }

  private void run() {
    while (!stopped) {
      try (Listener listener = Listener.of(person)) {
        listener.watching(this::heard);
        heardAt = System.nanoTime();
        listener.send(Listener.registration("sovittu.beat"));
        for (JsonObject section : snapshot()) {
          keep(section);
          listener.send(Listener.registration(addressOf(section)));
        }
        // What changed between the snapshot and the registrations.
        snapshot().forEach(this::keep);
        while (!stopped && !listener.isClosed() && !isSilent()) {
          LockSupport.parkNanos(PAUSE.toNanos());
        }
      } catch (RuntimeException | AssertionError cutOff) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private boolean isSilent() {
    return System.nanoTime() - heardAt > SILENCE.toNanos();
  }

  private void heard(JsonObject frame) {
    heardAt = System.nanoTime();
    JsonObject body = frame.getJsonObject("body");
    if (body.containsKey("section")) {
      keep(body);
    }
  }

  private List<JsonObject> snapshot() {
    return sections(
        person.send(person.request("/api/live").timeout(SNAPSHOT_WITHIN).GET()).done().json());
  }

  private static List<JsonObject> sections(JsonObject snapshot) {
    return snapshot.getJsonArray("sections").stream().map(JsonObject.class::cast).toList();
  }

  private static String addressOf(JsonObject section) {
    return "sovittu." + section.getString("section") + "." + section.getString("scope");
  }

  private void keep(JsonObject section) {
    newest.merge(
        addressOf(section),
        section,
        (one, other) -> other.getLong("revision") >= one.getLong("revision") ? other : one);
  }

  /**
   * Waits until it knows what the service shows now.
   *
   * @param same the same person with a network that works
   */
  void awaitTruth(Person same) {
    Eventually.until(
        "a phone heard the newest of everything",
        () ->
            sections(same.get("/api/live").done().json()).stream()
                .allMatch(section -> section.equals(newest.get(addressOf(section)))));
  }

  @Override
  public void close() {
    stopped = true;
  }
}
