package fi.sovittu.teams.report;

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

  List<Fault> faults() {
    return faults;
  }
}
