package fi.sovittu.attendance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How many persons a municipality may have on site: a rule of the day's template. Immutable.
 *
 * @param onSite in all; null for any number
 * @param perRoom in one parallel room; null for any number
 */
record Quota(@Nullable Integer onSite, @Nullable Integer perRoom) {
  /**
   * A municipality with too many persons on site.
   *
   * @param room the parallel room that too many of them have chosen or are in; null for too many in
   *     all
   */
  record Over(UUID organisation, @Nullable UUID room, int persons) {}

  /**
   * Everything that exceeds the quota. A person counts for the parallel room where they are, and in
   * the plenary for the one they have chosen: too many for a room shows before it starts.
   */
  List<Over> over(Board.Frame frame, List<Board.Group> groups) {
    Map<UUID, Integer> inAll = new TreeMap<>();
    Map<UUID, Map<UUID, Integer>> inRooms = new TreeMap<>();
    for (Board.Group group : groups) {
      UUID organisation = group.organisation();
      if (organisation == null
          || group.onSite() == 0
          || !frame.municipalities().contains(organisation)) {
        continue;
      }
      inAll.merge(organisation, group.onSite(), Integer::sum);
      UUID room = group.room().equals(frame.plenary()) ? group.chosen() : group.room();
      if (room != null) {
        inRooms
            .computeIfAbsent(organisation, first -> new LinkedHashMap<>())
            .merge(room, group.onSite(), Integer::sum);
      }
    }
    List<Over> over = new ArrayList<>();
    inAll.forEach((organisation, persons) -> {
      if (onSite != null && persons > onSite) {
        over.add(new Over(organisation, null, persons));
      }
      Map<UUID, Integer> rooms = inRooms.getOrDefault(organisation, Map.of());
      for (UUID room : frame.rooms()) {
        int there = rooms.getOrDefault(room, 0);
        if (perRoom != null && there > perRoom) {
          over.add(new Over(organisation, room, there));
        }
      }
    });
    return List.copyOf(over);
  }
}
