package fi.sovittu.db;

import io.vertx.pgclient.PgConnectOptions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What every connection of the service asks of PostgreSQL, said in this place alone. */
final class ConnectionSettings {
  /**
   * Settings of PostgreSQL, name and value. Statements are few, hot, and look up by key:
   *
   * <ul>
   *   <li>One plan of each statement is kept; planning it anew would take longer than running it.
   *   <li>A plan made while a table is empty, as that of people is before a meeting and that of
   *       sealed ballots after each close, would read the table whole for long. So no table is read
   *       whole where an index serves.
   *   <li>A table that must be read whole is then thought so dear that PostgreSQL would compile the
   *       statement, which takes a hundred times as long as running it.
   * </ul>
   */
  private static final Map<String, String> ALL =
      new TreeMap<>(
          Map.of("plan_cache_mode", "force_generic_plan", "enable_seqscan", "off", "jit", "off"));

  private ConnectionSettings() {}

  /**
   * Options for a connection to the same database with these settings, whose statements are
   * prepared once. The client would leave out those of more than 2,048 characters, which take
   * longest to plan.
   */
  static PgConnectOptions on(PgConnectOptions database) {
    PgConnectOptions options =
        new PgConnectOptions(database)
            .setCachePreparedStatements(true)
            .setPreparedStatementCacheSqlFilter(sql -> true);
    ALL.forEach(options::addProperty);
    return options;
  }

  /** The same in the form of PostgreSQL's command line, as its JDBC driver takes it. */
  static String commandLine() {
    return ALL.entrySet().stream()
        .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
        .collect(Collectors.joining(" "));
  }
}
