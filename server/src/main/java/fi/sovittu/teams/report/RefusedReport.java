package fi.sovittu.teams.report;

import fi.sovittu.teams.report.Report.LeftOut;
import java.util.ArrayList;
import java.util.List;

/** A file that is no attendance report of the day, with every reason found. Immutable. */
public final class RefusedReport extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param line of the file, counted from 1; 0 when it is about the file as a whole
   * @param facts what fills the reason's sentence
   */
  record Fault(int line, ReportFault reason, List<Object> facts) {}

  private final transient List<Fault> faults;

  RefusedReport(List<Fault> faults) {
    super(faults.toString(), null, false, false);
    this.faults = List.copyOf(faults);
  }

  public static RefusedReport of(int line, ReportFault reason, Object... facts) {
    return new RefusedReport(List.of(new Fault(line, reason, List.of(facts))));
  }

  /** Nothing can be taken: the lines and their reasons, no more than are told at a time. */
  static RefusedReport because(List<LeftOut> lines) {
    if (lines.isEmpty()) {
      return of(0, ReportFault.NO_ROWS);
    }
    List<Fault> faults = new ArrayList<>();
    lines.stream()
        .limit(ReportLimits.FAULTS)
        .forEach(one -> faults.add(new Fault(one.line(), one.reason(), one.facts())));
    if (lines.size() > ReportLimits.FAULTS) {
      faults.add(new Fault(0, ReportFault.TOO_MANY_FAULTS, List.of(ReportLimits.FAULTS)));
    }
    return new RefusedReport(faults);
  }

  List<Fault> faults() {
    return faults;
  }
}
