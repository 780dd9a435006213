package fi.sovittu.teams.report;

import fi.sovittu.table.FileText;

/**
 * A file's bytes as text. Teams writes UTF-16LE with a byte order mark; whoever saves the file anew
 * writes anything. Pure.
 *
 * @param encoding as it is called by IANA
 */
record ReportText(String encoding, String text) {
  /** Workbooks, pictures and the like have control bytes among the first ones. */
  private static final int LOOK = 4_000;

  /**
   * @throws RefusedReport when the file is empty, too large, or no text
   */
  static ReportText of(byte[] file) {
    if (file.length == 0) {
      throw RefusedReport.of(0, ReportFault.FILE_EMPTY);
    }
    if (file.length > ReportLimits.BYTES) {
      throw RefusedReport.of(0, ReportFault.FILE_TOO_LARGE, ReportLimits.BYTES / 1_000_000);
    }
    FileText decoded;
    try {
      decoded = FileText.of(file, true);
    } catch (FileText.Unreadable bad) {
      throw bad.told() || isText(file) ? unreadable(bad.line()) : noText();
    }
    if (!decoded.told() && !isText(file)) {
      throw noText();
    }
    String text = decoded.text();
    for (int i = 0; i < text.length(); i++) {
      if (isControl(text.charAt(i))) {
        throw unreadable(FileText.line(text, i));
      }
    }
    return new ReportText(decoded.charset().name(), text);
  }

  private static RefusedReport noText() {
    return RefusedReport.of(0, ReportFault.NOT_TEXT);
  }

  private static RefusedReport unreadable(int line) {
    return RefusedReport.of(line, ReportFault.UNREADABLE_CHARACTER);
  }

  private static boolean isText(byte[] file) {
    for (int i = 0; i < Math.min(file.length, LOOK); i++) {
      if (file[i] >= 0 && isControl((char) file[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isControl(char c) {
    return (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == '\u007F';
  }
}
