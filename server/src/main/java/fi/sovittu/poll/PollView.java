package fi.sovittu.poll;

import fi.sovittu.poll.ballot.Definition;
import fi.sovittu.poll.rules.PollDraft;
import fi.sovittu.poll.rules.PollDraft.Rules;
import fi.sovittu.poll.rules.PollDraft.Secrecy;
import fi.sovittu.poll.rules.PollDraft.ShowResults;
import fi.sovittu.poll.rules.PollDraft.Voters;
import fi.sovittu.poll.rules.PollKind;
import fi.sovittu.poll.rules.PollState;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The contract's {@code Poll}: what is asked, by which rules, and where in its life it is. */
record PollView(
    UUID id,
    @Nullable UUID item,
    PollKind kind,
    String title,
    PollState state,
    Rules rules,
    PollDraft.@Nullable Scale scale,
    int most,
    List<Statement> statements,
    List<PollDraft.Option> options,
    @Nullable OffsetDateTime openedAt,
    @Nullable OffsetDateTime closesAt,
    @Nullable OffsetDateTime closedAt,
    Shown shown,
    int round,
    @Nullable UUID previous,
    @Nullable String reason) {

  /**
   * @param version the goal's version that is asked about
   * @param newest the goal's newest version
   */
  record Statement(
      String text,
      @Nullable String goalSet,
      @Nullable UUID goal,
      @Nullable Integer version,
      @Nullable Integer newest) {}

  record Shown(boolean participants, boolean screen) {}

  private static final String POLLS =
      """
      select p.*, array(select g.group_id from poll_group g where g.poll_id = p.id order by g.group_id) as groups
      from poll p where
      """;

  private static final String STATEMENTS =
      """
      select s.poll_id, s.text, t.name, s.goal_id, s.goal_version::int,
        (select max(v.version)::int from goal_version v where v.goal_id = s.goal_id) as newest
      from poll p join poll_statement s on s.poll_id = p.id left join goal_set t on t.id = s.goal_set_id
      where
      """;

  private static final String OPTIONS =
      "select o.poll_id, o.text, o.abstain from poll p join poll_option o on o.poll_id = p.id where"
          + " ";

  /**
   * The polls of a room in their order.
   *
   * @param desk whether to show drafts and reasons too
   */
  static Future<List<PollView>> ofRoom(SqlConnection connection, UUID room, boolean desk) {
    return read(
        connection, "p.room_id = $1 and (p.state <> 'DRAFT' or $2)", Tuple.of(room, desk), desk);
  }

  /** One poll, without a reason. */
  static Future<PollView> one(SqlConnection connection, UUID poll) {
    return read(connection, "p.id = $1", Tuple.of(poll), false).map(List::getFirst);
  }

  private static Future<List<PollView>> read(
      SqlConnection connection, String which, Tuple arguments, boolean desk) {
    Future<RowSet<Row>> polls =
        connection
            .preparedQuery(POLLS + which + " order by p.position, p.created_at")
            .execute(arguments);
    Future<RowSet<Row>> statements =
        connection
            .preparedQuery(STATEMENTS + which + " order by s.poll_id, s.position")
            .execute(arguments);
    Future<RowSet<Row>> options =
        connection
            .preparedQuery(OPTIONS + which + " order by o.poll_id, o.position")
            .execute(arguments);
    return Future.all(polls, statements, options)
        .map(all -> {
          Map<UUID, List<Statement>> statementsOf = new HashMap<>();
          for (Row row : statements.result()) {
            statementsOf
                .computeIfAbsent(row.getUUID(0), first -> new ArrayList<>())
                .add(
                    new Statement(
                        row.getString(1),
                        row.getString(2),
                        row.getUUID(3),
                        row.getInteger(4),
                        row.getInteger(5)));
          }
          Map<UUID, List<PollDraft.Option>> optionsOf = new HashMap<>();
          for (Row row : options.result()) {
            optionsOf
                .computeIfAbsent(row.getUUID(0), first -> new ArrayList<>())
                .add(new PollDraft.Option(row.getString(1), row.getBoolean(2)));
          }
          List<PollView> views = new ArrayList<>();
          for (Row row : polls.result()) {
            UUID id = row.getUUID("id");
            views.add(
                of(
                    row,
                    statementsOf.getOrDefault(id, List.of()),
                    optionsOf.getOrDefault(id, List.of()),
                    desk));
          }
          return List.copyOf(views);
        });
  }

  private static PollView of(
      Row row, List<Statement> statements, List<PollDraft.Option> options, boolean desk) {
    Integer steps = row.getInteger("steps");
    return new PollView(
        row.getUUID("id"),
        row.getUUID("agenda_item_id"),
        PollKind.valueOf(row.getString("kind")),
        row.getString("title"),
        PollState.valueOf(row.getString("state")),
        rules(row),
        steps == null
            ? null
            : new PollDraft.Scale(steps, row.getString("low_label"), row.getString("high_label")),
        row.getInteger("most"),
        List.copyOf(statements),
        List.copyOf(options),
        row.getOffsetDateTime("opened_at"),
        row.getOffsetDateTime("closes_at"),
        row.getOffsetDateTime("closed_at"),
        new Shown(row.getBoolean("shown_participants"), row.getBoolean("shown_screen")),
        row.getInteger("round"),
        row.getUUID("previous_id"),
        desk ? row.getString("reason") : null);
  }

  private static Rules rules(Row row) {
    return new Rules(
        Secrecy.valueOf(row.getString("secrecy")),
        Voters.valueOf(row.getString("voters")),
        List.of(row.getArrayOfUUIDs("groups")),
        ShowResults.valueOf(row.getString("show_participants")),
        ShowResults.valueOf(row.getString("show_screen")),
        row.getInteger("seconds"),
        Definition.majority(row.getString("majority_rule"), row.getString("majority_base")),
        Definition.majority(row.getString("quorum_rule"), row.getString("quorum_base")),
        row.getBoolean("by_municipality"),
        Definition.dimensions(row),
        row.getBoolean("publish_ballots"),
        row.getBoolean("moderated"));
  }
}
