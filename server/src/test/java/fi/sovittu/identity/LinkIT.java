package fi.sovittu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Answer;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LinkIT {
  private static Hall hall;

  @BeforeAll
  static void open() {
    hall = Hall.open();
  }

  private static Answer open(String token) {
    return new Person(hall.service()).post("/api/sessions", new JsonObject().put("link", token));
  }

  private static String token(String link) {
    return link.substring(link.indexOf('#') + 1);
  }

  @Test
  void aLinkOpensItsParticipantAgainAndAgain() {
    String token = token(hall.link("CHAIR", Hall.EAST));
    JsonObject participant = open(token).done().json();
    assertThat(participant.getJsonArray("roles").getJsonObject(0))
        .isEqualTo(
            new JsonObject().put("role", "CHAIR").put("room", hall.room(Hall.EAST).toString()));
    assertThat(open(token).done().json().getString("id")).isEqualTo(participant.getString("id"));
  }

  @Test
  void aWrongLinkOpensNothing() {
    String token = token(hall.link("CHAIR", Hall.EAST));
    char last = token.charAt(42);
    for (String wrong :
        new String[] {
          token.substring(0, 42) + (last == 'A' ? 'B' : 'A'),
          (token.charAt(0) == 'A' ? 'B' : 'A') + token.substring(1),
          token + "A",
          "A".repeat(43),
          "ääääääääääääääää",
          "' or ''=''--",
          "x".repeat(200),
          token.substring(0, 8)
        }) {
      open(wrong).refused(401, "LINK_UNKNOWN");
    }
    open("").refused(400, "BAD_REQUEST");
    open("x".repeat(201)).refused(400, "BAD_REQUEST");
  }

  @Test
  void aNewGenerationRevokesTheOldLink() {
    Hall own = Hall.open();
    String token = token(own.link("SCREEN", Hall.WEST));
    UUID participant = UUID.fromString(open(token).done().json().getString("id"));
    own.database().rows("update participant set link_generation = 2 where id = ?", participant);
    open(token).refused(401, "LINK_UNKNOWN");
    own.database().rows("update participant set link_generation = null where id = ?", participant);
    open(token).refused(401, "LINK_UNKNOWN");
  }

  @Test
  void nothingInTheDatabaseIsTheLink() {
    String token = token(hall.link("CHAIR", Hall.EAST));
    String code = token.substring(22);
    for (Object table :
        hall.database()
            .column(
                "select table_name from information_schema.tables where table_schema = 'public'")) {
      assertThat(
              hall.database()
                  .count(
                      "select count(*) from \"" + table + "\" t where t::text like '%' || ? || '%'",
                      code))
          .as(table.toString())
          .isZero();
    }
  }

  @Test
  void onlyTheOrganiserSeesTheLinks() {
    assertThat(hall.organiser().get("/api/links").done().json().getJsonArray("links")).hasSize(10);
    for (Person other :
        new Person[] {
          hall.chair(Hall.PLENARY),
          hall.secretary(Hall.EAST),
          hall.screen(Hall.PLENARY),
          hall.join(1)
        }) {
      other.get("/api/links").refused(403, "FORBIDDEN");
    }
  }

  @Test
  void aParticipantHasNoLinkToOpen() {
    Person participant = hall.join(1);
    assertThat(
            hall.database()
                .value(
                    "select link_generation from participant where id = ?",
                    participant.participant()))
        .isNull();
  }
}
