package fi.sovittu.live;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Ballots;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Listener;
import fi.sovittu.support.Person;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PushIT {
  private static final String BEAT = "sovittu.beat";

  private Hall hall;
  private String agenda;
  private String results;

  @BeforeEach
  void open() {
    hall = Hall.open();
    agenda = "sovittu.agenda." + hall.room(Hall.PLENARY);
    results = "sovittu.results." + hall.room(Hall.PLENARY);
  }

  private static void grows(List<JsonObject> sections) {
    assertThat(sections.stream().map(section -> section.getLong("revision")))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void everyonesPageFollowsTheChair() {
    try (Listener phone = Listener.of(hall.join(1));
        Listener screen = Listener.of(hall.screen(Hall.EAST))) {
      assertThat(phone.register(agenda)).isTrue();
      assertThat(screen.register(agenda)).isTrue();
      String before = null;
      for (String item : List.of("Avaus", "Esitys", "Lopetus")) {
        String id = hall.item(item).toString();
        hall.moves(Hall.PLENARY, before, item);
        for (Listener listener : List.of(phone, screen)) {
          listener.await(agenda, section -> runs(section, id));
        }
        before = item;
      }
      grows(phone.at(agenda));
      assertThat(phone.at(agenda).getLast()).isEqualTo(screen.at(agenda).getLast());
    }
  }

  private static boolean runs(JsonObject section, String item) {
    return section.getJsonObject("data").getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .anyMatch(
            row -> row.getString("id").equals(item) && row.getString("state").equals("RUNNING"));
  }

  @Test
  void aSnapshotAfterReconnectingIsTheLastPush() {
    Person person = hall.join(1);
    JsonObject last;
    try (Listener listener = Listener.of(person)) {
      assertThat(listener.register(agenda)).isTrue();
      hall.moves(Hall.PLENARY, null, "Avaus");
      last = listener.await(agenda, section -> runs(section, hall.item("Avaus").toString()));
    }
    assertThat(person.section("agenda", hall.room(Hall.PLENARY))).isEqualTo(last);
    hall.moves(Hall.PLENARY, "Avaus", "Esitys");
    JsonObject missed = person.section("agenda", hall.room(Hall.PLENARY));
    assertThat(missed.getLong("revision")).isGreaterThan(last.getLong("revision"));
    assertThat(runs(missed, hall.item("Esitys").toString())).isTrue();
  }

  @Test
  void theTurnoutRisesAndNeverFallsBack() {
    List<Person> people = IntStream.rangeClosed(1, 20).mapToObj(hall::join).toList();
    UUID poll = hall.opens(Hall.AFTER_CLOSE);
    try (Listener desk = Listener.of(hall.chair(Hall.PLENARY))) {
      assertThat(desk.register(results)).isTrue();
      people.stream()
          .map(person -> person.voting(poll, Ballots.scale(Ballots.key(), 1, 1, 1, 1)))
          .toList()
          .forEach(vote -> vote.join().done());
      desk.await(results, section -> Hall.votedIn(section, poll) == people.size());
      grows(desk.at(results));
      assertThat(desk.at(results).stream().map(section -> Hall.votedIn(section, poll))).isSorted();
    }
  }

  @Test
  void whatWasAnsweredIsInTheSnapshotThatFollows() {
    // A client that reads after its own command must never see the state before it.
    Person person = hall.join(1);
    UUID poll = hall.opens(Hall.AFTER_CLOSE);
    String key = Ballots.key();
    long revision = 0;
    for (int i = 1; i <= 15; i++) {
      person.votes(poll, Ballots.scale(key, i, 1 + i % 5, 1, 1)).done();
      JsonObject section = person.section("results", hall.room(Hall.PLENARY));
      assertThat(section.getLong("revision")).isGreaterThan(revision);
      revision = section.getLong("revision");
    }
  }

  @Test
  void theServersTimeComesToEveryone() {
    try (Listener listener = Listener.of(hall.join(1))) {
      assertThat(listener.register(BEAT)).isTrue();
      Instant told = listener.await(BEAT, beat -> true).getInstant("serverTime");
      assertThat(told).isBetween(Instant.now().minusSeconds(60), Instant.now());
    }
  }

  @Test
  void whoHearsSomethingElseGetsNoBeat() {
    Person person = hall.join(1);
    UUID poll = hall.opens(Hall.AFTER_CLOSE);
    String key = Ballots.key();
    try (Listener idle = Listener.of(hall.join(2));
        Listener told = Listener.of(hall.chair(Hall.PLENARY))) {
      assertThat(idle.register(BEAT)).isTrue();
      assertThat(told.register(BEAT)).isTrue();
      assertThat(told.register(results)).isTrue();
      idle.await(BEAT, beat -> true);
      int before = told.at(BEAT).size();
      long newest = 0;
      for (int i = 1; idle.at(BEAT).size() < 3; i++) {
        long seen = newest;
        person.votes(poll, Ballots.scale(key, i, 1 + i % 5, 1, 1)).done();
        newest =
            told.await(results, section -> section.getLong("revision") > seen).getLong("revision");
      }
      assertThat(told.at(BEAT)).hasSizeLessThanOrEqualTo(before + 1);
    }
  }
}
