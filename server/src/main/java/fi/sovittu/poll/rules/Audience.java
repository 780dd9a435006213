package fi.sovittu.poll.rules;

/** Who looks at a result. */
public enum Audience {
  PARTICIPANTS,
  SCREEN,
  /** Those who chair or record the room. */
  DESK
}
