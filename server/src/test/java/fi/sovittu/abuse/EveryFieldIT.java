package fi.sovittu.abuse;

import static fi.sovittu.abuse.Hostile.CONTROLS;
import static fi.sovittu.abuse.Hostile.MARK;
import static fi.sovittu.abuse.Hostile.TEXTS;
import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.abuse.Requests.Request;
import fi.sovittu.abuse.TextFields.Field;
import fi.sovittu.abuse.TextFields.Place;
import fi.sovittu.support.Answer;
import fi.sovittu.support.Database;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Log;
import fi.sovittu.support.Person;
import fi.sovittu.support.Service;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hostile texts in every place in which the contract lets a client send a text. The places are read
 * from the contract: whoever adds one that may be any text is asked for a request here.
 */
class EveryFieldIT {
  /**
   * What has a form although the contract does not tell it, or was given out by the service itself
   * and comes back: any other text is refused.
   */
  private static final Set<String> FORMED =
      Set.of(
          "openLink body link",
          "useSignInLink body link",
          "finishSignIn body state",
          "finishSignIn body code",
          "finishSignIn body error",
          "readBadge body badge",
          "correctAttendance body version",
          "importRoster query digest",
          "acceptTeamsTimes body items.[].seen",
          "createMeeting body template",
          "putParticipant body email",
          "previewTeamsReport query zone",
          "storeTeamsReport query zone");

  private static final String HALF_A_CHARACTER_LOST = MARK + "?";

  private static final String COLUMNS =
      """
      select table_name, column_name from information_schema.columns
      where table_schema = 'public' and data_type in ('text', 'character varying', 'jsonb', 'json', 'ARRAY')
      and table_name in (select tablename from pg_tables where schemaname = 'public')
      """;

  private static Hall hall;
  private static Requests requests;
  private static Log log;

  @BeforeAll
  static void open() {
    hall = Hall.open();
    requests = new Requests(hall);
    log = new Log();
  }

  @AfterAll
  static void nothingOfItIsInALogOrAFormulaInAFile() throws Exception {
    Downloads.check(hall);
    log.close();
    assertThat(log.lines()).noneMatch(line -> line.contains(MARK));
    assertThat(Files.readString(Service.shared().data().resolve("postgresql.log")))
        .doesNotContain(MARK);
  }

  static Stream<Field> free() {
    return TextFields.all().stream().filter(Field::free);
  }

  static Stream<Field> coded() {
    return TextFields.all().stream().filter(field -> !field.free());
  }

  @Test
  void thereAreSuchFields() {
    assertThat(free()).hasSizeGreaterThan(25);
    assertThat(coded()).hasSizeGreaterThan(100);
  }

  @ParameterizedTest
  @MethodSource("free")
  void anyTextIsATextOrRefused(Field field) {
    boolean formed = FORMED.contains(field.toString());
    if (!formed) {
      // So that what follows is about the text alone.
      send(field, requests.of(field), "Tavallinen").done();
    }
    for (String text : TEXTS) {
      Answer answer = send(field, requests.of(field), text);
      refusedInOrderOrDone(answer, text);
      assertThat(!formed || answer.status() >= 400).as("%s took %s", field, text).isTrue();
    }
    for (String text : CONTROLS) {
      refusedInOrderOrDone(send(field, requests.of(field), text), text);
    }
    if (!formed && field.place() == Place.BODY) {
      assertThat(kept()).as("%s is kept", field).isNotEmpty();
    }
    onlyTexts();
  }

  @ParameterizedTest
  @MethodSource("coded")
  void whatIsNoTextIsRefused(Field field) {
    JsonObject body = TextFields.exampleFor(field);
    for (String text : TEXTS) {
      String path = TextFields.pathOf(field, encoded(text));
      Request request =
          new Request(
              field.operation().equals("join") ? new Person(hall.service()) : hall.organiser(),
              path,
              body,
              null);
      if (field.place() == Place.HEADER && !isPlain(text)) {
        continue;
      }
      Answer answer = send(field, request, text);
      refusedInOrderOrDone(answer, text);
      assertThat(answer.status()).as("%s took %s", field, text).isGreaterThanOrEqualTo(400);
    }
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c < 127);
  }

  private static void refusedInOrderOrDone(Answer answer, String text) {
    assertThat(answer.status()).as(() -> text + " " + answer.text()).isLessThan(500);
    if (answer.status() >= 400) {
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    } else if (answer.body().length > 0) {
      assertThat(answer.header("Content-Type")).doesNotContain("html");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Sends the request with the text in the field's place. */
  private static Answer send(Field field, Request request, String text) {
    String path = request.path();
    if (field.place() == Place.QUERY) {
      path += (path.contains("?") ? "&" : "?") + field.path().getFirst() + "=" + encoded(text);
    }
    HttpRequest.Builder http = request.by().request(path);
    BodyPublisher body = BodyPublishers.noBody();
    if (field.place() == Place.HEADER) {
      http.setHeader(field.path().getFirst(), text);
    }
    if (request.file() != null) {
      http.header("Content-Type", "application/octet-stream");
      body = BodyPublishers.ofByteArray(request.file());
    } else if (request.body() != null) {
      http.header("Content-Type", "application/json");
      JsonObject json =
          field.place() == Place.BODY
              ? TextFields.replaced(request.body(), field.path(), text)
              : request.body();
      // Half a character goes through as an escape only.
      body = BodyPublishers.ofString(json.encode().replace("\uD800", "\\ud800"));
    }
    return request.by().send(http.method(field.method(), body));
  }

  /** All values of this meeting and any other in which one of the texts is. */
  private static List<String> kept() {
    Database database = hall.database();
    return database.rows(COLUMNS).stream()
        .flatMap(column ->
            database
                .column(
                    "select distinct %2$s::text from %1$s where %2$s::text like '%%%3$s%%'"
                        .formatted(column.get(0), column.get(1), MARK))
                .stream())
        .map(String::valueOf)
        .toList();
  }

  /** What is kept is the text as it was sent, but for blanks and what cannot be seen. */
  private static void onlyTexts() {
    Set<String> known =
        Stream.of(TEXTS, CONTROLS, List.of(HALF_A_CHARACTER_LOST))
            .flatMap(List::stream)
            .map(Hostile::plain)
            .collect(Collectors.toSet());
    for (String value : kept()) {
      for (String text : Leaves.of(value)) {
        if (text.contains(MARK)) {
          assertThat(known).contains(Hostile.plain(text));
        }
      }
    }
  }
}
