package fi.sovittu.people;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Answer;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rosters on their way into a meeting. */
class RosterIT {
  private static final String HEAD =
      "Nimi;Sähköposti;Organisaatio;Nimike;Ryhmät;Osio;Roolit;Edustaa;Kenen"
          + " varaedustaja;Osallistumistapa\n";

  private Hall hall;
  private Person organiser;

  @BeforeEach
  void open() {
    hall = Hall.open();
    organiser = hall.organiser();
  }

  private List<Object> everything() {
    return hall.database()
        .column(
            """
            select row(p.*)::text || coalesce((select string_agg(row(g.*)::text, '') from role_grant g where g.participant_id = p.id), '')
            from participant p where p.meeting_id = ? order by p.id
            """,
            hall.id());
  }

  private static JsonObject counts(int fresh, int changed, int unchanged, int refused) {
    return new JsonObject()
        .put("fresh", fresh)
        .put("changed", changed)
        .put("unchanged", unchanged)
        .put("refused", refused);
  }

  private static Map<Integer, String> reasons(JsonObject preview) {
    return preview.getJsonArray("rows").stream()
        .map(JsonObject.class::cast)
        .filter(row -> row.getString("outcome").equals("REFUSED"))
        .collect(
            Collectors.toMap(
                row -> row.getInteger("line"),
                row ->
                    String.join(
                        " ", row.getJsonArray("reasons").stream().map(String::valueOf).toList()),
                (one, other) -> one,
                TreeMap::new));
  }

  @Test
  void peopleAreImportedAndOpenTheirLinks() {
    byte[] file =
        Rosters.utf8(
            HEAD
                + "Maija-Liisa O'Hara;maija@kunta1.example;kunta"
                + " 1;Hyvinvointi\u00ADkoordinaattori;Kolme kuntaa, Järjestöt;Itäosio;;x;;Teams\n"
                + "Åke Öst \uD83D\uDE00;;Kunta 1;;;;tarkkailija;;Maija-Liisa O'Hara;paikan päällä\n"
                + "Pia Puhe;PIA@example.org;Pohde;Johtaja;;Itäosio|Länsiosio;pj, sihteeri:"
                + " Sali;;;in person\n");
    JsonObject preview = Rosters.preview(organiser, file);
    assertThat(preview.getJsonObject("counts")).isEqualTo(counts(3, 0, 0, 0));
    assertThat(preview.getJsonArray("headings").getJsonObject(7).getString("meaning"))
        .isEqualTo("Edustaa organisaatiotaan");
    assertThat(Rosters.people(organiser)).hasSize(10);
    Rosters.take(organiser, file);

    JsonObject maija = Rosters.person(organiser, "Maija-Liisa O'Hara");
    assertThat(maija.getString("organisation")).isEqualTo(hall.organisation("Kunta 1").toString());
    assertThat(maija.getJsonArray("groups")).hasSize(2);
    assertThat(maija.getString("room")).isEqualTo(hall.room(Hall.EAST).toString());
    assertThat(maija.getBoolean("represents")).isTrue();
    assertThat(maija.getString("expected")).isEqualTo("TEAMS");
    assertThat(maija.getJsonArray("roles")).containsExactly(Rosters.grant("PARTICIPANT", null));
    JsonObject ake = Rosters.person(organiser, "Åke Öst \uD83D\uDE00");
    assertThat(ake.getString("voting")).isEqualTo("NO");
    assertThat(ake.getString("deputyOf")).isEqualTo(maija.getString("id"));
    assertThat(ake.getBoolean("represents")).isFalse();
    JsonObject pia = Rosters.person(organiser, "Pia Puhe");
    assertThat(pia.getString("expected")).isEqualTo("ON_SITE");
    assertThat(pia.getJsonArray("roles"))
        .containsExactlyInAnyOrder(
            Rosters.grant("CHAIR", hall.room(Hall.EAST)),
            Rosters.grant("CHAIR", hall.room(Hall.WEST)),
            Rosters.grant("SECRETARY", hall.room(Hall.PLENARY)));

    Person chair = Rosters.opens(hall, Rosters.id(pia));
    chair
        .put(Hall.currentItemOf(hall.room(Hall.EAST)), Hall.move(null, hall.item("Idän esitys")))
        .done();
    // E-mail addresses and links are the organisers' alone.
    assertThat(chair.get("/api/participants").done().text())
        .contains("Maija-Liisa")
        .doesNotContain("example", "generation");
    Rosters.opens(hall, Rosters.id(maija)).get("/api/participants").refused(403, "FORBIDDEN");
  }

  @Test
  void againAndAgainWithoutDoubles() {
    byte[] file =
        Rosters.utf8(
            HEAD
                + "Anna Aalto;anna@example.org;Kunta 1;;;;;x;;\n"
                + "Anna Aalto;anna.2@example.org;Kunta 1;;;;;x;;\n"
                + "Ben Berg;;Kunta 2;Sihteeri;;;;x;;\n");
    assertThat(Rosters.take(organiser, file)).isEqualTo(counts(3, 0, 0, 0));
    List<Object> after = everything();
    assertThat(Rosters.take(organiser, file)).isEqualTo(counts(0, 0, 3, 0));
    assertThat(everything()).isEqualTo(after);

    byte[] newer =
        Rosters.utf8(
            "Organisaatio,Nimi,Titteli,sähköposti,Allergiat\n"
                + "Kunta 1,Anna Aalto-Virta,,ANNA@example.org,pähkinä\n"
                + "Kunta 2,ben  berg,Johtaja,ben@example.org,\n");
    JsonObject preview = Rosters.preview(organiser, newer);
    assertThat(preview.getJsonArray("headings").getJsonObject(4).getString("meaning")).isNull();
    assertThat(preview.getJsonObject("counts")).isEqualTo(counts(0, 2, 0, 0));
    JsonObject anna = preview.getJsonArray("rows").getJsonObject(0);
    assertThat(anna.getJsonArray("changes"))
        .containsExactly(
            new JsonObject()
                .put("what", "NAME")
                .put("from", "Anna Aalto")
                .put("to", "Anna Aalto-Virta"));
    Rosters.take(organiser, newer);
    assertThat(Rosters.person(organiser, "ben berg").getString("email"))
        .isEqualTo("ben@example.org");
    assertThat(Rosters.people(organiser)).hasSize(13);
  }

  @Test
  void nothingIsImportedThatWasNotPreviewed() {
    byte[] file = Rosters.utf8("Nimi;Organisaatio\nAnna Aalto;Kunta 1\n");
    String digest = Rosters.preview(organiser, file).getString("digest");
    UUID key = UUID.randomUUID();
    Rosters.importing(organiser, key, digest, Rosters.utf8("Nimi;Organisaatio\nBen Berg;Kunta 1\n"))
        .refused(409, "ROSTER_CHANGED");
    Rosters.importing(organiser, key, digest, file).done();
    // Sent again because the answer was lost: the same answer, and nobody twice.
    assertThat(Rosters.importing(organiser, key, digest, file).done().json())
        .isEqualTo(counts(1, 0, 0, 0));
    Rosters.importing(organiser, UUID.randomUUID(), digest, file).refused(409, "ROSTER_CHANGED");
    assertThat(Rosters.people(organiser)).hasSize(11);
  }

  @Test
  void brokenRostersAreRefusedWithLineAndReason() {
    Rosters.take(
        organiser,
        Rosters.utf8(
            "Nimi;Organisaatio;Sähköposti\n"
                + "Kaksi Kertaa;Kunta 1;k1@example.org\n"
                + "Kaksi Kertaa;Kunta 1;k2@example.org\n"));
    List<Object> before = everything();
    // What each file's row is refused for: line and a word of the reason.
    Map<String, Map<Integer, String>> broken =
        Map.ofEntries(
            Map.entry(HEAD + ";a@example.org;Kunta 1\n", Map.of(2, "Nimi puuttuu")),
            Map.entry(HEAD + "A;eiosoite;Kunta 1\n", Map.of(2, "eiosoite")),
            Map.entry(HEAD + "A;;Kunta 99\n", Map.of(2, "Kunta 99")),
            Map.entry(HEAD + "A;;Kunta 1\n\nB;;Kuntala\n", Map.of(4, "Kuntala")),
            Map.entry(HEAD + "A;;;;Outo ryhmä\n", Map.of(2, "Outo ryhmä")),
            Map.entry(HEAD + "A;;;;;Etelä\n", Map.of(2, "Etelä")),
            Map.entry(HEAD + "A;;;;;Itäosio|Länsiosio\n", Map.of(2, "yhden rinnakkaisen")),
            Map.entry(HEAD + "A;;;;;;kuningas\n", Map.of(2, "kuningas")),
            Map.entry(HEAD + "A;;;;;;puheenjohtaja\n", Map.of(2, "puuttuu osio")),
            Map.entry(HEAD + "A;;;;;Sali;näyttö, osallistuja\n", Map.of(2, "Näytöllä")),
            Map.entry(HEAD + "A;;;;;;;ehkä\n", Map.of(2, "ehkä")),
            Map.entry(HEAD + "A;;Kunta 1;;;;;;Ei Kukaan\n", Map.of(2, "Ei Kukaan")),
            Map.entry(HEAD + "A;;Kunta 1;;;;;;A\n", Map.of(2, "itsensä")),
            Map.entry(HEAD + "A;;Kunta 2;;;;;;k1@example.org\n", Map.of(2, "organisaation")),
            Map.entry(HEAD + "A;;Kunta 1;;;;;;Kaksi Kertaa\n", Map.of(2, "useita")),
            Map.entry(HEAD + "A;;;;;;;;;lentäen\n", Map.of(2, "lentäen")),
            Map.entry(HEAD + "A;;Kunta 1\nB;;\nA;;Kunta 1\n", Map.of(4, "rivillä 2")),
            Map.entry(HEAD + "A;x@example.org\nB;X@EXAMPLE.ORG\n", Map.of(3, "rivillä 2")),
            Map.entry(HEAD + "Kaksi Kertaa;;Kunta 1\n", Map.of(2, "Samannimisiä")),
            Map.entry(HEAD + "A".repeat(121) + "\n", Map.of(2, "120")),
            Map.entry("Nimi;Organisaatio\nA;Kunta 1;x\n", Map.of(2, "otsikoita")));
    broken.forEach((file, reasons) -> {
      JsonObject preview = Rosters.preview(organiser, Rosters.utf8(file));
      Map<Integer, String> found = reasons(preview);
      assertThat(found.keySet()).as(file).isEqualTo(reasons.keySet());
      reasons.forEach((line, word) -> assertThat(found.get(line)).contains(word));
      Answer refused =
          Rosters.importing(
                  organiser, UUID.randomUUID(), preview.getString("digest"), Rosters.utf8(file))
              .refused(422, "ROSTER_INVALID");
      assertThat(refused.fields()).isNotEmpty();
    });
    Map<String, String> unusable =
        Map.of(
            "Etunimi;Organisaatio\nA;B\n", "Nimi",
            "Nimi;Osallistuja\nA;B\n", "Osallistuja",
            "Nimi;Organisaatio\n", "yhtään",
            "Nimi;Organisaatio\n\"A;B\n", "lainausmerkit");
    unusable.forEach((file, word) -> {
      Answer refused = Rosters.previewing(organiser, Rosters.utf8(file));
      refused.refused(422, "ROSTER_INVALID");
      assertThat(refused.fields().getJsonObject(0).getString("message")).contains(word);
    });
    Rosters.previewing(hall.secretary(Hall.PLENARY), Rosters.utf8("Nimi\nA\n"))
        .refused(403, "FORBIDDEN");
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void theSampleAndTheExportAreImportedAsTheyAre() {
    hall.join(1);
    Rosters.take(
        organiser, Rosters.utf8("Nimi;Nimike;Organisaatio\n'=HYPERLINK(1);+358 40;Kunta 1\n"));
    for (String name : List.of("sample.csv", "sample.xlsx")) {
      for (String language : List.of("fi", "sv", "en")) {
        byte[] file =
            organiser.get("/api/roster/files/" + name + "?lang=" + language).done().body();
        JsonObject preview = Rosters.preview(organiser, file);
        assertThat(reasons(preview)).as(name + language).isEmpty();
      }
    }
    byte[] sample = organiser.get("/api/roster/files/sample.xlsx?lang=fi").done().body();
    assertThat(Rosters.take(organiser, sample)).isEqualTo(counts(3, 0, 0, 0));
    for (String name : List.of("people.csv", "people.xlsx")) {
      for (String language : List.of("fi", "sv", "en")) {
        byte[] file =
            organiser.get("/api/roster/files/" + name + "?lang=" + language).done().body();
        JsonObject preview = Rosters.preview(organiser, file);
        assertThat(preview.getJsonArray("rows")).as(name + language).isEmpty();
      }
    }
    String csv =
        new String(
            organiser.get("/api/roster/files/people.csv?lang=fi").done().body(),
            StandardCharsets.UTF_8);
    assertThat(csv).contains("'=HYPERLINK(1)", "'+358 40", "/open#");
    assertThat(Rosters.person(organiser, "=HYPERLINK(1)")).isNotNull();
    hall.secretary(Hall.PLENARY).get("/api/roster/files/people.csv").refused(403, "FORBIDDEN");
  }

  @Test
  void tenThousandRowsInUnderTenSeconds() {
    byte[] file =
        Rosters.utf8(
            HEAD
                + IntStream.range(0, 10_000)
                    .mapToObj(i ->
                        "Henkilö Numero%d;h%d@example.org;Kunta %d;Nimike;Kolme kuntaa;Itäosio;osallistuja;x;;Teams"
                            .formatted(i, i, 1 + i % 30))
                    .collect(Collectors.joining("\n")));
    long began = System.nanoTime();
    assertThat(Rosters.take(organiser, file)).isEqualTo(counts(10_000, 0, 0, 0));
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    assertThat(Rosters.take(organiser, file)).isEqualTo(counts(0, 0, 10_000, 0));
  }
}
