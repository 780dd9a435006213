package fi.sovittu.teams.report;

import fi.sovittu.teams.report.ReportLines.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The table of a report that tells who was there when. Numbered sections are known by their
 * numbers, because their headings come in any language; a report without them is one table, perhaps
 * below a summary. Pure.
 *
 * @param header the line of its headings, or null when it begins with a row
 * @param columns the most cells of a line
 * @param summary the lines above it that tell about the meeting as a whole
 */
record ReportTable(
    Form form, @Nullable Line header, List<Line> rows, int columns, List<Line> summary) {
  /** What a row tells. */
  enum Form {
    /** Section 3: one stay of a person. */
    ACTIVITIES,
    /** Section 2: a person's first join and last leave; breaks are not told. */
    PARTICIPANTS,
    /** One table, one stay of a person in each row. */
    STAYS,
    /** One table, one join or leave in each row. */
    EVENTS
  }

  private static final int SUMMARY = 1;
  private static final int PARTICIPANTS = 2;
  private static final int ACTIVITIES = 3;

  /** A row has a person and a time, or two. */
  private static final int FEWEST_CELLS = 3;

  /** "1. Summary": a number, a dot, some words. */
  private static final Pattern SECTION = Pattern.compile("(\\d{1,2})[.)][\\s\\p{Z}]*\\S.*");

  /**
   * @throws RefusedReport when there is no such table, or no row in it
   */
  static ReportTable of(List<Line> lines) {
    Map<Integer, List<Line>> sections = sections(lines);
    List<Line> summary = sections.getOrDefault(SUMMARY, List.of());
    List<Line> activities = sections.getOrDefault(ACTIVITIES, List.of());
    List<Line> participants = sections.getOrDefault(PARTICIPANTS, List.of());
    if (activities.size() > 1) {
      return table(Form.ACTIVITIES, activities, summary);
    }
    if (participants.size() > 1) {
      return table(Form.PARTICIPANTS, participants, summary);
    }
    if (!sections.isEmpty()) {
      throw RefusedReport.of(
          0,
          activities.isEmpty() && participants.isEmpty()
              ? ReportFault.NO_TABLE
              : ReportFault.NO_ROWS);
    }
    return single(lines);
  }

  /** The lines of each numbered section without its heading; empty when there are none. */
  private static Map<Integer, List<Line>> sections(List<Line> lines) {
    Map<Integer, List<Line>> sections = new LinkedHashMap<>();
    List<Line> current = new ArrayList<>();
    for (Line line : lines) {
      Matcher heading = SECTION.matcher(line.cell(0));
      if (line.filled() == 1 && heading.matches() && WrittenTime.of(line.cell(0)) == null) {
        current = new ArrayList<>();
        sections.putIfAbsent(Integer.parseInt(heading.group(1)), current);
      } else {
        current.add(line);
      }
    }
    return sections;
  }

  private static ReportTable single(List<Line> lines) {
    for (int i = 0; i < lines.size(); i++) {
      boolean row = isRow(lines.get(i));
      // A row whose leaving is not told may have two cells only.
      boolean aboveRow = i + 1 < lines.size() && hasTime(lines.get(i + 1));
      if (row || (aboveRow && lines.get(i).filled() >= FEWEST_CELLS)) {
        return table(Form.STAYS, lines.subList(i, lines.size()), lines.subList(0, i));
      }
    }
    throw RefusedReport.of(0, ReportFault.NO_TABLE);
  }

  private static ReportTable table(Form form, List<Line> lines, List<Line> summary) {
    boolean headed = !isRow(lines.getFirst());
    List<Line> rows = headed ? lines.subList(1, lines.size()) : lines;
    if (rows.size() > ReportLimits.ROWS) {
      throw RefusedReport.of(
          rows.get(ReportLimits.ROWS).number(), ReportFault.TOO_MANY_ROWS, ReportLimits.ROWS);
    }
    int columns = lines.stream().mapToInt(line -> line.cells().size()).max().orElse(0);
    return new ReportTable(
        form, headed ? lines.getFirst() : null, List.copyOf(rows), columns, List.copyOf(summary));
  }

  private static boolean isRow(Line line) {
    return line.filled() >= FEWEST_CELLS && hasTime(line);
  }

  private static boolean hasTime(Line line) {
    return line.cells().stream().anyMatch(cell -> WrittenTime.of(cell) != null);
  }
}
