package fi.sovittu.simulator;

import fi.sovittu.simulator.Guest.Channel;
import fi.sovittu.simulator.Habits.Whim;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/**
 * Whether and how one person attends. A restless one loses the network, changes the channel or
 * leaves, one after the other, and always comes back. Event loop only.
 */
final class Presence {
  private final Hall hall;
  private final Guest guest;
  private final Participant participant;
  private final Habits habits;
  private final Connection connection;
  private final Runnable back;
  private Channel channel;
  private boolean present;

  /**
   * @param present whether the service holds the person for present
   * @param back runs when the person is there again
   */
  Presence(
      Hall hall,
      Guest guest,
      Participant participant,
      Habits habits,
      Connection connection,
      boolean present,
      Runnable back) {
    this.hall = hall;
    this.guest = guest;
    this.participant = participant;
    this.habits = habits;
    this.connection = connection;
    this.present = present;
    this.back = back;
    this.channel = guest.channel();
  }

  /** Whether the service has acknowledged that the person is there. */
  boolean isPresent() {
    return present;
  }

  void begin() {
    connection.wake();
    if (!present) {
      // The service knows the person from an earlier run, as one who had left.
      attend(true);
    }
    if (habits.isRestless()) {
      rest();
    }
  }

  /** Sits quietly for a while, and then follows a whim. */
  private void rest() {
    hall.timers().after(habits.calmMillis(), () -> follow(habits.nextWhim()));
  }

  private void follow(Whim whim) {
    switch (whim) {
      case DROP -> drop();
      case SWITCH_CHANNEL -> switchChannel();
      case LEAVE -> leave();
    }
  }

  private void drop() {
    hall.counts().dropped();
    connection.drop();
    hall.timers()
        .after(
            habits.awayMillis(),
            () -> {
              connection.wake();
              rest();
            });
  }

  private void switchChannel() {
    // Who meant to stay in Teams has no place in the hall.
    boolean toHall = guest.channel() == Channel.ON_SITE && channel == Channel.TEAMS;
    channel = toHall ? Channel.ON_SITE : Channel.TEAMS;
    attend(true).onSuccess(switched -> rest());
  }

  private void leave() {
    attend(false).onSuccess(left -> hall.timers().after(habits.awayMillis(), this::comeBack));
  }

  private void comeBack() {
    attend(true).onSuccess(arrived -> rest());
  }

  /** States the attendance; one statement is answered before the next is made. */
  private Future<Answer> attend(boolean comes) {
    present = false;
    JsonObject statement =
        new JsonObject()
            .put("present", comes)
            .put("channel", channel.name())
            .put("room", guest.room());
    return hall.api().put("/api/me/attendance", participant, statement).onSuccess(this::attended);
  }

  private void attended(Answer answer) {
    if (!answer.ok()) {
      hall.counts().refused(answer.code());
      return;
    }
    hall.counts().moved();
    present = answer.body().getJsonObject("attendance") != null;
    if (present) {
      back.run();
    }
  }
}
