package fi.sovittu.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The meeting as anyone with its code sees it. Immutable.
 *
 * @param plenary the plenary's id
 * @param parallel the ids of the parallel rooms, none in a plain meeting
 * @param groups the ids of the organisations that belong to each group that a poll may be limited
 *     to
 */
record Meeting(
    String id,
    String code,
    String plenary,
    List<String> parallel,
    List<Organisation> organisations,
    Map<String, Set<String>> groups) {

  /** Whom people speak for. */
  record Organisation(String id, String name, String kind) {
    boolean isMunicipality() {
      return kind.equals("MUNICIPALITY");
    }
  }

  /** Reads the contract's {@code MeetingInfo}. */
  static Meeting of(JsonObject info) {
    String plenary = "";
    List<String> parallel = new ArrayList<>();
    JsonArray rooms = info.getJsonArray("rooms");
    for (int i = 0; i < rooms.size(); i++) {
      JsonObject room = rooms.getJsonObject(i);
      if (room.getBoolean("plenary")) {
        plenary = room.getString("id");
      } else {
        parallel.add(room.getString("id"));
      }
    }
    List<Organisation> organisations = new ArrayList<>();
    JsonArray named = info.getJsonArray("organisations");
    for (int i = 0; i < named.size(); i++) {
      JsonObject one = named.getJsonObject(i);
      organisations.add(
          new Organisation(one.getString("id"), one.getString("name"), one.getString("kind")));
    }
    return new Meeting(
        info.getString("id"),
        info.getString("code"),
        plenary,
        List.copyOf(parallel),
        List.copyOf(organisations),
        groups(info.getJsonArray("groups")));
  }

  private static Map<String, Set<String>> groups(JsonArray named) {
    Map<String, Set<String>> groups = new HashMap<>();
    for (int i = 0; i < named.size(); i++) {
      JsonObject group = named.getJsonObject(i);
      Set<String> members = new HashSet<>();
      group.getJsonArray("organisations").forEach(member -> members.add((String) member));
      groups.put(group.getString("id"), Set.copyOf(members));
    }
    return Map.copyOf(groups);
  }

  boolean belongs(Organisation organisation, String group) {
    return groups.getOrDefault(group, Set.of()).contains(organisation.id());
  }
}
