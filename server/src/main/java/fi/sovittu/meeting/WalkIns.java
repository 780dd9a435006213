package fi.sovittu.meeting;

/** What those may do who join by the code; the names are those of the API and the database. */
public enum WalkIns {
  /** They vote at once. */
  VOTE,
  /** They vote after a chair's, a secretary's or an organiser's nod. */
  NOD,
  /** They listen. */
  LISTEN
}
