package fi.sovittu.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.UUID;

/**
 * A feature's part of erasing the names of a meeting's people. It writes the feature's own tables
 * only.
 */
@FunctionalInterface
public interface Erasing {
  /**
   * Works inside the caller's transaction; once more changes nothing.
   *
   * @param names those that the meeting's people had before anything was erased
   */
  Future<Void> erase(SqlConnection connection, UUID meeting, Redaction names);
}
