package fi.sovittu.teams.report;

import static fi.sovittu.teams.report.ReportReaderTest.HELSINKI;
import static fi.sovittu.teams.report.ReportReaderTest.MEETING;
import static fi.sovittu.teams.report.ReportReaderTest.leftOut;
import static fi.sovittu.teams.report.ReportReaderTest.stays;
import static fi.sovittu.teams.report.SampleReport.utf16;
import static fi.sovittu.teams.report.SampleReport.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.sovittu.teams.report.ReportReading.Span;
import fi.sovittu.teams.report.ReportReading.Wishes;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports as people really have them: other languages, other tools, rows that tell little. */
class WildReportTest {
  private static Report read(String file) {
    return ReportReader.read(utf8(file), MEETING, Wishes.NONE);
  }

  private static Report read(String file, Wishes wishes) {
    return ReportReader.read(utf8(file), MEETING, wishes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "02/04/2026 à 09:58:00|02/04/2026 à 12:00:00",
        "2.4.2026 kello 9.58|2.4.2026 kello 12.00",
        "02.04.2026 um 09:58 Uhr|02.04.2026 um 12:00 Uhr",
        "02/04/2026 às 09:58:00|02/04/2026 às 12:00:00",
        "2/4/2026 a las 9:58:00 a. m.|2/4/2026 a las 12:00:00 p. m.",
        "2/4/2026, 9:58:00 π.μ.|2/4/2026, 12:00:00 μ.μ.",
        "2026. 04. 02. de. 9:58:00|2026. 04. 02. du. 12:00:00",
        "2026. 4. 2. 오전 9:58:00|2026. 4. 2. 오후 12:00:00",
        "2026年4月2日 上午9:58|2026年4月2日 下午12:00",
        "2026/4/2 9:58:00|2026/4/2 12:00:00",
        "٢‏/٤‏/٢٠٢٦، ٩:٥٨:٠٠ ص|٢‏/٤‏/٢٠٢٦، ١٢:٠٠:٠٠ م",
        "09:58:00 2/4/2026|12:00:00 2/4/2026",
        "2/4/2569 9:58:00|2/4/2569 12:00:00",
        "2.04.2026 г., 9:58:00|2.04.2026 г., 12:00:00",
        "2. 4. 2026 9:58:00|2. 4. 2026 12:00:00",
        "2-4-2026 09:58:00|2-4-2026 12:00:00",
        "2026-04-02T06:58:00Z|2026-04-02T09:00:00Z",
        "2026-04-02T06:58:00.123+00:00|2026-04-02T09:00:00+0000",
        "2026-04-02T09:58:00+03:00|2026-04-02T12:00:00+03:00",
        "2026-04-02 06:58:00 UTC|2026-04-02 09:00:00 UTC",
        "2.4.2026 9.58.00 ap.|2.4.2026 12.00.00 ip.",
      })
  void aTimeIsReadInAnyLanguage(String times) {
    String[] both = times.split("\\|");
    Report report =
        ReportReader.read(
            utf16("A\tB\tC\nAino Koskela\t" + both[0] + "\t" + both[1] + "\n"),
            MEETING,
            Wishes.NONE);
    assertThat(stays(report)).containsExactly("Aino Koskela 09:58–12:00");
  }

  @Test
  void dateAndTimeMayStandInTwoCells() {
    assertThat(
            stays(
                read(
                    "Nimi;Päivä;Tuli;Lähti\nAino Koskela;2.4.2026;9.58;12.00\n"
                        + "Bo Berg;2.4.2026;10.00;11.30\n")))
        .containsExactly("Aino Koskela 09:58–12:00", "Bo Berg 10:00–11:30");
    assertThat(
            stays(
                read(
                    "Name;Join date;Join time;Leave date;Leave time\n"
                        + "Aino Koskela;4/2/2026;9:58 AM;4/2/2026;12:00 PM\n")))
        .containsExactly("Aino Koskela 09:58–12:00");
  }

  @Test
  void aRowWithoutTimesIsLeftOutAndNamed() {
    Report report =
        read(
            """
            3. In-Meeting Activities
            Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole
            Aino Koskela\t4/2/26, 9:58:00 AM\t4/2/26, 12:00:00 PM\t2h 2m\taino@k.example\tOrganizer
            Tuija von Essen\t\t4/2/26, 11:00:00 AM\t30m\ttuija@k.example\tAttendee
            Bo Berg\t\t\t\tbo@k.example\tAttendee
            \t4/2/26, 9:58:00 AM\t4/2/26, 12:00:00 PM\t2h 2m\t\tAttendee
            Eva Ek\ttomorrow\t4/2/26, 12:00:00 PM\t\t\tAttendee
            Pia Puro\t4/2/26, 11:00:00 AM\t4/2/26, 10:00:00 AM\t\t\tAttendee
            Ulf Ulv\t2026-04-02, 11:00:00\t2026-04-02, 12:00:00\t\t\tAttendee
            """);
    assertThat(stays(report)).containsExactly("Aino Koskela 09:58–12:00");
    assertThat(leftOut(report))
        .containsExactly(
            "4 NO_JOIN_TIME Tuija von Essen",
            "5 NO_TIMES_OF_ROW Bo Berg",
            "6 NO_NAME null",
            "7 NOT_DATE_TIME Eva Ek",
            "8 LEFT_BEFORE_JOINED Pia Puro",
            "9 MIXED_DATES Ulf Ulv");
    assertThat(report.leftOut().get(3).text()).isEqualTo("tomorrow");
  }

  @Test
  void whoIsListedInTheSecondSectionAloneIsNamed() {
    Report report =
        read(
            """
            1. Summary
            Attended participants\t3

            2. Participants
            Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tRole
            Aino Koskela\t4/2/26, 9:58:00 AM\t4/2/26, 12:00:00 PM\t2h 2m\taino@k.example\tOrganizer
            Sari Ylönen\t\t\t\tsari@k.example\tAttendee
            Koskela, Aino\t\t\t\tAINO@k.example\tAttendee

            3. In-Meeting Activities
            Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole
            Aino Koskela\t4/2/26, 9:58:00 AM\t4/2/26, 12:00:00 PM\t2h 2m\taino@k.example\tOrganizer
            """);
    assertThat(stays(report)).containsExactly("Aino Koskela 09:58–12:00");
    assertThat(leftOut(report)).containsExactly("7 NO_TIMES_OF_ROW Sari Ylönen");
  }

  @Test
  void whoComesAfterMidnightBelongsToAMeetingThatRunsOn() {
    String head = "Name;Join time;Leave time\n";
    String aino = "Aino Koskela;02/04/2026, 22:58:00;03/04/2026, 00:40:00\n";
    Report report =
        read(
            head
                + "Pekka Puro;03/04/2026, 00:05:00;03/04/2026, 00:55:00\n"
                + aino
                + "Bo Berg;03/04/2026, 00:50:00;03/04/2026, 01:00:00\n"
                + "Eva Ek;03/04/2026, 09:00:00;03/04/2026, 09:05:00\n");
    assertThat(stays(report))
        .containsExactly(
            "Aino Koskela 22:58–00:40", "Bo Berg 00:50–01:00", "Pekka Puro 00:05–00:55");
    assertThat(leftOut(report)).containsExactly("5 OTHER_DAY Eva Ek");
  }

  @Test
  void aLogOfALiveEventTellsItsZoneInTheHeading() {
    String log =
        """
        Session Id,Participant Id,Full Name,UserAgent,UTC Event Timestamp,Action,Role
        5a1c,aino@k.example,Aino Koskela,Mozilla/5.0,4/2/2026 6:58:08 AM,Joined,Attendee
        77fe,pekka@k.example,Pekka Mäkinen,Mozilla/5.0,4/2/2026 7:01:13 AM,Joined,Attendee
        5a1c,aino@k.example,Aino Koskela,Mozilla/5.0,4/2/2026 9:00:00 AM,Left,Attendee
        """;
    Report report = read(log);
    assertThat(report.reading().columns())
        .isEqualTo(new ReportReading.ColumnNumbers(3, 2, 5, null, 6));
    assertThat(report.reading().zone()).isEqualTo("UTC");
    assertThat(stays(report))
        .containsExactly("Aino Koskela 09:58:08–12:00", "Pekka Mäkinen 10:01:13–12:00 ?");
    Wishes byHand = new Wishes(null, null, new Columns(2, 1, 4, Columns.NONE, 5), null);
    assertThat(stays(read(log, byHand))).isEqualTo(stays(report));
    Wishes local = new Wishes(null, HELSINKI, null, null);
    assertThat(stays(read(log, local))).contains("Aino Koskela 06:58:08–09:00");
  }

  @Test
  void aZoneThatPutsPeopleBesideTheReportsOwnSpanIsAsked() {
    String file =
        """
        Meeting Start Time,2026-04-02T09:00:00+03:00
        Meeting End Time,2026-04-02T12:00:00+03:00

        Full Name,Join,Leave
        Aino Koskela,2026-04-02 06:01,2026-04-02 07:30
        Bo Berg,2026-04-02 06:05,2026-04-02 07:45
        """;
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            RefusedReport.class,
            refused ->
                assertThat(refused.faults().getFirst().reason())
                    .isEqualTo(ReportFault.ZONE_UNCLEAR));
    assertThat(stays(read(file, new Wishes(null, ZoneId.of("UTC"), null, null))))
        .containsExactly("Aino Koskela 09:01–10:30", "Bo Berg 09:05–10:45");
  }

  @Test
  void whoRegisteredAndNeverCameIsNamed() {
    Report report =
        read(
            """
            Full Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\tRegistration Time\tRegistration Status
            Aino Koskela\t4/2/26, 9:58:00 AM\t4/2/26, 12:00:00 PM\t2h 2m\taino@k.example\tAttendee\t3/20/26, 2:12:01 PM\tRegistered
            Tuija von Essen\t\t\t\ttuija@k.example\t\t3/21/26, 8:02:01 AM\tRegistered
            """);
    assertThat(stays(report)).containsExactly("Aino Koskela 09:58–12:00");
    assertThat(leftOut(report)).containsExactly("3 NO_TIMES_OF_ROW Tuija von Essen");
  }

  @Test
  void theTimeOfRegisteringIsNotThatOfJoining() {
    assertThat(
            stays(
                read(
                    """
                    Full Name;Registered;Joined;Left
                    Aino Koskela;20.3.2026 14.12;2.4.2026 9.58;2.4.2026 12.00
                    Bo Berg;21.3.2026 8.02;2.4.2026 10.00;2.4.2026 11.00
                    """)))
        .containsExactly("Aino Koskela 09:58–12:00", "Bo Berg 10:00–11:00");
  }

  @Test
  void registrationsMayStandFirst() {
    assertThat(
            stays(
                read(
                    """
                    1. Registration
                    Full Name\tEmail\tRegistration Time\tStatus
                    Aino Koskela\taino@k.example\t3/20/26, 2:12:01 PM\tRegistered
                    2. Summary
                    Attended participants\t1
                    3. Participants
                    Name\tFirst Join\tLast Leave\tEmail
                    Aino Koskela\t4/2/26, 9:58:00 AM\t4/2/26, 12:00:00 PM\taino@k.example
                    4. In-Meeting Activities
                    Name\tJoin Time\tLeave Time\tEmail
                    Aino Koskela\t4/2/26, 9:58:00 AM\t4/2/26, 10:30:00 AM\taino@k.example
                    Aino Koskela\t4/2/26, 10:40:00 AM\t4/2/26, 12:00:00 PM\taino@k.example
                    """)))
        .containsExactly("Aino Koskela 09:58–10:30", "Aino Koskela 10:40–12:00");
    assertThat(
            stays(
                read(
                    """
                    Registrations
                    Full Name\tEmail\tRegistration Time\tStatus
                    Aino Koskela\taino@k.example\t3/20/26, 2:12:01 PM\tRegistered
                    Attendance
                    Full Name\tJoin Time\tLeave Time\tEmail
                    Aino Koskela\t4/2/26, 9:58:00 AM\t4/2/26, 12:00:00 PM\taino@k.example
                    """)))
        .containsExactly("Aino Koskela 09:58–12:00");
  }

  @Test
  void breakoutRoomsRepeatTheHeadings() {
    Report report =
        read(
            """
            Main room
            Name\tJoin Time\tLeave Time
            Aino Koskela\t4/2/26, 9:58:00 AM\t4/2/26, 10:30:00 AM
            Breakout Room One
            Name\tJoin Time\tLeave Time
            Aino Koskela\t4/2/26, 10:31:00 AM\t4/2/26, 11:00:00 AM
            Name\tJoin Time\tLeave Time
            Bo Berg\t4/2/26, 10:31:00 AM\t4/2/26, 11:05:00 AM
            """);
    assertThat(stays(report))
        .containsExactly(
            "Aino Koskela 09:58–10:30", "Aino Koskela 10:31–11:00", "Bo Berg 10:31–11:05");
    assertThat(report.leftOut()).isEmpty();
  }

  @Test
  void namesWithoutTimesWerePresentWhenTheReaderSays() {
    String file =
        "1. Summary\nAttended participants\t2\n\n2. Participants\nName\tEmail\tRole\n"
            + "Aino Koskela\taino@k.example\tOrganizer\nBo Berg (External)\t\tAttendee\n";
    assertThatThrownBy(() -> read(file)).isInstanceOf(RefusedReport.class);
    Span span = new Span(LocalTime.of(9, 0), LocalTime.of(12, 0));
    Report report = read(file, new Wishes(null, null, null, span));
    assertThat(report.reading().form()).isEqualTo(ReportTable.Form.NAMES);
    assertThat(stays(report))
        .containsExactly("Aino Koskela 09:00–12:00 ?", "Bo Berg 09:00–12:00 ?");
    assertThat(report.stays().getFirst().email()).isEqualTo("aino@k.example");
  }

  @Test
  void columnsChosenByHandHoldWhereNoTableIsFound() {
    String file =
        "Lista\n"
            + "x;kello;kuka\n"
            + "1;2.4.2026 9.58;Aino Koskela\n"
            + "2;huomenna;Bo Berg\n"
            + "3;2.4.2026 10.00;Eva Ek\n";
    Wishes byHand = new Wishes(null, null, new Columns(2, -1, 1, -1, -1), null);
    ReportReader.Known known =
        new ReportReader.Known(
            MEETING.day(), HELSINKI, MEETING.day().atTime(12, 0).atZone(HELSINKI).toInstant());
    Report report = ReportReader.read(utf8(file), known, byHand);
    assertThat(stays(report)).containsExactly("Aino Koskela 09:58–12:00 ?", "Eva Ek 10:00–12:00 ?");
    assertThat(leftOut(report)).contains("4 NOT_DATE_TIME Bo Berg");
  }
}
