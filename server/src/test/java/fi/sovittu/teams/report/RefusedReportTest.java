package fi.sovittu.teams.report;

import static fi.sovittu.teams.report.SampleReport.utf16;
import static fi.sovittu.teams.report.SampleReport.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fi.sovittu.teams.report.ReportReading.Wishes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are no reports of the day: each is refused with the line and the reason. */
class RefusedReportTest {
  private static final String HEADER = "Nimi;Liittymisaika;Poistumisaika\n";
  private static final String GOOD = "Aino Aalto;2.4.2026 klo 12.00.00;2.4.2026 klo 13.00.00\n";

  private static RefusedReport refusal(byte[] file, Wishes wishes) {
    return catchThrowableOfType(
        RefusedReport.class, () -> ReportReader.read(file, ReportReaderTest.MEETING, wishes));
  }

  private static Arguments bad(String what, byte[] file, String faults) {
    return Arguments.of(what, file, faults);
  }

  private static Arguments bad(String what, String file, String faults) {
    return bad(what, utf8(file), faults);
  }

  static Stream<Arguments> files() {
    byte[] half = utf16(HEADER + GOOD);
    return Stream.of(
        bad("nothing", new byte[0], "0 FILE_EMPTY"),
        bad("blanks only", " \n\n", "0 NO_TABLE"),
        bad("too large", new byte[ReportLimits.BYTES + 1], "0 FILE_TOO_LARGE"),
        bad("a workbook", new byte[] {'P', 'K', 3, 4, 20, 0, 8, 0, (byte) 0xC3}, "0 NOT_TEXT"),
        bad("a picture", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0}, "0 NOT_TEXT"),
        bad("half a character", Arrays.copyOf(half, half.length - 1), "2 UNREADABLE_CHARACTER"),
        bad("a bell", HEADER + "Aino\u0007;" + GOOD, "0 NOT_TEXT"),
        bad("broken UTF-8", broken(), "2 UNREADABLE_CHARACTER"),
        bad("an open quotation mark", HEADER + "\"Aino;2.4.2026 klo 12.00.00;\n", "2 QUOTES"),
        bad("no table", "Hei,\ntässä läsnäolijat\n", "0 NO_TABLE"),
        bad("no times", "Nimi;Rooli;Kunta\nAino Aalto;puhuja;Ii\n", "0 NO_TABLE"),
        bad(
            "an empty section",
            "1. Yhteenveto\na\tb\tc\n3. Toiminnot\nNimi\tTuli\tMeni\n",
            "0 NO_ROWS"),
        bad("a summary only", "1. Yhteenveto\nOtsikko\tPäivä\t2.4.2026 klo 12.00\n", "0 NO_TABLE"),
        bad(
            "leavings that are none",
            HEADER + "Aino;2.4.2026 klo 12.00.00;huomenna\n",
            "2 NOT_DATE_TIME"),
        bad("nobody", HEADER + ";2.4.2026 klo 12.00.00;2.4.2026 klo 13.00.00\n", "0 NO_TABLE"),
        bad(
            "blank names",
            HEADER + (" ;" + GOOD.substring(GOOD.indexOf(';') + 1)).repeat(2),
            "0 NO_TABLE"),
        bad(
            "left before having joined",
            HEADER + "Bo Berg;2.4.2026 klo 13.00.00;2.4.2026 klo 12.00.00\n",
            "2 LEFT_BEFORE_JOINED"),
        bad("another day", HEADER + GOOD.replace("2.4.", "3.4."), "2 OTHER_DAY"),
        bad(
            "another day in either order",
            "Name;Join;Leave\nAino;5/4/2026, 12:00;5/4/2026, 13:00\n",
            "2 OTHER_DAY"),
        bad("no end anywhere", HEADER + "Aino;2.4.2026 klo 12.00;\n", "2 END_UNKNOWN"),
        bad(
            "a word that could mean either",
            "Name,Action,Time\nAino,foo,2026-04-02 12:00\nBo,bar,2026-04-02 12:00\n",
            "2 ACTION_UNKNOWN"),
        bad(
            "a name without end",
            HEADER + GOOD.replace("Aino Aalto", "x".repeat(ReportLimits.NAME + 1)),
            "2 NAME_TOO_LONG"),
        bad(
            "too many columns",
            HEADER + ";".repeat(ReportLimits.COLUMNS) + "\n",
            "2 TOO_MANY_COLUMNS"),
        bad(
            "too many rows",
            HEADER + "A;2.4.2026 12.00;\n".repeat(ReportLimits.ROWS + 1),
            (ReportLimits.ROWS + 2) + " TOO_MANY_ROWS"));
  }

  private static byte[] broken() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(SampleReport.markedUtf8(HEADER + "P"));
    file.write(0xE4);
    file.writeBytes("ivi;2.4.2026;\n".getBytes(StandardCharsets.UTF_8));
    return file.toByteArray();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void refusedWithLineAndReason(String what, byte[] file, String faults) {
    RefusedReport refused = refusal(file, Wishes.NONE);
    assertThat(refused).as(what).isNotNull();
    assertThat(
            String.join(
                ", ",
                refused.faults().stream()
                    .map(fault -> fault.line() + " " + fault.reason())
                    .toList()))
        .as(what)
        .isEqualTo(faults);
  }

  @Test
  void aTimeThatTheClockSkipsIsRefused() {
    // On 29 March 2026 the clocks go from 3 to 4.
    ReportReader.Known night =
        new ReportReader.Known(LocalDate.of(2026, 3, 29), ReportReaderTest.HELSINKI, null);
    RefusedReport refused =
        catchThrowableOfType(
            RefusedReport.class,
            () ->
                ReportReader.read(
                    utf8(HEADER + "Aino;29.3.2026 klo 3.30.00;29.3.2026 klo 5.00.00\n"),
                    night,
                    Wishes.NONE));
    assertThat(refused.faults())
        .containsExactly(
            new RefusedReport.Fault(2, ReportFault.TIME_SKIPPED, List.of("29.3.2026 klo 3.30.00")));
  }

  @Test
  void theReadersWordIsNotForcedOnAFileThatItDoesNotFit() {
    assertThat(
            refusal(utf8(HEADER + GOOD), new Wishes(DateOrder.MONTH_FIRST, null, null, null))
                .faults())
        .extracting(RefusedReport.Fault::reason)
        .containsExactly(ReportFault.MIXED_DATES);
    assertThat(
            refusal(utf8(HEADER + GOOD), new Wishes(null, null, new Columns(0, 7, 1, 2, -1), null))
                .faults())
        .containsExactly(new RefusedReport.Fault(0, ReportFault.NO_SUCH_COLUMN, List.of(8, 3)));
  }

  @Test
  void aHostOfFaultsIsCutShort() {
    RefusedReport refused =
        refusal(
            utf8(HEADER + "Bo;2.4.2026 klo 13.00.00;2.4.2026 klo 12.00.00\n".repeat(200)),
            Wishes.NONE);
    assertThat(refused.faults()).hasSizeLessThanOrEqualTo(ReportLimits.FAULTS + 3);
    assertThat(refused.faults().getLast().reason()).isEqualTo(ReportFault.TOO_MANY_FAULTS);
  }
}
