package fi.sovittu.people.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Finds the names of one sort in a cell that lists them, separated by semicolons, vertical bars or
 * commas. A name may hold commas itself, as {@code Lapset, nuoret ja lapsiperheet} does.
 */
final class NameList {
  private final Map<String, UUID> ids = new HashMap<>();

  void put(String name, UUID id) {
    ids.put(Spelling.key(name), id);
  }

  /**
   * The ids of the names, in the cell's order, each once.
   *
   * @param unknown is told of each name that is none of ours
   */
  List<UUID> ids(String cell, Consumer<String> unknown) {
    List<UUID> found = new ArrayList<>();
    for (String part : cell.split("[;|]")) {
      String name = Spelling.clean(part);
      if (!name.isEmpty()) {
        add(name.split(",", -1), found, unknown);
      }
    }
    return found.stream().distinct().toList();
  }

  /** The longest names first: so many of the parts as make one of ours. */
  private void add(String[] parts, List<UUID> found, Consumer<String> unknown) {
    int from = 0;
    while (from < parts.length) {
      int to = parts.length;
      while (to > from && !ids.containsKey(key(parts, from, to))) {
        to--;
      }
      if (to > from) {
        found.add(ids.get(key(parts, from, to)));
        from = to;
      } else {
        String name = Spelling.clean(parts[from++]);
        if (!name.isEmpty()) {
          unknown.accept(name);
        }
      }
    }
  }

  private static String key(String[] parts, int from, int to) {
    return Spelling.key(String.join(",", List.of(parts).subList(from, to)));
  }
}
