package fi.sovittu.teams;

import fi.sovittu.teams.report.AttendeeKey;
import fi.sovittu.teams.report.Report;
import fi.sovittu.teams.report.Report.LeftOut;
import fi.sovittu.teams.report.Report.Stay;
import fi.sovittu.teams.report.ReportLimits;
import fi.sovittu.teams.report.ReportReading;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The contract's {@code TeamsPreview}: what would be stored, for whoever confirms it.
 *
 * @param samples the first ones
 * @param taken the report in which the meeting has the same file already, or null
 */
record Preview(
    ReportReading reading,
    Instant began,
    Instant ended,
    int stays,
    int attendees,
    int assumed,
    List<Stay> samples,
    List<LeftOut> leftOut,
    int leftOutCount,
    Reports.@Nullable Taken taken) {
  static Preview of(Report report, Reports.@Nullable Taken taken) {
    List<Stay> stays = report.stays();
    return new Preview(
        report.reading(),
        report.began(),
        report.ended(),
        stays.size(),
        (int)
            stays.stream()
                .map(stay -> AttendeeKey.of(stay.name(), stay.email()))
                .distinct()
                .count(),
        (int) stays.stream().filter(Stay::assumed).count(),
        stays.stream().limit(ReportLimits.SAMPLES).toList(),
        report.leftOut().stream().limit(ReportLimits.FAULTS).toList(),
        report.leftOut().size(),
        taken);
  }
}
