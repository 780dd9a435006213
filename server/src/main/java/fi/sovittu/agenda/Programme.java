package fi.sovittu.agenda;

import fi.sovittu.db.Inserts;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is planned in the rooms. */
public final class Programme {
  private static final String INSERT =
      """
      insert into agenda_item
        (id, meeting_id, room_id, position, kind, title, led_by, planned_start, planned_minutes)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """;

  /**
   * An agenda row to make.
   *
   * @param room its room's id
   * @param ledBy title of the one who leads it
   */
  public record NewItem(
      UUID id,
      UUID room,
      ItemKind kind,
      String title,
      @Nullable String ledBy,
      Instant plannedStart,
      int minutes) {}

  private Programme() {}

  /** Writes a new meeting's agenda, inside the caller's transaction; rows keep the list's order. */
  public static Future<Void> insert(SqlConnection connection, UUID meeting, List<NewItem> items) {
    List<Tuple> rows = new ArrayList<>();
    for (NewItem item : items) {
      rows.add(
          Tuple.of(
              item.id(),
              meeting,
              item.room(),
              rows.size(),
              item.kind().name(),
              item.title(),
              item.ledBy(),
              item.plannedStart().atOffset(ZoneOffset.UTC),
              item.minutes()));
    }
    return Inserts.all(connection, INSERT, rows);
  }

  /** A row of the programme. */
  public record Item(UUID room, UUID id) {}

  /** The row that welcomes to the meeting, or null when there is none. */
  public static Future<@Nullable Item> welcome(SqlConnection connection, UUID meeting) {
    return connection
        .preparedQuery(
            "select room_id, id from agenda_item where meeting_id = $1 and kind = 'WELCOME' limit"
                + " 1")
        .execute(Tuple.of(meeting))
        .map(rows -> {
          for (Row row : rows) {
            return new Item(row.getUUID(0), row.getUUID(1));
          }
          return null;
        });
  }
}
