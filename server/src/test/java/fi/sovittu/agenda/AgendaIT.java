package fi.sovittu.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Answer;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgendaIT {
  private Hall hall;
  private Person chair;

  @BeforeEach
  void open() {
    hall = Hall.open();
    chair = hall.chair(Hall.PLENARY);
  }

  private Answer move(String from, String to) {
    return chair.put(
        Hall.currentItemOf(hall.room(Hall.PLENARY)),
        Hall.move(from == null ? null : hall.item(from), to == null ? null : hall.item(to)));
  }

  private JsonObject item(String title) {
    JsonArray items =
        chair
            .section("agenda", hall.room(Hall.PLENARY))
            .getJsonObject("data")
            .getJsonArray("items");
    for (int i = 0; i < items.size(); i++) {
      if (items.getJsonObject(i).getString("title").equals(title)) {
        return items.getJsonObject(i);
      }
    }
    throw new AssertionError(title);
  }

  private JsonObject room() {
    return chair
        .section("meeting", hall.id())
        .getJsonObject("data")
        .getJsonArray("rooms")
        .getJsonObject(0);
  }

  private long runs() {
    return hall.database()
        .count("select count(*) from item_run where room_id = ?", hall.room(Hall.PLENARY));
  }

  @Test
  void theFirstMoveStartsTheRoom() {
    assertThat(room().getString("state")).isEqualTo("WAITING");
    assertThat(item("Avaus").getString("state")).isEqualTo("COMING");
    move(null, "Avaus").done();
    assertThat(room().getString("state")).isEqualTo("RUNNING");
    assertThat(room().getString("currentItem")).isEqualTo("Avaus");
    assertThat(item("Avaus").getString("state")).isEqualTo("RUNNING");
  }

  @Test
  void eachItemKnowsWhatItTook() {
    move(null, "Avaus").done();
    move("Avaus", "Esitys").done();
    JsonObject opening = item("Avaus");
    assertThat(opening.getString("state")).isEqualTo("DONE");
    assertThat(opening.getInstant("endedAt")).isAfterOrEqualTo(opening.getInstant("startedAt"));
    assertThat(item("Esitys").getInstant("startedAt"))
        .isAfterOrEqualTo(opening.getInstant("endedAt"));
    assertThat(opening.getInteger("plannedMinutes")).isEqualTo(10);
    assertThat(opening.getInstant("plannedStart")).isEqualTo(Instant.parse("2026-04-02T09:00:00Z"));
  }

  @Test
  void aResumedItemRemembersTheTimeItHasTaken() {
    move(null, "Avaus").done();
    hall.database()
        .rows(
            "update item_run set started_at = started_at - interval '90 seconds' where room_id = ?",
            hall.room(Hall.PLENARY));
    move("Avaus", "Esitys").done();
    move("Esitys", "Avaus").done();
    assertThat(item("Avaus").getInteger("spentBefore")).isBetween(90, 120);
    assertThat(item("Avaus").getString("state")).isEqualTo("RUNNING");
    assertThat(runs()).isEqualTo(3);
  }

  @Test
  void aRetryIsDoneOnce() {
    move(null, "Avaus").done();
    move("Avaus", "Esitys").done();
    for (int i = 0; i < 3; i++) {
      assertThat(move("Avaus", "Esitys").status()).isEqualTo(204);
    }
    assertThat(runs()).isEqualTo(2);
    assertThat(hall.database().count("select count(*) from audit where meeting_id = ?", hall.id()))
        .isEqualTo(2);
  }

  @Test
  void aChairWhoSeesAnOldStateMovesNothing() {
    move(null, "Avaus").done();
    move("Avaus", "Esitys").done();
    move("Avaus", "Lopetus").refused(409, "ROOM_MOVED_ON");
    move(null, "Lopetus").refused(409, "ROOM_MOVED_ON");
    assertThat(room().getString("currentItem")).isEqualTo("Esitys");
  }

  @Test
  void anItemOfAnotherRoomIsNotFoundAndNothingMoves() {
    move(null, "Avaus").done();
    move("Avaus", "Idän esitys").refused(404, "NOT_FOUND");
    assertThat(room().getString("currentItem")).isEqualTo("Avaus");
    assertThat(runs()).isOne();
  }

  @Test
  void aMoveToNothingEndsTheItemOnly() {
    move(null, "Avaus").done();
    move("Avaus", null).done();
    assertThat(room().getString("state")).isEqualTo("RUNNING");
    assertThat(room().getString("currentItem")).isNull();
  }

  @Test
  void ofManyChairsAtOnceOneMoves() {
    move(null, "Avaus").done();
    for (int round = 0; round < 5; round++) {
      String from = List.of("Avaus", "Esitys").get(round % 2);
      String to = List.of("Avaus", "Esitys").get((round + 1) % 2);
      UUID room = hall.room(Hall.PLENARY);
      JsonObject one = Hall.move(hall.item(from), hall.item(to));
      JsonObject another = Hall.move(hall.item(from), hall.item("Lopetus"));
      List<CompletableFuture<Answer>> moves =
          IntStream.range(0, 12)
              .mapToObj(i -> chair.putting(Hall.currentItemOf(room), i % 2 == 0 ? one : another))
              .toList();
      // Those who wanted what happened are told that it is so, all others that the room has moved
      // on.
      long done = moves.stream().filter(answer -> answer.join().status() == 204).count();
      long refused =
          moves.stream().filter(answer -> answer.join().code().equals("ROOM_MOVED_ON")).count();
      assertThat(List.of(done, refused)).isEqualTo(List.of(6L, 6L));
      String now = room().getString("currentItem");
      if (!now.equals(to)) {
        move(now, to).done();
      }
    }
    long current =
        hall.database()
            .count(
                "select count(*) from item_run where room_id = ? and ended_at is null",
                hall.room(Hall.PLENARY));
    assertThat(current).isOne();
  }

  @Test
  void endingTheRoomEndsItsItemAndMovingReopensIt() {
    String end = "/api/rooms/" + hall.room(Hall.PLENARY) + "/end";
    chair.post(end).refused(409, "ROOM_MOVED_ON");
    move(null, "Avaus").done();
    chair.post(end).done();
    JsonObject ended = room();
    assertThat(ended.getString("state")).isEqualTo("ENDED");
    assertThat(item("Avaus").getString("state")).isEqualTo("DONE");
    chair.post(end).done();
    assertThat(room().getString("endedAt")).isEqualTo(ended.getString("endedAt"));
    move(null, "Esitys").done();
    assertThat(room().getString("state")).isEqualTo("RUNNING");
    assertThat(room().getString("endedAt")).isNull();
    assertThat(room().getString("startedAt")).isEqualTo(ended.getString("startedAt"));
  }

  @Test
  void aRoomWithAnOpenPollDoesNotEnd() {
    move(null, "Avaus").done();
    UUID poll = hall.opens(Hall.AFTER_CLOSE);
    String end = "/api/rooms/" + hall.room(Hall.PLENARY) + "/end";
    chair.post(end).refused(409, "POLL_STILL_OPEN");
    hall.closes(poll);
    chair.post(end).done();
  }

  @Test
  void everyMoveIsInTheTrail() {
    move(null, "Avaus").done();
    chair.post("/api/rooms/" + hall.room(Hall.PLENARY) + "/end").done();
    assertThat(
            hall.database()
                .rows(
                    "select action, actor_id, subject_id from audit where meeting_id = ? order by"
                        + " id",
                    hall.id()))
        .containsExactly(
            List.of("room.move", chair.participant(), hall.room(Hall.PLENARY)),
            List.of("room.end", chair.participant(), hall.room(Hall.PLENARY)));
  }

  @Test
  void aMoveThatIsNotValid() {
    UUID room = hall.room(Hall.PLENARY);
    for (String body :
        new String[] {
          "{}", "{\"from\": null}", "{\"from\": null, \"to\": \"x\"}", "{\"from\": 1, \"to\": null}"
        }) {
      chair.put(Hall.currentItemOf(room), new JsonObject(body)).refused(400, "BAD_REQUEST");
    }
  }
}
