package fi.sovittu.poll.rules;

/** What a majority or a quorum is reckoned from; the names are those of the API. */
public enum MajorityBase {
  /** Votes cast, without abstentions. */
  CAST,
  /** The entitled who were present at the close. */
  PRESENT,
  /** All entitled. */
  ENTITLED,
  /** All municipalities of the meeting. */
  ALL_ORGANISATIONS
}
