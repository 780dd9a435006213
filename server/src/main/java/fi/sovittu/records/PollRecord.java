package fi.sovittu.records;

import fi.sovittu.poll.ScaleTally;
import fi.sovittu.records.Table.Column;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The polls of opinion: a row a statement with its distribution, and the single ballots without
 * names in the random order in which the close stored them. Only a closed poll is counted here.
 */
final class PollRecord {
  private static final String POLLS =
      """
      select p.id, r.name as room, p.title, p.state, p.steps, p.low_label, p.high_label, p.entitled, p.opened_at, p.closed_at,
        (select count(*)::int from turnout t where t.poll_id = p.id) as voted,
        array(select s.text from poll_statement s where s.poll_id = p.id order by s.position) as statements
      from poll p join room r on r.id = p.room_id
      where p.meeting_id = $1 and p.kind = 'SCALE'
      order by r.position, p.position
      """;

  private static final String BALLOTS =
      """
      select b.poll_id, b.answers
      from ballot b join poll p on p.id = b.poll_id
      where p.meeting_id = $1 and p.kind = 'SCALE' and p.state = 'CLOSED'
      order by b.poll_id, b.position
      """;

  record Poll(
      UUID id,
      String room,
      String title,
      String state,
      int steps,
      String low,
      String high,
      int voted,
      @Nullable Integer entitled,
      @Nullable OffsetDateTime openedAt,
      @Nullable OffsetDateTime closedAt,
      List<String> statements) {
    boolean closed() {
      return state.equals("CLOSED");
    }
  }

  /** One person's answers in the order of the statements; null is "can't say". */
  record Ballot(UUID poll, List<@Nullable Integer> answers) {}

  private final Day day;
  private final Words words;

  PollRecord(Day day, Words words) {
    this.day = day;
    this.words = words;
  }

  Future<Supplier<List<Table>>> read(SqlConnection connection) {
    Tuple meeting = Tuple.of(day.meeting());
    var polls = connection.preparedQuery(POLLS).mapping(PollRecord::poll).execute(meeting);
    var ballots = connection.preparedQuery(BALLOTS).mapping(PollRecord::ballot).execute(meeting);
    return Future.all(polls, ballots)
        .map(all -> () -> tables(Rows.list(polls.result()), Rows.list(ballots.result())));
  }

  private static Poll poll(Row row) {
    return new Poll(
        row.getUUID("id"),
        row.getString("room"),
        row.getString("title"),
        row.getString("state"),
        row.getInteger("steps"),
        row.getString("low_label"),
        row.getString("high_label"),
        row.getInteger("voted"),
        row.getInteger("entitled"),
        row.getOffsetDateTime("opened_at"),
        row.getOffsetDateTime("closed_at"),
        List.of(row.getArrayOfStrings("statements")));
  }

  private static Ballot ballot(Row row) {
    JsonArray stored = row.getJsonArray("answers");
    List<@Nullable Integer> answers = new ArrayList<>(stored.size());
    for (int i = 0; i < stored.size(); i++) {
      answers.add(stored.getInteger(i));
    }
    return new Ballot(row.getUUID("poll_id"), answers);
  }

  /** The statements' results, then the ballots. */
  List<Table> tables(List<Poll> polls, List<Ballot> ballots) {
    Map<UUID, List<List<@Nullable Integer>>> byPoll =
        ballots.stream()
            .collect(
                Collectors.groupingBy(
                    Ballot::poll, Collectors.mapping(Ballot::answers, Collectors.toList())));
    return List.of(results(polls, byPoll), ballots(polls, byPoll));
  }

  private Table results(List<Poll> polls, Map<UUID, List<List<@Nullable Integer>>> ballots) {
    int mostSteps = polls.stream().mapToInt(Poll::steps).max().orElse(0);
    List<Column> columns =
        new ArrayList<>(
            List.of(
                words.text("room"),
                words.text("poll"),
                words.text("state"),
                words.integer("number"),
                words.text("statement"),
                words.text("scale")));
    for (int step = 1; step <= mostSteps; step++) {
      columns.add(words.integer("step", step));
    }
    columns.addAll(
        List.of(
            words.integer("cantSay"),
            words.integer("answers"),
            words.decimal("mean"),
            words.decimal("median"),
            words.integer("voted"),
            words.integer("entitled"),
            words.dateTime("opened"),
            words.dateTime("closed")));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Poll poll : polls) {
      ScaleTally tally =
          poll.closed()
              ? ScaleTally.of(
                  poll.steps(),
                  poll.statements().size(),
                  ballots.getOrDefault(poll.id(), List.of()))
              : null;
      for (int i = 0; i < poll.statements().size(); i++) {
        rows.add(result(poll, i, tally == null ? null : tally.statements().get(i), mostSteps));
      }
    }
    return new Table(words.of("polls"), columns, rows);
  }

  private List<@Nullable Object> result(
      Poll poll, int statement, ScaleTally.@Nullable Statement tally, int mostSteps) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(poll.room());
    row.add(poll.title());
    row.add(words.value("state", poll.state()));
    row.add(statement + 1);
    row.add(poll.statements().get(statement));
    row.add(words.of("scaleLabels", poll.low(), poll.steps(), poll.high()));
    for (int step = 0; step < mostSteps; step++) {
      row.add(tally == null || step >= poll.steps() ? null : tally.counts().get(step));
    }
    row.add(tally == null ? null : tally.cantSay());
    row.add(tally == null ? null : tally.n());
    row.add(tally == null ? null : tally.mean());
    row.add(tally == null ? null : tally.median());
    row.add(poll.voted());
    row.add(poll.entitled());
    row.add(day.local(poll.openedAt()));
    row.add(day.local(poll.closedAt()));
    return row;
  }

  private Table ballots(List<Poll> polls, Map<UUID, List<List<@Nullable Integer>>> ballots) {
    int mostStatements = polls.stream().mapToInt(poll -> poll.statements().size()).max().orElse(0);
    List<Column> columns =
        new ArrayList<>(List.of(words.text("room"), words.text("poll"), words.integer("ballot")));
    for (int i = 1; i <= mostStatements; i++) {
      columns.add(words.integer("answerTo", i));
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Poll poll : polls) {
      int number = 1;
      for (List<@Nullable Integer> answers : ballots.getOrDefault(poll.id(), List.of())) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(poll.room());
        row.add(poll.title());
        row.add(number++);
        for (int i = 0; i < mostStatements; i++) {
          row.add(i < answers.size() ? answers.get(i) : null);
        }
        rows.add(row);
      }
    }
    return new Table(words.of("ballots"), columns, rows);
  }
}
