package fi.sovittu.day;

import fi.sovittu.day.TemplateFaults.Place;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

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

  /**
   * The key, when it is declared (keys have no capital letters, so exactly); else a fault, unless
   * it is a faulty one, and "".
   */
  String known(String key, Place place) {
    if (!key.isEmpty() && !lines.containsKey(key)) {
      faults.add(place, TemplateFault.UNKNOWN_KEY, key, lines.keySet());
      return "";
    }
    return key;
  }
}
