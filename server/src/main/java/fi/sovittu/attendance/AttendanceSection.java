package fi.sovittu.attendance;

import fi.sovittu.live.Listeners;
import fi.sovittu.live.Reading;
import fi.sovittu.live.Scope;
import fi.sovittu.live.Section;
import fi.sovittu.live.SectionName;
import io.vertx.core.Future;
import java.util.UUID;

/** Section {@code attendance} of a meeting: the board as it is now. Numbers only, no names. */
public final class AttendanceSection implements Section {
  /** Of a meeting. */
  public static final SectionName NAME = new SectionName("attendance");

  @Override
  public SectionName name() {
    return NAME;
  }

  @Override
  public Scope scope() {
    return Scope.MEETING;
  }

  @Override
  public Listeners audience() {
    return (viewer, meeting) -> viewer.isStaff() || viewer.isScreen();
  }

  @Override
  public Future<Object> read(Reading reading, UUID meeting) {
    return Board.read(reading.connection(), meeting, null).map(board -> board);
  }
}
