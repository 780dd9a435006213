package fi.sovittu.teams.report;

import fi.sovittu.teams.report.ReportRows.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The older reports, whose rows tell single joins and leaves. Which word means which is known in
 * some languages; in the others nobody leaves before having joined. Pure.
 *
 * @param joins words that mean a join
 * @param leaves words that mean a leave
 */
record JoinsAndLeaves(Set<String> joins, Set<String> leaves) {
  private static final List<String> JOINED =
      List.of("joined", "liittyi", "liittynyt", "anslöt", "anslutit", "gick med", "beigetreten");

  private static final List<String> LEFT =
      List.of("left", "poistui", "poistunut", "lämnade", "lämnat", "verlassen", "hat verlassen");

  /**
   * Two rows that belong together.
   *
   * @param left null when no leaving followed
   */
  record Pair(Row joined, @Nullable Row left) {}

  /**
   * @throws RefusedReport when a word could mean either
   */
  static JoinsAndLeaves of(List<Row> rows) {
    Set<String> firsts = new HashSet<>();
    Set<String> persons = new HashSet<>();
    for (Row row : rows) {
      if (persons.add(row.attendee())) {
        firsts.add(row.action());
      }
    }
    Set<String> joins = new LinkedHashSet<>();
    Set<String> leaves = new LinkedHashSet<>();
    for (Row row : rows) {
      String word = row.action();
      if (begins(word, LEFT)) {
        leaves.add(word);
      } else if (begins(word, JOINED) || firsts.contains(word)) {
        joins.add(word);
      } else {
        leaves.add(word);
      }
    }
    Row first = rows.getFirst();
    if (joins.isEmpty() || (leaves.isEmpty() && joins.size() > 1 && !known(joins))) {
      throw RefusedReport.of(first.line(), ReportFault.ACTION_UNKNOWN, first.action());
    }
    return new JoinsAndLeaves(joins, leaves);
  }

  /** Whether a word is known to tell a join or a leave. */
  static boolean isKnown(String word) {
    return begins(word, JOINED) || begins(word, LEFT);
  }

  private static boolean known(Set<String> words) {
    return words.stream().allMatch(word -> begins(word, JOINED));
  }

  private static boolean begins(String word, List<String> known) {
    String lower = word.toLowerCase(Locale.ROOT);
    return known.stream().anyMatch(lower::startsWith);
  }

  /**
   * The stays of each person. Somebody with two devices joins twice and is gone when both have
   * left.
   *
   * @param at the instant of a row
   * @param unmatched told of every leaving without a join before it
   */
  <T extends Comparable<T>> List<Pair> pairs(
      List<Row> rows, Function<Row, T> at, Consumer<Row> unmatched) {
    Map<String, List<Row>> byAttendee = new LinkedHashMap<>();
    rows.forEach(
        row -> byAttendee.computeIfAbsent(row.attendee(), first -> new ArrayList<>()).add(row));
    List<Pair> pairs = new ArrayList<>();
    byAttendee
        .values()
        .forEach(own -> {
          own.sort(Comparator.comparing(at));
          pairOf(own, pairs, unmatched);
        });
    return pairs;
  }

  private void pairOf(List<Row> own, List<Pair> pairs, Consumer<Row> unmatched) {
    Row since = null;
    int devices = 0;
    for (Row row : own) {
      if (joins.contains(row.action())) {
        since = since == null ? row : since;
        devices++;
      } else if (since == null) {
        unmatched.accept(row);
      } else if (--devices == 0) {
        pairs.add(new Pair(since, row));
        since = null;
      }
    }
    if (since != null) {
      pairs.add(new Pair(since, null));
    }
  }
}
