package fi.sovittu.teams;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Answer;
import fi.sovittu.support.Ballots;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import fi.sovittu.teams.report.ReportLimits;
import fi.sovittu.teams.report.SampleReport;
import fi.sovittu.teams.report.SampleReport.Language;
import fi.sovittu.teams.report.SampleReport.Visit;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports that are uploaded, matched, compared and accepted, in the real service. */
class TeamsReportIT {
  /** Long past, because nobody can be recorded in the future. */
  private static final String DAY = "2024-04-02";

  private Hall hall;
  private Person secretary;

  @BeforeEach
  void open() {
    hall = Hall.open();
    hall.database().rows("update meeting set held_on = ?::date where id = ?", DAY, hall.id());
    secretary = hall.secretary(Hall.PLENARY);
  }

  private static LocalDateTime at(String time) {
    return LocalDateTime.parse(DAY + "T" + time);
  }

  private static Visit visit(String name, String email, String joined, String left) {
    return new Visit(name, email, at(joined), left == null ? null : at(left));
  }

  private static byte[] file(Visit... visits) {
    return SampleReport.utf16(
        new SampleReport(Language.FINNISH, List.of(visits))
            .lasting(at("11:45:00"), at("15:05:00"))
            .sections());
  }

  private String reports() {
    return "/api/rooms/" + hall.room(Hall.PLENARY) + "/teams-reports";
  }

  private Answer upload(Person person, String method, String path, byte[] file) {
    return person.send(
        person
            .request(path)
            .header("Content-Type", "application/octet-stream")
            .method(method, BodyPublishers.ofByteArray(file)));
  }

  private Answer preview(byte[] file, String query) {
    return upload(secretary, "POST", reports() + "/preview" + query, file);
  }

  private Answer storing(UUID id, byte[] file) {
    return upload(secretary, "PUT", reports() + "/" + id + "?name=raportti.csv", file);
  }

  private UUID store(Visit... visits) {
    UUID id = UUID.randomUUID();
    storing(id, file(visits)).done();
    return id;
  }

  private JsonObject reconciliation() {
    return secretary.get(reports()).done().json();
  }

  private static JsonObject named(JsonArray list, String name) {
    for (Object one : list) {
      JsonObject object = (JsonObject) one;
      JsonArray names = object.getJsonArray("names");
      String own =
          names == null
              ? object.getJsonObject("participant").getString("name")
              : names.getString(0);
      if (own.equals(name)) {
        return object;
      }
    }
    return null;
  }

  private JsonObject person(String name) {
    return named(reconciliation().getJsonArray("attendees"), name);
  }

  private JsonObject comparison(String name) {
    return named(reconciliation().getJsonArray("comparisons"), name);
  }

  private Answer says(String name, Person participant) {
    return secretary.put(
        "/api/rooms/"
            + hall.room(Hall.PLENARY)
            + "/teams-attendees/"
            + person(name).getString("id"),
        new JsonObject()
            .put("participant", participant == null ? null : participant.participant().toString()));
  }

  private Answer accepting(JsonObject... items) {
    return secretary.post(
        "/api/rooms/" + hall.room(Hall.PLENARY) + "/teams-acceptances",
        new JsonObject().put("items", new JsonArray(List.of(items))));
  }

  private static JsonObject item(JsonObject comparison, String choice) {
    return new JsonObject()
        .put("participant", comparison.getJsonObject("participant").getString("id"))
        .put("choice", choice)
        .put("seen", comparison.getString("seen"));
  }

  /** Someone who joined by the code, and said to be there from and to these times of the day. */
  private Person joined(String name, String channel, String from, String to) {
    JsonObject wish = hall.joinWish(Ballots.key(), Hall.municipality(1), channel, null);
    Person person = Person.joining(hall.service(), hall.code(), wish.put("name", name));
    hall.database()
        .rows(
            """
            update attendance set during = tstzrange(
              (? || ' Europe/Helsinki')::timestamptz, (? || ' Europe/Helsinki')::timestamptz)
            where participant_id = ?
            """,
            DAY + " " + from,
            to == null ? null : DAY + " " + to,
            person.participant());
    return person;
  }

  private void email(Person person, String address) {
    hall.database()
        .rows("update participant set email = ? where id = ?", address, person.participant());
  }

  /** From, to, channel and source, in the order of time. */
  private List<String> recorded(Person person) {
    return hall
        .database()
        .rows(
            """
            select to_char(lower(during) at time zone 'Europe/Helsinki', 'HH24.MI'),
              to_char(upper(during) at time zone 'Europe/Helsinki', 'HH24.MI'), channel, source
            from attendance where participant_id = ? order by lower(during)
            """,
            person.participant())
        .stream()
        .map(row -> row.get(0) + "–" + row.get(1) + " " + row.get(2) + " " + row.get(3))
        .toList();
  }

  private long audited(String action) {
    return hall.database()
        .count("select count(*) from audit where meeting_id = ? and action = ?", hall.id(), action);
  }

  @Test
  void aPreviewTellsEverythingAndStoresNothing() {
    JsonObject preview =
        preview(
                file(
                    visit("Aino Aalto (Ulkoinen)", "", "12:00", "13:00"),
                    visit("Aino Aalto (Ulkoinen)", "", "13:10", null),
                    visit("Bo Berg", "bo@kunta.example", "12:00", "13:00")),
                "")
            .done()
            .json();
    JsonObject reading = preview.getJsonObject("reading");
    assertThat(reading.getString("encoding")).isEqualTo("UTF-16LE");
    assertThat(reading.getString("delimiter")).isEqualTo("TAB");
    assertThat(reading.getString("form")).isEqualTo("ACTIVITIES");
    assertThat(reading.getString("dateOrder")).isEqualTo("DAY_FIRST");
    assertThat(reading.getString("zone")).isEqualTo("Europe/Helsinki");
    assertThat(reading.getJsonObject("columns").getInteger("email")).isEqualTo(5);
    assertThat(preview.getInteger("attendees")).isEqualTo(2);
    assertThat(preview.getInteger("assumed")).isEqualTo(1);
    assertThat(preview.getJsonArray("samples").getJsonObject(0).getString("note"))
        .isEqualTo("Ulkoinen");
    assertThat(preview.getValue("taken")).isNull();
    assertThat(reconciliation().getJsonArray("reports")).isEmpty();
  }

  @Test
  void whatTheReaderSaysIsTaken() {
    byte[] file =
        SampleReport.utf8(
            "Rooli;Kuka;Tuli;Lähti\nEsittäjä;Aino Aalto;04/02/2024, 9:00;04/02/2024, 10:00\n");
    JsonObject preview =
        preview(file, "?dateOrder=MONTH_FIRST&zone=UTC&nameColumn=2&joinedColumn=3&leftColumn=4")
            .done()
            .json();
    JsonObject sample = preview.getJsonArray("samples").getJsonObject(0);
    assertThat(sample.getString("name")).isEqualTo("Aino Aalto");
    assertThat(sample.getString("joined")).isEqualTo("2024-04-02T09:00:00Z");
    assertThat(preview.getJsonObject("reading").getString("dateBy")).isEqualTo("READER");
    preview(file, "?zone=Europe/Ankkalinna").refused(400, "BAD_REQUEST");
    preview(file, "?dateOrder=BACKWARDS").refused(400, "BAD_REQUEST");
    preview(file, "?nameColumn=2").refused(400, "BAD_REQUEST");
    preview(file, "?nameColumn=0&joinedColumn=1").refused(400, "BAD_REQUEST");
    preview(file, "?nameColumn=2&joinedColumn=9").refused(422, "TEAMS_REPORT_INVALID");
  }

  @Test
  void aFileIsTakenOnce() {
    byte[] file = file(visit("Aino Aalto", "", "12:00", "13:00"));
    UUID id = UUID.randomUUID();
    storing(id, file).done();
    storing(id, file).done();
    assertThat(audited("teams.store")).isEqualTo(1);
    storing(UUID.randomUUID(), file).refused(409, "TEAMS_REPORT_TAKEN");
    assertThat(preview(file, "").done().json().getJsonObject("taken").getString("report"))
        .isEqualTo(id.toString());
    assertThat(reconciliation().getJsonArray("reports")).hasSize(1);

    secretary.delete(reports() + "/" + id).done();
    secretary.delete(reports() + "/" + id).done();
    assertThat(audited("teams.withdraw")).isEqualTo(1);
    assertThat(reconciliation().getJsonArray("attendees")).isEmpty();
    storing(UUID.randomUUID(), file).done();
    assertThat(reconciliation().getJsonArray("reports")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "fi, Rivi 3:, 31.3.2024",
    "sv, Rad 3:, 31.3.2024",
    "en, Line 3:, 31 March 2024",
  })
  void aBrokenFileIsRefusedWithLineAndReasonAndChangesNothing(
      String language, String place, String day) {
    String good = "Nimi;Tuli;Lähti\nAino Aalto;2.4.2024 12.00.00;2.4.2024 13.00.00\n";
    byte[] late = SampleReport.utf8("Nimi;Tuli;Lähti\n\nBo Berg;2.4.2024 12.00.00;myöhemmin\n");
    String path = reports() + "/" + UUID.randomUUID() + "?name=a.csv&lang=" + language;
    Answer refused = upload(secretary, "PUT", path, late).refused(422, "TEAMS_REPORT_INVALID");
    assertThat(refused.fields()).hasSize(1);
    assertThat(refused.fields().getJsonObject(0).getString("field")).isEqualTo("line 3");
    assertThat(refused.fields().getJsonObject(0).getString("message"))
        .startsWith(place)
        .contains("myöhemmin");
    byte[] other = SampleReport.utf8(good.replace("2.4.", "31.3."));
    assertThat(
            upload(secretary, "PUT", path, other)
                .refused(422, "TEAMS_REPORT_INVALID")
                .fields()
                .encode())
        .contains(day);
    assertThat(reconciliation().getJsonArray("reports")).isEmpty();
    assertThat(audited("teams.store")).isZero();
  }

  @Test
  void rowsThatCannotBeUsedAreToldAndTheOthersStored() {
    byte[] file =
        SampleReport.utf8(
            """
            Nimi;Tuli;Lähti
            Aino Aalto;2.4.2024 12.00.00;2.4.2024 13.00.00
            Bo Berg;2.4.2024 12.00.00;myöhemmin
            Eva Ek;;
            """);
    JsonObject preview = preview(file, "").done().json();
    assertThat(preview.getInteger("attendees")).isEqualTo(1);
    assertThat(preview.getInteger("listed")).isEqualTo(3);
    assertThat(preview.getJsonArray("leftOut").encode())
        .isEqualTo(
            "[{\"line\":3,\"reason\":\"NOT_DATE_TIME\",\"name\":\"Bo"
                + " Berg\",\"text\":\"myöhemmin\"},{\"line\":4,\"reason\":\"NO_TIMES_OF_ROW\",\"name\":\"Eva"
                + " Ek\",\"text\":null}]");
    storing(UUID.randomUUID(), file).done();
    assertThat(person("Aino Aalto").getString("state")).isEqualTo("OPEN");
  }

  @Test
  void namesWithoutTimesArePresentWhileTheReaderSays() {
    byte[] file = SampleReport.utf8("Nimi;Sähköposti\nAino Aalto;aino@kunta.example\n");
    preview(file, "").refused(422, "TEAMS_REPORT_INVALID");
    preview(file, "?presentFrom=12:00&presentUntil=11:00").refused(400, "BAD_REQUEST");
    preview(file, "?presentFrom=12:00&presentUntil=24:00").refused(400, "BAD_REQUEST");
    JsonObject preview = preview(file, "?presentFrom=12:00&presentUntil=15:30").done().json();
    assertThat(preview.getJsonObject("reading").getString("form")).isEqualTo("NAMES");
    assertThat(preview.getString("began")).isEqualTo("2024-04-02T09:00:00Z");
    assertThat(preview.getString("ended")).isEqualTo("2024-04-02T12:30:00Z");
  }

  @Test
  void bodiesThatAreNoFilesAreRefused() {
    preview(new byte[0], "").refused(400, "BAD_REQUEST");
    preview(new byte[5_000_001], "").refused(413, "TOO_LARGE");
    secretary.post(reports() + "/preview", new JsonObject()).refused(415, "MEDIA_TYPE");
    upload(secretary, "PUT", reports() + "/" + UUID.randomUUID() + "?name=%20", file())
        .refused(400, "BAD_REQUEST");
    upload(secretary, "PUT", reports() + "/" + UUID.randomUUID(), file())
        .refused(400, "BAD_REQUEST");
  }

  @Test
  void onlyTheRoomsSecretaryAndTheOrganiserMay() {
    byte[] file = file(visit("Aino Aalto", "", "12:00", "13:00"));
    for (Person other :
        List.of(
            hall.chair(Hall.PLENARY),
            hall.secretary(Hall.EAST),
            hall.screen(Hall.PLENARY),
            hall.join(1))) {
      other.get(reports()).refused(403, "FORBIDDEN");
      upload(other, "POST", reports() + "/preview", file).refused(403, "FORBIDDEN");
      upload(other, "PUT", reports() + "/" + UUID.randomUUID() + "?name=a", file)
          .refused(403, "FORBIDDEN");
    }
    Hall.open().organiser().get(reports()).refused(404, "NOT_FOUND");
    upload(hall.organiser(), "POST", reports() + "/preview", file).done();
  }

  @Test
  void anAddressMatchesAndIsShownToOrganisersOnly() {
    Person aino = joined("Aino Aalto", "TEAMS", "12:00", "15:00");
    email(aino, "Aino@Kunta.example");
    store(visit("AALTO Aino", "aino@kunta.example", "12:00", "13:00"));
    JsonObject person = person("AALTO Aino");
    assertThat(person.getString("state")).isEqualTo("EMAIL");
    assertThat(person.getJsonObject("participant").getString("id"))
        .isEqualTo(aino.participant().toString());
    assertThat(person.getString("email")).isNull();
    JsonObject organisers = hall.organiser().get(reports()).done().json();
    assertThat(organisers.getJsonArray("attendees").getJsonObject(0).getString("email"))
        .isEqualTo("aino@kunta.example");
  }

  @Test
  void aNameIsASuggestionUntilItIsConfirmed() {
    Person ake = joined("Åke Öhman", "TEAMS", "12:00", "15:00");
    store(
        visit("Ohman, Ake (Extern)", "", "12:10", "13:00"),
        visit("+358 40 123 4567", "", "12:00", "15:00"));
    JsonObject person = person("Ohman, Ake");
    assertThat(person.getString("state")).isEqualTo("OPEN");
    assertThat(person.getString("note")).isEqualTo("Extern");
    assertThat(person.getJsonArray("suggestions")).hasSize(1);
    assertThat(comparison("Åke Öhman").getJsonArray("reported")).isEmpty();
    assertThat(person("+358 40 123 4567").getJsonArray("suggestions")).isEmpty();

    says("Ohman, Ake", ake).done();
    says("Ohman, Ake", ake).done();
    assertThat(audited("teams.match")).isEqualTo(1);
    assertThat(person("Ohman, Ake").getString("state")).isEqualTo("CONFIRMED");
    JsonObject compared = comparison("Åke Öhman");
    assertThat(compared.getInteger("reportedMinutes")).isEqualTo(50);
    assertThat(compared.getInteger("recordedMinutes")).isEqualTo(180);
    assertThat(compared.getJsonArray("recorded").getJsonObject(0).getString("source"))
        .isEqualTo("SELF");

    says("Ohman, Ake", null).done();
    assertThat(person("Ohman, Ake").getString("state")).isEqualTo("NOBODY");
    String path =
        "/api/rooms/"
            + hall.room(Hall.PLENARY)
            + "/teams-attendees/"
            + person("Ohman, Ake").getString("id");
    secretary.delete(path).done();
    assertThat(person("Ohman, Ake").getString("state")).isEqualTo("OPEN");
    says("Ohman, Ake", Hall.open().join(1)).refused(404, "NOT_FOUND");
    secretary
        .put(
            path.substring(0, path.lastIndexOf('/') + 1) + UUID.randomUUID(),
            new JsonObject().put("participant", null))
        .refused(404, "NOT_FOUND");
  }

  @Test
  void whatIsAcceptedIsRecordedOnceAndCanBeRestored() {
    Person aino = joined("Aino Aalto", "TEAMS", "12:00", null);
    store(visit("Aino Aalto", "", "12:05", "13:00"), visit("Aino Aalto", "", "13:10", "14:30"));
    says("Aino Aalto", aino).done();
    int before = revision();
    JsonObject item = item(comparison("Aino Aalto"), "REPORT");
    accepting(item).done();
    assertThat(recorded(aino))
        .containsExactly("12.05–13.00 TEAMS TEAMS", "13.10–14.30 TEAMS TEAMS");
    assertThat(revision()).isGreaterThan(before);
    assertThat(
            hall.database()
                .count(
                    "select count(*) from attendance_past where participant_id = ?",
                    aino.participant()))
        .isEqualTo(1);
    assertThat(
            hall.database()
                .value(
                    "select reason from attendance where participant_id = ? order by during limit"
                        + " 1",
                    aino.participant()))
        .isEqualTo("raportti.csv");

    int after = revision();
    accepting(item).done();
    assertThat(audited("teams.accept")).isEqualTo(1);
    assertThat(revision()).isEqualTo(after);
    JsonObject accepted = comparison("Aino Aalto");
    assertThat(accepted.getJsonObject("accepted").getString("choice")).isEqualTo("REPORT");
    assertThat(accepted.getJsonObject("accepted").getBoolean("changed")).isFalse();
    assertThat(accepted.getJsonArray("recorded").getJsonObject(0).getString("source"))
        .as("what was recorded before stays beside the report")
        .isEqualTo("SELF");

    accepting(item(accepted, "KEEP")).done();
    assertThat(recorded(aino)).containsExactly("12.00–null TEAMS STAFF");
    accepting(item(comparison("Aino Aalto"), "KEEP")).done();
    assertThat(audited("teams.accept")).isEqualTo(2);
  }

  private int revision() {
    return hall.organiser().section("attendance", hall.id()).getInteger("revision");
  }

  @Test
  void presenceOnSiteIsAConflictToChoose() {
    Person aino = joined("Aino Aalto", "ON_SITE", "13:00", "15:00");
    store(visit("Aino Aalto", "", "12:00", "14:00"));
    says("Aino Aalto", aino).done();
    JsonObject compared = comparison("Aino Aalto");
    assertThat(compared.getJsonArray("conflicts")).hasSize(1);
    accepting(item(compared, "REPORT")).refused(409, "TEAMS_CONFLICT");
    assertThat(recorded(aino)).containsExactly("13.00–15.00 ON_SITE SELF");

    accepting(item(compared, "BESIDE")).done();
    assertThat(recorded(aino))
        .containsExactly("12.00–13.00 TEAMS TEAMS", "13.00–15.00 ON_SITE SELF");
    accepting(item(comparison("Aino Aalto"), "OVER")).done();
    assertThat(recorded(aino))
        .containsExactly("12.00–14.00 TEAMS TEAMS", "14.00–15.00 ON_SITE TEAMS");
    accepting(item(comparison("Aino Aalto"), "KEEP")).done();
    assertThat(recorded(aino)).containsExactly("13.00–15.00 ON_SITE STAFF");
  }

  @Test
  void timesThatWereNotSeenAreNotAcceptedAndNothingElseEither() {
    Person aino = joined("Aino Aalto", "TEAMS", "12:00", "15:00");
    Person bo = joined("Bo Berg", "TEAMS", "12:00", "15:00");
    store(visit("Aino Aalto", "", "12:05", "13:00"), visit("Bo Berg", "", "12:10", "13:00"));
    says("Aino Aalto", aino).done();
    says("Bo Berg", bo).done();
    JsonObject first = item(comparison("Aino Aalto"), "REPORT");
    JsonObject second = item(comparison("Bo Berg"), "REPORT");
    store(visit("Bo Berg", "", "14:00", "14:30"));
    accepting(first, second).refused(409, "ATTENDANCE_CHANGED");
    assertThat(recorded(aino)).containsExactly("12.00–15.00 TEAMS SELF");
    accepting(first, first).refused(400, "BAD_REQUEST");
    accepting(item(comparison("Aino Aalto"), "REPORT"), item(comparison("Bo Berg"), "REPORT"))
        .done();
    assertThat(recorded(bo)).containsExactly("12.10–13.00 TEAMS TEAMS", "14.00–14.30 TEAMS TEAMS");
  }

  @Test
  void aCorrectionAfterTheAcceptanceIsSeenAndNotUndone() {
    Person aino = joined("Aino Aalto", "TEAMS", "12:00", "15:00");
    store(visit("Aino Aalto", "", "12:05", "13:00"));
    says("Aino Aalto", aino).done();
    accepting(item(comparison("Aino Aalto"), "REPORT")).done();
    hall.database()
        .rows(
            """
            update attendance set during = tstzrange(lower(during), upper(during) - interval '10 minutes')
            where participant_id = ?
            """,
            aino.participant());
    JsonObject compared = comparison("Aino Aalto");
    assertThat(compared.getJsonObject("accepted").getBoolean("changed")).isTrue();
    assertThat(compared.getInteger("recordedMinutes")).isEqualTo(45);
    accepting(item(compared, "KEEP")).done();
    assertThat(recorded(aino)).containsExactly("12.05–12.50 TEAMS TEAMS");
  }

  @Test
  void severalReportsAndDevicesOfAPersonAreUnited() {
    Person aino = joined("Aino Aalto", "TEAMS", "12:00", "15:00");
    store(
        visit("Aino Aalto", "", "12:05", "13:00"), visit("+358 40 123 4567", "", "12:50", "13:20"));
    store(visit("Aino Aalto", "", "13:15", "14:00"));
    says("Aino Aalto", aino).done();
    says("+358 40 123 4567", aino).done();
    JsonObject compared = comparison("Aino Aalto");
    assertThat(compared.getJsonArray("reported")).hasSize(1);
    assertThat(compared.getInteger("reportedMinutes")).isEqualTo(115);
  }

  @Test
  void whoeverSaidToBeInTeamsAndIsInNoReportIsShown() {
    Person aino = joined("Aino Aalto", "TEAMS", "12:00", "15:00");
    joined("Bo Berg", "ON_SITE", "12:00", "15:00");
    store(visit("Joku Muu", "", "12:05", "13:00"));
    assertThat(comparison("Bo Berg")).isNull();
    JsonObject compared = comparison("Aino Aalto");
    assertThat(compared.getJsonArray("reported")).isEmpty();
    accepting(item(compared, "REPORT")).done();
    assertThat(recorded(aino)).isEmpty();
    accepting(item(comparison("Aino Aalto"), "KEEP")).done();
    assertThat(recorded(aino)).containsExactly("12.00–15.00 TEAMS STAFF");
  }

  @Test
  void nobodyElsesRecordCanBeTouchedByAWrongClaim() {
    Person bo = joined("Bo Berg", "ON_SITE", "12:00", "15:00");
    store(visit("Joku Muu", "", "12:05", "13:00"));
    JsonObject claim =
        new JsonObject()
            .put("participant", bo.participant().toString())
            .put("choice", "REPORT")
            .put("seen", "x");
    accepting(claim).refused(409, "ATTENDANCE_CHANGED");
    accepting(claim.copy().put("participant", Hall.open().join(1).participant().toString()))
        .refused(404, "NOT_FOUND");
    assertThat(recorded(bo)).containsExactly("12.00–15.00 ON_SITE SELF");
  }

  @Test
  void theLargestReportIsTakenAndOneRowMoreIsNot() {
    String header = "Nimi;Tuli;Lähti\n";
    String rows =
        IntStream.range(0, ReportLimits.ROWS)
            .mapToObj(i ->
                "Henkilö %d;2.4.2024 12.%02d.00;2.4.2024 13.00.00\n".formatted(i % 500, i / 500))
            .reduce(new StringBuilder(header), StringBuilder::append, StringBuilder::append)
            .toString();
    storing(UUID.randomUUID(), rows.getBytes(StandardCharsets.UTF_8)).done();
    assertThat(reconciliation().getJsonArray("attendees")).hasSize(500);
    Answer refused =
        storing(UUID.randomUUID(), file(visit("Aino Aalto", "", "12:00", "13:00")))
            .refused(422, "TEAMS_REPORT_INVALID");
    assertThat(refused.fields().getJsonObject(0).getString("field")).isEqualTo("file");
    assertThat(Stream.of(refused.fields().getJsonObject(0).getString("message")))
        .allMatch(message -> message.contains("20") && message.contains("000"));
  }
}
