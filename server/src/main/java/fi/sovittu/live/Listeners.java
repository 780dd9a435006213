package fi.sovittu.live;

import java.util.UUID;

/** Who may listen to a section. */
@FunctionalInterface
public interface Listeners {
  /** Everyone of the meeting, whatever the role. */
  Listeners EVERYONE = (viewer, scope) -> true;

  /** Whoever follows the room. */
  Listeners FOLLOWERS = Viewer::follows;

  /** Staff of any room. */
  Listeners STAFF = (viewer, scope) -> viewer.isStaff();

  /**
   * @param scope the meeting, a room of it, or the viewer; nothing that is another's comes here
   */
  boolean admits(Viewer viewer, UUID scope);
}
