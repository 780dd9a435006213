package fi.sovittu.people;

import fi.sovittu.attendance.AttendanceSection;
import fi.sovittu.identity.Callers;
import fi.sovittu.live.Change;
import fi.sovittu.poll.rules.RoomSections;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.UUID;

/** What follows from a change of people: who hears of it, and what is remembered no longer. */
final class PeopleChange {
  private PeopleChange() {}

  /**
   * Names the sections that show people or their rights to vote: also the turnouts of open polls,
   * on whose news those phones look again that could not vote before.
   */
  static Future<Void> touch(SqlConnection connection, Change change, UUID meeting) {
    change.touch(PeopleSection.NAME, meeting);
    change.touch(AttendanceSection.NAME, meeting);
    return connection
        .preparedQuery("select distinct room_id from poll where meeting_id = $1 and state = 'OPEN'")
        .execute(Tuple.of(meeting))
        .map(rows -> {
          rows.forEach(row -> RoomSections.touchResults(change, row.getUUID(0)));
          return null;
        });
  }

  /** To be called after the commit. */
  static void forget(Callers callers, Collection<UUID> people) {
    people.forEach(callers::forget);
  }
}
