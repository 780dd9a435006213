package fi.sovittu.teams.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attendance report of one Teams meeting as it was read. Immutable.
 *
 * @param stays in the order of the file
 * @param leftOut lines that are not taken, and why
 * @param began the first instant that it tells of
 * @param ended the last one; whoever had not left by then was still there
 */
public record Report(
    ReportReading reading, List<Stay> stays, List<LeftOut> leftOut, Instant began, Instant ended) {
  /**
   * One uninterrupted presence.
   *
   * @param line of the file, counted from 1
   * @param note what Teams added behind the name
   * @param phone whether the name is a phone number
   * @param assumed whether no leaving is told, so that it ends with the report
   */
  public record Stay(
      int line,
      String name,
      @Nullable String note,
      boolean phone,
      @Nullable String email,
      Instant joined,
      Instant left,
      boolean assumed) {}

  /** Why a line is not taken, though the file is. */
  enum Reason {
    /** It tells of another day than the meeting's. */
    OTHER_DAY,
    /** A leaving of someone who had not joined. */
    NO_JOIN,
    /** Joined and left in the same second. */
    NO_TIME
  }

  public record LeftOut(int line, Reason reason) {}
}
