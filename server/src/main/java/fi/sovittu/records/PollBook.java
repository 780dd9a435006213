package fi.sovittu.records;

import fi.sovittu.poll.rules.PollDraft.Option;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All polls of a meeting in the order of its rooms, the ballots of those that were counted, and
 * what was said of their texts. Immutable.
 *
 * @param ballots by poll; anonymous ones in the random order in which the close stored them, named
 *     ones by organisation and name
 * @param marks by the entry's id
 */
record PollBook(
    List<RecordedPoll> polls, Map<UUID, List<CastBallot>> ballots, Map<UUID, Mark> marks) {

  private static final String POLLS =
      "select "
          + RecordedPoll.COLUMNS
          + """
          from poll p join room r on r.id = p.room_id
          where p.meeting_id = $1 order by r.position, p.position, p.created_at
          """;

  private static final String STATEMENTS =
      """
      select s.poll_id, s.text, t.name as goal_set, s.goal_version::int as version,
        (select max(v.version)::int from goal_version v where v.goal_id = s.goal_id) as newest
      from poll p join poll_statement s on s.poll_id = p.id left join goal_set t on t.id = s.goal_set_id
      where p.meeting_id = $1 order by s.poll_id, s.position
      """;

  private static final String OPTIONS =
      """
      select o.poll_id, o.text, o.abstain from poll p join poll_option o on o.poll_id = p.id
      where p.meeting_id = $1 order by o.poll_id, o.position
      """;

  private static final String ANONYMOUS =
      """
      select b.poll_id, b.receipt, b.answers from ballot b join poll p on p.id = b.poll_id
      where p.meeting_id = $1 and p.state in ('CLOSED', 'DISCARDED') order by b.poll_id, b.position
      """;

  private static final String NAMED =
      """
      select n.poll_id, n.voter_id, n.answers, x.name as participant, o.name as organisation, n.channel, n.cast_at, e.name as entered_by
      from named_ballot n
      left join participant e on e.id = n.entered_by
      join poll p on p.id = n.poll_id
      join participant x on x.id = n.participant_id
      left join organisation o on o.id = n.organisation_id
      where p.meeting_id = $1 and p.state in ('CLOSED', 'DISCARDED')
      order by n.poll_id, o.name collate "fi-x-icu", x.name collate "fi-x-icu", n.voter_id
      """;

  private static final String MARKS =
      """
      select coalesce(m.entry_id, u.entry_id) as entry, m.state, g.title, coalesce(u.upvotes, 0) as upvotes
      from (select k.* from text_mark k join poll p on p.id = k.poll_id where p.meeting_id = $1) m
      full join (
        select v.entry_id, count(*)::int as upvotes from text_upvote v join poll p on p.id = v.poll_id
        where p.meeting_id = $1 group by v.entry_id) u on u.entry_id = m.entry_id
      left join text_group g on g.poll_id = m.poll_id and g.id = m.group_id
      """;

  /**
   * What was said of a text.
   *
   * @param state WAITING, SHOWN or HIDDEN; null when nobody has decided
   * @param group the title of the group that it was put into
   */
  record Mark(@Nullable String state, @Nullable String group, int upvotes) {}

  static Future<PollBook> read(SqlConnection connection, UUID meeting) {
    Tuple id = Tuple.of(meeting);
    var polls = connection.preparedQuery(POLLS).execute(id);
    var statements = connection.preparedQuery(STATEMENTS).execute(id);
    var options = connection.preparedQuery(OPTIONS).execute(id);
    var anonymous = connection.preparedQuery(ANONYMOUS).execute(id);
    var named = connection.preparedQuery(NAMED).execute(id);
    var marks = connection.preparedQuery(MARKS).execute(id);
    return Future.all(List.of(polls, statements, options, anonymous, named, marks))
        .map(all -> {
          var statementsOf = byPoll(statements.result(), PollBook::statement);
          var optionsOf = byPoll(options.result(), PollBook::option);
          List<RecordedPoll> list = new ArrayList<>();
          for (Row row : polls.result()) {
            UUID poll = row.getUUID("id");
            list.add(
                RecordedPoll.of(
                    row,
                    statementsOf.getOrDefault(poll, List.of()),
                    optionsOf.getOrDefault(poll, List.of())));
          }
          Map<UUID, List<CastBallot>> ballots =
              new HashMap<>(byPoll(anonymous.result(), PollBook::anonymous));
          ballots.putAll(byPoll(named.result(), PollBook::named));
          Map<UUID, Mark> marked = new HashMap<>();
          marks.result().forEach(row -> marked.put(row.getUUID("entry"), mark(row)));
          return new PollBook(List.copyOf(list), Map.copyOf(ballots), Map.copyOf(marked));
        });
  }

  private static <T> Map<UUID, List<T>> byPoll(RowSet<Row> rows, Function<Row, T> read) {
    return Rows.list(rows).stream()
        .collect(
            Collectors.groupingBy(
                row -> row.getUUID("poll_id"), Collectors.mapping(read, Collectors.toList())));
  }

  private static RecordedPoll.Statement statement(Row row) {
    return new RecordedPoll.Statement(
        row.getString("text"),
        row.getString("goal_set"),
        row.getInteger("version"),
        row.getInteger("newest"));
  }

  private static Option option(Row row) {
    return new Option(row.getString("text"), row.getBoolean("abstain"));
  }

  private static CastBallot anonymous(Row row) {
    return new CastBallot(
        row.getUUID("poll_id"), row.getString("receipt"), row.getJsonArray("answers"), null);
  }

  private static CastBallot named(Row row) {
    return new CastBallot(
        row.getUUID("poll_id"),
        row.getUUID("voter_id").toString(),
        row.getJsonArray("answers"),
        new CastBallot.Voter(
            row.getString("participant"),
            row.getString("organisation"),
            row.getString("channel"),
            row.getOffsetDateTime("cast_at"),
            row.getString("entered_by")));
  }

  private static Mark mark(Row row) {
    return new Mark(row.getString("state"), row.getString("title"), row.getInteger("upvotes"));
  }

  List<CastBallot> ballots(RecordedPoll poll) {
    return ballots.getOrDefault(poll.id(), List.of());
  }
}
