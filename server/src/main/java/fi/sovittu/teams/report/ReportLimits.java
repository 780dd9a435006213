package fi.sovittu.teams.report;

import fi.sovittu.base.Limit;

/** What an attendance report may hold at most. */
public final class ReportLimits {
  /** Bytes of a file. */
  @Limit(value = "A Teams report", unit = "bytes")
  public static final int BYTES = 5_000_000;

  /** Rows of joins and leaves. */
  @Limit(value = "Rows of a Teams report", unit = "rows")
  public static final int ROWS = 20_000;

  /** Lines that are not such rows: the summary, headings and blanks. */
  static final int OTHER_LINES = 1_000;

  /** Columns of a row. */
  static final int COLUMNS = 40;

  /** Characters of a name, its note left out. */
  static final int NAME = 200;

  /** Characters of an e-mail address (RFC 5321, 4.5.3.1). */
  static final int EMAIL = 320;

  /** Faults told at a time. */
  public static final int FAULTS = 50;

  /** Rows that a preview shows. */
  public static final int SAMPLES = 6;

  private ReportLimits() {}
}
