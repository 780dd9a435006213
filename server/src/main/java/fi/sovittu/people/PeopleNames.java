package fi.sovittu.people;

import fi.sovittu.db.AuditDetails;
import fi.sovittu.identity.Redaction;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.UUID;

/** What becomes of what organisers decided about people when the names of a meeting are erased. */
public final class PeopleNames {
  private PeopleNames() {}

  /** As {@link fi.sovittu.identity.Erasing#erase}: the trail tells no more who was entered how. */
  public static Future<Void> erase(SqlConnection connection, UUID meeting, Redaction names) {
    return AuditDetails.clear(connection, meeting, List.of("people.put"));
  }
}
