package fi.sovittu.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.sovittu.base.Problem;
import fi.sovittu.day.DayMaker;
import fi.sovittu.day.Template;
import fi.sovittu.day.TemplateReader;
import fi.sovittu.db.Db;
import fi.sovittu.db.EmbeddedServer;
import fi.sovittu.db.Migrations;
import fi.sovittu.poll.text.TextEntries;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The records of the shipped day, written from a real database. */
class RecordsIT {
  private static final Locale FINNISH = Locale.of("fi");
  private static final UUID MEETING = UUID.randomUUID();

  @TempDir static Path folder;

  private static EmbeddedServer server;
  private static Vertx vertx;
  private static Db db;
  private static Records records;

  @BeforeAll
  static void holdTheDay() throws Exception {
    server = EmbeddedServer.start(folder.resolve("database"), "only-for-this-test");
    Migrations.run(server.options());
    vertx = Vertx.vertx();
    db = Db.connect(vertx, server.options());
    records = new Records(vertx, db);
    await(
        db.write(
            connection -> DayMaker.make(connection, MEETING, shippedDay(), Duration.ZERO, null)));

    UUID zebra = participant("Zeta Zebra", "Ii");
    UUID ost = participant("Öst Åke", "Oulu");
    UUID formula = participant("=1+1", "Pohde, palvelutuotanto");
    attends(zebra, "Ikäihmiset", "ON_SITE", "[2026-04-02 09:05:10Z,2026-04-02 10:40:05Z)");
    attends(zebra, "Plenaari", "ON_SITE", "[2026-04-02 11:00:00Z,)");
    attends(ost, "Ikäihmiset", "TEAMS", "[2026-04-02 09:05:00Z,)");
    attends(formula, "Ikäihmiset", "TEAMS", "[2026-04-02 09:05:00Z,)");

    UUID poll = closedPoll("Ikäihmiset", "SCALE");
    List<String> ballots = List.of("[5,4,3,2]", "[5,null,3,1]", "[4,null,3,1]");
    for (int i = 0; i < ballots.size(); i++) {
      sql(
          "insert into ballot (poll_id, position, receipt, answers) values ($1, $2, $3,"
              + " $4::text::jsonb)",
          Tuple.of(poll, i, "receipt-" + i, ballots.get(i)));
    }
    for (UUID voter : List.of(zebra, ost, formula)) {
      sql(
          "insert into turnout (poll_id, voter_id, participant_id) values ($1, $2, $2)",
          Tuple.of(poll, voter));
    }
    sql(
        """
        insert into poll_register (poll_id, voter_id, participant_id, organisation_id, present, voted)
        select $1, id, id, organisation_id, true, true from participant where id = $2
        """,
        Tuple.of(poll, zebra));
    UUID vote = closedPoll("Plenaari", "COMMITMENT");
    sql(
        """
        insert into named_ballot
          (poll_id, voter_id, meeting_id, participant_id, organisation_id, channel, revision, answers, cast_at)
        select $1, p.organisation_id, p.meeting_id, p.id, p.organisation_id, 'ON_SITE', 1, (
          select jsonb_agg(case s.position
            when 0 then '{"answer": "RESERVATION", "reservation": "Valtuusto päättää; talousarvio"}'::jsonb
            else '{"answer": "COMMITS", "reservation": null}'::jsonb end order by s.position)
          from poll_statement s where s.poll_id = $1), '2026-04-02 11:10:00Z'
        from participant p where p.id = $2
        """,
        Tuple.of(vote, zebra));
    UUID texts = closedPoll("Lapset, nuoret ja lapsiperheet", "TEXT");
    sql(
        "insert into ballot (poll_id, position, receipt, answers) values ($1, 0, 'RECEIPT',"
            + " '[\"=Enemmän kyytejä\"]')",
        Tuple.of(texts));
    UUID entry = TextEntries.id("RECEIPT", "=Enemmän kyytejä");
    sql(
        "insert into text_group (poll_id, id, title) values ($1, $2, 'Kyydit')",
        Tuple.of(texts, texts));
    sql(
        "insert into text_mark (poll_id, entry_id, state, group_id) values ($1, $2, 'SHOWN', $1)",
        Tuple.of(texts, entry));
    sql(
        "insert into text_upvote (poll_id, entry_id, participant_id) values ($1, $2, $3)",
        Tuple.of(texts, entry, ost));
  }

  @AfterAll
  static void end() throws Exception {
    await(vertx.close());
    server.close();
  }

  @Test
  void attendanceIsSortedByTheFinnishAlphabetOnTheMeetingsClock() throws Exception {
    Records.File file = file("attendance.csv");

    assertThat(file.name()).isEqualTo("lasnaolo-2026-04-02.csv");
    assertThat(file.mediaType()).isEqualTo("text/csv; charset=utf-8");
    assertThat(file.bytes().toString(StandardCharsets.UTF_8).substring(1).split("\r\n"))
        .containsExactly(
            "Nimi;Organisaatio;Organisaation"
                + " laji;Seutu;Osio;Osallistumistapa;Saapui;Poistui;Minuuttia;Kirjaustapa;Saapumisen"
                + " kirjasi;Saapumisen syy;Poistumisen kirjaustapa;Poistumisen kirjasi;Poistumisen"
                + " syy",
            "'=1+1;\"Pohde, palvelutuotanto\";Hyvinvointialue;;Ikäihmiset;Teams;2.4.2026"
                + " 12.05.00;;;Oma ilmoitus;;;;;",
            "Zeta Zebra;Ii;Kunta;Oulunkaari;Ikäihmiset;Paikan päällä;2.4.2026 12.05.10;2.4.2026"
                + " 13.40.05;95;Oma ilmoitus;;;;;",
            "Zeta Zebra;Ii;Kunta;Oulunkaari;Plenaari;Paikan päällä;2.4.2026 14.00.00;;;Oma"
                + " ilmoitus;;;;;",
            "Öst Åke;Oulu;Kunta;Oulu;Ikäihmiset;Teams;2.4.2026 12.05.00;;;Oma ilmoitus;;;;;");
  }

  @Test
  void theWorkbookHasTheThirtyMunicipalities() throws Exception {
    Records.File file = file("attendance.xlsx");

    assertThat(file.name()).isEqualTo("lasnaolo-2026-04-02.xlsx");
    try (ReadableWorkbook workbook = open(file)) {
      assertThat(workbook.getSheets().map(Sheet::getName))
          .containsExactly("Läsnäolo", "Kunnat", "Korjatut läsnäolot", "Läsnäolo ajan mukaan");
      List<Row> people = workbook.getSheet(0).orElseThrow().read();
      assertThat(people.get(1).getCellText(0)).isEqualTo("=1+1");
      assertThat(people.get(2).getCell(6).asDate())
          .isEqualTo(LocalDateTime.of(2026, 4, 2, 12, 5, 10));
      List<Row> municipalities = workbook.getSheet(1).orElseThrow().read();
      assertThat(municipalities).hasSize(1 + 30 + 2);
      assertThat(municipalities.get(30).getCellText(0)).isEqualTo("Ylivieska");
      Row represented = municipalities.getLast();
      assertThat(represented.getCellText(0)).isEqualTo("Kuntia edustettuna (30 kunnasta)");
      // Plenary on site, older people on site and in Teams; the two municipalities in all.
      assertThat(
              List.of(2, 8, 9, 12).stream().map(i -> represented.getCell(i).asNumber().intValue()))
          .containsExactly(1, 1, 1, 2);
    }
  }

  @Test
  void onlyClosedPollsAreCounted() throws Exception {
    String[] lines = lines("polls.csv");

    assertThat(lines)
        .filteredOn(line -> line.contains("Ikäihmiset;") && line.contains(";Suljettu;"))
        .hasSize(4);
    assertThat(lines)
        .filteredOn(line -> line.startsWith("Ikäihmiset;") && line.contains(";Suljettu;2;"))
        .singleElement()
        .satisfies(line -> assertThat(line).contains(";1;1;", ";0;0;0;1;0;2;1;4,00;4,0;"));
    assertThat(lines)
        .filteredOn(line -> line.startsWith("Työikäiset;"))
        .isNotEmpty()
        .allMatch(line -> line.contains(";Luonnos;"));
    try (ReadableWorkbook workbook = open(file("polls.xlsx"))) {
      assertThat(workbook.getSheets().map(Sheet::getName))
          .containsExactly(
              "Tulokset",
              "Kyselyt",
              "Ryhmittäin",
              "Avoimet vastaukset",
              "Nimettömät vastaukset",
              "Nimelliset vastaukset");
      List<Row> polls = workbook.getSheet(1).orElseThrow().read();
      assertThat(polls).hasSize(1 + shippedDay().polls().size());
      List<Row> texts = workbook.getSheet(3).orElseThrow().read();
      assertThat(texts).hasSize(1 + 1);
      assertThat(texts.get(1).getCells(4, 8))
          .extracting(cell -> cell.getText())
          .containsExactly("=Enemmän kyytejä", "Näytetään", "Kyydit", "1");
      List<Row> ballots = workbook.getSheet(4).orElseThrow().read();
      assertThat(ballots).hasSize(1 + 3);
      assertThat(ballots.get(1).getCellText(5)).isEqualTo("receipt-0");
      assertThat(ballots.get(1).getCell(6).asNumber()).isEqualByComparingTo("5");
      assertThat(ballots.get(2).getOptionalCell(7)).isEmpty();
      List<Row> named = workbook.getSheet(5).orElseThrow().read();
      assertThat(named).hasSize(1 + 1);
      assertThat(named.get(1).getCellText(4)).isEqualTo("Zeta Zebra");
      assertThat(named.get(1).getCellText(9))
          .isEqualTo("Sitoutuu varauksin: Valtuusto päättää; talousarvio");
    }
  }

  @Test
  void everyMunicipalityStandsInTheCommitments() throws Exception {
    String[] lines = lines("commitments.csv");
    int goals = shippedDay().goalSets().stream().mapToInt(set -> set.goals().size()).sum();

    assertThat(lines).hasSize(1 + 30 * goals);
    assertThat(lines).filteredOn(line -> line.contains(";Ei vastausta;;;")).hasSize(29 * goals);
    assertThat(lines)
        .filteredOn(line -> line.contains(";Ii;"))
        .hasSize(goals)
        .anySatisfy(line ->
            assertThat(line)
                .endsWith(
                    ";1;Sitoutuu varauksin;\"Valtuusto päättää; talousarvio\";Zeta Zebra;2.4.2026"
                        + " 14.10.00"));
  }

  @Test
  void theRegisterIsKept() throws Exception {
    assertThat(lines("registers.csv"))
        .containsExactly(
            "\uFEFFOsio;Kysely;Kierros;Tila;Vastaajat;Nimi;Organisaatio;Organisaation"
                + " laji;Seutu;Läsnä suljettaessa;Äänestänyt",
            "Ikäihmiset;Mitä mieltä olet päivitetyistä tavoitteista?;1;Suljettu;Henkilöt;Zeta"
                + " Zebra;Ii;Kunta;Oulunkaari;Kyllä;Kyllä");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fi", "sv", "en"})
  void everyRecordIsWrittenInEveryLanguage(String language) throws Exception {
    for (String name : List.of("attendance", "polls", "commitments", "registers")) {
      for (String form : List.of(".xlsx", ".csv")) {
        Records.File file = await(records.file(name + form, MEETING, Locale.of(language)));
        assertThat(file.name()).matches("[a-z]+-2026-04-02\\.(xlsx|csv)").endsWith(form);
      }
    }
  }

  @Test
  void otherNamesAndMeetingsAreNotFound() {
    assertThatThrownBy(() -> file("secrets.csv"))
        .isInstanceOf(Problem.class)
        .hasMessage("NOT_FOUND");
    assertThatThrownBy(() -> await(records.file("polls.csv", UUID.randomUUID(), FINNISH)))
        .isInstanceOf(Problem.class)
        .hasMessage("NOT_FOUND");
  }

  private static Template shippedDay() {
    try (InputStream in = RecordsIT.class.getResourceAsStream("/templates/hyte-2026.yaml")) {
      return TemplateReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), FINNISH);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UUID participant(String name, String organisation) throws Exception {
    UUID id = UUID.randomUUID();
    sql(
        """
        insert into participant (id, meeting_id, organisation_id, name)
        select $1, meeting_id, id, $2 from organisation where meeting_id = $3 and name = $4
        """,
        Tuple.of(id, name, MEETING, organisation));
    return id;
  }

  private static void attends(UUID participant, String room, String channel, String during)
      throws Exception {
    sql(
        """
        insert into attendance (meeting_id, participant_id, room_id, channel, during, source)
        select meeting_id, $1, id, $2, $3::text::tstzrange, 'SELF' from room where meeting_id = $4 and name = $5
        """,
        Tuple.of(participant, channel, during, MEETING, room));
  }

  private static UUID closedPoll(String room, String kind) throws Exception {
    return await(
        db.write(connection ->
            connection
                .preparedQuery(
                    """
                    update poll set state = 'CLOSED', opened_at = '2026-04-02 09:40:00Z',
                      closed_at = '2026-04-02 09:50:00Z', entitled = 130, present = 120
                    from room
                    where room.id = poll.room_id and poll.meeting_id = $1 and room.name = $2 and poll.kind = $3
                    returning poll.id
                    """)
                .execute(Tuple.of(MEETING, room, kind))
                .map(rows -> rows.iterator().next().getUUID(0))));
  }

  private static void sql(String statement, Tuple values) throws Exception {
    int rows =
        await(db.write(connection -> connection.preparedQuery(statement).execute(values)))
            .rowCount();
    assertThat(rows).isPositive();
  }

  private static Records.File file(String name) throws Exception {
    return await(records.file(name, MEETING, FINNISH));
  }

  private static String[] lines(String name) throws Exception {
    return file(name).bytes().toString(StandardCharsets.UTF_8).split("\r\n");
  }

  private static ReadableWorkbook open(Records.File file) throws Exception {
    return new ReadableWorkbook(new ByteArrayInputStream(file.bytes().getBytes()));
  }

  private static <T> T await(Future<T> future) throws Exception {
    try {
      return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
