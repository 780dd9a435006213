package fi.sovittu.teams.report;

import fi.sovittu.teams.report.Report.LeftOut;
import fi.sovittu.teams.report.ReportDates.Found;
import fi.sovittu.teams.report.ReportLines.Line;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a report as they are written, before anything is made of their dates. A row that
 * cannot be read is left out and never refuses the others. Pure.
 *
 * @param rows at least one
 * @param leftOut the others
 */
record ReportRows(List<Row> rows, List<LeftOut> leftOut) {
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

    LeftOut leftOut(ReportFault reason, Object... facts) {
      return new LeftOut(line, reason, name.name(), List.of(facts));
    }
  }

  /** Why a row cannot be read. */
  private record Unreadable(ReportFault reason, List<Object> facts) {}

  /**
   * @throws RefusedReport with the first reasons, when no row can be read
   */
  static ReportRows of(ReportTable table, Columns columns) {
    List<Row> rows = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (Line line : table.rows()) {
      AttendeeName name = AttendeeName.of(line.cell(columns.name()));
      Unreadable why = fault(line, name, columns);
      if (why == null) {
        rows.add(row(line, name, columns));
      } else {
        String shown = name.name().isBlank() ? null : shortened(name.name());
        leftOut.add(new LeftOut(line.number(), why.reason(), shown, why.facts()));
      }
    }
    if (rows.isEmpty()) {
      throw RefusedReport.because(leftOut);
    }
    return new ReportRows(List.copyOf(rows), List.copyOf(leftOut));
  }

  private static String shortened(String name) {
    return name.length() <= ReportLimits.NAME ? name : name.substring(0, ReportLimits.NAME) + "…";
  }

  private static Row row(Line line, AttendeeName name, Columns columns) {
    String email = email(line, columns);
    return new Row(
        line.number(),
        name,
        email.indexOf('@') > 0 ? email : null,
        Found.of(line, columns.joined()),
        line.cell(columns.left()).isEmpty() ? null : Found.of(line, columns.left()),
        line.cell(columns.action()));
  }

  private static String email(Line line, Columns columns) {
    return line.cell(columns.email());
  }

  private static @Nullable Unreadable fault(Line line, AttendeeName name, Columns columns) {
    if (name.name().isBlank()) {
      return because(ReportFault.NO_NAME);
    }
    if (name.name().length() > ReportLimits.NAME) {
      return because(ReportFault.NAME_TOO_LONG, ReportLimits.NAME);
    }
    if (email(line, columns).length() > ReportLimits.EMAIL) {
      return because(ReportFault.EMAIL_TOO_LONG, ReportLimits.EMAIL);
    }
    String joined = line.cell(columns.joined());
    String left = line.cell(columns.left());
    if (joined.isEmpty()) {
      return because(left.isEmpty() ? ReportFault.NO_TIMES_OF_ROW : ReportFault.NO_JOIN_TIME);
    }
    for (String time : List.of(joined, left)) {
      if (!time.isEmpty() && WrittenTime.of(time) == null) {
        return because(ReportFault.NOT_DATE_TIME, time);
      }
    }
    boolean silent = columns.action() != Columns.NONE && line.cell(columns.action()).isEmpty();
    return silent ? because(ReportFault.ACTION_UNKNOWN, "") : null;
  }

  private static Unreadable because(ReportFault reason, Object... facts) {
    return new Unreadable(reason, List.of(facts));
  }
}
