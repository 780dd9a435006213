package fi.sovittu.simulator;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One made-up person with a phone: joins, listens, and votes in the polls of the room where the
 * person is. Event loop only.
 */
final class Person {
  private final Hall hall;
  private final Guest guest;
  private final Habits habits;
  private final SplittableRandom random;
  private final Sight sight = new Sight();
  private @Nullable Phone phone;

  /** What there is after joining. */
  private record Phone(Connection connection, Presence presence, Voter voter) {}

  /**
   * @param random the person's own; all that the person does follows from it
   */
  Person(Hall hall, Guest guest, Pace pace, SplittableRandom random) {
    this.hall = hall;
    this.guest = guest;
    this.habits = new Habits(random.split(), pace);
    this.random = random;
  }

  /** Joins the meeting and begins to live there. */
  void arrive() {
    JsonObject join =
        new JsonObject()
            .put("key", Keys.next(random))
            .put("name", guest.name())
            .put("organisation", guest.organisation().id())
            .put("channel", guest.channel().name())
            .put("room", guest.room());
    hall.api()
        .post("/api/meetings/" + hall.meeting().code() + "/participants", null, join)
        .onSuccess(this::joined);
  }

  private void joined(Answer answer) {
    String cookie = answer.cookie();
    if (!answer.ok() || cookie == null) {
      hall.counts().refused(answer.code());
      return;
    }
    hall.counts().joined();
    Seat seat = new Seat(answer.body().getString("id"), cookie);
    boolean present = answer.body().getJsonObject("attendance") != null;
    Connection connection = new Connection(hall, seat, addresses(), this::hear, random.split());
    Presence presence = new Presence(hall, guest, seat, habits, connection, present, this::look);
    Voter voter = new Voter(hall, guest, seat, habits, random.split(), this::openPolls);
    phone = new Phone(connection, presence, voter);
    presence.begin();
  }

  private List<String> addresses() {
    List<String> addresses = new ArrayList<>();
    addresses.add(BridgeClient.BEAT);
    addresses.add(Section.address("meeting", hall.meeting().id()));
    addRoom(addresses, hall.meeting().plenary());
    if (guest.room() != null) {
      addRoom(addresses, guest.room());
    }
    return List.copyOf(addresses);
  }

  private static void addRoom(List<String> addresses, String room) {
    for (String section : List.of("agenda", "polls", "results")) {
      addresses.add(Section.address(section, room));
    }
  }

  private void hear(Section section) {
    if (sight.take(section)) {
      look();
    }
  }

  private void look() {
    if (phone != null) {
      phone.voter().look();
    }
  }

  /** The polls before the person's eyes: those of the room where one is, while one is there. */
  private List<Poll> openPolls() {
    boolean there = phone != null && phone.presence().isPresent() && phone.connection().isUp();
    return there ? sight.openPolls(room()) : List.of();
  }

  /** The chosen room while it runs, else the plenary. */
  private String room() {
    String chosen = guest.room();
    boolean runs = chosen != null && sight.isRunning(hall.meeting().id(), chosen);
    return chosen != null && runs ? chosen : hall.meeting().plenary();
  }
}
