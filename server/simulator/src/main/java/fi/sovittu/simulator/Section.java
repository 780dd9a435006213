package fi.sovittu.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A live section, of which only what a participant acts upon is kept. Immutable, so the people of
 * the hall share it.
 *
 * @param running the rooms that run now, if this is the section {@code meeting}
 * @param open the open polls, if this is a section {@code polls}
 * @param texts what people wrote in open text polls, if this is a section {@code results}
 */
record Section(
    String address, long revision, Set<String> running, List<Poll> open, List<Text> texts) {

  /** Nobody reads a list of texts further than this. */
  private static final int MOST_READ = 40;

  /** A text that everyone sees, by its id in its poll. */
  record Text(String poll, String entry) {}

  /** The bridge's address of a section. */
  static String address(String name, String scope) {
    return "sovittu." + name + "." + scope;
  }

  /** Reads the contract's {@code Section}. */
  static Section of(JsonObject section) {
    String name = section.getString("section");
    JsonObject data = section.getJsonObject("data");
    return new Section(
        address(name, section.getString("scope")),
        section.getLong("revision"),
        name.equals("meeting") ? running(data.getJsonArray("rooms")) : Set.of(),
        name.equals("polls") ? open(data.getJsonArray("polls")) : List.of(),
        name.equals("results") ? texts(data.getJsonArray("results")) : List.of());
  }

  /** Reads the sections of the contract's {@code Snapshot}. */
  static List<Section> all(JsonObject snapshot) {
    JsonArray sections = snapshot.getJsonArray("sections");
    List<Section> all = new ArrayList<>(sections.size());
    for (int i = 0; i < sections.size(); i++) {
      all.add(of(sections.getJsonObject(i)));
    }
    return all;
  }

  private static Set<String> running(JsonArray rooms) {
    Set<String> running = new HashSet<>();
    for (int i = 0; i < rooms.size(); i++) {
      JsonObject room = rooms.getJsonObject(i);
      if (room.getString("state").equals("RUNNING")) {
        running.add(room.getString("id"));
      }
    }
    return Set.copyOf(running);
  }

  private static List<Poll> open(JsonArray polls) {
    List<Poll> open = new ArrayList<>();
    for (int i = 0; i < polls.size(); i++) {
      JsonObject poll = polls.getJsonObject(i);
      if (poll.getString("state").equals("OPEN")) {
        open.add(Poll.of(poll));
      }
    }
    return List.copyOf(open);
  }

  private static List<Text> texts(JsonArray results) {
    List<Text> texts = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      JsonObject result = results.getJsonObject(i);
      JsonObject tally = result.getJsonObject("tally");
      if (tally != null && tally.getString("kind").equals("TEXT")) {
        JsonArray entries = tally.getJsonArray("entries");
        for (int j = 0; j < Math.min(entries.size(), MOST_READ); j++) {
          texts.add(new Text(result.getString("poll"), entries.getJsonObject(j).getString("id")));
        }
      }
    }
    return List.copyOf(texts);
  }
}
