package fi.sovittu.meeting;

/** What a meeting is held for; the names are those of the API and the database. */
public enum Purpose {
  /** It decides. Nobody in it is made up. */
  REAL,
  /** A day on which everything is tried out before the real one. */
  REHEARSAL,
  /** The day that the service makes by itself to show what it does. */
  DEMO
}
