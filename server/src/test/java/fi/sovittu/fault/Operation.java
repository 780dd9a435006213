package fi.sovittu.fault;

import java.time.Instant;
import java.util.UUID;

/**
 * One attempt at a command, and what its sender was told. A retry is another attempt at the same
 * command.
 *
 * @param subject what it was done to: the poll, room, participant, goal or meeting
 * @param actor who stands behind it where several may: the owner of a ballot (its receipt, or the
 *     voter), otherwise empty
 * @param order the number of the command among those of its subject and actor, counted from 1: a
 *     ballot's revision, a goal's version
 * @param value what it would leave behind
 */
record Operation(
    Kind kind,
    UUID subject,
    String actor,
    int order,
    String value,
    Outcome outcome,
    Instant invoked,
    Instant completed) {

  enum Kind {
    /** A ballot is cast or changed; the value is its answers. */
    VOTE,
    /** A room moves to an item; the value is the item. */
    MOVE,
    /** A person comes, goes or changes channel; the value is the channel, or {@link #AWAY}. */
    ATTENDANCE,
    /** A goal gets a new wording, which is the value. */
    GOAL,
    /** Someone joins the meeting; the value is the name. */
    JOIN
  }

  enum Outcome {
    /** Told that it is done. */
    ACKNOWLEDGED,
    /** Told that it is not done, and why. */
    REFUSED,
    /** Told to try again later, or nothing at all: it may be done or not. */
    UNKNOWN
  }

  static final String AWAY = "away";
}
