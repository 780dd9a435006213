package fi.sovittu.live;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * One unchanging snapshot of the database, in which the sections of a scope are read together. What
 * several of them need is read once. Event loop only.
 */
public final class Reading {
  private final SqlConnection connection;
  private final Map<Object, Future<?>> shared = new HashMap<>();

  Reading(SqlConnection connection) {
    this.connection = connection;
  }

  public SqlConnection connection() {
    return connection;
  }

  /**
   * What the query finds; asked once for equal keys.
   *
   * @param key names the result; whoever uses the same key expects the same type
   */
  @SuppressWarnings("unchecked") // One key is one query, and so one type.
  public <T> Future<T> once(Object key, Function<SqlConnection, Future<T>> query) {
    Future<?> known = shared.get(key);
    if (known == null) {
      known = query.apply(connection);
      shared.put(key, known);
    }
    return (Future<T>) known;
  }
}
