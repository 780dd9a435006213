package fi.sovittu.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a browser calls itself, coarsely: its name and its system, such as {@code Firefox, Windows}.
 * Made of known words only, so nothing that a browser says of itself reaches a page or the
 * database.
 */
public final class Device {
  /** In the order of looking: most browsers name Chrome and Safari too. */
  private static final Map<String, String> BROWSERS =
      inOrder(
          "Edg/",
          "Edge",
          "EdgA/",
          "Edge",
          "EdgiOS/",
          "Edge",
          "OPR/",
          "Opera",
          "SamsungBrowser/",
          "Samsung Internet",
          "Firefox/",
          "Firefox",
          "FxiOS/",
          "Firefox",
          "CriOS/",
          "Chrome",
          "Chrome/",
          "Chrome",
          "Safari/",
          "Safari");

  private static final Map<String, String> SYSTEMS =
      inOrder(
          "Android",
          "Android",
          "iPhone",
          "iOS",
          "iPad",
          "iPadOS",
          "Windows",
          "Windows",
          "Mac OS X",
          "macOS",
          "CrOS",
          "ChromeOS",
          "Linux",
          "Linux");

  private Device() {}

  /** Null where neither the browser nor the system is known. */
  public static @Nullable String of(@Nullable String userAgent) {
    if (userAgent == null) {
      return null;
    }
    String words =
        Stream.of(BROWSERS, SYSTEMS)
            .flatMap(known ->
                known.entrySet().stream()
                    .filter(one -> userAgent.contains(one.getKey()))
                    .map(Map.Entry::getValue)
                    .limit(1))
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? null : words;
  }

  private static Map<String, String> inOrder(String... pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
