package fi.sovittu.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fi.sovittu.support.Answer;
import fi.sovittu.support.Ballots;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import fi.sovittu.support.PollForm;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Texts that mean something to a database, a browser, a spreadsheet or a log are texts everywhere.
 */
class InjectionIT {
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private Hall hall;

  @BeforeEach
  void listen() {
    hall = Hall.open();
    log.start();
    root.addAppender(log);
  }

  @AfterEach
  void nothingOfItIsInTheLog() {
    root.detachAppender(log);
    assertThat(log.list.stream().map(ILoggingEvent::getFormattedMessage))
        .noneMatch(line -> line.contains(Hostile.MARK));
  }

  private Person named(String name, int municipality) {
    JsonObject wish =
        hall.joinWish(Ballots.key(), Hall.municipality(municipality), "ON_SITE", null);
    return Person.joining(hall.service(), hall.code(), wish.put("name", name));
  }

  @Test
  void namesAndReservationsAreTextsInPagesAndRecords() throws IOException {
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < Hostile.TEXTS.size(); i++) {
      Person person = named(Hostile.TEXTS.get(i), i + 1);
      assertThat(person.get("/api/me").done().json().getString("name"))
          .isEqualTo(Hostile.TEXTS.get(i));
      people.add(person);
    }
    UUID poll = hall.opens(Hall.COMMITMENT);
    for (int i = 0; i < people.size(); i++) {
      JsonObject ballot =
          Ballots.commitment(
              1,
              Ballots.answer("RESERVATION", Hostile.TEXTS.get(i)),
              Ballots.answer("COMMITS", null),
              Ballots.answer("DECLINES", null));
      people.get(i).votes(poll, ballot).done();
    }
    hall.closes(poll);
    Downloads.check(hall);
    assertThat(
            hall.database()
                .count("select count(*) from participant where meeting_id = ?", hall.id()))
        .isGreaterThan(Hostile.TEXTS.size());
  }

  @Test
  void pollsAndTheirAnswersAreTextsInPagesAndRecords() throws IOException {
    UUID poll = hall.asks(PollForm.text(3).named());
    for (int i = 0; i < Hostile.TEXTS.size(); i++) {
      hall.join(i + 1).votes(poll, Ballots.texts(null, 1, Hostile.TEXTS.get(i))).done();
    }
    hall.closes(poll);
    for (String text : Hostile.TEXTS) {
      JsonObject form = PollForm.choice(1, text, "b").wish(UUID.randomUUID(), false);
      form.getJsonObject("poll").put("title", text);
      Answer made = hall.chair(Hall.PLENARY).post(Hall.pollsOf(hall.room(Hall.PLENARY)), form);
      assertThat(made.status()).as(made.text()).isLessThan(500);
    }
    Downloads.check(hall);
  }

  @Test
  void goalsFilesAndReportsAreTexts() {
    Person organiser = hall.organiser();
    for (String text : Hostile.TEXTS) {
      int version =
          (int)
              hall.database()
                  .count(
                      "select max(version) from goal_version where goal_id = ?",
                      hall.goal("Tavoite A"));
      organiser
          .post(
              "/api/goals/" + hall.goal("Tavoite A") + "/versions",
              new JsonObject().put("version", version + 1).put("text", text))
          .done();
      assertThat(organiser.get("/api/goals").done().json().encode()).contains(Json.encode(text));
      Answer bad =
          organiser.send(
              organiser
                  .request(
                      "/api/rooms/"
                          + hall.room(Hall.PLENARY)
                          + "/teams-reports/preview?zone="
                          + URLEncoder.encode(text, StandardCharsets.UTF_8))
                  .header("Content-Type", "application/octet-stream")
                  .POST(BodyPublishers.ofString("Nimi;Tuli;Meni\n" + text + ";x;y\n")));
      assertThat(bad.status()).isBetween(400, 499);
      assertThat(bad.header("Content-Type")).isEqualTo("application/problem+json");
      organiser
          .post("/api/sessions", new JsonObject().put("link", text + "0123456789"))
          .refused(401, "LINK_UNKNOWN");
      assertThat(
              organiser
                  .get(
                      "/api/meetings/"
                          + URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"))
                  .status())
          .isBetween(400, 499);
    }
  }

  @Test
  void whatALogOrATableCannotHoldIsRefused() {
    for (String text : List.of("zqx\u0000", "zqx\r\n12:00:00 ERROR Fake", "zqx\u001b[31m")) {
      JsonObject wish =
          hall.joinWish(Ballots.key(), Hall.municipality(1), "ON_SITE", null).put("name", text);
      Answer answer =
          new Person(hall.service()).post("/api/meetings/" + hall.code() + "/participants", wish);
      assertThat(answer.status()).as(text).isLessThan(500);
      if (answer.status() < 300) {
        assertThat(answer.json().getString("name"))
            .as("a name on one line")
            .doesNotContain("\n", "\r", "\u0000");
      }
    }
  }
}
