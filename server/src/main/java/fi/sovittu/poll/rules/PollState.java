package fi.sovittu.poll.rules;

/** Where a poll is in its life; the names are those of the API and the database. */
public enum PollState {
  /** Being prepared; may be changed and deleted. */
  DRAFT,
  OPEN,
  /** Counted. */
  CLOSED,
  /** Stopped without a count; its ballots are gone. */
  CANCELLED,
  /** Counted, and the result set aside. */
  DISCARDED
}
