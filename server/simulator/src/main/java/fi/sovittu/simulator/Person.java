package fi.sovittu.simulator;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One made-up person with a phone: joins, listens, votes in the polls that are for the person, and
 * reads what others wrote. Event loop only.
 */
final class Person {
  private final Hall hall;
  private final Guest guest;
  private final Habits habits;
  private final SplittableRandom random;
  private final Sight sight = new Sight();
  private @Nullable Phone phone;

  /** What there is after joining. */
  private record Phone(Connection connection, Presence presence, Voter voter, Reader reader) {}

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
    Participant participant = new Participant(answer.body().getString("id"), cookie);
    boolean present = answer.body().getJsonObject("attendance") != null;
    Connection connection =
        new Connection(hall, participant, addresses(), this::hear, random.split());
    Presence presence =
        new Presence(hall, guest, participant, habits, connection, present, this::look);
    Voter voter = new Voter(hall, guest, participant, habits, random.split(), this::openPolls);
    Reader reader = new Reader(hall, participant, habits, this::texts);
    phone = new Phone(connection, presence, voter, reader);
    presence.begin();
  }

  private List<String> addresses() {
    List<String> addresses = new ArrayList<>();
    addresses.add(BridgeClient.BEAT);
    addresses.add(Section.address("meeting", hall.meeting().id()));
    for (String room : rooms()) {
      for (String section : List.of("agenda", "polls", "results")) {
        addresses.add(Section.address(section, room));
      }
    }
    return List.copyOf(addresses);
  }

  /** The rooms that one hears of: the plenary and the chosen one. */
  private List<String> rooms() {
    String plenary = hall.meeting().plenary();
    return guest.room() == null ? List.of(plenary) : List.of(plenary, guest.room());
  }

  private void hear(Section section) {
    if (sight.take(section)) {
      look();
    }
  }

  private void look() {
    if (phone != null) {
      phone.voter().look();
      phone.reader().look();
    }
  }

  private boolean isThere() {
    return phone != null && phone.presence().isPresent() && phone.connection().isUp();
  }

  /**
   * The polls before the person's eyes: those of the room where one is, while one is there, and
   * those of the other rooms that one may vote in from anywhere.
   */
  private List<Poll> openPolls() {
    if (!isThere()) {
      return List.of();
    }
    String here = room();
    List<Poll> polls = new ArrayList<>();
    for (String room : rooms()) {
      for (Poll poll : sight.openPolls(room)) {
        boolean reaches = poll.isAnywhere() || room.equals(here);
        if (reaches && poll.isFor(guest.organisation(), hall.meeting())) {
          polls.add(poll);
        }
      }
    }
    return polls;
  }

  private List<Section.Text> texts() {
    return isThere() ? sight.texts(room()) : List.of();
  }

  /** The chosen room while it runs, else the plenary. */
  private String room() {
    String chosen = guest.room();
    boolean runs = chosen != null && sight.isRunning(hall.meeting().id(), chosen);
    return chosen != null && runs ? chosen : hall.meeting().plenary();
  }
}
