package fi.sovittu.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Answer;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Log;
import fi.sovittu.support.Person;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hostile texts in every column and place of the files that come into the house. */
class HostileFilesIT {
  /** The texts of a template that may be any. */
  private static final Pattern TEMPLATE_TEXT =
      Pattern.compile("(title|name|chair|secretary|screen|low|high): ([^,}\\n]+)");

  private static final String ROSTER_HEAD =
      "Nimi;Sähköposti;Organisaatio;Tehtävänimike;Ryhmät;Rinnakkaishuone;Roolit\n";

  private Log log;
  private Hall hall;

  @BeforeEach
  void open() {
    hall = Hall.open();
    log = new Log();
  }

  @AfterEach
  void nothingOfItIsInTheLog() {
    log.close();
    assertThat(log.lines()).noneMatch(line -> line.contains(Hostile.MARK));
  }

  private static String cell(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private static Answer sends(Person person, String method, String path, String file) {
    return person.send(
        person
            .request(path)
            .header("Content-Type", "application/octet-stream")
            .method(method, BodyPublishers.ofString(file)));
  }

  private static void inOrder(Answer answer) {
    assertThat(answer.status()).as(answer::text).isLessThan(500);
    if (answer.body().length > 0) {
      assertThat(answer.header("Content-Type")).startsWith("application/");
    }
  }

  @Test
  void templates() {
    for (String text : Hostile.TEXTS) {
      int[] number = {0};
      String template =
          TEMPLATE_TEXT
              .matcher(Hall.TEMPLATE)
              .replaceAll(found -> quoted(found, text + " " + number[0]++));
      Answer made =
          hall.organiser()
              .post(
                  "/api/meetings",
                  new JsonObject()
                      .put("key", UUID.randomUUID().toString())
                      .put("template", template));
      inOrder(made);
      if (made.status() < 300) {
        String title =
            (String)
                hall.database()
                    .value(
                        "select title from meeting where id = ?",
                        UUID.fromString(made.json().getString("meeting")));
        assertThat(Hostile.plain(title)).isEqualTo(Hostile.plain(text + " 0"));
      }
    }
  }

  /** Escaped as YAML and JSON have it, and once more for the replacement. */
  private static String quoted(MatchResult found, String text) {
    return Matcher.quoteReplacement(found.group(1) + ": " + Json.encode(text));
  }

  @Test
  void rosters() throws IOException {
    List<String> rows = new ArrayList<>();
    for (String text : Hostile.TEXTS) {
      rows.add(cell(text) + ";;Kunta 1;" + cell(text) + ";;;\n");
      for (int column = 1; column < 7; column++) {
        List<String> cells =
            new ArrayList<>(List.of("Roosa Rosteri", "", "Kunta 1", "", "", "", ""));
        cells.set(column, cell(text));
        String file = ROSTER_HEAD + String.join(";", cells) + "\n";
        inOrder(sends(hall.organiser(), "POST", "/api/roster/preview", file));
      }
      inOrder(sends(hall.organiser(), "POST", "/api/roster/preview", cell(text) + ";Nimi\nx;y\n"));
    }
    String whole = ROSTER_HEAD + String.join("", rows);
    Answer preview = sends(hall.organiser(), "POST", "/api/roster/preview", whole);
    String path =
        "/api/roster/imports/"
            + UUID.randomUUID()
            + "?digest="
            + preview.done().json().getString("digest");
    sends(hall.organiser(), "PUT", path, whole).done();
    assertThat(
            hall.database()
                .column(
                    "select name from participant where meeting_id = ? and name like '%zqx%'",
                    hall.id()))
        .hasSizeGreaterThan(Hostile.TEXTS.size() / 2)
        .allMatch(name ->
            Hostile.TEXTS.stream()
                .anyMatch(text -> Hostile.plain(text).equals(Hostile.plain((String) name))));
    Downloads.check(hall);
  }

  @Test
  void attendanceReports() throws IOException {
    Person secretary = hall.secretary(Hall.PLENARY);
    String reports = "/api/rooms/" + hall.room(Hall.PLENARY) + "/teams-reports";
    for (String text : Hostile.TEXTS) {
      for (String report :
          List.of(
              Requests.report(cell(text)),
              Requests.report("Teppo Testi").replace("Presenter", cell(text)),
              Requests.report("Teppo Testi").replace("60m", cell(text)),
              Requests.report("Teppo Testi").replace("4/2/26", cell(text)),
              Requests.report("Teppo Testi").replace("Name", cell(text)))) {
        inOrder(sends(secretary, "POST", reports + "/preview", report));
      }
      inOrder(
          sends(
              secretary,
              "PUT",
              reports + "/" + UUID.randomUUID() + "?name=raportti.csv",
              Requests.report(cell(text))));
    }
    inOrder(secretary.get(reports));
    Downloads.check(hall);
  }
}
