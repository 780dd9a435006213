package fi.sovittu.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.UUID;

/**
 * A feature's part of merging two entries of the same person. It writes the feature's own tables
 * only.
 */
@FunctionalInterface
public interface Merging {
  /**
   * Moves what a participant has now to another of the same meeting; what has ended stays as it is
   * recorded. Works inside the caller's transaction, which has locked both and the open polls.
   */
  Future<Void> merge(SqlConnection connection, UUID from, UUID into);
}
