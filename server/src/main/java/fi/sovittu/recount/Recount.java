package fi.sovittu.recount;

import fi.sovittu.poll.kind.Tally;
import fi.sovittu.recount.Bundle.NotABundle;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts the published ballots of a poll again, away from the service: reads the exported bundle,
 * tells the tally in plain words and whether it is the one that the bundle claims. Needs neither a
 * server nor a database.
 */
public final class Recount {
  /** The ballots give the tally that the bundle claims. */
  public static final int SAME = 0;

  /** They give another tally, or some ballots are impossible or stand there twice. */
  public static final int DIFFERENT = 1;

  /** The file is no bundle. */
  public static final int NOT_A_BUNDLE = 2;

  /** How many differences or places are told one by one. */
  private static final int TOLD = 20;

  private final Bundle bundle;
  private final PrintStream out;
  private final List<String> faults = new ArrayList<>();

  private Recount(Bundle bundle, PrintStream out) {
    this.bundle = bundle;
    this.out = out;
  }

  /**
   * Counts the bundle in a file.
   *
   * @param out where everything is told, in English
   * @return {@link #SAME}, {@link #DIFFERENT} or {@link #NOT_A_BUNDLE}
   */
  public static int run(Path file, PrintStream out) {
    try {
      return new Recount(Bundle.parse(Files.readString(file)), out).run();
    } catch (NotABundle e) {
      out.println(e.getMessage());
    } catch (IOException e) {
      out.println("The file cannot be read: " + file);
    }
    return NOT_A_BUNDLE;
  }

  private int run() {
    out.println(bundle.meeting());
    out.printf("%s (%s, round %d)%n", bundle.title(), bundle.question().kind(), bundle.round());
    Tally tally = bundle.question().count(possible());
    findRepeated();
    out.printf("%n%s%n", TallyText.count(tally.ballots(), "ballot"));
    TallyText.lines(tally, bundle.items()).forEach(out::println);
    out.println();
    List<String> differences = new ArrayList<>();
    compare("", bundle.tally(), new JsonObject(Json.encodeToBuffer(tally)), differences);
    faults.forEach(out::println);
    if (differences.isEmpty()) {
      out.println("The tally is the same as in the file.");
    } else {
      out.println("The tally is NOT the same as in the file:");
      differences.stream().limit(TOLD).forEach(difference -> out.println("  " + difference));
      if (differences.size() > TOLD) {
        out.println("  and " + (differences.size() - TOLD) + " more");
      }
    }
    return differences.isEmpty() && faults.isEmpty() ? SAME : DIFFERENT;
  }

  /** The answers that the poll could have taken; the others become a fault. */
  private List<JsonArray> possible() {
    List<JsonArray> possible = new ArrayList<>();
    List<String> impossible = new ArrayList<>();
    for (int i = 0; i < bundle.ballots().size(); i++) {
      Bundle.Ballot ballot = bundle.ballots().get(i);
      if (isPossible(ballot.answers())) {
        possible.add(ballot.answers());
      } else {
        impossible.add("no. " + (i + 1) + " (" + ballot.receipt() + ")");
      }
    }
    fault(impossible, "not possible in this poll and not counted");
    return possible;
  }

  private boolean isPossible(JsonArray answers) {
    try {
      bundle.question().count(List.of(answers));
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void findRepeated() {
    Set<String> seen = new LinkedHashSet<>();
    Set<String> repeated = new LinkedHashSet<>();
    for (Bundle.Ballot ballot : bundle.ballots()) {
      if (!seen.add(ballot.receipt())) {
        repeated.add(ballot.receipt());
      }
    }
    fault(List.copyOf(repeated), "in the file more than once by their codes");
  }

  private void fault(List<String> places, String what) {
    if (!places.isEmpty()) {
      String more = places.size() > TOLD ? " and " + (places.size() - TOLD) + " more" : "";
      faults.add(
          TallyText.count(places.size(), "ballot")
              + " "
              + what
              + ": "
              + String.join(", ", places.subList(0, Math.min(TOLD, places.size())))
              + more);
    }
  }

  /** Lays the two tallies side by side, number by number. */
  private static void compare(
      String path, @Nullable Object claimed, @Nullable Object counted, List<String> differences) {
    if (claimed instanceof JsonObject left && counted instanceof JsonObject right) {
      Set<String> names = new TreeSet<>(left.fieldNames());
      names.addAll(right.fieldNames());
      for (String name : names) {
        String part = path.isEmpty() ? name : path + "." + name;
        compare(part, left.getValue(name), right.getValue(name), differences);
      }
    } else if (claimed instanceof JsonArray left && counted instanceof JsonArray right) {
      for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
        compare(path + "[" + i + "]", at(left, i), at(right, i), differences);
      }
    } else if (!isSame(claimed, counted)) {
      differences.add(path + ": the file says " + claimed + ", counted " + counted);
    }
  }

  private static @Nullable Object at(JsonArray array, int i) {
    return i < array.size() ? array.getValue(i) : null;
  }

  /** Numbers are the same however they are written: 3.40 is 3.4. */
  private static boolean isSame(@Nullable Object one, @Nullable Object other) {
    return one instanceof Number a && other instanceof Number b
        ? new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) == 0
        : Objects.equals(one, other);
  }
}
