package fi.sovittu.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.base.ServerSecret;
import fi.sovittu.identity.BadgeCodes;
import fi.sovittu.identity.Links;
import fi.sovittu.support.Ballots;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import fi.sovittu.support.Service;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The people of a meeting as staff look for them: by name and by badge. */
class FindPeopleIT {
  private Hall hall;
  private Person desk;

  @BeforeEach
  void open() {
    hall = Hall.open();
    desk = hall.secretary(Hall.EAST);
  }

  private Person join(String name, int municipality) {
    return Person.joining(
        hall.service(),
        hall.code(),
        hall.joinWish(Ballots.key(), Hall.municipality(municipality), "ON_SITE", null)
            .put("name", name));
  }

  private JsonObject ask(String query) {
    return desk.get("/api/attendance/participants?" + query).done().json();
  }

  private List<String> search(String letters) {
    return names(ask("search=" + URLEncoder.encode(letters, StandardCharsets.UTF_8)));
  }

  private static List<String> names(JsonObject page) {
    List<String> names = new ArrayList<>();
    JsonArray people = page.getJsonArray("participants");
    for (int i = 0; i < people.size(); i++) {
      names.add(people.getJsonObject(i).getString("name"));
    }
    return names;
  }

  @Test
  void lettersThatBeginAWordOfTheName() {
    join("Åsa Öhman", 1);
    join("Äijö Virtanen", 2);
    join("Maija-Liisa von Wright", 3);
    join("O'Brien_Test %", 4);
    join("Asta Ohman", 5);
    assertThat(search("vir")).containsExactly("Äijö Virtanen");
    assertThat(search("LII")).containsExactly("Maija-Liisa von Wright");
    assertThat(search("wri mai")).containsExactly("Maija-Liisa von Wright");
    assertThat(search("åSA")).containsExactly("Åsa Öhman");
    assertThat(search("ohm")).containsExactly("Asta Ohman");
    assertThat(search("%")).containsExactly("O'Brien_Test %");
    assertThat(search("_")).isEmpty();
    assertThat(search("irtanen")).isEmpty();
    assertThat(search("x')) --")).isEmpty();
    assertThat(search("a\\")).isEmpty();
    // Screens are nobody.
    assertThat(search("näyttö")).isEmpty();
    assertThat(search("salin")).containsExactly("Salin pj", "Salin sihteeri");
  }

  @Test
  void byPresenceAndOrganisation() {
    Person here = join("Täällä", 1);
    Person away = join("Poissa", 1);
    away.leaves().done();
    join("Muualta", 2);
    String first = "organisation=" + hall.organisation(Hall.municipality(1));
    assertThat(names(ask(first))).containsExactly("Poissa", "Täällä");
    assertThat(names(ask(first + "&show=PRESENT"))).containsExactly("Täällä");
    assertThat(names(ask(first + "&show=AWAY"))).containsExactly("Poissa");
    JsonObject one = ask(first + "&show=PRESENT").getJsonArray("participants").getJsonObject(0);
    assertThat(one.getString("id")).isEqualTo(here.participant().toString());
    assertThat(one.getJsonObject("attendance").getString("channel")).isEqualTo("ON_SITE");
    assertThat(one.getBoolean("connected")).isFalse();
    desk.get("/api/attendance/participants?show=LOST").refused(400, "BAD_REQUEST");
  }

  @Test
  void pageByPage() {
    for (int i = 0; i < 130; i++) {
      hall.database()
          .rows(
              "insert into participant (id, meeting_id, name) values (?, ?, ?)",
              UUID.randomUUID(),
              hall.id(),
              // Many have the same name.
              "Osallistuja " + i % 7);
    }
    List<String> all = new ArrayList<>();
    HashSet<String> ids = new HashSet<>();
    String after = null;
    do {
      JsonObject page = ask("search=osa" + (after == null ? "" : "&after=" + after));
      all.addAll(names(page));
      page.getJsonArray("participants").forEach(one -> ids.add(((JsonObject) one).getString("id")));
      assertThat(page.getJsonArray("participants").size()).isLessThanOrEqualTo(50);
      after = page.getString("next");
    } while (after != null);
    assertThat(all).hasSize(130).isSorted();
    assertThat(ids).hasSize(130);
  }

  private JsonObject badge(String text) {
    return new JsonObject().put("badge", text);
  }

  @Test
  void aLetterNamesItsPersonToo() {
    String link = hall.link("CHAIR", Hall.WEST);
    JsonObject person = desk.post("/api/attendance/badge", badge(link)).done().json();
    assertThat(person.getString("name")).isEqualTo("Lännen pj");
    assertThat(person.getString("id")).isEqualTo(hall.chair(Hall.WEST).participant().toString());
    String token = link.substring(link.indexOf('#') + 1);
    assertThat(desk.post("/api/attendance/badge", badge(token)).done().json()).isEqualTo(person);
    assertThat(
            hall.database()
                .count(
                    "select count(*) from session where participant_id = ?",
                    hall.chair(Hall.WEST).participant()))
        .isOne();
  }

  @Test
  void badgesThatAreRefused() {
    String foreign = Hall.open().link("CHAIR", Hall.WEST);
    for (String text : List.of(foreign, "https://example.fi/", "x", "#", foreign + "A")) {
      desk.post("/api/attendance/badge", badge(text)).refused(404, "BADGE_UNKNOWN");
    }
    desk.post("/api/attendance/badge", badge("")).refused(400, "BAD_REQUEST");
    String own = hall.link("CHAIR", Hall.WEST);
    hall.join(1).post("/api/attendance/badge", badge(own)).refused(403, "FORBIDDEN");
    hall.database()
        .rows(
            "update participant set link_generation = link_generation + 1 where id = ?",
            hall.chair(Hall.WEST).participant());
    desk.post("/api/attendance/badge", badge(own)).refused(404, "BADGE_UNKNOWN");
  }

  @Test
  void aBadgeOutlivesANewLinkAndIsOverWithARevokedOne() throws Exception {
    UUID chair = hall.chair(Hall.WEST).participant();
    ServerSecret secret = Service.shared().secret();
    String code = new BadgeCodes(secret, new Links(secret)).of(chair);
    hall.organiser().put("/api/participants/" + chair + "/link", link(2, true)).done();
    assertThat(desk.post("/api/attendance/badge", badge(code)).done().json().getString("id"))
        .isEqualTo(chair.toString());
    Hall.open()
        .secretary(Hall.EAST)
        .post("/api/attendance/badge", badge(code))
        .refused(404, "BADGE_UNKNOWN");
    hall.organiser().put("/api/participants/" + chair + "/link", link(2, false)).done();
    desk.post("/api/attendance/badge", badge(code)).refused(404, "BADGE_UNKNOWN");
  }

  private static JsonObject link(int generation, boolean valid) {
    return new JsonObject().put("generation", generation).put("valid", valid);
  }
}
