package fi.sovittu.people;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A meeting as a roster sees it: what there is to name, and who is there already. Immutable.
 *
 * @param rooms with the plenary, in their order
 * @param entries those that were merged into another too, by name
 */
record Known(List<Named> organisations, List<Room> rooms, List<Named> groups, List<Entry> entries) {
  record Named(UUID id, String name) {}

  record Room(UUID id, String name, boolean plenary) {}

  /**
   * Reads the meeting within the transaction.
   *
   * @return in the Finnish alphabet's order, but rooms and groups in their own
   */
  static Future<Known> read(SqlConnection connection, UUID meeting) {
    Tuple id = Tuple.of(meeting);
    Future<RowSet<Row>> organisations =
        connection
            .preparedQuery(
                "select id, name from organisation where meeting_id = $1 order by name collate"
                    + " \"fi-x-icu\"")
            .execute(id);
    Future<RowSet<Row>> rooms =
        connection
            .preparedQuery(
                "select id, name, plenary from room where meeting_id = $1 order by position")
            .execute(id);
    Future<RowSet<Row>> groups =
        connection
            .preparedQuery(
                "select id, name from voter_group where meeting_id = $1 order by position")
            .execute(id);
    Future<List<Entry>> entries = People.read(connection, meeting);
    return Future.all(organisations, rooms, groups, entries)
        .map(all -> {
          List<Room> roomList = new ArrayList<>();
          rooms
              .result()
              .forEach(row ->
                  roomList.add(new Room(row.getUUID(0), row.getString(1), row.getBoolean(2))));
          return new Known(
              named(organisations.result()),
              List.copyOf(roomList),
              named(groups.result()),
              entries.result());
        });
  }

  private static List<Named> named(RowSet<Row> rows) {
    List<Named> list = new ArrayList<>(rows.size());
    rows.forEach(row -> list.add(new Named(row.getUUID(0), row.getString(1))));
    return List.copyOf(list);
  }

  Map<UUID, String> organisationNames() {
    return organisations.stream().collect(Collectors.toMap(Named::id, Named::name));
  }

  Map<UUID, String> roomNames() {
    return rooms.stream().collect(Collectors.toMap(Room::id, Room::name));
  }

  Map<UUID, String> groupNames() {
    return groups.stream().collect(Collectors.toMap(Named::id, Named::name));
  }

  /** Those that were not merged into another. */
  Map<UUID, Entry> living() {
    return entries.stream()
        .filter(entry -> entry.mergedInto() == null)
        .collect(Collectors.toMap(Entry::id, Function.identity()));
  }
}
