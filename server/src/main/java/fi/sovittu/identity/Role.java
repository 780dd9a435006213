package fi.sovittu.identity;

/**
 * What a seat may do. Chairs, secretaries and screens belong to a room; the others to the whole
 * meeting.
 */
public enum Role {
  ORGANISER,
  CHAIR,
  SECRETARY,
  PARTICIPANT,
  /** Sees what participants see, and does not vote. */
  OBSERVER,
  SCREEN;

  /** Whether it comes with other people's data, and so has to be signed in to. */
  public boolean isStaff() {
    return this == ORGANISER || this == CHAIR || this == SECRETARY;
  }
}
