package fi.sovittu.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Hall;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Whoever has more people on site than the day's rule allows is seen, and nobody is refused. */
class QuotaIT {
  private final Hall hall = Hall.open();

  private JsonObject board() {
    return hall.screen(Hall.EAST).section("attendance", hall.id()).getJsonObject("data");
  }

  @Test
  void aRuleOfTheDay() {
    assertThat(board().getJsonObject("quota").encode())
        .isEqualTo("{\"onSite\":null,\"perRoom\":null}");
    hall.database()
        .rows(
            "update meeting set on_site_most = 3, on_site_most_per_room = 1 where id = ?",
            hall.id());
    for (int i = 0; i < 2; i++) {
      hall.join(Hall.municipality(1), "ON_SITE", hall.room(Hall.EAST));
      hall.join(Hall.municipality(2), "ON_SITE", null);
      hall.join(Hall.municipality(2), "TEAMS", hall.room(Hall.EAST));
      hall.join(Hall.municipality(2), "ON_SITE", null);
    }
    JsonObject first =
        new JsonObject()
            .put("organisation", hall.organisation(Hall.municipality(1)).toString())
            .put("room", hall.room(Hall.EAST).toString())
            .put("persons", 2);
    JsonObject second =
        new JsonObject()
            .put("organisation", hall.organisation(Hall.municipality(2)).toString())
            .put("room", null)
            .put("persons", 4);
    JsonArray over = board().getJsonArray("over");
    assertThat(over).hasSize(2).contains(first, second);
    hall.moves(Hall.EAST, null, "Idän esitys");
    assertThat(board().getJsonArray("over")).hasSize(2).contains(first, second);
  }
}
