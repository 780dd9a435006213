package fi.sovittu.live;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.UUID;

/**
 * What a feature shows live. It carries aggregates only: the same message goes to everyone who
 * listens.
 */
public interface Section {
  SectionName name();

  /**
   * Reads the section's data, a value that Jackson writes as the contract says.
   *
   * @param connection one snapshot of the database, in which the revision is read too
   * @param scope the meeting or the room, by {@link SectionName#ofMeeting()}
   */
  Future<Object> read(SqlConnection connection, UUID scope);
}
