package fi.sovittu.people;

import fi.sovittu.people.roster.Nameable;
import fi.sovittu.people.roster.Nameable.KnownName;
import fi.sovittu.people.roster.Nameable.KnownRoom;
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
 * @param entries those that were merged into another too, by name
 */
record Known(Nameable nameable, List<Entry> entries) {
  /** Reads the meeting within the transaction. */
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
          List<KnownRoom> roomList = new ArrayList<>();
          rooms
              .result()
              .forEach(row ->
                  roomList.add(new KnownRoom(row.getUUID(0), row.getString(1), row.getBoolean(2))));
          return new Known(
              new Nameable(
                  named(organisations.result()), List.copyOf(roomList), named(groups.result())),
              entries.result());
        });
  }

  private static List<KnownName> named(RowSet<Row> rows) {
    List<KnownName> list = new ArrayList<>(rows.size());
    rows.forEach(row -> list.add(new KnownName(row.getUUID(0), row.getString(1))));
    return List.copyOf(list);
  }

  /** Those that were not merged into another. */
  Map<UUID, Entry> living() {
    return entries.stream()
        .filter(entry -> entry.mergedInto() == null)
        .collect(Collectors.toMap(Entry::id, Function.identity()));
  }
}
