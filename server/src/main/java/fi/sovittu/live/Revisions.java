package fi.sovittu.live;

/**
 * How a statement raises the revisions of the sections that it changes, where a round trip of its
 * own would be too long: {@link #INSERT}, a query of them with revision 1 in the order of scope and
 * name, so that transactions never deadlock, and {@link #RAISE}.
 */
public final class Revisions {
  /** Followed by a query that gives the columns. */
  public static final String INSERT = "insert into section (scope, name, revision)";

  /** What is done with those that there are already. */
  public static final String RAISE =
      "on conflict on constraint section_pk do update set revision = section.revision + 1";

  private Revisions() {}
}
