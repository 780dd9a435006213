package fi.sovittu.people.roster;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A roster file whose columns are recognised. Immutable.
 *
 * @param headings in the file's order
 * @param rows the lines below the headings
 */
public record Roster(List<Heading> headings, List<Row> rows) {
  /**
   * A column.
   *
   * @param meaning null for one that is not recognised, or not read
   */
  public record Heading(String text, @Nullable RosterColumn meaning) {}

  /**
   * A line below the headings.
   *
   * @param line in the file, from 1
   * @param cells of the recognised columns; empty ones too
   * @param overfull whether something stands beyond the last heading
   */
  public record Row(int line, Map<RosterColumn, String> cells, boolean overfull) {
    String get(RosterColumn column) {
      return cells.getOrDefault(column, "");
    }
  }

  /**
   * Reads a file.
   *
   * @throws RosterRefused when it has no headings that can be used, or cannot be read at all
   */
  public static Roster read(byte[] file) {
    List<RosterFile.Line> lines = RosterFile.read(file);
    List<Heading> headings = new ArrayList<>();
    Set<RosterColumn> seen = EnumSet.noneOf(RosterColumn.class);
    for (String text : lines.getFirst().cells()) {
      RosterColumn meaning = RosterColumn.of(text);
      if (meaning != null && !seen.add(meaning)) {
        throw new RosterRefused(RosterFault.COLUMN_TWICE, text);
      }
      headings.add(new Heading(text, meaning));
    }
    if (headings.size() > RosterLimits.COLUMNS) {
      throw new RosterRefused(RosterFault.TOO_MANY_COLUMNS, RosterLimits.COLUMNS);
    }
    if (!seen.contains(RosterColumn.NAME)
        && !(seen.contains(RosterColumn.FIRST_NAME) && seen.contains(RosterColumn.LAST_NAME))) {
      throw new RosterRefused(RosterFault.NO_NAME_COLUMN);
    }
    if (lines.size() == 1) {
      throw new RosterRefused(RosterFault.EMPTY);
    }
    return new Roster(
        List.copyOf(headings), lines.stream().skip(1).map(line -> row(line, headings)).toList());
  }

  private static Row row(RosterFile.Line line, List<Heading> headings) {
    Map<RosterColumn, String> cells = new EnumMap<>(RosterColumn.class);
    for (int i = 0; i < headings.size(); i++) {
      RosterColumn meaning = headings.get(i).meaning();
      if (meaning != null) {
        cells.put(meaning, i < line.cells().size() ? line.cells().get(i) : "");
      }
    }
    return new Row(line.number(), cells, line.cells().size() > headings.size());
  }

  /** Whether the roster has the column. */
  public boolean has(RosterColumn column) {
    return headings.stream().anyMatch(heading -> heading.meaning() == column);
  }
}
