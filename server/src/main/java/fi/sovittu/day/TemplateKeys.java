package fi.sovittu.day;

import fi.sovittu.day.TemplateFaults.Place;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names of one sort that must differ, and that other parts of the template may refer to. One thread
 * only.
 */
final class TemplateKeys {
  private final TemplateFaults faults;
  private final Map<String, Integer> lines = new LinkedHashMap<>();

  TemplateKeys(TemplateFaults faults) {
    this.faults = faults;
  }

  /**
   * Takes a name; a fault when it is taken already, case ignored. A faulty name, which reads as
   * empty, is passed over.
   */
  void declare(String name, Place place) {
    if (name.isEmpty()) {
      return;
    }
    Integer first = lines.putIfAbsent(name.toLowerCase(Locale.ROOT), place.line());
    if (first != null) {
      faults.add(place, TemplateFault.TAKEN, name, String.valueOf(first));
    }
  }

  /** Whether the key is declared. Keys have no capital letters, so this compares exactly. */
  boolean has(String key) {
    return lines.containsKey(key);
  }

  Set<String> known() {
    return lines.keySet();
  }
}
