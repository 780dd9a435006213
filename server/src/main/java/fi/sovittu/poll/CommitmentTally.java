package fi.sovittu.poll;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The count of a commitment vote: per goal set, and the named answers.
 *
 * @param of all municipalities of the meeting, the 30 of "x/30"
 */
record CommitmentTally(int of, List<Statement> statements, List<Named> organisations) {
  record Statement(int commits, int reservations, int declines) {}

  record Named(UUID organisation, List<BallotForm.Answer> answers) {}

  static Future<CommitmentTally> read(SqlConnection connection, UUID poll, int of, int statements) {
    return connection
        .preparedQuery(
            """
            select organisation_id, answer, reservation from commitment
            where poll_id = $1 order by organisation_id, position
            """)
        .execute(Tuple.of(poll))
        .map(rows -> count(rows, of, statements));
  }

  private static CommitmentTally count(RowSet<Row> rows, int of, int statements) {
    Map<UUID, List<BallotForm.Answer>> named = new LinkedHashMap<>();
    for (Row row : rows) {
      named
          .computeIfAbsent(row.getUUID(0), first -> new ArrayList<>())
          .add(
              new BallotForm.Answer(
                  BallotForm.Commitment.valueOf(row.getString(1)), row.getString(2)));
    }
    List<Statement> counts = new ArrayList<>();
    for (int i = 0; i < statements; i++) {
      int[] byAnswer = new int[BallotForm.Commitment.values().length];
      for (List<BallotForm.Answer> answers : named.values()) {
        byAnswer[answers.get(i).answer().ordinal()]++;
      }
      counts.add(
          new Statement(
              byAnswer[BallotForm.Commitment.COMMITS.ordinal()],
              byAnswer[BallotForm.Commitment.RESERVATION.ordinal()],
              byAnswer[BallotForm.Commitment.DECLINES.ordinal()]));
    }
    List<Named> organisations = new ArrayList<>();
    named.forEach((organisation, answers) ->
        organisations.add(new Named(organisation, List.copyOf(answers))));
    return new CommitmentTally(of, List.copyOf(counts), List.copyOf(organisations));
  }
}
