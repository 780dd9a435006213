package fi.sovittu.live;

import java.util.List;
import java.util.UUID;

/** Who wants to listen, as far as the audience of a section asks. */
public interface Viewer {
  UUID participant();

  UUID meeting();

  /** All rooms of the meeting. */
  List<UUID> rooms();

  /** Whether it has any role of staff. */
  boolean isStaff();

  /** Whether it is a screen in any room. */
  boolean isScreen();

  /** Whether it is a screen in the room. */
  boolean isScreenIn(UUID room);

  /** Whether it runs the room: its chair, its secretary, or the organiser. */
  boolean runs(UUID room);

  /** Whether it follows what happens in the room: everybody the plenary, besides the own room. */
  boolean follows(UUID room);
}
