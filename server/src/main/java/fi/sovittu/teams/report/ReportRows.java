package fi.sovittu.teams.report;

import fi.sovittu.teams.report.RefusedReport.Fault;
import fi.sovittu.teams.report.ReportDates.Found;
import fi.sovittu.teams.report.ReportLines.Line;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a report as they are written, before anything is made of their dates. Pure. */
final class ReportRows {
  /**
   * @param left null where no leaving is told
   * @param action what a row of events says; empty in others
   */
  record Row(
      int line,
      AttendeeName name,
      @Nullable String email,
      Found joined,
      @Nullable Found left,
      String action) {
    /** The same for all rows of one person. */
    String attendee() {
      return AttendeeKey.of(name.name(), email);
    }
  }

  private final Columns columns;
  private final List<Fault> faults = new ArrayList<>();

  private ReportRows(Columns columns) {
    this.columns = columns;
  }

  /**
   * @throws RefusedReport with every line that cannot be read
   */
  static List<Row> of(ReportTable table, Columns columns) {
    ReportRows reading = new ReportRows(columns);
    List<Row> rows = new ArrayList<>();
    for (Line line : table.rows()) {
      Row row = reading.row(line);
      if (row != null) {
        rows.add(row);
      }
      if (reading.faults.size() >= ReportLimits.FAULTS) {
        reading.add(0, ReportFault.TOO_MANY_FAULTS, ReportLimits.FAULTS);
        break;
      }
    }
    if (!reading.faults.isEmpty()) {
      throw new RefusedReport(reading.faults);
    }
    return rows;
  }

  private @Nullable Row row(Line line) {
    AttendeeName name = name(line);
    String email = line.cell(columns.email());
    if (email.length() > ReportLimits.EMAIL) {
      add(line.number(), ReportFault.EMAIL_TOO_LONG, ReportLimits.EMAIL);
    }
    String action = line.cell(columns.action());
    if (columns.action() != Columns.NONE && action.isEmpty()) {
      add(line.number(), ReportFault.ACTION_UNKNOWN, action);
    }
    Found joined = time(line, columns.joined(), true);
    Found left = time(line, columns.left(), false);
    if (name == null || joined == null) {
      return null;
    }
    return new Row(
        line.number(), name, email.indexOf('@') > 0 ? email : null, joined, left, action);
  }

  private @Nullable AttendeeName name(Line line) {
    AttendeeName name = AttendeeName.of(line.cell(columns.name()));
    if (name.name().isBlank()) {
      add(line.number(), ReportFault.NO_NAME);
      return null;
    }
    if (name.name().length() > ReportLimits.NAME) {
      add(line.number(), ReportFault.NAME_TOO_LONG, ReportLimits.NAME);
      return null;
    }
    return name;
  }

  private @Nullable Found time(Line line, int column, boolean needed) {
    String text = line.cell(column);
    if (text.isEmpty()) {
      if (needed) {
        add(line.number(), ReportFault.NO_JOIN_TIME);
      }
      return null;
    }
    WrittenTime time = WrittenTime.of(text);
    if (time == null) {
      add(line.number(), ReportFault.NOT_DATE_TIME, text);
      return null;
    }
    return new Found(line.number(), text, time);
  }

  private void add(int line, ReportFault reason, Object... facts) {
    faults.add(new Fault(line, reason, List.of(facts)));
  }
}
