package fi.sovittu.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Ballots;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import fi.sovittu.support.PollForm;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** After the erasure nothing in the whole database names those who were there. */
class ErasureIT {
  /** Nobody else in the database is called so. */
  private static final String FAMILY = "Katoavainen";

  private static final String ANNA = "Anna " + FAMILY;
  private static final String BEN = "Ben " + FAMILY;
  private static final String CIA = "Cia " + FAMILY;
  private static final String DAN = "Dan " + FAMILY;
  private static final String EVA = "Eva " + FAMILY;
  private static final String DOMAIN = "katoavainen.example";

  private final Hall hall = Hall.open();
  private final Person organiser = hall.organiser();

  private Person invites(String name, String email, String organisation, String role) {
    UUID id = UUID.randomUUID();
    JsonArray roles =
        new JsonArray().add(new JsonObject().put("role", "PARTICIPANT").putNull("room"));
    if (role != null) {
      roles.add(new JsonObject().put("role", role).put("room", hall.room(Hall.PLENARY).toString()));
    }
    JsonObject form =
        new JsonObject()
            .put("name", name)
            .put("email", email)
            .put(
                "organisation",
                organisation == null ? null : hall.organisation(organisation).toString())
            .put("title", "Sihteerin " + name + " sijainen")
            .put("groups", new JsonArray())
            .putNull("room")
            .put("roles", roles)
            .put("represents", organisation != null)
            .putNull("deputyOf")
            .putNull("expected");
    organiser.put("/api/participants/" + id, form).done();
    Person person =
        Person.opening(
            hall.service(),
            organiser.get("/api/participants/" + id + "/link").done().json().getString("url"));
    person.isHere("ON_SITE", null).done();
    return person;
  }

  private Person joins(String name) {
    return Person.joining(
        hall.service(),
        hall.code(),
        hall.joinWish(Ballots.key(), Hall.municipality(2), "ON_SITE", null).put("name", name));
  }

  private static JsonObject words(String key, String... words) {
    return Ballots.of(key, 1, "words", new JsonArray(List.of(words)));
  }

  private void erases() {
    hall.database()
        .rows(
            "update meeting set held_on = (clock_timestamp() at time zone time_zone)::date - 5"
                + " where id = ?",
            hall.id());
    organiser
        .put(
            "/api/privacy",
            new JsonObject()
                .put("notice", "Lisätietoja antaa " + ANNA)
                .put("retentionDays", 4)
                .put("eraseNow", true))
        .done();
  }

  /** Every value of every column of every table that names one of them. */
  private List<String> whatIsLeft() {
    List<String> left = new ArrayList<>();
    for (List<Object> column :
        hall.database()
            .rows(
                """
                select table_name, column_name from information_schema.columns
                where table_schema = 'public' and data_type in ('text', 'character varying', 'jsonb', 'json', 'ARRAY')
                """)) {
      for (Object value :
          hall.database()
              .column(
                  "select \"%s\"::text from \"%s\" where lower(\"%1$s\"::text) like '%%%%%s%%%%'"
                      .formatted(column.get(1), column.get(0), FAMILY.toLowerCase(Locale.ROOT)))) {
        left.add(column + ": " + value);
      }
    }
    return left;
  }

  @Test
  void nothingNamesThemAndTheCountsStay() {
    Person anna = invites(ANNA, "anna@" + DOMAIN, Hall.municipality(1), null);
    Person ben = invites(BEN, null, null, null);
    Person cia = joins(CIA);
    Person dan = joins(DAN);
    Person eva = invites(EVA, null, null, "CHAIR");
    hall.secretary(Hall.PLENARY)
        .put(
            "/api/participants/" + dan.participant() + "/merged-into",
            new JsonObject().put("into", cia.participant().toString()))
        .done();

    UUID named = hall.asks(PollForm.text(2).named().moderated().shown("LIVE"));
    anna.votes(named, Ballots.texts(null, 1, "Minä " + ANNA + " ehdotan", "Kysy " + BEN + "iltä"))
        .done();
    ben.votes(named, Ballots.texts(null, 1, "anna@" + DOMAIN)).done();
    UUID cloud = hall.asks(PollForm.words(2).named().shown("LIVE"));
    anna.votes(cloud, words(null, FAMILY, "sauna")).done();
    cia.votes(cloud, words(null, "sauna")).done();
    UUID anonymous = hall.asks(PollForm.text(1));
    String text = "Samaa mieltä kuin " + CIA;
    anna.votes(anonymous, Ballots.texts(Ballots.key(), 1, text)).done();
    UUID goals = hall.opens(Hall.COMMITMENT);
    anna.votes(
            goals,
            Ballots.commitment(
                1,
                Ballots.answer(
                    "RESERVATION", "Vastuussa ovat\n" + ANNA + "\n" + BEN + "\nanna@" + DOMAIN),
                Ballots.answer("COMMITS", null),
                Ballots.answer("DECLINES", null)))
        .done();
    UUID group = UUID.randomUUID();
    hall.chair(Hall.PLENARY)
        .put(
            "/api/polls/" + named + "/groups/" + group,
            new JsonObject().put("title", "Ryhmä " + BEN))
        .done();
    String own = "Minä " + ANNA + " ehdotan";
    UUID entry =
        UUID.fromString(
            hall
                .result(hall.chair(Hall.PLENARY), "desk", named)
                .getJsonObject("tally")
                .getJsonArray("entries")
                .stream()
                .map(JsonObject.class::cast)
                .filter(one -> own.equals(one.getString("text")))
                .findAny()
                .orElseThrow()
                .getString("id"));
    hall.chair(Hall.PLENARY)
        .put(
            "/api/polls/" + named + "/entries/" + entry,
            new JsonObject().put("state", "SHOWN").put("group", group.toString()))
        .done();
    cia.put(
            "/api/polls/" + named + "/entries/" + entry + "/upvote",
            new JsonObject().put("upvoted", true))
        .done();
    for (UUID poll : List.of(named, cloud, anonymous, goals)) {
      hall.closes(poll);
    }
    UUID cancelled = hall.asks(PollForm.thumbs());
    hall.chair(Hall.PLENARY)
        .post(
            "/api/polls/" + cancelled + "/cancel", new JsonObject().put("reason", ANNA + " pyysi"))
        .done();
    hall.chair(Hall.PLENARY)
        .put(
            "/api/participants/" + anna.participant() + "/attendance",
            new JsonObject()
                .put("present", false)
                .put("channel", "ON_SITE")
                .putNull("room")
                .putNull("at")
                .put("via", "STAFF")
                .put("reason", ANNA + " lähti"))
        .done();
    hall.database()
        .rows(
            """
            insert into message (participant_id, kind, meeting_id, id, state, fault, answer)
            values (?, 'INVITATION', ?, gen_random_uuid(), 'FAILED', 'REFUSED', '550 <anna@katoavainen.example> unknown')
            """,
            anna.participant(),
            hall.id());
    hall.database()
        .rows(
            "insert into sign_in_identity (participant_id, issuer, subject, email) values (?,"
                + " 'https://login.example', 'x', 'eva@katoavainen.example')",
            eva.participant());
    assertThat(whatIsLeft()).hasSizeGreaterThan(10);

    erases();

    assertThat(whatIsLeft()).isEmpty();
    assertThat(
            hall.database().count("select count(*) from message where meeting_id = ?", hall.id()))
        .isZero();
    // What was said of a text is still said of it, and all ballots count.
    JsonObject result = hall.result(hall.chair(Hall.PLENARY), "desk", named);
    assertThat(result.getJsonObject("tally").getInteger("ballots")).isEqualTo(2);
    assertThat(
            result.getJsonObject("tally").getJsonArray("entries").stream()
                .map(JsonObject.class::cast)
                .map(one ->
                    one.getString("text")
                        + " "
                        + one.getString("state")
                        + " "
                        + one.getInteger("upvotes")))
        .containsExactlyInAnyOrder("[…] SHOWN 1", "[…] WAITING 0", "[…] 2 WAITING 0");
    assertThat(
            hall.result(hall.chair(Hall.PLENARY), "desk", cloud)
                .getJsonObject("tally")
                .getInteger("ballots"))
        .isEqualTo(2);
    assertThat(
            hall.database().column("select answers::text from ballot where poll_id = ?", anonymous))
        .containsExactly("[\"Samaa mieltä kuin […]\"]");
    assertThat(
            hall.database()
                .value(
                    "select answers -> 0 ->> 'reservation' from named_ballot where poll_id = ?",
                    goals))
        .isEqualTo("Vastuussa ovat\n[…]\n[…]\n[…]");
    assertThat(
            hall.database()
                .column(
                    "select name from participant where id = any (?::uuid[])",
                    "{" + ben.participant() + "}"))
        .singleElement()
        .asString()
        .startsWith("Osallistuja ");
    assertThat(
            hall.database().value("select name from participant where id = ?", eva.participant()))
        .asString()
        .startsWith("Puheenjohtaja ");
    for (String file : List.of("polls", "registers", "attendance", "commitments")) {
      for (String form : List.of("csv", "xlsx")) {
        hall.secretary(Hall.PLENARY).get("/api/records/" + file + "." + form).done();
      }
    }
    String polls = hall.secretary(Hall.PLENARY).get("/api/records/polls.csv").done().text();
    assertThat(polls).doesNotContain(FAMILY);
  }
}
