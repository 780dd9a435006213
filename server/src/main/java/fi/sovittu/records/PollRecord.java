package fi.sovittu.records;

import fi.sovittu.table.Table;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.function.Supplier;

/**
 * The polls of every kind: results, rules, results by groups, ballots and texts. Only what the
 * close has counted is told; a result that was discarded later stands marked as such.
 */
final class PollRecord {
  private final Day day;
  private final Words words;

  PollRecord(Day day, Words words) {
    this.day = day;
    this.words = words;
  }

  Future<Supplier<List<Table>>> read(SqlConnection connection) {
    return PollBook.read(connection, day.meeting()).map(book -> () -> tables(book));
  }

  List<Table> tables(PollBook book) {
    List<Outcome> outcomes =
        book.polls().stream().map(poll -> Outcome.of(poll, book.ballots(poll))).toList();
    BallotTables ballots = new BallotTables(day, words, book);
    return List.of(
        new ResultTable(day, words, outcomes).table(),
        new PollTable(day, words, outcomes).table(),
        new BreakdownTable(words, book.polls()).table(),
        new TextTable(words, book).table(),
        ballots.anonymous(),
        ballots.named());
  }
}
