package fi.sovittu.agenda;

/** What happens in an agenda row; the names are those of the API and the database. */
public enum ItemKind {
  WELCOME,
  PRESENTATION,
  COMMENTS,
  POLL,
  NEGOTIATION,
  DISCUSSION,
  BREAK,
  COMMITMENT,
  CLOSING
}
