package fi.sovittu.teams;

import fi.sovittu.db.AuditDetails;
import fi.sovittu.identity.Redaction;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;

/** What becomes of Teams' reports when the names of a meeting are erased. */
public final class TeamsNames {
  private static final List<String> PARTS =
      List.of(
          "delete from teams_match where meeting_id = $1",
          // The id is made of the name or the address, which could be guessed from it.
          """
          update teams_report_row r set name = '-', email = null, note = null, attendee_id = md5(r.attendee_id::text || s.salt)::uuid
          from teams_report t, (select gen_random_uuid()::text as salt) s where t.id = r.report_id and t.meeting_id = $1
          """,
          // They serve to take a decision back, and hold reasons.
          "update teams_acceptance set before = '[]', after = '[]' where meeting_id = $1",
          "update teams_report set name = '-' where meeting_id = $1");

  private TeamsNames() {}

  /** As {@link fi.sovittu.identity.Erasing#erase}: times stay, and nobody is told by them. */
  public static Future<Void> erase(SqlConnection connection, UUID meeting, Redaction names) {
    Future<?> done = AuditDetails.clear(connection, meeting, List.of("teams.store"));
    for (String part : PARTS) {
      done = done.compose(before -> connection.preparedQuery(part).execute(Tuple.of(meeting)));
    }
    return done.mapEmpty();
  }
}
