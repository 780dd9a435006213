package fi.sovittu.teams.report;

import fi.sovittu.teams.report.ReportLines.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A file cut into sections. Numbered ones are known by their numbers, because their headings come
 * in any language; others by a line of one cell above a line of headings, as where a report of
 * registrations or of a breakout room stands in the same file. Pure.
 */
final class Sections {
  /**
   * @param number that stands before its heading; 0 for none
   * @param lines without the heading
   */
  record Section(int number, List<Line> lines) {
    /** Whether there is a line below that of the column headings. */
    boolean hasRows() {
      return lines.size() > 1;
    }

    /** How many columns have times in half of their filled cells, or more. */
    int timeColumns() {
      int columns = lines.stream().mapToInt(line -> line.cells().size()).max().orElse(0);
      return (int) IntStream.range(0, columns).filter(column -> hasTimes(lines, column)).count();
    }

    /** The line of headings, without which tables cannot be told to be alike. */
    List<String> headings() {
      return lines.getFirst().cells();
    }
  }

  /** "1. Summary": a number, a dot, some words. */
  private static final Pattern NUMBERED = Pattern.compile("(\\d{1,2})[.)][\\s\\p{Z}]*\\S.*");

  /** A heading says what stands below it; it has no figures and no addresses. */
  private static final Pattern VALUE = Pattern.compile(".*[\\d@].*");

  private static final int FEWEST_HEADINGS = 3;

  private Sections() {}

  /** The numbered sections; empty when there are none. */
  static List<Section> numbered(List<Line> lines) {
    List<Section> sections = new ArrayList<>();
    for (Line line : lines) {
      int number = number(line);
      if (number >= 0) {
        sections.add(new Section(number, new ArrayList<>()));
      } else if (!sections.isEmpty()) {
        sections.getLast().lines().add(line);
      }
    }
    return sections;
  }

  private static int number(Line line) {
    Matcher heading = NUMBERED.matcher(line.cell(0));
    boolean isHeading =
        line.filled() == 1 && heading.matches() && WrittenTime.of(line.cell(0)) == null;
    return isHeading ? Integer.parseInt(heading.group(1)) : -1;
  }

  /** What stands below lines that are titles of tables; the lines above the first are one too. */
  static List<Section> titled(List<Line> lines) {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section(0, new ArrayList<>()));
    for (int i = 0; i < lines.size(); i++) {
      if (isTitle(lines, i)) {
        sections.add(new Section(0, new ArrayList<>()));
      } else {
        sections.getLast().lines().add(lines.get(i));
      }
    }
    return sections;
  }

  private static boolean isTitle(List<Line> lines, int at) {
    return lines.get(at).filled() == 1
        && at + 1 < lines.size()
        && isHeadings(lines.get(at + 1))
        && !ReportTable.hasTime(lines.get(at));
  }

  private static boolean isHeadings(Line line) {
    return line.filled() >= FEWEST_HEADINGS
        && line.cells().stream().noneMatch(cell -> VALUE.matcher(cell).matches());
  }

  /**
   * The sections that tell joins and leaves, in the order of the file: those with two columns of
   * times, and one right below them with a single one, in which nobody has left. Registrations have
   * one column of times and stand first.
   */
  static List<Section> ofTimes(List<Section> sections) {
    List<Section> found = new ArrayList<>();
    @Nullable Section before = null;
    for (Section section : sections) {
      int columns = section.hasRows() ? section.timeColumns() : 0;
      boolean below = !found.isEmpty() && found.getLast() == before;
      if (columns > 1 || (columns == 1 && below)) {
        found.add(section);
      }
      before = section;
    }
    return found;
  }

  private static boolean hasTimes(List<Line> rows, int column) {
    List<String> filled =
        rows.stream().skip(1).map(row -> row.cell(column)).filter(cell -> !cell.isEmpty()).toList();
    long times = filled.stream().filter(cell -> WrittenTime.of(cell) != null).count();
    return times > 0 && times * 2 >= filled.size();
  }
}
