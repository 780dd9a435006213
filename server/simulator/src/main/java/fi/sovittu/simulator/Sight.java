package fi.sovittu.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one phone sees of the meeting: the newest of each section. Event loop only. */
final class Sight {
  private final Map<String, Section> newest = new HashMap<>();

  /**
   * Takes a section in unless one at least as new is there.
   *
   * @return whether it was news
   */
  boolean take(Section section) {
    Section known = newest.get(section.address());
    if (known != null && known.revision() >= section.revision()) {
      return false;
    }
    newest.put(section.address(), section);
    return true;
  }

  boolean isRunning(String meeting, String room) {
    Section section = newest.get(Section.address("meeting", meeting));
    return section != null && section.running().contains(room);
  }

  List<Poll> openPolls(String room) {
    Section section = newest.get(Section.address("polls", room));
    return section == null ? List.of() : section.open();
  }

  List<Section.Text> texts(String room) {
    Section section = newest.get(Section.address("results", room));
    return section == null ? List.of() : section.texts();
  }
}
