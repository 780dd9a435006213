package fi.sovittu.simulator;

import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The reading side of a phone: now and then supports a text that somebody wrote. */
final class Reader {
  private final Hall hall;
  private final Participant participant;
  private final Habits habits;
  private final Supplier<List<Section.Text>> before;

  /** The texts that were read; each is judged once. */
  private final Set<Section.Text> read = new HashSet<>();

  /**
   * @param before the texts that the person has before the eyes now
   */
  Reader(Hall hall, Participant participant, Habits habits, Supplier<List<Section.Text>> before) {
    this.hall = hall;
    this.participant = participant;
    this.habits = habits;
    this.before = before;
  }

  /** To be called whenever something may have come before the eyes. */
  void look() {
    for (Section.Text text : before.get()) {
      if (read.add(text) && habits.supports()) {
        hall.timers().after(habits.thinkMillis(), () -> support(text));
      }
    }
  }

  private void support(Section.Text text) {
    if (!before.get().contains(text)) {
      return;
    }
    hall.api()
        .put(
            "/api/polls/" + text.poll() + "/entries/" + text.entry() + "/upvote",
            participant,
            new JsonObject().put("upvoted", true))
        .onSuccess(answer -> {
          if (answer.ok()) {
            hall.counts().supported();
          } else {
            hall.counts().refused(answer.code());
          }
        });
  }
}
