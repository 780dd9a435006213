package fi.sovittu.teams.report;

import static fi.sovittu.teams.report.SampleReport.utf16;
import static fi.sovittu.teams.report.SampleReport.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.teams.report.ReportReading.DecidedBy;
import fi.sovittu.teams.report.ReportReading.Delimiter;
import fi.sovittu.teams.report.ReportReading.Wishes;
import fi.sovittu.teams.report.SampleReport.Language;
import fi.sovittu.teams.report.SampleReport.Visit;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are reports of the day; those that are none are in {@link RefusedReportTest}. */
class ReportReaderTest {
  static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

  static final ReportReader.Known MEETING =
      new ReportReader.Known(LocalDate.of(2026, 4, 2), HELSINKI, null);

  private static final List<Visit> VISITS =
      List.of(
          Visit.of("Maija Meikäläinen", "maija@kunta.example", "11:58:10", "13:20:05"),
          Visit.of("Öst, Åke (Ulkoinen)", "", "12:01:33", "12:40:00"),
          Visit.of("Öst, Åke (Ulkoinen)", "", "12:43:00", "15:00:00"),
          Visit.of("Maija Meikäläinen", "maija@kunta.example", "13:25:00", "15:01:00"));

  /** Name, and times of the day in Helsinki. */
  static List<String> stays(Report report) {
    return report.stays().stream()
        .map(stay ->
            stay.name()
                + " "
                + time(stay.joined())
                + "–"
                + time(stay.left())
                + (stay.assumed() ? " ?" : ""))
        .sorted()
        .toList();
  }

  /** Line, reason and name. */
  static List<String> leftOut(Report report) {
    return report.leftOut().stream()
        .map(one -> one.line() + " " + one.reason() + " " + one.name())
        .toList();
  }

  private static String time(Instant instant) {
    return LocalTime.ofInstant(instant, HELSINKI).toString();
  }

  private static Report read(byte[] file) {
    return ReportReader.read(file, MEETING, Wishes.NONE);
  }

  private static final List<String> ALL =
      List.of(
          "Maija Meikäläinen 11:58:10–13:20:05",
          "Maija Meikäläinen 13:25–15:01",
          "Öst, Åke 12:01:33–12:40",
          "Öst, Åke 12:43–15:00");

  static Stream<Arguments> forms() {
    return Stream.of(Language.values())
        .filter(language -> language != Language.OTHER)
        .flatMap(language -> {
          SampleReport tabs = new SampleReport(language, VISITS);
          SampleReport commas = new SampleReport(language, VISITS).with(',');
          SampleReport semicolons = new SampleReport(language, VISITS).with(';');
          return Stream.of(
              Arguments.of(language + " as Teams saves it", utf16(tabs.sections())),
              Arguments.of(
                  language + " commas, marked", SampleReport.markedUtf8(commas.sections())),
              Arguments.of(language + " commas, unmarked", utf8(commas.stays())),
              Arguments.of(language + " semicolons", SampleReport.markedUtf8(semicolons.stays())),
              Arguments.of(language + " joins and leaves", utf16(tabs.events())),
              Arguments.of(language + " joins and leaves, commas", utf8(commas.events())),
              Arguments.of(
                  language + " big end first",
                  ("\uFEFF" + tabs.sections()).getBytes(StandardCharsets.UTF_16BE)),
              Arguments.of(
                  language + " unmarked", tabs.sections().getBytes(StandardCharsets.UTF_16LE)));
        });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void everyFormAndLanguageSaysTheSame(String what, byte[] file) {
    Report report = read(file);
    assertThat(stays(report)).as(what).isEqualTo(ALL);
    assertThat(report.leftOut()).isEmpty();
  }

  @Test
  void whatWasDecidedIsTold() {
    ReportReading reading =
        read(utf16(new SampleReport(Language.ENGLISH_US, VISITS).sections())).reading();
    assertThat(reading.encoding()).isEqualTo("UTF-16LE");
    assertThat(reading.delimiter()).isEqualTo(Delimiter.TAB);
    assertThat(reading.form()).isEqualTo(ReportTable.Form.ACTIVITIES);
    assertThat(reading.dateOrder()).isEqualTo(DateOrder.MONTH_FIRST);
    assertThat(reading.dateBy()).isEqualTo(DecidedBy.MEETING_DAY);
    assertThat(reading.zone()).isEqualTo("Europe/Helsinki");
    assertThat(reading.headings()).startsWith("Name", "Join Time", "Leave Time");
    assertThat(reading.columns()).isEqualTo(new ReportReading.ColumnNumbers(1, 5, 2, 3, null));
  }

  @Test
  void theSummaryTellsTheSpan() {
    Report report = read(utf16(new SampleReport(Language.FINNISH, VISITS).sections()));
    assertThat(time(report.began())).isEqualTo("11:45");
    assertThat(time(report.ended())).isEqualTo("15:05");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theSecondSectionServesWithoutTheThird(Language language) {
    List<Visit> overall = List.of(Visit.of("Aino Aalto", "aino@kunta.example", "12:01", "15:00"));
    Report report = read(utf16(new SampleReport(language, overall).participants()));
    assertThat(report.reading().form()).isEqualTo(ReportTable.Form.PARTICIPANTS);
    assertThat(stays(report)).containsExactly("Aino Aalto 12:01–15:00");
  }

  @Test
  void aLanguageWithoutAKnownWordIsReadByPosition() {
    List<Visit> visits =
        List.of(
            Visit.of("Aino Aalto", "aino@kunta.example", "12:01", "12:30"),
            Visit.of("Bo Berg", "", "12:02", "12:40"),
            Visit.of("Aino Aalto", "aino@kunta.example", "13:01", "14:30"));
    SampleReport sample = new SampleReport(Language.OTHER, visits);
    List<String> expected =
        List.of("Aino Aalto 12:01–12:30", "Aino Aalto 13:01–14:30", "Bo Berg 12:02–12:40");
    assertThat(stays(read(utf16(sample.sections())))).isEqualTo(expected);
    Report events = read(utf16(sample.events()));
    assertThat(stays(events)).isEqualTo(expected);
    assertThat(events.reading().joins()).containsExactly("参加");
    assertThat(events.reading().leaves()).containsExactly("退出");
  }

  @Test
  void theSummaryOfTwentyTwentyOneHasNoNumbers() {
    String file =
        """
        Meeting Summary
        Total Number of Participants\t2
        Meeting Title\tNeuvottelu
        Meeting Start Time\t4/2/2026, 11:55:00 AM
        Meeting End Time\t4/2/2026, 3:10:00 PM
        Meeting Id\t8cf0ecc6-0000

        Full Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\tParticipant ID (UPN)
        Aino Aalto\t4/2/2026, 12:00:05 PM\t4/2/2026, 3:00:00 PM\t2h 59m\taino@kunta.example\tOrganizer\taino@kunta.example
        Bo Berg (Guest)\t4/2/2026, 12:30:00 PM\t\t\t\tAttendee\t
        """;
    Report report = read(utf16(file));
    assertThat(stays(report)).containsExactly("Aino Aalto 12:00:05–15:00", "Bo Berg 12:30–15:10 ?");
    assertThat(report.stays().get(1).note()).isEqualTo("Guest");
  }

  @Test
  void notesOfTeamsAreKeptBesideTheName() {
    List<String> shown =
        List.of(
            "Bo Berg (External)",
            "Bo Berg (Guest) (Unverified)",
            "Bo Berg (Ulkoinen)",
            "Bo Berg (Gäst)",
            "Bo Berg (Nicht verifiziert)",
            "Bo Berg (Oulu)");
    List<Visit> visits =
        shown.stream().map(name -> Visit.of(name, "", "12:00:01", "13:00:01")).toList();
    Report report = read(utf16(new SampleReport(Language.ENGLISH_GB, visits).sections()));
    assertThat(report.stays())
        .extracting(stay -> stay.name() + " – " + stay.note())
        .containsExactly(
            "Bo Berg – External",
            "Bo Berg – Guest, Unverified",
            "Bo Berg – Ulkoinen",
            "Bo Berg – Gäst",
            "Bo Berg – Nicht verifiziert",
            "Bo Berg (Oulu) – null");
  }

  @Test
  void phoneNumbersAreNoNames() {
    List<Visit> visits =
        List.of(
            Visit.of("+358 40 123 4567", "", "12:00:01", "13:00:01"),
            Visit.of("+35840***67 (Unverified)", "", "12:00:01", "13:00:01"),
            Visit.of("Kokoushuone 101", "", "12:00:01", "13:00:01"));
    Report report = read(utf16(new SampleReport(Language.FINNISH, visits).sections()));
    assertThat(report.stays()).extracting(Report.Stay::phone).containsExactly(true, true, false);
  }

  @Test
  void whoHadNotLeftWasThereUntilTheEndOfTheReport() {
    List<Visit> visits =
        List.of(
            Visit.of("Aino Aalto", "", "12:00", null), Visit.of("Bo Berg", "", "12:10", "14:00"));
    assertThat(stays(read(utf16(new SampleReport(Language.FINNISH, visits).sections()))))
        .containsExactly("Aino Aalto 12:00–15:05 ?", "Bo Berg 12:10–14:00");
    assertThat(stays(read(utf16(new SampleReport(Language.FINNISH, visits).stays()))))
        .containsExactly("Aino Aalto 12:00–14:00 ?", "Bo Berg 12:10–14:00");
    assertThat(stays(read(utf16(new SampleReport(Language.FINNISH, visits).events()))))
        .containsExactly("Aino Aalto 12:00–14:00 ?", "Bo Berg 12:10–14:00");
  }

  @Test
  void withoutAnyEndTheMeetingsOwnOneHolds() {
    List<Visit> visits = List.of(Visit.of("Aino Aalto", "", "12:00", null));
    byte[] file = utf16(new SampleReport(Language.FINNISH, visits).stays());
    Instant ended = SampleReport.at("15:00").atZone(HELSINKI).toInstant();
    ReportReader.Known known = new ReportReader.Known(MEETING.day(), HELSINKI, ended);
    assertThat(stays(ReportReader.read(file, known, Wishes.NONE)))
        .containsExactly("Aino Aalto 12:00–15:00 ?");
  }

  @Test
  void twoDevicesAreOnePerson() {
    String file =
        """
        Full Name,User Action,Timestamp
        Aino Aalto,Joined,"4/2/2026, 12:00:00 PM"
        Aino Aalto,Joined,"4/2/2026, 12:10:00 PM"
        Aino Aalto,Left,"4/2/2026, 1:00:00 PM"
        Aino Aalto,Left,"4/2/2026, 2:00:00 PM"
        Bo Berg,Joined before,"4/2/2026, 12:00:00 PM"
        Bo Berg,Left,"4/2/2026, 1:30:00 PM"
        """;
    assertThat(stays(read(utf8(file))))
        .containsExactly("Aino Aalto 12:00–14:00", "Bo Berg 12:00–13:30");
  }

  @Test
  void linesThatTellNothingOfTheDayAreLeftOutAndListed() {
    String file =
        """
        Nimi;Liittymisaika;Poistumisaika
        Testi Testaaja;1.4.2026 klo 15.00.00;1.4.2026 klo 15.05.00
        Aino Aalto;2.4.2026 klo 12.00.00;2.4.2026 klo 14.00.00
        Bo Berg;2.4.2026 klo 12.00.00;2.4.2026 klo 12.00.00
        """;
    Report report = read(utf8(file));
    assertThat(stays(report)).containsExactly("Aino Aalto 12:00–14:00");
    assertThat(leftOut(report)).containsExactly("2 OTHER_DAY Testi Testaaja", "4 NO_TIME Bo Berg");
  }

  @Test
  void aLeavingWithoutAJoinIsLeftOut() {
    String file =
        """
        Full Name\tUser Action\tTimestamp
        Aino Aalto\tLeft\t2.4.2026 klo 12.00.00
        Bo Berg\tJoined\t2.4.2026 klo 12.00.00
        Bo Berg\tLeft\t2.4.2026 klo 13.00.00
        """;
    Report report = read(utf16(file));
    assertThat(stays(report)).containsExactly("Bo Berg 12:00–13:00");
    assertThat(leftOut(report)).containsExactly("2 NO_JOIN Aino Aalto");
  }

  @Test
  void aMeetingMayGoOnAfterMidnight() {
    String file =
        """
        Name;Join time;Leave time
        Aino Aalto;02/04/2026, 23:30:00;03/04/2026, 00:30:00
        """;
    Report report = read(utf8(file));
    assertThat(report.reading().dateOrder()).isEqualTo(DateOrder.DAY_FIRST);
    assertThat(stays(report)).containsExactly("Aino Aalto 23:30–00:30");
  }

  @Test
  void theReadersWordIsTakenForOrderZoneAndColumns() {
    String file =
        """
        Rooli;Kuka;Tuli;Lähti
        Esittäjä;Aino Aalto;02/04/2026, 09:00:00;02/04/2026, 10:00:00
        """;
    Wishes wishes =
        new Wishes(
            DateOrder.DAY_FIRST, ZoneId.of("UTC"), new Columns(1, Columns.NONE, 2, 3, -1), null);
    Report report = ReportReader.read(utf8(file), MEETING, wishes);
    assertThat(stays(report)).containsExactly("Aino Aalto 12:00–13:00");
    assertThat(report.reading().dateBy()).isEqualTo(DecidedBy.READER);
    assertThat(report.reading().zone()).isEqualTo("UTC");
    assertThat(stays(read(utf8(file)))).containsExactly("Esittäjä 09:00–10:00");
  }

  @Test
  void whatASpreadsheetSavedIsReadToo() {
    String file =
        "sep=;\nNimi;Liittymisaika;Poistumisaika\nPäivi Öman;2.4.2026 12.00.00;2.4.2026 13.00\n";
    assertThat(stays(read(SampleReport.windows(file)))).containsExactly("Päivi Öman 12:00–13:00");
  }

  @Test
  void namesKeepWhatTheyHave() {
    List<Visit> visits =
        Stream.of("Anna-Liisa O’Brien-Äyräväinen", "\"Maikki\" Virtanen", "Pekka 🎉 Puro", "李 小龍")
            .map(name -> Visit.of(name, "", "12:00:01", "13:00:00"))
            .toList();
    Report report = read(utf16(new SampleReport(Language.ENGLISH_US, visits).sections()));
    assertThat(report.stays())
        .extracting(Report.Stay::name)
        .isEqualTo(visits.stream().map(Visit::name).toList());
  }

  @Test
  void linesAreCountedAsAnEditorCounts() {
    Report report = read(utf16(new SampleReport(Language.FINNISH, VISITS).sections()));
    assertThat(report.stays().getFirst().line()).isEqualTo(10);
  }

  @Test
  void theHourThatComesTwiceIsTakenInOrder() {
    // On 25 October 2026 the clocks go from 4 back to 3.
    String file =
        """
        Nimi;Liittymisaika;Poistumisaika
        Aino Aalto;25.10.2026 klo 3.50.00;25.10.2026 klo 3.10.00
        Bo Berg;25.10.2026 klo 2.00.00;25.10.2026 klo 5.00.00
        """;
    ReportReader.Known night = new ReportReader.Known(LocalDate.of(2026, 10, 25), HELSINKI, null);
    Report report = ReportReader.read(utf8(file), night, Wishes.NONE);
    assertThat(report.stays())
        .extracting(stay -> (stay.left().getEpochSecond() - stay.joined().getEpochSecond()) / 60)
        .containsExactly(20L, 240L);
  }
}
