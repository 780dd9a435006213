package fi.sovittu.post;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.app.Main;
import fi.sovittu.support.Answer;
import fi.sovittu.support.Eventually;
import fi.sovittu.support.Hall;
import fi.sovittu.support.MailServer;
import fi.sovittu.support.Person;
import fi.sovittu.support.Service;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A meeting at a node of the shared service that has an account at an SMTP server of the test's
 * own.
 */
abstract class PostHouse {
  final MailServer mails = start();
  Main node;
  Hall hall;
  Person organiser;

  private static MailServer start() {
    try {
      return MailServer.start();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void open() throws Exception {
    Service shared = Service.shared();
    node = node(Map.of());
    hall =
        Hall.open(
            Service.addressOf(node), shared.links().links().getFirst().url(), shared.database());
    organiser = hall.organiser();
  }

  @AfterEach
  void close() throws Exception {
    mails.letGo();
    node.close();
    mails.close();
    // What a test left would be sent by the next one's node.
    hall.database().rows("delete from message");
  }

  /** Another node of the shared service, which has an account. */
  Main node(Map<String, String> more) throws Exception {
    Map<String, String> settings = new HashMap<>(Service.shared().environment("postgres"));
    settings.put("SOVITTU_SMTP_HOST", "localhost");
    settings.put("SOVITTU_SMTP_PORT", Integer.toString(mails.port()));
    settings.put("SOVITTU_SMTP_SECURITY", "none");
    settings.put("SOVITTU_SMTP_FROM", "Hyte-tiimi Ä <hyte@kunta.example>");
    settings.put("SOVITTU_SMTP_PER_MINUTE", "6000");
    settings.putAll(more);
    return Main.start(settings);
  }

  UUID invites(String name, String email) {
    UUID id = UUID.randomUUID();
    JsonObject form = hall.invitation(name, "Kunta 1", null, email, "TEAMS");
    organiser.put("/api/participants/" + id, form).done();
    return id;
  }

  static JsonObject order(String to, UUID... people) {
    JsonArray named = new JsonArray();
    for (UUID person : people) {
      named.add(person.toString());
    }
    return new JsonObject().put("to", to).put("participants", people.length == 0 ? null : named);
  }

  Answer orders(String to, UUID... people) {
    return organiser.put("/api/post/orders/" + UUID.randomUUID(), order(to, people));
  }

  JsonObject progress() {
    return organiser.get("/api/post").done().json();
  }

  void awaitCount(String what, int count) {
    Eventually.until(count + " were " + what, () -> progress().getInteger(what) == count);
  }

  List<JsonObject> unreached() {
    return organiser.get("/api/post/unreached").done().json().getJsonArray("participants").stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  long claimed() {
    return hall.database().count("select count(*) from message where claimed_until is not null");
  }

  /** The time of the next try has come. */
  void later() {
    hall.database().rows("update message set next_at = clock_timestamp() where state = 'QUEUED'");
  }

  Mail mail(String address) throws Exception {
    List<MailServer.Taken> taken = mails.takenFor(address);
    assertThat(taken).hasSize(1);
    return new Mail(taken.getFirst());
  }
}
