package fi.sovittu.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.sovittu.support.Eventually;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Listener;
import fi.sovittu.support.Person;
import io.vertx.core.json.JsonObject;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BridgeIT {
  private Hall hall;
  private UUID plenary;
  private UUID east;
  private UUID west;

  @BeforeEach
  void open() {
    hall = Hall.open();
    plenary = hall.room(Hall.PLENARY);
    east = hall.room(Hall.EAST);
    west = hall.room(Hall.WEST);
  }

  private static void refused(int status, ThrowingCallable connecting) {
    assertThatThrownBy(connecting)
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refusal -> assertThat(refusal.getResponse().statusCode()).isEqualTo(status));
  }

  @Test
  void aSocketProvesItsParticipant() {
    Person liisa = hall.join(1);
    Person matti = hall.join(2);
    Person stranger = new Person(hall.service());
    refused(401, () -> Listener.connect(stranger, liisa.participant(), null));
    refused(401, () -> Listener.connect(matti, liisa.participant(), null));
    refused(401, () -> Listener.connect(liisa, null, null));
    refused(401, () -> Listener.connect(liisa, UUID.randomUUID(), null));
    stranger.get("/live/info?as=" + liisa.participant()).refused(401, "NO_PARTICIPANT");
    // SockJS has none of its own.
    assertThat(liisa.get("/live/info?as=" + liisa.participant()).json().getBoolean("websocket"))
        .isFalse();
  }

  @Test
  void aPageOfAnotherOriginIsRefused() {
    Person liisa = hall.join(1);
    for (String origin :
        List.of(
            "http://evil.example",
            "null",
            "http://127.0.0.1",
            "http://127.0.0.1:" + hall.service().getPort() + ".evil.example",
            "not an origin")) {
      refused(403, () -> Listener.connect(liisa, liisa.participant(), origin));
    }
    Listener.connect(liisa, liisa.participant(), hall.service().toString()).close();
  }

  /** The addresses granted, of all that there are in this meeting. */
  private Set<String> granted(Person person) {
    Set<String> granted = new TreeSet<>();
    try (Listener listener = Listener.of(person)) {
      for (String section : List.of("meeting", "attendance", "people")) {
        if (listener.register("sovittu." + section + "." + hall.id())) {
          granted.add(section);
        }
      }
      for (String section : List.of("agenda", "polls", "results", "stage", "desk")) {
        for (UUID room : List.of(plenary, east, west)) {
          if (listener.register("sovittu." + section + "." + room)) {
            granted.add(
                section
                    + " "
                    + (room.equals(plenary) ? "sali" : room.equals(east) ? "itä" : "länsi"));
          }
        }
      }
    }
    return granted;
  }

  @Test
  void eachRoleHearsItsOwn() {
    assertThat(granted(hall.join(1)))
        .containsExactlyInAnyOrder("meeting", "agenda sali", "polls sali", "results sali");
    assertThat(granted(hall.join(Hall.municipality(1), "TEAMS", east)))
        .containsExactlyInAnyOrder(
            "meeting",
            "agenda sali",
            "polls sali",
            "results sali",
            "agenda itä",
            "polls itä",
            "results itä");
    assertThat(granted(hall.screen(Hall.EAST)))
        .containsExactlyInAnyOrder(
            "meeting",
            "attendance",
            "agenda sali",
            "polls sali",
            "results sali",
            "agenda itä",
            "polls itä",
            "results itä",
            "stage itä");
    for (Person runs : List.of(hall.chair(Hall.EAST), hall.secretary(Hall.EAST))) {
      assertThat(granted(runs))
          .containsExactlyInAnyOrder(
              "meeting",
              "attendance",
              "people",
              "agenda sali",
              "polls sali",
              "results sali",
              "agenda itä",
              "polls itä",
              "results itä",
              "stage itä",
              "desk itä");
    }
    assertThat(granted(hall.organiser())).hasSize(3 + 5 * 3);
  }

  @Test
  void nobodyHearsAnotherMeeting() {
    Hall other = Hall.open();
    for (Person person :
        List.of(
            other.join(1), other.chair(Hall.EAST), other.screen(Hall.EAST), other.organiser())) {
      assertThat(granted(person)).isEmpty();
    }
  }

  @Test
  void whatIsGrantedIsWhatTheSnapshotShows() {
    // One rule, two doors.
    for (Person person : List.of(hall.join(1), hall.chair(Hall.EAST), hall.organiser())) {
      assertThat(granted(person)).hasSameSizeAs(person.sections());
    }
  }

  @Test
  void malformedAddressesAreRefusedAndTheSocketGoesOn() {
    try (Listener listener = Listener.of(hall.organiser())) {
      for (String address :
          List.of(
              "sovittu.meeting." + "-".repeat(36),
              "sovittu.meeting." + "0".repeat(36),
              "sovittu.meeting." + hall.id() + ".more",
              "sovittu.MEETING." + hall.id(),
              "sovittu.meeting",
              "sovittu.meeting.",
              "sovittu.participant",
              "sovittu.secrets." + hall.id(),
              "sovittu.meeting." + hall.id() + "\n",
              " sovittu.meeting." + hall.id(),
              "vertx.internal",
              "*",
              ".*",
              "")) {
        assertThat(listener.register(address)).as(address).isFalse();
        assertThat(listener.isClosed()).as("closed by " + address).isFalse();
      }
      assertThat(listener.register("sovittu.meeting." + hall.id())).isTrue();
    }
  }

  @Test
  void clientsPublishNothing() {
    String address = "sovittu.agenda." + plenary;
    Person chair = hall.chair(Hall.PLENARY);
    try (Listener victim = Listener.of(hall.join(1));
        Listener attacker = Listener.of(chair)) {
      assertThat(victim.register(address)).isTrue();
      assertThat(attacker.register(address)).isTrue();
      for (String type : List.of("publish", "send")) {
        for (String to : List.of(address, "sovittu.beat", "sovittu.desk." + plenary, "anything")) {
          attacker.send(
              new JsonObject()
                  .put("type", type)
                  .put("address", to)
                  .put("replyAddress", "reply")
                  .put("headers", new JsonObject())
                  .put("body", new JsonObject().put("forged", true)));
        }
      }
      // Frames are dealt with in their turn, so what a true change brings comes after anything
      // forged.
      attacker.register("sovittu.meeting." + hall.id());
      hall.moves(Hall.PLENARY, null, "Avaus");
      victim.await(address, section -> section.encode().contains("RUNNING"));
      assertThat(victim.all().toString()).doesNotContain("forged");
      assertThat(attacker.all().toString()).doesNotContain("forged");
    }
  }

  @Test
  void nonsenseDoesNotStopTheServer() {
    Person person = hall.join(1);
    for (String frame :
        List.of(
            "",
            "x",
            "{",
            "[]",
            "null",
            "{}",
            "{\"type\":7}",
            "{\"type\":\"register\",\"address\":{}}",
            "[".repeat(5_000))) {
      try (Listener listener = Listener.of(person)) {
        listener.send(frame);
      }
    }
    try (Listener listener = Listener.of(person)) {
      assertThat(listener.register("sovittu.meeting." + hall.id())).isTrue();
    }
  }

  @Test
  void whoLeavesARoomHearsItNoMore() {
    Person person = hall.join(Hall.municipality(1), "TEAMS", east);
    String eastern = "sovittu.agenda." + east;
    String common = "sovittu.agenda." + plenary;
    try (Listener listener = Listener.of(person);
        Listener chair = Listener.of(hall.chair(Hall.EAST))) {
      assertThat(listener.register(eastern)).isTrue();
      assertThat(listener.register(common)).isTrue();
      assertThat(chair.register(eastern)).isTrue();
      person.isHere("TEAMS", west).done();
      // The snapshot loads the participant as it is now.
      person.sections();
      hall.moves(Hall.EAST, null, "Idän esitys");
      chair.await(eastern, section -> section.encode().contains("RUNNING"));
      hall.moves(Hall.PLENARY, null, "Avaus");
      listener.await(common, section -> section.encode().contains("RUNNING"));
      assertThat(listener.at(eastern)).isEmpty();
    }
  }

  @Test
  void aFloodClosesItsOwnSocketOnly() {
    Person person = hall.join(1);
    String address = "sovittu.agenda." + plenary;
    try (Listener honest = Listener.of(person)) {
      assertThat(honest.register(address)).isTrue();
      for (String frame : List.of("{\"type\":\"ping\"}", "{\"type\":\"publish\"}")) {
        try (Listener flood = Listener.of(person)) {
          floodUntilClosed(flood, frame);
        }
      }
      try (Listener large = Listener.of(person)) {
        large.send("x".repeat((int) Bridge.FRAME_LIMIT + 1));
        Eventually.until("the large frame was refused", large::isClosed);
      }
      assertThat(honest.isClosed()).isFalse();
      hall.moves(Hall.PLENARY, null, "Avaus");
      honest.await(address, section -> section.encode().contains("RUNNING"));
    }
  }

  private static void floodUntilClosed(Listener flood, String frame) {
    try {
      // Twice as many as are let through even when a count begins anew half way.
      for (int i = 0; i < 4 * Inbox.MOST_MESSAGES; i++) {
        flood.send(frame);
      }
    } catch (CompletionException closed) {
      // It may be closed before the last one is sent.
    }
    Eventually.until("the flood was closed", flood::isClosed);
  }
}
