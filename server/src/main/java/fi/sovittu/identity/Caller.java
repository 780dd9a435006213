package fi.sovittu.identity;

import fi.sovittu.base.Problem;
import fi.sovittu.live.Viewer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking: a participant of a meeting with its roles. Immutable; a new one is loaded when
 * anything of it changes.
 *
 * @param organisation whom the person speaks for
 * @param rooms all rooms of the meeting
 * @param chosenRoom the parallel room chosen, where polls and agenda are followed besides the
 *     plenary
 */
public record Caller(
    UUID participant,
    UUID meeting,
    String name,
    @Nullable UUID organisation,
    List<Grant> grants,
    List<UUID> rooms,
    UUID plenary,
    @Nullable UUID chosenRoom)
    implements Viewer {

  /** A role, and the room it is for; null when it is for the whole meeting. */
  public record Grant(Role role, @Nullable UUID room) {}

  public boolean has(Role role) {
    return grants.stream().anyMatch(grant -> grant.role() == role);
  }

  private boolean has(Role role, UUID room) {
    return grants.stream().anyMatch(grant -> grant.role() == role && room.equals(grant.room()));
  }

  /**
   * @throws Problem NOT_FOUND for a room of another meeting, FORBIDDEN for anyone but the room's
   *     chair
   */
  public void mustChair(UUID room) {
    if (!rooms.contains(room)) {
      throw Problem.of(Problem.Code.NOT_FOUND);
    }
    if (!has(Role.CHAIR, room)) {
      throw Problem.of(Problem.Code.FORBIDDEN);
    }
  }

  /**
   * @throws Problem NOT_FOUND for a room of another meeting, FORBIDDEN for anyone but the room's
   *     chair and secretary and the organiser
   */
  public void mustRun(UUID room) {
    if (!rooms.contains(room)) {
      throw Problem.of(Problem.Code.NOT_FOUND);
    }
    if (!runs(room)) {
      throw Problem.of(Problem.Code.FORBIDDEN);
    }
  }

  /**
   * @throws Problem NOT_FOUND for a room of another meeting, FORBIDDEN for anyone but the room's
   *     chair and secretary
   */
  public void mustChairOrRecord(UUID room) {
    mustRun(room);
    if (!has(Role.CHAIR, room) && !has(Role.SECRETARY, room)) {
      throw Problem.of(Problem.Code.FORBIDDEN);
    }
  }

  /**
   * @throws Problem NOT_FOUND for a room of another meeting, FORBIDDEN for anyone but the room's
   *     secretary and the organiser
   */
  public void mustRecord(UUID room) {
    mustRun(room);
    if (!has(Role.SECRETARY, room) && !has(Role.ORGANISER)) {
      throw Problem.of(Problem.Code.FORBIDDEN);
    }
  }

  /**
   * @throws Problem FORBIDDEN without the role
   */
  public void mustHaveAny(Role... roles) {
    for (Role role : roles) {
      if (has(role)) {
        return;
      }
    }
    throw Problem.of(Problem.Code.FORBIDDEN);
  }

  @Override
  public boolean isStaff() {
    return grants.stream().anyMatch(grant -> grant.role().isStaff());
  }

  @Override
  public boolean isScreen() {
    return has(Role.SCREEN);
  }

  @Override
  public boolean isScreenIn(UUID room) {
    return has(Role.SCREEN, room);
  }

  @Override
  public boolean runs(UUID room) {
    return has(Role.CHAIR, room)
        || has(Role.SECRETARY, room)
        || (has(Role.ORGANISER) && rooms.contains(room));
  }

  @Override
  public boolean follows(UUID room) {
    return room.equals(plenary) || room.equals(chosenRoom) || runs(room) || has(Role.SCREEN, room);
  }
}
