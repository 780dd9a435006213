package fi.sovittu.meeting;

import fi.sovittu.db.Inserts;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The rooms of a meeting: the plenary and the parallel ones. */
public final class Rooms {
  /**
   * A room to make.
   *
   * @param lead title of the one who leads it
   */
  public record NewRoom(UUID id, String name, boolean plenary, String lead) {}

  private Rooms() {}

  /** Writes a new meeting's rooms, inside the caller's transaction; they keep the list's order. */
  public static Future<Void> insert(SqlConnection connection, UUID meeting, List<NewRoom> rooms) {
    List<Tuple> rows = new ArrayList<>();
    for (NewRoom room : rooms) {
      rows.add(Tuple.of(room.id(), meeting, rows.size(), room.name(), room.plenary(), room.lead()));
    }
    return Inserts.all(
        connection,
        "insert into room (id, meeting_id, position, name, plenary, lead) values ($1, $2, $3, $4,"
            + " $5, $6)",
        rows);
  }

  /** Opens a room, anew when it had ended, inside the caller's transaction. */
  public static Future<Void> start(SqlConnection connection, UUID room) {
    return connection
        .preparedQuery(
            "update room set started_at = coalesce(started_at, clock_timestamp()), ended_at = null"
                + " where id = $1")
        .execute(Tuple.of(room))
        .mapEmpty();
  }

  /** Closes a room, inside the caller's transaction. */
  public static Future<Void> end(SqlConnection connection, UUID room) {
    return connection
        .preparedQuery(
            "update room set ended_at = greatest(clock_timestamp(), started_at) where id = $1")
        .execute(Tuple.of(room))
        .mapEmpty();
  }
}
