package fi.sovittu.poll.ballot;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the ballots of a poll, wherever they are kept in its present state. */
public final class Ballots {
  /**
   * A ballot.
   *
   * @param name the receipt of an anonymous one, the voter's id of a named one
   * @param by the person or organisation of a named one, otherwise null
   * @param voter of a named one, otherwise null
   */
  public record Ballot(String name, JsonArray answers, @Nullable String by, @Nullable UUID voter) {}

  private Ballots() {}

  /** All ballots of a counted or named poll; anonymous ones in the random order of the close. */
  public static Future<List<Ballot>> all(SqlConnection connection, Definition poll) {
    if (!poll.anonymous()) {
      return connection
          .preparedQuery(
              """
              select n.voter_id, n.answers, coalesce(o.name, x.name) as by
              from named_ballot n
              left join organisation o on o.id = n.voter_id
              left join participant x on x.id = n.voter_id
              where n.poll_id = $1 order by o.name collate "fi-x-icu", x.name collate "fi-x-icu", n.voter_id
              """)
          .execute(Tuple.of(poll.id()))
          .map(rows -> list(rows, Ballots::named));
    }
    return connection
        .preparedQuery("select receipt, answers from ballot where poll_id = $1 order by position")
        .execute(Tuple.of(poll.id()))
        .map(rows ->
            list(rows, row -> new Ballot(row.getString(0), row.getJsonArray(1), null, null)));
  }

  private static Ballot named(Row row) {
    UUID voter = row.getUUID(0);
    return new Ballot(voter.toString(), row.getJsonArray(1), row.getString(2), voter);
  }

  private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> mapping) {
    List<T> list = new ArrayList<>(rows.size());
    rows.forEach(row -> list.add(mapping.apply(row)));
    return list;
  }
}
