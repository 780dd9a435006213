package fi.sovittu.teams;

import fi.sovittu.teams.report.AttendeeKey;
import fi.sovittu.teams.report.Report;
import fi.sovittu.teams.report.Report.Stay;
import fi.sovittu.teams.report.ReportFault;
import fi.sovittu.teams.report.ReportLimits;
import fi.sovittu.teams.report.ReportReading;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The contract's {@code TeamsPreview}: what would be stored, for whoever confirms it.
 *
 * @param attendees people with a stay
 * @param listed people whom the report names, with a stay or without
 * @param samples the first ones
 * @param taken the report in which the meeting has the same file already, or null
 */
record Preview(
    ReportReading reading,
    Instant began,
    Instant ended,
    int stays,
    int attendees,
    int listed,
    int assumed,
    List<Stay> samples,
    List<Omitted> leftOut,
    int leftOutCount,
    Reports.@Nullable Taken taken) {
  /**
   * A line that is not taken.
   *
   * @param name whose it is
   * @param text what is not understood
   */
  record Omitted(int line, ReportFault reason, @Nullable String name, @Nullable String text) {
    static Omitted of(Report.LeftOut line) {
      return new Omitted(line.line(), line.reason(), line.name(), line.text());
    }
  }

  static Preview of(Report report, Reports.@Nullable Taken taken) {
    List<Stay> stays = report.stays();
    return new Preview(
        report.reading(),
        report.began(),
        report.ended(),
        stays.size(),
        (int) keys(report).distinct().count(),
        listed(report),
        (int) stays.stream().filter(Stay::assumed).count(),
        stays.stream().limit(ReportLimits.SAMPLES).toList(),
        report.leftOut().stream().limit(ReportLimits.FAULTS).map(Omitted::of).toList(),
        report.leftOut().size(),
        taken);
  }

  private static Stream<String> keys(Report report) {
    return report.stays().stream().map(stay -> AttendeeKey.of(stay.name(), stay.email()));
  }

  /** Whoever has no stay is known by the name alone. */
  private static int listed(Report report) {
    Set<String> named = new HashSet<>();
    report.stays().forEach(stay -> named.add(AttendeeKey.of(stay.name(), null)));
    long others =
        report.leftOut().stream()
            .map(Report.LeftOut::name)
            .filter(Objects::nonNull)
            .map(name -> AttendeeKey.of(Objects.requireNonNull(name), null))
            .filter(named::add)
            .count();
    return (int) (keys(report).distinct().count() + others);
  }
}
