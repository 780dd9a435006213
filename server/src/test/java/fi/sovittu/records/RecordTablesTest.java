package fi.sovittu.records;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.attendance.Curve;
import fi.sovittu.records.AttendanceRecord.Interval;
import fi.sovittu.records.AttendanceRecord.Municipality;
import fi.sovittu.records.AttendanceRecord.Recorded;
import fi.sovittu.records.AttendanceRecord.Room;
import fi.sovittu.records.CommitmentRecord.Answer;
import fi.sovittu.table.Table;
import fi.sovittu.table.Table.Column;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the tables say, given what was read from the database. */
class RecordTablesTest {
  private static final Words FINNISH = new Words(Locale.of("fi"));
  private static final Day DAY =
      new Day(UUID.randomUUID(), LocalDate.of(2026, 4, 2), ZoneId.of("Europe/Helsinki"));

  private static final Municipality II = new Municipality(UUID.randomUUID(), "Ii", "Oulunkaari");
  private static final Municipality OULU = new Municipality(UUID.randomUUID(), "Oulu", "Oulu");
  private static final Room PLENARY = new Room(UUID.randomUUID(), "Plenaari");
  private static final Room OLDER = new Room(UUID.randomUUID(), "Ikäihmiset");
  private static final UUID FIRST = UUID.randomUUID();
  private static final UUID SECOND = UUID.randomUUID();

  @Test
  void attendanceIsARowAnIntervalInTheMeetingsTime() {
    Table table =
        attendance(List.of(interval(FIRST, II, OLDER, "ON_SITE", "09:05:10.9", "10:40:05")))
            .getFirst();

    assertThat(headings(table))
        .containsExactly(
            "Nimi",
            "Organisaatio",
            "Organisaation laji",
            "Seutu",
            "Osio",
            "Osallistumistapa",
            "Saapui",
            "Poistui",
            "Minuuttia",
            "Kirjaustapa",
            "Saapumisen kirjasi",
            "Saapumisen syy",
            "Poistumisen kirjaustapa",
            "Poistumisen kirjasi",
            "Poistumisen syy");
    assertThat(table.rows())
        .containsExactly(
            Arrays.asList(
                "Osallistuja",
                "Ii",
                "Kunta",
                "Oulunkaari",
                "Ikäihmiset",
                "Paikan päällä",
                LocalDateTime.of(2026, 4, 2, 12, 5, 10),
                LocalDateTime.of(2026, 4, 2, 13, 40, 5),
                95,
                "Oma ilmoitus",
                null,
                null,
                "Kirjattu käsin",
                "Sihteeri",
                "Nähtiin lähtevän"));
  }

  @Test
  void whoIsStillPresentHasNoEnd() {
    Table table =
        attendance(List.of(interval(FIRST, null, PLENARY, "TEAMS", "09:00:00", null))).getFirst();

    assertThat(table.rows())
        .containsExactly(
            Arrays.asList(
                "Osallistuja",
                null,
                null,
                null,
                "Plenaari",
                "Teams",
                LocalDateTime.of(2026, 4, 2, 12, 0),
                null,
                null,
                "Oma ilmoitus",
                null,
                null,
                null,
                null,
                null));
  }

  @Test
  void presenceOverTheDayIsInTheMeetingsTime() {
    Curve curve =
        new Curve(15, 30, List.of(new Curve.Point(at("09:00:00").toInstant(), 40, 60, 27)));
    Table table = new AttendanceRecord(DAY, FINNISH).curve(curve);

    assertThat(headings(table))
        .containsExactly(
            "Aika", "Kuntia läsnä (30 kunnasta)", "Henkilöitä", "Paikan päällä", "Teamsissa");
    assertThat(table.rows())
        .containsExactly(List.of(LocalDateTime.of(2026, 4, 2, 12, 0), 27, 100, 40, 60));
  }

  @Test
  void municipalitiesCountEachPersonOnceInEveryRoomAndChannel() {
    Table table =
        attendance(
                List.of(
                    interval(FIRST, II, PLENARY, "ON_SITE", "09:00:00", "09:05:00"),
                    interval(FIRST, II, OLDER, "ON_SITE", "09:05:00", "09:30:00"),
                    interval(FIRST, II, OLDER, "ON_SITE", "09:40:00", null),
                    interval(SECOND, II, OLDER, "TEAMS", "09:05:00", null),
                    interval(UUID.randomUUID(), null, OLDER, "TEAMS", "09:05:00", null)))
            .get(1);

    assertThat(headings(table))
        .containsExactly(
            "Kunta",
            "Seutu",
            "Plenaari: Paikan päällä",
            "Plenaari: Teams",
            "Ikäihmiset: Paikan päällä",
            "Ikäihmiset: Teams",
            "Koko päivä: Paikan päällä",
            "Koko päivä: Teams",
            "Henkilöitä");
    assertThat(table.rows())
        .containsExactly(
            List.of("Ii", "Oulunkaari", 1, 0, 1, 1, 1, 1, 2),
            List.of("Oulu", "Oulu", 0, 0, 0, 0, 0, 0, 0),
            Arrays.asList("Henkilöitä yhteensä", null, 1, 0, 1, 1, 1, 1, 2),
            Arrays.asList("Kuntia edustettuna (2 kunnasta)", null, 1, 0, 1, 1, 1, 1, 1));
  }

  @Test
  void everyEntitledOrganisationIsListedWhetherItAnsweredOrNot() {
    UUID vote = UUID.randomUUID();
    List<Table> tables =
        new CommitmentRecord(DAY, FINNISH)
            .tables(
                List.of(
                    answer(vote, "Ii", 0, "RESERVATION", "Valtuusto päättää"),
                    answer(vote, "Ii", 1, "COMMITS", null),
                    answer(vote, "Oulu", 0, null, null),
                    answer(vote, "Oulu", 1, null, null)));

    assertThat(headings(tables.get(0)))
        .containsExactly(
            "Äänestys",
            "Kierros",
            "Tila",
            "Organisaatio",
            "Seutu",
            "Tavoitejoukko",
            "Nro",
            "Tavoite",
            "Kysyttiin versiosta",
            "Vastaus",
            "Varauma",
            "Vastaaja",
            "Vastattu");
    assertThat(tables.get(0).rows())
        .containsExactly(
            List.of(
                "Sitoutuminen",
                1,
                "Suljettu",
                "Ii",
                "Seutu",
                "Joukko",
                1,
                "Tavoite 0",
                2,
                "Sitoutuu varauksin",
                "Valtuusto päättää",
                "Kunnanjohtaja",
                LocalDateTime.of(2026, 4, 2, 14, 10)),
            Arrays.asList(
                "Sitoutuminen",
                1,
                "Suljettu",
                "Ii",
                "Seutu",
                "Joukko",
                2,
                "Tavoite 1",
                2,
                "Sitoutuu",
                null,
                "Kunnanjohtaja",
                LocalDateTime.of(2026, 4, 2, 14, 10)),
            unanswered(1),
            unanswered(2));
    assertThat(tables.get(1).rows())
        .containsExactly(
            List.of("Sitoutuminen", 1, 1, "Tavoite 0", 0, 1, 0, 1, 2),
            List.of("Sitoutuminen", 1, 2, "Tavoite 1", 1, 0, 0, 1, 2));
  }

  private static List<Object> unanswered(int number) {
    return Arrays.asList(
        "Sitoutuminen",
        1,
        "Suljettu",
        "Oulu",
        "Seutu",
        "Joukko",
        number,
        "Tavoite " + (number - 1),
        2,
        "Ei vastausta",
        null,
        null,
        null);
  }

  @Test
  void theRegisterTellsWhoVotedAndNotHow() {
    Table table =
        new RegisterRecord(DAY, FINNISH)
            .table(
                List.of(
                    new RegisterRecord.Voter(
                        "Plenaari",
                        "Päätös",
                        2,
                        "CLOSED",
                        "PERSONS",
                        "Osallistuja",
                        "Ii",
                        "MUNICIPALITY",
                        "Oulunkaari",
                        true,
                        false),
                    new RegisterRecord.Voter(
                        "Plenaari",
                        "Sitoutuminen",
                        1,
                        "DISCARDED",
                        "ORGANISATIONS",
                        null,
                        "Oulu",
                        "MUNICIPALITY",
                        null,
                        false,
                        true)));

    assertThat(headings(table))
        .containsExactly(
            "Osio",
            "Kysely",
            "Kierros",
            "Tila",
            "Vastaajat",
            "Nimi",
            "Organisaatio",
            "Organisaation laji",
            "Seutu",
            "Läsnä suljettaessa",
            "Äänestänyt");
    assertThat(table.rows())
        .containsExactly(
            List.of(
                "Plenaari",
                "Päätös",
                2,
                "Suljettu",
                "Henkilöt",
                "Osallistuja",
                "Ii",
                "Kunta",
                "Oulunkaari",
                "Kyllä",
                "Ei"),
            Arrays.asList(
                "Plenaari",
                "Sitoutuminen",
                1,
                "Tulos hylätty",
                "Organisaatiot",
                null,
                "Oulu",
                "Kunta",
                null,
                "Ei",
                "Kyllä"));
  }

  @Test
  void theThreeLanguagesHaveTheSameWords() throws IOException {
    Set<String> keys = words("fi").stringPropertyNames();

    for (String language : List.of("fi", "sv", "en")) {
      Properties words = words(language);
      assertThat(words.stringPropertyNames()).isEqualTo(keys);
      // MessageFormat takes plain apostrophes for quoting.
      assertThat(words.values()).noneMatch(word -> word.toString().contains("'"));
    }
  }

  private static List<Table> attendance(List<Interval> intervals) {
    return new AttendanceRecord(DAY, FINNISH)
        .tables(intervals, List.of(II, OULU), List.of(PLENARY, OLDER));
  }

  private static Interval interval(
      UUID participant,
      Municipality municipality,
      Room room,
      String channel,
      String from,
      String to) {
    boolean known = municipality != null;
    return new Interval(
        participant,
        "Osallistuja",
        known ? municipality.id() : null,
        known ? municipality.name() : null,
        known ? "MUNICIPALITY" : null,
        known ? municipality.subRegion() : null,
        room.id(),
        room.name(),
        channel,
        at(from),
        to == null ? null : at(to),
        new Recorded("SELF", null, null),
        to == null ? null : new Recorded("STAFF", "Sihteeri", "Nähtiin lähtevän"));
  }

  private static Answer answer(
      UUID vote, String organisation, int place, String answer, String reservation) {
    return new Answer(
        vote,
        "Sitoutuminen",
        1,
        "CLOSED",
        place,
        "Tavoite " + place,
        "Joukko",
        2,
        organisation,
        "Seutu",
        answer,
        reservation,
        answer == null ? null : "Kunnanjohtaja",
        answer == null ? null : at("11:10:00"));
  }

  private static OffsetDateTime at(String utc) {
    return OffsetDateTime.parse("2026-04-02T" + utc + "Z");
  }

  private static List<String> headings(Table table) {
    return table.columns().stream().map(Column::heading).toList();
  }

  private static Properties words(String language) throws IOException {
    Properties words = new Properties();
    try (Reader file =
        new InputStreamReader(
            RecordTablesTest.class.getResourceAsStream(
                "/records/records_" + language + ".properties"),
            StandardCharsets.UTF_8)) {
      words.load(file);
    }
    return words;
  }
}
