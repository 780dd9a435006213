package fi.sovittu.people;

/** Whether a person may vote; the names are those of the API and the database. */
public enum Voting {
  YES,
  /** Joined by the code and awaits a nod. */
  WAITING,
  /** An observer. */
  NO
}
