package fi.sovittu.teams.report;

import fi.sovittu.teams.report.ReportLines.Line;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which column holds what, each counted from 0, or {@link #NONE}. Found by what the cells look like
 * and where they stand; headings, which come in any language, only help where several columns would
 * do.
 *
 * @param action where a row tells a join or a leave, which of the two; the time is in {@code
 *     joined}
 */
public record Columns(int name, int email, int joined, int left, int action) {
  /** There is no such column. */
  public static final int NONE = -1;

  /** Rows that are looked at. */
  private static final int LOOK = 300;

  /** A report of events knows joins and leaves, and those who had joined before it began. */
  private static final int MOST_ACTIONS = 6;

  /** "Full Name", "Koko nimi", "Namn", "Nom complet", "Nombre", "Nome", "Name", "Naam", "Jméno". */
  private static final Pattern NAME =
      Pattern.compile("(?iu).*(name|nimi|namn|nom\\b|nombre|nome|naam|navn|nazwa|jméno|имя|名).*");

  /** Nothing, a session's number, a hash, a UUID. */
  private static final Pattern NUMBER =
      Pattern.compile("(?U)[\\d\\W]*|(?=.*\\d)[\\p{XDigit}-]{4,}");

  /** Two times in adjoining columns, as joining and leaving are. */
  private record Span(int joined, int left) {}

  /**
   * @throws RefusedReport when no column has times, or none can be names
   */
  static Columns of(ReportTable table) {
    List<Line> rows = table.rows().subList(0, Math.min(LOOK, table.rows().size()));
    List<Integer> times =
        IntStream.range(0, table.columns())
            .filter(column -> mostly(rows, column, cell -> WrittenTime.of(cell) != null))
            .boxed()
            .toList();
    if (times.isEmpty()) {
      throw RefusedReport.of(0, ReportFault.NO_TIMES);
    }
    int email = email(table, rows);
    int name = name(table, rows, column -> !times.contains(column) && column != email);
    Span span = span(times, rows);
    int action = times.size() > 1 ? NONE : action(table, rows, name, span.joined());
    int left = span.left() == NONE ? behind(table, action, name, email, span) : span.left();
    return new Columns(name, email, span.joined(), left, action);
  }

  /** The columns of names and addresses of a table without times. */
  static Columns ofNames(ReportTable table) {
    List<Line> rows = table.rows().subList(0, Math.min(LOOK, table.rows().size()));
    int email = email(table, rows);
    return new Columns(name(table, rows, column -> column != email), email, NONE, NONE, NONE);
  }

  private static int email(ReportTable table, List<Line> rows) {
    return IntStream.range(0, table.columns())
        .filter(column -> mostly(rows, column, cell -> cell.indexOf('@') > 0))
        .findFirst()
        .orElse(NONE);
  }

  private static int name(ReportTable table, List<Line> rows, Predicate<Integer> free) {
    List<Integer> possible =
        IntStream.range(0, table.columns())
            .boxed()
            .filter(free)
            .filter(column -> rows.stream().anyMatch(row -> !row.cell(column).isEmpty()))
            .toList();
    Predicate<Integer> headed = column -> NAME.matcher(heading(table.header(), column)).matches();
    Predicate<Integer> words =
        column -> !rows.stream().allMatch(row -> NUMBER.matcher(row.cell(column)).matches());
    return Stream.of(headed.and(words), headed, words, any -> true)
        .flatMap(likely -> possible.stream().filter(likely))
        .findFirst()
        .orElseThrow(() -> RefusedReport.of(0, ReportFault.NO_TABLE));
  }

  /**
   * The two that tell the same day most often, where there are more than two: the time of
   * registering is of another day.
   */
  private static Span span(List<Integer> times, List<Line> rows) {
    if (times.size() == 1) {
      return new Span(times.getFirst(), NONE);
    }
    return IntStream.range(1, times.size())
        .mapToObj(i -> new Span(times.get(i - 1), times.get(i)))
        .max(
            Comparator.comparingLong(
                    (Span span) -> rows.stream().filter(row -> sameDay(row, span)).count())
                .thenComparing(Comparator.comparingInt(Span::joined).reversed()))
        .orElseThrow();
  }

  private static boolean sameDay(Line row, Span span) {
    WrittenTime joined = WrittenTime.of(row.cell(span.joined()));
    WrittenTime left = WrittenTime.of(row.cell(span.left()));
    return joined != null
        && left != null
        && joined.first().equals(left.first())
        && joined.second() == left.second()
        && joined.third().equals(left.third());
  }

  /**
   * Numbered sections have stays only. In a list of events the words of the action are known, or
   * stand before the time.
   */
  private static int action(ReportTable table, List<Line> rows, int name, int joined) {
    if (table.form() != ReportTable.Form.STAYS) {
      return NONE;
    }
    return IntStream.range(0, table.columns())
        .filter(column -> column != name && column != joined)
        .filter(column -> mostly(rows, column, JoinsAndLeaves::isKnown))
        .findFirst()
        .orElseGet(() -> actionBefore(rows, name, joined));
  }

  private static int actionBefore(List<Line> rows, int name, int joined) {
    return IntStream.range(name + 1, joined)
        .filter(column -> rows.stream().noneMatch(row -> row.cell(column).isEmpty()))
        .filter(
            column -> rows.stream().map(row -> row.cell(column)).distinct().count() <= MOST_ACTIONS)
        .findFirst()
        .orElse(NONE);
  }

  /** The column behind the only one of times, whatever stands there. */
  private static int behind(ReportTable table, int action, int name, int email, Span span) {
    int next = span.joined() + 1;
    boolean taken = action != NONE || next == name || next == email;
    return taken || next >= table.columns() ? NONE : next;
  }

  /** Whether half of the cells that are filled look so, or more. */
  private static boolean mostly(List<Line> rows, int column, Predicate<String> looks) {
    List<String> filled =
        rows.stream().map(row -> row.cell(column)).filter(cell -> !cell.isEmpty()).toList();
    return !filled.isEmpty() && filled.stream().filter(looks).count() * 2 >= filled.size();
  }

  /**
   * @throws RefusedReport when the table has no such column
   */
  Columns within(int columns) {
    for (int column : new int[] {name, email, joined, left, action}) {
      if (column >= columns) {
        throw RefusedReport.of(0, ReportFault.NO_SUCH_COLUMN, column + 1, columns);
      }
    }
    return this;
  }

  /** What is written above a column; empty where nothing is. */
  static String heading(@Nullable Line header, int column) {
    return header == null ? "" : header.cell(column);
  }
}
