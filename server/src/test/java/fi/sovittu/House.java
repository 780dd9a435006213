package fi.sovittu;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rooms of the server from top to bottom, each a package below {@code fi.sovittu}. A room knows
 * only rooms on lower lines; those on one line do not know each other. A new package is a word
 * here.
 */
final class House {
  static final String ROOMS =
      """
      app
      records  teams  post  privacy
      day
      people  recount  letters
      people.roster
      attendance  poll
      poll.count  poll.text
      poll.ballot
      poll.kind
      poll.rules
      agenda  goal
      meeting  identity.signin
      identity
      live
      teams.report
      http  db  table  paper  simulator
      base
      """;

  private static final String TOP = "fi.sovittu.";

  private static final Map<String, Integer> FLOORS = floors();

  private House() {}

  private static Map<String, Integer> floors() {
    Map<String, Integer> floors = new HashMap<>();
    String[] lines = ROOMS.strip().split("\n");
    for (int line = 0; line < lines.length; line++) {
      for (String room : lines[line].strip().split(" +")) {
        if (floors.put(TOP + room, lines.length - line) != null) {
          throw new IllegalStateException("twice in the house: " + room);
        }
      }
    }
    return Map.copyOf(floors);
  }

  /** The packages that have a place. */
  static Map<String, Integer> all() {
    return FLOORS;
  }

  /** How high a package lies, 1 at the bottom; null for one that has no place. */
  static @Nullable Integer floor(String name) {
    return FLOORS.get(name);
  }
}
