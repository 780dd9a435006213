package fi.sovittu.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fi.sovittu.poll.kind.Tally;
import fi.sovittu.poll.kind.WordsTally;
import fi.sovittu.poll.rules.BreakdownDimension;
import fi.sovittu.poll.rules.Majority;
import fi.sovittu.poll.rules.MajorityBase;
import fi.sovittu.poll.rules.MajorityRule;
import fi.sovittu.poll.rules.PollDraft.Option;
import fi.sovittu.poll.rules.PollDraft.Scale;
import fi.sovittu.poll.rules.PollDraft.Secrecy;
import fi.sovittu.poll.rules.PollDraft.ShowResults;
import fi.sovittu.poll.rules.PollDraft.Voters;
import fi.sovittu.poll.rules.PollKind;
import fi.sovittu.poll.text.TextEntries;
import fi.sovittu.records.PollBook.Mark;
import fi.sovittu.records.RecordedPoll.Rules;
import fi.sovittu.records.RecordedPoll.Statement;
import fi.sovittu.records.RecordedPoll.Times;
import fi.sovittu.table.Table;
import fi.sovittu.table.Table.Column;
import fi.sovittu.table.Workbook;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the tables of the polls say, given what was read from the database. */
class PollTablesTest {
  private static final Words FINNISH = new Words(Locale.of("fi"));
  private static final Day DAY =
      new Day(UUID.randomUUID(), LocalDate.of(2026, 4, 2), ZoneId.of("Europe/Helsinki"));

  private final List<RecordedPoll> polls = new ArrayList<>();
  private final Map<UUID, List<CastBallot>> ballots = new LinkedHashMap<>();
  private final Map<UUID, Mark> marks = new LinkedHashMap<>();

  @Test
  void aScaleIsCountedStatementByStatement() {
    add(poll(PollKind.SCALE), "[3,1]", "[2,null]", "[2,null]");

    Map<String, Object> first = rows(results()).get(0);
    assertThat(first)
        .containsEntry("Osio", "Ikäihmiset")
        .containsEntry("Kysely", "Kysymys")
        .containsEntry("Kierros", 2)
        .containsEntry("Kyselyn laji", "Asteikko")
        .containsEntry("Tila", "Suljettu")
        .containsEntry("Nro", 1)
        .containsEntry("Väittämä, tavoite tai vaihtoehto", "Yksi")
        .containsEntry("Kysyttiin versiosta", 1)
        .containsEntry("Uusin versio", 2)
        .containsEntry("Asteikko", "1 = eri, 3 = sama")
        .containsEntry("Vastasi 1", 0)
        .containsEntry("Vastasi 2", 2)
        .containsEntry("Vastasi 3", 1)
        .containsEntry("En osaa sanoa", 0)
        .containsEntry("Vastauksia", 3)
        .containsEntry("Keskiarvo", new BigDecimal("2.33"))
        .containsEntry("Mediaani", new BigDecimal("2.0"))
        .containsEntry("Äänestäneitä", 3)
        .containsEntry("Äänioikeutettuja", 7)
        .containsEntry("Avattu", LocalDateTime.of(2026, 4, 2, 12, 40))
        .containsEntry("Suljettu", LocalDateTime.of(2026, 4, 2, 12, 50));
    assertThat(rows(results()).get(1))
        .containsEntry("Nro", 2)
        .containsEntry("Kysyttiin versiosta", null)
        .containsEntry("En osaa sanoa", 2)
        .containsEntry("Keskiarvo", new BigDecimal("1.00"));
    assertThat(rows(results())).hasSize(2);
  }

  @Test
  void columnsOfKindsThatNobodyAskedAreLeftOut() {
    add(poll(PollKind.THUMBS), "[\"UP\"]");

    assertThat(headings(results()))
        .contains("Ääniä")
        .doesNotContain("Vastasi 1", "Keskiarvo", "Pisteitä (Borda)", "Mainintoja", "Sitoutuu");
  }

  @Test
  void aChoiceHasItsDecisionOptionByOption() {
    RecordedPoll choice = poll(PollKind.CHOICE);
    add(choice, "[0]", "[0]", "[1]", "[2]");

    assertThat(rows(results()))
        .extracting(
            row -> row.get("Väittämä, tavoite tai vaihtoehto"),
            row -> row.get("Ääniä"),
            row -> row.get("Ääniä enemmistöön"),
            row -> row.get("Enemmistöön tarvittiin"),
            row -> row.get("Enemmistö laskettiin luvusta"),
            row -> row.get("Enemmistö saatiin"))
        .containsExactly(
            tuple("Eka", 2, 2, 2, 3, "Kyllä"),
            tuple("Toka", 1, 1, 2, 3, "Ei"),
            tuple("Tyhjää", 1, null, null, null, null));
  }

  @Test
  void everyPollIsListedWithItsRules() {
    add(poll(PollKind.CHOICE), "[0]", "[0]", "[1]", "[2]");

    assertThat(rows(tables().get(1)))
        .singleElement()
        .satisfies(row ->
            assertThat(row)
                .containsEntry("Enemmistösääntö", "Vähintään 2/3 (annetuista äänistä ilman tyhjiä)")
                .containsEntry("Päätösvaltaisuus", "Yli puolet (kaikista äänioikeutetuista)")
                .containsEntry("Äänestäneitä tarvittiin", 4)
                .containsEntry("Päätösvaltainen", "Kyllä")
                .containsEntry("Nimettömyys", "Nimetön")
                .containsEntry("Vastaajat", "Henkilöt")
                .containsEntry("Vain ryhmät", "Kunnat, Järjestöt")
                .containsEntry("Tulos osallistujille", "Heti vastattaessa")
                .containsEntry("Tulos näytölle", "Kun puheenjohtaja näyttää sen")
                .containsEntry("Aikaa, sekuntia", 90)
                .containsEntry("Erittelyt", "Osallistumistapa")
                .containsEntry("Vastaukset julkaistu tarkistettaviksi", "Kyllä")
                .containsEntry("Asiakohta", "Neuvottelu"));
  }

  @Test
  void rankingAndPointsAreCounted() {
    add(poll(PollKind.RANKING), "[2,0,1]", "[1]");
    add(poll(PollKind.POINTS), "[100,0,0]", "[0,50,50]");

    List<Map<String, Object>> rows = rows(results());
    assertThat(rows.get(0))
        .containsEntry("Pisteitä (Borda)", new BigDecimal("1.5"))
        .containsEntry("Ensisijaisia", 0)
        .containsEntry("Sijoittanut", 1)
        .containsEntry("Pisteitä yhteensä", null);
    assertThat(rows.get(3))
        .containsEntry("Pisteitä (Borda)", null)
        .containsEntry("Pisteitä yhteensä", 100)
        .containsEntry("Pisteitä keskimäärin", new BigDecimal("50.00"));
  }

  @Test
  void wordsAreRows() {
    add(poll(PollKind.WORDS), "[\"Terveys\"]", "[\"terveys\",\"ilo\"]", "[\"terveys\"]");

    assertThat(rows(results()))
        .extracting(
            row -> row.get("Väittämä, tavoite tai vaihtoehto"), row -> row.get("Mainintoja"))
        .containsExactly(tuple("terveys", 3), tuple("ilo", 1));
  }

  @Test
  void wordsBeyondTheCloudAreTold() {
    String[] many =
        IntStream.range(0, 103).mapToObj(i -> "[\"sana" + i + "\"]").toArray(String[]::new);
    add(poll(PollKind.WORDS), many);

    assertThat(rows(results()))
        .hasSize(101)
        .last()
        .satisfies(row ->
            assertThat(row)
                .containsEntry("Väittämä, tavoite tai vaihtoehto", "Muita sanoja: 3")
                .containsEntry("Mainintoja", null));
  }

  @Test
  void thereIsNoResultBeforeTheClose() {
    add(poll(PollKind.SCALE, "OPEN"));
    add(poll(PollKind.WORDS, "DRAFT"));
    add(poll(PollKind.CHOICE, "CANCELLED"));

    List<Map<String, Object>> rows = rows(results());
    assertThat(rows).hasSize(2 + 1 + 3);
    assertThat(rows.get(0)).containsEntry("Tila", "Auki").containsEntry("Vastasi 1", null);
    assertThat(rows.get(2)).containsEntry("Tila", "Luonnos").containsEntry("Nro", null);
    assertThat(rows.get(3))
        .containsEntry("Tila", "Peruttu")
        .containsEntry("Perumisen tai hylkäämisen syy", "väärä kysymys")
        .containsEntry("Ääniä", null);
  }

  @Test
  void aDiscardedResultIsMarkedWithItsReason() {
    add(poll(PollKind.THUMBS, "DISCARDED"), "[\"UP\"]");

    assertThat(rows(results()).getFirst())
        .containsEntry("Tila", "Tulos hylätty")
        .containsEntry("Perumisen tai hylkäämisen syy", "väärä kysymys")
        .containsEntry("Väittämä, tavoite tai vaihtoehto", "Peukalo ylös")
        .containsEntry("Ääniä", 1);
  }

  @Test
  void theTwoCountsStandSideBySide() {
    RecordedPoll choice =
        with(
            poll(PollKind.CHOICE),
            new JsonObject("{\"municipalities\":7,\"counts\":[4,1,0],\"divided\":2,\"means\":[]}"),
            null);
    RecordedPoll scale =
        with(
            poll(PollKind.SCALE),
            new JsonObject(
                "{\"municipalities\":7,\"counts\":[],\"divided\":0,\"means\":[2.5,null]}"),
            null);
    add(choice, "[0]");
    add(scale, "[3,1]");

    assertThat(rows(results()))
        .extracting(row -> row.get("Kuntia tällä kannalla"))
        .containsExactly(4, 1, 0, null, null);
    assertThat(rows(results()))
        .extracting(row -> row.get("Kuntien keskiarvo"))
        .containsExactly(null, null, null, new BigDecimal("2.50"), null);
    assertThat(rows(tables().get(1)).getFirst())
        .containsEntry("Kuntia, joista vastattiin", 7)
        .containsEntry("Kuntia, jotka jakautuivat tasan", 2);
  }

  @Test
  void groupsStandWithWhatWasWithheld() {
    JsonObject breakdown =
        new JsonObject(
            """
            {"dimensions": [{"dimension": "CHANNEL", "withheld": 3, "groups": [
              {"name": "TEAMS", "ballots": 5,
               "tally": {"kind": "CHOICE", "ballots": 5, "counts": [4, 1, 0]}}]},
             {"dimension": "ORGANISATION_KIND", "withheld": 0, "groups": [
              {"name": null, "ballots": 8,
               "tally": {"kind": "CHOICE", "ballots": 8, "counts": [6, 2, 0]}}]}]}
            """);
    add(with(poll(PollKind.CHOICE), null, breakdown), "[0]");

    assertThat(tables().get(2).rows())
        .hasSize(3 + 1 + 3)
        .startsWith(
            List.of(
                "Ikäihmiset",
                "Kysymys",
                2,
                "Suljettu",
                "Osallistumistapa",
                "Teams",
                5,
                1,
                "Eka",
                4))
        .contains(
            Arrays.asList(
                "Ikäihmiset",
                "Kysymys",
                2,
                "Suljettu",
                "Osallistumistapa",
                "Ei näytetä: ryhmä on pieni tai paljastaisi pienen ryhmän",
                3,
                null,
                null,
                null));
    assertThat(rows(tables().get(2)).getLast()).containsEntry("Ryhmä", "Ei tietoa");
  }

  @Test
  void textsHaveAuthorsOnlyUnderNames() {
    RecordedPoll anonymous = poll(PollKind.TEXT);
    add(anonymous, "[\"Ensimmäinen\",\"=1+1\"]", "[\"Toinen\"]");
    marks.put(TextEntries.id("KOODI1", "Toinen"), new Mark("SHOWN", "Kyydit", 4));
    RecordedPoll named = named(poll(PollKind.TEXT));
    add(named, "[\"Nimellä\"]");

    List<Map<String, Object>> rows = rows(tables().get(3));
    assertThat(rows).hasSize(4);
    assertThat(rows.getFirst())
        .containsEntry("Vastaus", "Toinen")
        .containsEntry("Tarkistus", "Näytetään")
        .containsEntry("Ryhmä", "Kyydit")
        .containsEntry("Kannatuksia", 4)
        .containsEntry("Kirjoittaja", null);
    assertThat(rows.subList(1, 3))
        .allSatisfy(row ->
            assertThat(row)
                .containsEntry("Tarkistus", "Odottaa tarkistusta")
                .containsEntry("Kirjoittaja", null));
    assertThat(rows.getLast()).containsEntry("Kirjoittaja", "Anna");
    assertThat(tables().get(4).rows()).as("which texts are one person's is not told").isEmpty();
  }

  @Test
  void anonymousBallotsHaveCodesOnlyWhereTheyArePublished() {
    RecordedPoll published = poll(PollKind.CHOICE);
    add(published, "[0,2]", "[1]");
    RecordedPoll kept = unpublished(poll(PollKind.RANKING));
    add(kept, "[2,0]");

    assertThat(tables().get(4).rows())
        .containsExactly(
            List.of("Ikäihmiset", "Kysymys", 2, "Suljettu", 1, "KOODI0", 1, 0, 1),
            List.of("Ikäihmiset", "Kysymys", 2, "Suljettu", 2, "KOODI1", 0, 1, 0),
            Arrays.asList("Ikäihmiset", "Kysymys", 2, "Suljettu", 1, null, 2, null, 1));
  }

  @Test
  void namedBallotsHaveNames() {
    add(named(poll(PollKind.COMMITMENT)), commitment("RESERVATION", "Jos rahaa on"));

    assertThat(tables().get(5).rows())
        .containsExactly(
            List.of(
                "Ikäihmiset",
                "Kysymys",
                2,
                "Suljettu",
                "Anna",
                "Ii",
                "Teams",
                LocalDateTime.of(2026, 4, 2, 12, 45),
                "Sihteeri",
                "Sitoutuu varauksin: Jos rahaa on",
                "Sitoutuu"));
    assertThat(tables().get(4).rows()).isEmpty();
  }

  @Test
  void aMeetingWithoutPollsHasEmptyTables() {
    assertThat(tables()).hasSize(6).allSatisfy(table -> assertThat(table.rows()).isEmpty());
  }

  @ParameterizedTest
  @EnumSource(PollKind.class)
  void everyKindIsWrittenInEveryLanguage(PollKind kind) {
    RecordedPoll poll = kind == PollKind.COMMITMENT ? named(poll(kind)) : poll(kind);
    add(poll, ballot(kind));

    for (String language : List.of("fi", "sv", "en")) {
      List<Table> tables = new PollRecord(DAY, new Words(Locale.of(language))).tables(book());
      assertThat(tables.getFirst().rows()).isNotEmpty();
      assertThat(Workbook.write(tables)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(value = PollKind.class, mode = EnumSource.Mode.EXCLUDE, names = "COMMITMENT")
  void aTallyIsReadBack(PollKind kind) {
    var tally = poll(kind).question().count(List.of(new JsonArray(ballot(kind))));

    JsonObject json = new JsonObject(Json.encode(tally));
    assertThat(new JsonObject(Json.encode(Tally.of(json)))).isEqualTo(json);
  }

  @Test
  void aLongCloudKeepsItsOrder() {
    JsonObject cloud =
        new JsonObject(
            "{\"kind\":\"WORDS\",\"ballots\":2,\"others\":1,\"words\":[{\"word\":\"ilo\",\"count\":2}]}");

    assertThat(Tally.of(cloud))
        .isEqualTo(new WordsTally(2, List.of(new WordsTally.Word("ilo", 2)), 1));
  }

  private static String ballot(PollKind kind) {
    return switch (kind) {
      case SCALE -> "[3,null]";
      case CHOICE -> "[0,1]";
      case THUMBS -> "[\"SIDEWAYS\"]";
      case RANKING -> "[1]";
      case POINTS -> "[20,30,50]";
      case TEXT -> "[\"Teksti\"]";
      case WORDS -> "[\"sana\"]";
      case COMMITMENT -> commitment("COMMITS", null);
    };
  }

  private static String commitment(String first, String reservation) {
    return new JsonArray()
        .add(new JsonObject().put("answer", first).put("reservation", reservation))
        .add(new JsonObject().put("answer", "COMMITS").putNull("reservation"))
        .encode();
  }

  private static RecordedPoll poll(PollKind kind) {
    return poll(kind, "CLOSED");
  }

  /** An anonymous poll of persons in which four of seven have voted. */
  private static RecordedPoll poll(PollKind kind, String state) {
    boolean statements = kind == PollKind.SCALE || kind == PollKind.COMMITMENT;
    boolean options =
        kind == PollKind.CHOICE || kind == PollKind.RANKING || kind == PollKind.POINTS;
    boolean decides = kind == PollKind.CHOICE;
    boolean aside = state.equals("CANCELLED") || state.equals("DISCARDED");
    return new RecordedPoll(
        UUID.randomUUID(),
        "Ikäihmiset",
        "Kysymys",
        kind,
        2,
        state,
        aside ? "väärä kysymys" : null,
        "Neuvottelu",
        new Rules(
            Secrecy.ANONYMOUS,
            Voters.PERSONS,
            List.of("Kunnat", "Järjestöt"),
            ShowResults.LIVE,
            ShowResults.BY_CHAIR,
            90,
            decides ? new Majority(MajorityRule.TWO_THIRDS, MajorityBase.CAST) : null,
            decides ? new Majority(MajorityRule.ABSOLUTE, MajorityBase.ENTITLED) : null,
            false,
            List.of(BreakdownDimension.CHANNEL),
            kind != PollKind.TEXT,
            kind == PollKind.TEXT),
        kind == PollKind.SCALE ? new Scale(3, "eri", "sama") : null,
        kind == PollKind.CHOICE || kind == PollKind.TEXT || kind == PollKind.WORDS ? 2 : 1,
        statements
            ? List.of(
                new Statement("Yksi", "Joukko", 1, 2), new Statement("Kaksi", null, null, null))
            : List.of(),
        options
            ? List.of(
                new Option("Eka", false), new Option("Toka", false), new Option("Tyhjää", decides))
            : List.of(),
        kind == PollKind.CHOICE ? 4 : 3,
        7,
        6,
        30,
        new Times(
            state.equals("DRAFT") ? null : at("09:40:00"),
            null,
            state.equals("CLOSED") ? at("09:50:00") : null),
        null,
        null);
  }

  private static RecordedPoll with(
      RecordedPoll poll, JsonObject municipalCount, JsonObject breakdown) {
    return copy(poll, poll.rules(), municipalCount, breakdown);
  }

  private static RecordedPoll named(RecordedPoll poll) {
    return copy(poll, rules(poll.rules(), Secrecy.NAMED, false), null, null);
  }

  private static RecordedPoll unpublished(RecordedPoll poll) {
    return copy(poll, rules(poll.rules(), Secrecy.ANONYMOUS, false), null, null);
  }

  private static Rules rules(Rules rules, Secrecy secrecy, boolean publishes) {
    return new Rules(
        secrecy,
        rules.voters(),
        rules.groups(),
        rules.showParticipants(),
        rules.showScreen(),
        rules.seconds(),
        rules.majority(),
        rules.quorum(),
        rules.byMunicipality(),
        rules.breakdowns(),
        publishes,
        rules.moderated());
  }

  private static RecordedPoll copy(
      RecordedPoll poll, Rules rules, JsonObject municipalCount, JsonObject breakdown) {
    return new RecordedPoll(
        poll.id(),
        poll.room(),
        poll.title(),
        poll.kind(),
        poll.round(),
        poll.state(),
        poll.reason(),
        poll.item(),
        rules,
        poll.scale(),
        poll.most(),
        poll.statements(),
        poll.options(),
        poll.voted(),
        poll.entitled(),
        poll.present(),
        poll.municipalities(),
        poll.times(),
        municipalCount,
        breakdown);
  }

  private void add(RecordedPoll poll, String... answers) {
    polls.add(poll);
    List<CastBallot> cast = new ArrayList<>();
    for (int i = 0; i < answers.length; i++) {
      CastBallot.Voter voter =
          poll.named()
              ? new CastBallot.Voter("Anna", "Ii", "TEAMS", at("09:45:00"), "Sihteeri")
              : null;
      cast.add(new CastBallot(poll.id(), "KOODI" + i, new JsonArray(answers[i]), voter));
    }
    ballots.put(poll.id(), cast);
  }

  private PollBook book() {
    return new PollBook(polls, ballots, marks);
  }

  private List<Table> tables() {
    return new PollRecord(DAY, FINNISH).tables(book());
  }

  private Table results() {
    return tables().getFirst();
  }

  private static List<String> headings(Table table) {
    return table.columns().stream().map(Column::heading).toList();
  }

  /** The rows by their headings. */
  private static List<Map<String, Object>> rows(Table table) {
    List<String> headings = headings(table);
    return table.rows().stream()
        .map(row -> {
          Map<String, Object> cells = new LinkedHashMap<>();
          for (int i = 0; i < row.size(); i++) {
            cells.put(headings.get(i), row.get(i));
          }
          return cells;
        })
        .toList();
  }

  private static OffsetDateTime at(String utc) {
    return OffsetDateTime.parse("2026-04-02T" + utc + "Z");
  }
}
