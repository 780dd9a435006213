package fi.sovittu.teams.report;

import fi.sovittu.teams.report.Report.LeftOut;
import fi.sovittu.teams.report.Report.Stay;
import fi.sovittu.teams.report.ReportLines.Line;
import fi.sovittu.teams.report.Sections.Section;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Reports that tell only who attended, as where an organisation's policy leaves the times out:
 * those listed were present while the reader says. Pure.
 */
final class ReportNames {
  private static final int FEWEST_CELLS = 2;

  private ReportNames() {}

  /**
   * The last numbered section with rows that has names and something beside them; else all lines
   * from the first of that kind.
   *
   * @throws RefusedReport when there is none
   */
  static ReportTable table(List<Line> lines) {
    List<Line> rows =
        Sections.numbered(lines).stream()
            .map(Section::lines)
            .filter(section -> section.size() > 1 && section.getFirst().filled() >= FEWEST_CELLS)
            .reduce((first, later) -> later)
            .orElse(lines);
    for (int i = 0; i + 1 < rows.size(); i++) {
      if (rows.get(i).filled() >= FEWEST_CELLS) {
        return ReportTable.table(
            ReportTable.Form.NAMES, rows.subList(i, rows.size()), List.of(), null);
      }
    }
    throw RefusedReport.of(0, ReportFault.NO_TABLE);
  }

  static Report report(
      ReportReading reading,
      ReportTable table,
      Columns columns,
      ReportReader.Known meeting,
      ReportReading.Span span) {
    Instant from = at(meeting, span.from());
    Instant until = at(meeting, span.until());
    List<Stay> stays = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (Line line : table.rows()) {
      AttendeeName name = AttendeeName.of(line.cell(columns.name()));
      if (name.name().isBlank() || name.name().length() > ReportLimits.NAME) {
        leftOut.add(new LeftOut(line.number(), ReportFault.NO_NAME, null, List.of()));
      } else {
        stays.add(stay(line, name, columns, from, until));
      }
    }
    if (stays.isEmpty()) {
      throw RefusedReport.because(leftOut);
    }
    return new Report(reading, List.copyOf(stays), List.copyOf(leftOut), from, until);
  }

  private static Stay stay(
      Line line, AttendeeName name, Columns columns, Instant from, Instant until) {
    String email = line.cell(columns.email());
    boolean address = email.indexOf('@') > 0 && email.length() <= ReportLimits.EMAIL;
    return new Stay(
        line.number(),
        name.name(),
        name.note(),
        name.phone(),
        address ? email : null,
        from,
        until,
        true);
  }

  private static Instant at(ReportReader.Known meeting, LocalTime time) {
    return meeting.day().atTime(time).atZone(meeting.zone()).toInstant();
  }
}
