package fi.sovittu.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/** Writes many rows of one table in one go. */
public final class Inserts {
  private Inserts() {}

  /**
   * Runs the statement once for each row, inside the caller's transaction.
   *
   * @param rows may be empty
   */
  public static Future<Void> all(SqlConnection connection, String sql, List<Tuple> rows) {
    return rows.isEmpty()
        ? Future.succeededFuture()
        : connection.preparedQuery(sql).executeBatch(rows).mapEmpty();
  }
}
