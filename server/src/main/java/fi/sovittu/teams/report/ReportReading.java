package fi.sovittu.teams.report;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a report was read: everything that was decided, to be shown to whoever confirms it. The names
 * are those of the contract.
 *
 * @param encoding as IANA calls it
 * @param dateBy what decided the order of dates
 * @param zone whose time the times are
 * @param headings of the columns, empty where the file has none
 * @param joins words that mean a join, where rows tell joins and leaves
 * @param leaves words that mean a leave
 */
public record ReportReading(
    String encoding,
    Delimiter delimiter,
    ReportTable.Form form,
    DateOrder dateOrder,
    DecidedBy dateBy,
    String zone,
    List<String> headings,
    ColumnNumbers columns,
    List<String> joins,
    List<String> leaves) {
  enum Delimiter {
    TAB,
    SEMICOLON,
    COMMA;

    static Delimiter of(char character) {
      return switch (character) {
        case '\t' -> TAB;
        case ';' -> SEMICOLON;
        default -> COMMA;
      };
    }
  }

  /** What decided the order of dates. */
  enum DecidedBy {
    /** Only one order makes dates of all of them, or of most. */
    FILE,
    /** Only one order gives the day of the meeting. */
    MEETING_DAY,
    /** Whoever uploaded it said so. */
    READER
  }

  /** Which column holds what, counted from 1; null for none. */
  record ColumnNumbers(
      int name,
      @Nullable Integer email,
      @Nullable Integer joined,
      @Nullable Integer left,
      @Nullable Integer action) {
    static ColumnNumbers of(Columns columns) {
      return new ColumnNumbers(
          columns.name() + 1,
          number(columns.email()),
          number(columns.joined()),
          number(columns.left()),
          number(columns.action()));
    }

    private static @Nullable Integer number(int column) {
      return column == Columns.NONE ? null : column + 1;
    }
  }

  /**
   * What the reader says about a file; whatever is null is found out.
   *
   * @param columns all of them, or null
   * @param span from when until when those were present of whom the report tells no times at all
   */
  public record Wishes(
      @Nullable DateOrder dateOrder,
      @Nullable ZoneId zone,
      @Nullable Columns columns,
      @Nullable Span span) {
    static final Wishes NONE = new Wishes(null, null, null, null);
  }

  /** Two times of the meeting's day, in its zone; the second is later. */
  public record Span(LocalTime from, LocalTime until) {}
}
