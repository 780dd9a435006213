package fi.sovittu.poll.rules;

/** What a poll asks for; the names are those of the API and the database. */
public enum PollKind {
  /** Each statement gets a step of a scale, or "can't say". */
  SCALE,
  /** One or several of the options. */
  CHOICE,
  /** Up, sideways or down: do we move this forward. */
  THUMBS,
  /** The options in order of preference. */
  RANKING,
  /** 100 points shared among the options. */
  POINTS,
  /** Short texts in the voter's own words. */
  TEXT,
  /** Short words that become a cloud. */
  WORDS,
  /** An organisation's named answer to each goal. */
  COMMITMENT
}
