package fi.sovittu.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The measured figures in reading order, as a table for people and as JSON for machines. */
final class Report {
  /**
   * What a figure should be; a run on a shared machine tells, and fails only when it is asked to.
   */
  record Target(boolean atLeast, double value) {
    boolean isMetBy(double measured) {
      return atLeast ? measured >= value : measured <= value;
    }

    String text() {
      return (atLeast ? ">= " : "<= ") + number(value);
    }
  }

  private record Line(String name, double value, String unit, Target target) {
    String verdict() {
      return target == null ? "" : target.isMetBy(value) ? "met" : "MISSED";
    }

    String text() {
      return String.format(
              Locale.ROOT,
              "%-64s %10s %-8s %-9s %s",
              name,
              number(value),
              unit,
              target == null ? "" : target.text(),
              verdict())
          .stripTrailing();
    }

    JsonObject json() {
      JsonObject json = new JsonObject().put("name", name).put("value", value).put("unit", unit);
      return target == null
          ? json
          : json.put("target", target.text()).put("met", target.isMetBy(value));
    }
  }

  private final List<Line> lines = new ArrayList<>();

  void tell(String name, double value, String unit) {
    add(new Line(name, value, unit, null));
  }

  void atLeast(double target, String name, double value, String unit) {
    add(new Line(name, value, unit, new Target(true, target)));
  }

  void atMost(double target, String name, double value, String unit) {
    add(new Line(name, value, unit, new Target(false, target)));
  }

  /** Printed at once: whoever waits sees how far it is. */
  private void add(Line line) {
    lines.add(line);
    System.out.println(line.text());
  }

  boolean allMet() {
    return lines.stream()
        .noneMatch(line -> line.target() != null && line.verdict().equals("MISSED"));
  }

  void write(Path file, JsonObject about) throws IOException {
    JsonArray figures = new JsonArray();
    lines.forEach(line -> figures.add(line.json()));
    Files.writeString(file, about.copy().put("figures", figures).encodePrettily() + "\n");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.2f", value);
  }
}
