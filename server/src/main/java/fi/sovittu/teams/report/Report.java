package fi.sovittu.teams.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attendance report of one Teams meeting as it was read. Immutable.
 *
 * @param stays in the order of the file
 * @param leftOut lines that are not taken, and why, in the order of the file
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

  /**
   * A line that is not taken, though the file is.
   *
   * @param line of the file, counted from 1
   * @param name whose line it is; null when it has none
   * @param facts what fills the reason's sentence
   */
  public record LeftOut(int line, ReportFault reason, @Nullable String name, List<Object> facts) {
    /** What stands in the file and is not understood; null when it is nothing of that kind. */
    public @Nullable String text() {
      return facts.isEmpty() || !(facts.getFirst() instanceof String text) ? null : text;
    }
  }
}
