package fi.sovittu.teams.report;

import fi.sovittu.teams.report.ReportLines.Line;
import fi.sovittu.teams.report.Sections.Section;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table of a report that tells who was there when. Pure.
 *
 * @param header the line of its headings, or null when it begins with a row
 * @param columns the most cells of a line
 * @param summary the lines above it that tell about the meeting as a whole
 * @param listed the table of section 2 where section 3 is read: it names also people of whom that
 *     tells no stay
 */
record ReportTable(
    Form form,
    @Nullable Line header,
    List<Line> rows,
    int columns,
    List<Line> summary,
    @Nullable ReportTable listed) {
  /** What a row tells. */
  enum Form {
    /** Section 3: one stay of a person. */
    ACTIVITIES,
    /** Section 2: a person's first join and last leave; breaks are not told. */
    PARTICIPANTS,
    /** One table, one stay of a person in each row. */
    STAYS,
    /** One table, one join or leave in each row. */
    EVENTS,
    /** One table of names without times: those listed were present. */
    NAMES
  }

  private static final int SUMMARY = 1;
  private static final int PARTICIPANTS = 2;
  private static final int ACTIVITIES = 3;

  /** A row has a person and a time, or two. */
  private static final int FEWEST_CELLS = 3;

  /**
   * @throws RefusedReport when there is no such table, or no row in it
   */
  static ReportTable of(List<Line> lines) {
    List<Section> sections = Sections.numbered(lines);
    if (sections.isEmpty()) {
      return unnumbered(lines);
    }
    List<Line> summary = lines(sections, SUMMARY);
    List<Section> told = Sections.ofTimes(sections);
    if (told.isEmpty()) {
      return byNumber(sections, summary);
    }
    Section last = told.getLast();
    List<Section> overall = told.stream().filter(section -> !alike(section, last)).toList();
    boolean stays = !overall.isEmpty() || last.number() != PARTICIPANTS;
    ReportTable listed =
        overall.isEmpty()
            ? null
            : table(Form.PARTICIPANTS, overall.getLast().lines(), summary, null);
    return table(
        stays ? Form.ACTIVITIES : Form.PARTICIPANTS, together(told, last), summary, listed);
  }

  private static ReportTable unnumbered(List<Line> lines) {
    List<Section> told = Sections.ofTimes(Sections.titled(lines));
    if (told.size() < 2) {
      return single(told.isEmpty() ? lines : told.getFirst().lines(), lines);
    }
    return table(Form.STAYS, together(told, told.getLast()), List.of(), null);
  }

  private static ReportTable byNumber(List<Section> sections, List<Line> summary) {
    List<Line> activities = lines(sections, ACTIVITIES);
    List<Line> participants = lines(sections, PARTICIPANTS);
    if (activities.size() > 1) {
      return table(Form.ACTIVITIES, activities, summary, null);
    }
    if (participants.size() > 1) {
      return table(Form.PARTICIPANTS, participants, summary, null);
    }
    throw RefusedReport.of(
        0,
        activities.isEmpty() && participants.isEmpty()
            ? ReportFault.NO_TABLE
            : ReportFault.NO_ROWS);
  }

  private static List<Line> lines(List<Section> sections, int number) {
    return sections.stream()
        .filter(section -> section.number() == number)
        .findFirst()
        .map(Section::lines)
        .orElse(List.of());
  }

  private static boolean alike(Section one, Section other) {
    return one.headings().equals(other.headings());
  }

  /** Tables of the same headings are one, as those of breakout rooms. */
  private static List<Line> together(List<Section> sections, Section last) {
    List<Line> lines = new ArrayList<>();
    sections.stream()
        .filter(section -> alike(section, last))
        .forEach(section -> lines.addAll(section.lines()));
    return lines;
  }

  /**
   * @param lines in which the table is looked for
   * @param all lines of the file; what stands above the table is the summary
   */
  private static ReportTable single(List<Line> lines, List<Line> all) {
    for (int i = 0; i < lines.size(); i++) {
      boolean row = isRow(lines.get(i));
      // A row whose leaving is not told may have two cells only.
      boolean aboveRow = i + 1 < lines.size() && hasTime(lines.get(i + 1));
      if (row || (aboveRow && lines.get(i).filled() >= FEWEST_CELLS)) {
        List<Line> summary = all.subList(0, all.indexOf(lines.get(i)));
        return table(Form.STAYS, lines.subList(i, lines.size()), summary, null);
      }
    }
    throw RefusedReport.of(0, ReportFault.NO_TABLE);
  }

  /**
   * The table when the reader says its columns: from the first line that is as wide as they are,
   * whatever stands in it.
   *
   * @throws RefusedReport when no line has so many columns
   */
  static ReportTable by(Columns columns, List<Line> lines) {
    int widest = lines.stream().mapToInt(line -> line.cells().size()).max().orElse(0);
    columns.within(widest);
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (!line.cell(columns.name()).isEmpty() && !line.cell(columns.joined()).isEmpty()) {
        return table(Form.STAYS, lines.subList(i, lines.size()), lines.subList(0, i), null);
      }
    }
    throw RefusedReport.of(0, ReportFault.NO_ROWS);
  }

  static ReportTable table(
      Form form, List<Line> lines, List<Line> summary, @Nullable ReportTable listed) {
    Line first = lines.getFirst();
    boolean headed = !isRow(first);
    List<Line> rows =
        headed
            ? lines.stream().skip(1).filter(line -> !line.cells().equals(first.cells())).toList()
            : lines;
    if (rows.size() > ReportLimits.ROWS) {
      throw RefusedReport.of(
          rows.get(ReportLimits.ROWS).number(), ReportFault.TOO_MANY_ROWS, ReportLimits.ROWS);
    }
    int columns = lines.stream().mapToInt(line -> line.cells().size()).max().orElse(0);
    return new ReportTable(
        form, headed ? first : null, List.copyOf(rows), columns, List.copyOf(summary), listed);
  }

  private static boolean isRow(Line line) {
    return line.filled() >= FEWEST_CELLS && hasTime(line);
  }

  static boolean hasTime(Line line) {
    return line.cells().stream().anyMatch(cell -> WrittenTime.of(cell) != null);
  }
}
