package fi.sovittu.poll;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The contract's {@code Poll}: what is asked, and where in its life it is. */
record PollView(
    UUID id,
    @Nullable UUID item,
    String kind,
    String title,
    String secrecy,
    String voters,
    Polls.State state,
    String showResults,
    boolean resultsShown,
    @Nullable OffsetDateTime openedAt,
    @Nullable OffsetDateTime closedAt,
    @Nullable Scale scale,
    List<Statement> statements) {

  record Scale(int steps, String low, String high) {}

  record Statement(String text, List<String> goals) {}

  private static final String STATEMENTS =
      """
      select s.poll_id, s.text,
        case when p.kind = 'COMMITMENT' then array(
          select v.text from goal g
          join lateral (select text from goal_version where goal_id = g.id order by version desc limit 1) v on true
          where g.goal_set_id = s.goal_set_id order by g.position)
        else array[]::text[] end as goals
      from poll p join poll_statement s on s.poll_id = p.id
      where p.room_id = $1 order by s.poll_id, s.position
      """;

  /** The polls of a room in their order; drafts only when asked for. */
  static Future<List<PollView>> ofRoom(SqlConnection connection, UUID room, boolean drafts) {
    Future<RowSet<Row>> polls =
        connection
            .preparedQuery(
                "select * from poll where room_id = $1 and (state <> 'DRAFT' or $2) order by position")
            .execute(Tuple.of(room, drafts));
    Future<RowSet<Row>> statements = connection.preparedQuery(STATEMENTS).execute(Tuple.of(room));
    return Future.all(polls, statements)
        .map(all -> {
          Map<UUID, List<Statement>> byPoll = new HashMap<>();
          for (Row row : statements.result()) {
            byPoll
                .computeIfAbsent(row.getUUID(0), first -> new ArrayList<>())
                .add(new Statement(row.getString(1), Arrays.asList(row.getArrayOfStrings(2))));
          }
          List<PollView> views = new ArrayList<>();
          polls
              .result()
              .forEach(
                  row -> views.add(of(row, byPoll.getOrDefault(row.getUUID("id"), List.of()))));
          return List.copyOf(views);
        });
  }

  private static PollView of(Row row, List<Statement> statements) {
    Integer steps = row.getInteger("steps");
    return new PollView(
        row.getUUID("id"),
        row.getUUID("agenda_item_id"),
        row.getString("kind"),
        row.getString("title"),
        row.getString("secrecy"),
        row.getString("voters"),
        Polls.State.valueOf(row.getString("state")),
        row.getString("show_results"),
        row.getBoolean("results_shown"),
        row.getOffsetDateTime("opened_at"),
        row.getOffsetDateTime("closed_at"),
        steps == null
            ? null
            : new Scale(steps, row.getString("low_label"), row.getString("high_label")),
        List.copyOf(statements));
  }
}
