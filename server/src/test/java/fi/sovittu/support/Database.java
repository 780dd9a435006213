package fi.sovittu.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

/** A look into the service's own database, past the service. Keeps one connection; thread-safe. */
public final class Database implements AutoCloseable {
  private final String url;
  private final Properties login = new Properties();
  private Connection connection;

  public Database(int port, String password) {
    this(port, password, "postgres");
  }

  public Database(int port, String password, String name) {
    url = "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    login.setProperty("user", "postgres");
    login.setProperty("password", password);
  }

  /** The embedded database of a running service, by what its data folder says. */
  public static Database in(Path dataFolder) {
    try {
      return new Database(
          portIn(dataFolder), Files.readString(dataFolder.resolve("database-password")).strip());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** PostgreSQL writes its port on the fourth line of its pid file. */
  private static int portIn(Path dataFolder) throws IOException {
    return Integer.parseInt(
        Files.readAllLines(dataFolder.resolve("postgresql/postmaster.pid")).get(3));
  }

  /** The process id of the embedded server. */
  public static long processIn(Path dataFolder) throws IOException {
    return Long.parseLong(
        Files.readAllLines(dataFolder.resolve("postgresql/postmaster.pid")).getFirst());
  }

  /** The database may have been away since the last look. */
  private Connection connection() throws SQLException {
    if (connection == null || !connection.isValid(1)) {
      connection = DriverManager.getConnection(url, login);
    }
    return connection;
  }

  /** Gives the connection up; the next look opens another. */
  @Override
  public synchronized void close() throws SQLException {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }

  public int port() {
    return ((Number) value("select inet_server_port()")).intValue();
  }

  /** All rows, each a list of its columns. */
  public synchronized List<List<Object>> rows(String sql, Object... parameters) {
    try (PreparedStatement statement = connection().prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      if (!statement.execute()) {
        return List.of();
      }
      List<List<Object>> rows = new ArrayList<>();
      try (ResultSet result = statement.getResultSet()) {
        while (result.next()) {
          List<Object> row = new ArrayList<>();
          for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            row.add(result.getObject(i));
          }
          rows.add(row);
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of all rows. */
  public List<Object> column(String sql, Object... parameters) {
    List<Object> column = new ArrayList<>();
    rows(sql, parameters).forEach(row -> column.add(row.getFirst()));
    return column;
  }

  /** The only value that the query finds. */
  public Object value(String sql, Object... parameters) {
    List<Object> column = column(sql, parameters);
    if (column.size() != 1) {
      throw new AssertionError(column.size() + " rows, not one: " + sql);
    }
    return column.getFirst();
  }

  public long count(String sql, Object... parameters) {
    return ((Number) value(sql, parameters)).longValue();
  }

  public UUID id(String sql, Object... parameters) {
    return (UUID) value(sql, parameters);
  }
}
