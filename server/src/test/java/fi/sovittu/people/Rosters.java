package fi.sovittu.people;

import fi.sovittu.support.Answer;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** An organiser at work with roster files and people. */
final class Rosters {
  private Rosters() {}

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static Answer previewing(Person organiser, byte[] file) {
    return organiser.send(
        organiser
            .request("/api/roster/preview")
            .header("Content-Type", "application/octet-stream")
            .header("Accept-Language", "fi")
            .POST(BodyPublishers.ofByteArray(file)));
  }

  static JsonObject preview(Person organiser, byte[] file) {
    return previewing(organiser, file).done().json();
  }

  static Answer importing(Person organiser, UUID key, String digest, byte[] file) {
    return organiser.send(
        organiser
            .request("/api/roster/imports/" + key + "?digest=" + digest)
            .header("Content-Type", "application/octet-stream")
            .header("Accept-Language", "fi")
            .PUT(BodyPublishers.ofByteArray(file)));
  }

  /** Previews and imports; gives the counts. */
  static JsonObject take(Person organiser, byte[] file) {
    String digest = preview(organiser, file).getString("digest");
    return importing(organiser, UUID.randomUUID(), digest, file).done().json();
  }

  static JsonArray people(Person staff) {
    return staff.get("/api/participants").done().json().getJsonArray("participants");
  }

  /** The only entry of that name that was not merged into another. */
  static JsonObject person(Person staff, String name) {
    return people(staff).stream()
        .map(JsonObject.class::cast)
        .filter(one -> one.getString("name").equals(name) && one.getString("mergedInto") == null)
        .reduce((one, other) -> {
          throw new AssertionError("two are called " + name);
        })
        .orElseThrow(() -> new AssertionError("nobody is called " + name));
  }

  static UUID id(JsonObject entry) {
    return UUID.fromString(entry.getString("id"));
  }

  /** The contract's {@code ParticipantForm} that leaves the entry as it is. */
  static JsonObject form(JsonObject entry) {
    JsonObject form = new JsonObject();
    for (String name :
        new String[] {
          "name",
          "email",
          "organisation",
          "title",
          "groups",
          "room",
          "roles",
          "represents",
          "deputyOf",
          "expected"
        }) {
      form.put(name, entry.getValue(name));
    }
    return form;
  }

  static JsonObject grant(String role, UUID room) {
    return new JsonObject().put("role", role).put("room", room == null ? null : room.toString());
  }

  static Answer put(Person organiser, UUID id, JsonObject form) {
    return organiser.put("/api/participants/" + id, form);
  }

  /** The personal link of an imported person, opened in a browser of its own. */
  static Person opens(Hall hall, UUID id) {
    String url =
        hall.organiser().get("/api/participants/" + id + "/link").done().json().getString("url");
    return Person.opening(hall.service(), url);
  }
}
