package fi.sovittu.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Answer;
import fi.sovittu.support.Ballots;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoinIT {
  private static Hall hall;

  @BeforeAll
  static void open() {
    hall = Hall.open();
  }

  private static JsonObject wish() {
    return hall.joinWish(Ballots.key(), Hall.municipality(1), "TEAMS", null);
  }

  private static Answer join(JsonObject wish) {
    return new Person(hall.service()).post("/api/meetings/" + hall.code() + "/participants", wish);
  }

  private static long people() {
    return hall.database()
        .count("select count(*) from participant where meeting_id = ?", hall.id());
  }

  @Test
  void theAnswerTellsTheParticipant() {
    Answer joined = join(wish());
    assertThat(joined.status()).isEqualTo(201);
    JsonObject participant = joined.json();
    assertThat(participant.getString("name")).isEqualTo("Osallistuja");
    assertThat(participant.getJsonObject("meeting").getString("code")).isEqualTo(hall.code());
    assertThat(participant.getJsonObject("organisation").getString("name"))
        .isEqualTo(Hall.municipality(1));
    assertThat(participant.getJsonArray("roles").encode())
        .isEqualTo("[{\"role\":\"PARTICIPANT\",\"room\":null}]");
    assertThat(participant.getJsonObject("attendance").getString("channel")).isEqualTo("TEAMS");
    assertThat(participant.getJsonObject("attendance").getString("room"))
        .isEqualTo(hall.room(Hall.PLENARY).toString());
    assertThat(joined.header("Set-Cookie"))
        .startsWith("participant-" + participant.getString("id") + "=")
        .containsIgnoringCase("; HttpOnly")
        .contains("; SameSite=Lax")
        .contains("; Path=/");
  }

  @Test
  void theSameKeyFindsTheSameParticipant() {
    JsonObject wish = wish();
    Answer first = join(wish);
    long people = people();
    Answer again = join(wish);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(people()).isEqualTo(people);
    // Both browsers hold the participant from now on.
    assertThat(again.header("Set-Cookie")).isNotEqualTo(first.header("Set-Cookie"));
  }

  @Test
  void manyTriesAtOnceMakeOneParticipant() {
    JsonObject wish = wish();
    List<CompletableFuture<Answer>> tries = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      tries.add(
          new Person(hall.service())
              .posting("/api/meetings/" + hall.code() + "/participants", wish));
    }
    assertThat(tries.stream().map(one -> one.join().done().json().getString("id")).distinct())
        .hasSize(1);
    assertThat(tries.stream().filter(one -> one.join().status() == 201)).hasSize(1);
  }

  @Test
  void theSameKeyInAnotherMeetingIsAnotherParticipant() {
    JsonObject wish = wish();
    String here = join(wish).done().json().getString("id");
    Hall other = Hall.open();
    JsonObject there =
        wish.copy().put("organisation", other.organisation(Hall.municipality(1)).toString());
    Person someone = Person.joining(other.service(), other.code(), there);
    assertThat(someone.participant().toString()).isNotEqualTo(here);
  }

  @Test
  void theCodeIsReadInAnyCase() {
    String small = hall.code().toLowerCase(Locale.ROOT);
    new Person(hall.service()).post("/api/meetings/" + small + "/participants", wish()).done();
    assertThat(
            new Person(hall.service())
                .get("/api/meetings/" + small)
                .done()
                .json()
                .getString("code"))
        .isEqualTo(hall.code());
  }

  @Test
  void blanksAroundTheNameDoNotCount() {
    assertThat(join(wish().put("name", "  Åsa-Maija \n")).done().json().getString("name"))
        .isEqualTo("Åsa-Maija");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ZZZZZZ", "000000", "ILOILO"})
  void anUnknownCode(String code) {
    Person stranger = new Person(hall.service());
    stranger.post("/api/meetings/" + code + "/participants", wish()).refused(404, "CODE_UNKNOWN");
    stranger.get("/api/meetings/" + code).refused(404, "CODE_UNKNOWN");
    stranger.get("/api/meetings/" + code + "/qr").refused(404, "CODE_UNKNOWN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ABC", "ABCDEFG", "ABC-EF", "%C3%84BCDEF", "ABC%00DE", "'or'1'"})
  void aCodeOfAnotherForm(String code) {
    assertThat(new Person(hall.service()).get("/api/meetings/" + code).status())
        .isBetween(400, 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\": \"\"}",
        "{\"name\": \"   \"}",
        "{\"name\": \"\\u2003\\n\"}",
        "{\"name\": \"a\\u0000b\"}",
        "{\"name\": 7}",
        "{\"name\": null}",
        "{\"name\": [\"a\"]}",
        "{\"key\": \"short\"}",
        "{\"key\": \"AAAAAAAAAAAAAAAAAAAAA!\"}",
        "{\"key\": null}",
        "{\"channel\": \"PHONE\"}",
        "{\"channel\": \"on_site\"}",
        "{\"organisation\": \"Kunta 1\"}",
        "{\"organisation\": \"1-1-1-1-1\"}",
        "{\"organisation\": \"00000000-0000-4000-8000-000000000000\"}",
        "{\"room\": \"sali\"}",
        "{\"room\": 5}",
        "{\"role\": \"CHAIR\"}",
        "{\"roles\": [{\"role\": \"CHAIR\"}]}",
        "{\"id\": \"00000000-0000-4000-8000-000000000000\"}"
      })
  void aWishThatIsNotValid(String change) {
    long people = people();
    join(wish().mergeIn(new JsonObject(change))).refused(400, "BAD_REQUEST");
    assertThat(people()).isEqualTo(people);
  }

  @ParameterizedTest
  @ValueSource(strings = {"key", "name", "organisation", "channel"})
  void aWishWithSomethingMissing(String property) {
    JsonObject wish = wish();
    wish.remove(property);
    join(wish).refused(400, "BAD_REQUEST");
  }

  @Test
  void aNameHas120CharactersAtMost() {
    assertThat(join(wish().put("name", "ä".repeat(120))).status()).isEqualTo(201);
    join(wish().put("name", "ä".repeat(121))).refused(400, "BAD_REQUEST");
  }

  @Test
  void anOrganisationOrRoomOfAnotherMeeting() {
    Hall other = Hall.open();
    long people = people();
    join(wish().put("organisation", other.organisation(Hall.municipality(1)).toString()))
        .refused(400, "BAD_REQUEST");
    join(wish().put("room", other.room(Hall.EAST).toString())).refused(404, "NOT_FOUND");
    assertThat(people()).isEqualTo(people);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "\"text\"", "{\"key\":}", "\u0000", "{}{}"})
  void aBodyThatIsNoWish(String body) {
    send(body.getBytes(java.nio.charset.StandardCharsets.UTF_8), "application/json")
        .refused(400, "BAD_REQUEST");
  }

  @Test
  void aBodyThatIsNotUtf8() {
    byte[] body = wish().put("name", "Matti X").toBuffer().getBytes();
    for (int i = 0; i < body.length; i++) {
      if (body[i] == 'X') {
        body[i] = (byte) 0xFF;
      }
    }
    send(body, "application/json").refused(400, "BAD_REQUEST");
  }

  @Test
  void aBodyThatIsNestedWithoutEnd() {
    byte[] deep = "[".repeat(50_000).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    send(deep, "application/json").refused(400, "BAD_REQUEST");
  }

  @Test
  void aBodyThatIsTooLarge() {
    assertThat(send(new byte[3_000_000], "application/json").refused(413, "TOO_LARGE")).isNotNull();
  }

  @Test
  void aBodyOfAnotherTypeAsAFormOfAForeignPageWouldSendIt() {
    long people = people();
    byte[] body = wish().toBuffer().getBytes();
    for (String type :
        new String[] {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"}) {
      assertThat(send(body, type).status()).as(type).isBetween(400, 415);
    }
    assertThat(people()).isEqualTo(people);
    assertThat(send(body, "application/json; charset=utf-8").status()).isEqualTo(201);
  }

  private static Answer send(byte[] body, String type) {
    Person stranger = new Person(hall.service());
    return stranger.send(
        stranger
            .withoutParticipant("/api/meetings/" + hall.code() + "/participants")
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  @Test
  void theMeetingTellsWhatOneNeedsToJoin() {
    JsonObject info = new Person(hall.service()).get("/api/meetings/" + hall.code()).done().json();
    assertThat(info.getString("id")).isEqualTo(hall.id().toString());
    assertThat(info.getJsonArray("rooms")).hasSize(3);
    assertThat(info.getJsonArray("organisations")).hasSize(Hall.MUNICIPALITIES + 2);
    assertThat(info.getString("joinUrl")).endsWith("/j/" + hall.code());
    // Nothing that only staff may have.
    assertThat(info.encode()).doesNotContain("open#").doesNotContain("Salin pj");
  }

  @Test
  void problemsAreToldInTheReadersLanguage() {
    Person stranger = new Person(hall.service());
    String path = "/api/meetings/ZZZZZZ";
    Answer swedish =
        stranger.send(stranger.withoutParticipant(path).header("Accept-Language", "sv-FI").GET());
    assertThat(swedish.json().getString("title"))
        .isEqualTo("Inget möte har den koden. Kontrollera koden.");
    Answer english = stranger.get(path + "?lang=en");
    assertThat(english.json().getString("title"))
        .isEqualTo("No meeting has this code. Check the code.");
    assertThat(stranger.get(path).json().getString("title")).startsWith("Koodilla ei löydy");
  }

  @Test
  void anUnknownAddressOrMethodIsAProblemToo() {
    Person stranger = new Person(hall.service());
    stranger.get("/api/nothing").refused(404, "NOT_FOUND");
    stranger.get("/nothing").refused(404, "NOT_FOUND");
    stranger.post("/api/live").refused(405, "METHOD_NOT_ALLOWED");
    stranger
        .put("/api/meetings/" + hall.code(), new JsonObject())
        .refused(405, "METHOD_NOT_ALLOWED");
  }
}
