package fi.sovittu.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run can be told by system properties.
 *
 * @param phones how many join and vote
 * @param connections how many keep-alive connections they share
 * @param seconds the length of each measurement of speed, and a third of that of latency
 * @param rate the steady votes a second whose latency is measured
 * @param crowds how many phones are in each of the whole halls; none leaves these out
 * @param flush how much longer than here a disk takes to make a commit durable, microseconds up to
 *     100,000: for the ratios depend on it
 * @param strict whether a missed target fails the run
 * @param folder where the database and {@code bench.json} are written
 */
record Settings(
    int phones,
    int connections,
    int seconds,
    int rate,
    List<Integer> crowds,
    int flush,
    boolean strict,
    Path folder) {

  static Settings given() {
    return new Settings(
        Integer.getInteger("bench.phones", 2_000),
        Integer.getInteger("bench.connections", 512),
        Integer.getInteger("bench.seconds", 5),
        Integer.getInteger("bench.rate", 500),
        crowds(System.getProperty("bench.crowds", "130,1000")),
        Integer.getInteger("bench.flush", 0),
        Boolean.getBoolean("bench.strict"),
        Path.of(System.getProperty("bench.folder", "target")).toAbsolutePath());
  }

  private static List<Integer> crowds(String sizes) {
    return Stream.of(sizes.split(","))
        .map(String::strip)
        .filter(size -> !size.isEmpty())
        .map(Integer::valueOf)
        .toList();
  }

  /** How many votes are under way at once: a phone votes again only when it has been answered. */
  int lanes() {
    return Math.min(connections, phones);
  }
}
