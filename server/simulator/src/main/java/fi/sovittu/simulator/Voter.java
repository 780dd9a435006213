package fi.sovittu.simulator;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The voting side of a phone: thinks about each poll that opens, votes, and now and then again. */
final class Voter {
  private final Hall hall;
  private final Guest guest;
  private final Participant participant;
  private final Habits habits;
  private final Opinions opinions;
  private final RandomGenerator random;
  private final Supplier<List<Poll>> before;

  /** The polls that were thought about; a vote that came to nothing leaves again. */
  private final Set<String> taken = new HashSet<>();

  /** The ballot keys by poll: made once and kept, because only they open the own ballot. */
  private final Map<String, String> keys = new HashMap<>();

  /**
   * @param random makes opinions and keys
   * @param before the polls that the person has open before the eyes now
   */
  Voter(
      Hall hall,
      Guest guest,
      Participant participant,
      Habits habits,
      RandomGenerator random,
      Supplier<List<Poll>> before) {
    this.hall = hall;
    this.guest = guest;
    this.participant = participant;
    this.habits = habits;
    this.opinions = new Opinions(random);
    this.random = random;
    this.before = before;
  }

  /** To be called whenever something may have come before the eyes. */
  void look() {
    for (Poll poll : before.get()) {
      boolean mine = !poll.ofOrganisations() || guest.spokesperson();
      if (mine && taken.add(poll.id())) {
        hall.timers().after(habits.thinkMillis(), () -> vote(poll, false));
      }
    }
  }

  private boolean isBefore(Poll poll) {
    return before.get().stream().anyMatch(open -> open.id().equals(poll.id()));
  }

  private void vote(Poll poll, boolean again) {
    if (isBefore(poll)) {
      ballot(poll, again).onSuccess(made -> made.ifPresent(ballot -> cast(poll, again, ballot)));
    } else if (!again) {
      // The poll has gone, or the person has. When both are back, it begins anew.
      taken.remove(poll.id());
    }
  }

  /** The ballot to cast, if any. */
  private Future<Optional<JsonObject>> ballot(Poll poll, boolean again) {
    if (poll.anonymous() && !poll.ofOrganisations()) {
      return Future.succeededFuture(Optional.of(filled(poll, again ? 2 : 1)));
    }
    // Under a name there may be an answer already, of one's own or a colleague's.
    return hall.api().get(path(poll), participant).map(stored -> over(poll, again, stored));
  }

  private Optional<JsonObject> over(Poll poll, boolean again, Answer stored) {
    if (!stored.ok() || !stored.body().getBoolean("entitled")) {
      return Optional.empty();
    }
    boolean colleague = poll.ofOrganisations() && stored.body().getBoolean("voted") && !again;
    if (colleague && !opinions.overridesColleague()) {
      return Optional.empty();
    }
    return Optional.of(filled(poll, stored.body().getInteger("revision") + 1));
  }

  private JsonObject filled(Poll poll, int revision) {
    JsonObject ballot = new JsonObject().put("revision", revision);
    if (poll.anonymous()) {
      ballot.put("key", keys.computeIfAbsent(poll.id(), unknown -> Keys.next(random)));
    }
    return switch (poll.kind()) {
      case SCALE ->
          ballot.put("scale", new JsonArray(opinions.scale(poll.statements(), poll.steps())));
      case CHOICE ->
          ballot.put("choice", new JsonArray(opinions.choice(poll.options(), poll.most())));
      case THUMBS -> ballot.put("thumb", opinions.thumb().name());
      case RANKING -> ballot.put("ranking", new JsonArray(opinions.ranking(poll.options())));
      case POINTS -> ballot.put("points", new JsonArray(opinions.points(poll.options())));
      case TEXT -> ballot.put("texts", new JsonArray(opinions.texts(poll.most())));
      case WORDS -> ballot.put("words", new JsonArray(opinions.words(poll.most())));
      case COMMITMENT -> ballot.put("commitment", commitments(poll));
    };
  }

  private JsonArray commitments(Poll poll) {
    JsonArray answers = new JsonArray();
    for (Opinions.Commitment answer : opinions.commitments(poll.statements().size())) {
      answers.add(
          new JsonObject()
              .put("answer", answer.stance().name())
              .put("reservation", answer.reservation()));
    }
    return answers;
  }

  private void cast(Poll poll, boolean again, JsonObject ballot) {
    hall.api()
        .put(path(poll), participant, ballot)
        .onSuccess(answer -> {
          if (!answer.ok()) {
            refused(poll, answer.code());
          } else if (again) {
            hall.counts().changedMind();
          } else {
            hall.counts().voted();
            if (habits.changesMind()) {
              hall.timers().after(habits.thinkMillis(), () -> vote(poll, true));
            }
          }
        });
  }

  private void refused(Poll poll, String code) {
    hall.counts().refused(code);
    if (code.equals("NOT_PRESENT")) {
      // The room moved on meanwhile; whoever comes back to it may still vote.
      taken.remove(poll.id());
    }
  }

  private static String path(Poll poll) {
    return "/api/polls/" + poll.id() + "/ballot";
  }
}
