package fi.sovittu.recount;

import fi.sovittu.poll.PublishedBallots;
import fi.sovittu.poll.kind.Question;
import fi.sovittu.poll.rules.PollKind;
import fi.sovittu.poll.rules.PollLimits;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The published ballots of a poll: the contract's {@code BallotBundle}, as far as a recount needs
 * it. Immutable.
 *
 * @param items what was asked about, one by one; empty of words
 * @param tally the count that the file claims
 */
record Bundle(
    String meeting,
    String title,
    int round,
    Question question,
    List<String> items,
    List<Ballot> ballots,
    JsonObject tally) {

  /**
   * @param answers as published; whether they fit the poll is not known yet
   */
  record Ballot(String receipt, JsonArray answers) {}

  /** Why a text is no bundle, in a sentence for a person. */
  static final class NotABundle extends Exception {
    private static final long serialVersionUID = 1L;

    NotABundle(String sentence) {
      super(sentence);
    }
  }

  /** Reads a bundle; what a recount does not need may be anything. */
  static Bundle parse(String text) throws NotABundle {
    JsonObject json = json(text);
    if (!(json.getValue("format") instanceof String format)) {
      throw missing("format");
    }
    if (!format.equals(PublishedBallots.FORMAT)) {
      throw new NotABundle("The file is in another format than " + PublishedBallots.FORMAT + ".");
    }
    JsonObject poll = child(json, "poll");
    PollKind kind = kind(poll);
    List<String> statements = texts(poll, "statements", PollLimits.MOST_STATEMENTS);
    List<String> options = texts(poll, "options", PollLimits.MOST_OPTIONS);
    List<String> items =
        switch (kind) {
          case SCALE -> statements;
          case THUMBS -> List.of("Up", "Sideways", "Down");
          default -> options;
        };
    return new Bundle(
        text(json, "meeting"),
        text(poll, "title"),
        whole(poll, "round", 1, Short.MAX_VALUE),
        Question.of(
            kind,
            statements.size(),
            kind.is(PollKind.Trait.SCALED)
                ? whole(
                    child(poll, "scale"), "steps", PollLimits.LEAST_STEPS, PollLimits.MOST_STEPS)
                : 0,
            whole(poll, "most", 1, PollLimits.MOST_OPTIONS),
            abstain(poll)),
        items,
        ballots(json),
        child(json, "tally"));
  }

  private static JsonObject json(String text) throws NotABundle {
    try {
      return new JsonObject(text);
    } catch (DecodeException e) {
      throw new NotABundle("The file is not a complete JSON file.");
    }
  }

  private static PollKind kind(JsonObject poll) throws NotABundle {
    String name = text(poll, "kind");
    PollKind kind =
        Stream.of(PollKind.values())
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(() -> missing("poll.kind"));
    if (!kind.is(PollKind.Trait.PUBLISHED)) {
      throw new NotABundle("The ballots of such a poll are never published: " + kind + ".");
    }
    return kind;
  }

  private static List<String> texts(JsonObject poll, String name, int most) throws NotABundle {
    List<String> texts = new ArrayList<>();
    for (Object item : children(poll, name)) {
      if (!(item instanceof JsonObject object) || texts.size() == most) {
        throw missing("poll." + name);
      }
      texts.add(text(object, "text"));
    }
    return List.copyOf(texts);
  }

  private static List<Boolean> abstain(JsonObject poll) throws NotABundle {
    List<Boolean> abstain = new ArrayList<>();
    for (Object item : children(poll, "options")) {
      abstain.add(
          item instanceof JsonObject option && Boolean.TRUE.equals(option.getValue("abstain")));
    }
    return abstain;
  }

  private static List<Ballot> ballots(JsonObject json) throws NotABundle {
    List<Ballot> ballots = new ArrayList<>();
    for (Object item : children(json, "ballots")) {
      if (!(item instanceof JsonObject ballot)) {
        throw missing("ballots");
      }
      ballots.add(new Ballot(text(ballot, "receipt"), children(ballot, "answers")));
    }
    return List.copyOf(ballots);
  }

  private static JsonObject child(JsonObject parent, String name) throws NotABundle {
    if (parent.getValue(name) instanceof JsonObject child) {
      return child;
    }
    throw missing(name);
  }

  private static JsonArray children(JsonObject parent, String name) throws NotABundle {
    if (parent.getValue(name) instanceof JsonArray children) {
      return children;
    }
    throw missing(name);
  }

  private static String text(JsonObject parent, String name) throws NotABundle {
    if (parent.getValue(name) instanceof String text) {
      return text;
    }
    throw missing(name);
  }

  private static int whole(JsonObject parent, String name, int least, int most) throws NotABundle {
    if (parent.getValue(name) instanceof Integer number && number >= least && number <= most) {
      return number;
    }
    throw missing(name);
  }

  private static NotABundle missing(String part) {
    return new NotABundle(
        "This is not a file of a poll's ballots, or a part of it is missing or damaged: "
            + part
            + ".");
  }
}
