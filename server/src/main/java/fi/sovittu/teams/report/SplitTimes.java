package fi.sovittu.teams.report;

import fi.sovittu.teams.report.ReportLines.Line;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a report has the date in one cell and the time in another, the time gets its date: that of
 * the nearest cell before it, so that one date may serve for joining and leaving. Pure.
 */
final class SplitTimes {
  private SplitTimes() {}

  static List<Line> joined(List<Line> lines) {
    return lines.stream().map(SplitTimes::joined).toList();
  }

  private static Line joined(Line line) {
    String date = "";
    List<String> cells = new ArrayList<>();
    for (String cell : line.cells()) {
      boolean time = !date.isEmpty() && WrittenTime.isTimeOnly(cell);
      cells.add(time ? date + " " + cell : cell);
      date = WrittenTime.isDateOnly(cell) ? cell : date;
    }
    return new Line(line.number(), List.copyOf(cells));
  }
}
