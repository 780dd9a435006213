package fi.sovittu.identity;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a participant may do. Chairs, secretaries and screens belong to a room; the others to the
 * whole meeting.
 */
public enum Role {
  ORGANISER,
  CHAIR,
  SECRETARY,
  PARTICIPANT,
  /** Sees what participants see, and does not vote. */
  OBSERVER,
  SCREEN;

  /** Those of staff, as a list in SQL. */
  public static final String STAFF =
      Stream.of(values())
          .filter(Role::isStaff)
          .map(role -> "'" + role + "'")
          .collect(Collectors.joining(", ", "(", ")"));

  /** Whether it comes with other people's data, and so has to be signed in to. */
  public boolean isStaff() {
    return this == ORGANISER || this == CHAIR || this == SECRETARY;
  }
}
