package fi.sovittu.poll.kind;

import fi.sovittu.poll.kind.BallotForm.Answer;
import fi.sovittu.poll.kind.BallotForm.Commitment;
import fi.sovittu.poll.rules.PollKind;
import io.vertx.core.json.JsonArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The count of a commitment vote: per goal, and the named answers.
 *
 * @param of all entitled organisations, the 30 of "x/30"
 */
public record CommitmentTally(
    int ballots, int of, List<CommitmentStatement> statements, List<Named> organisations)
    implements Tally {
  public record CommitmentStatement(int commits, int reservations, int declines) {}

  public record Named(UUID organisation, List<Answer> answers) {}

  @Override
  public PollKind kind() {
    return PollKind.COMMITMENT;
  }

  /**
   * The whole tally.
   *
   * @param of all entitled organisations
   * @param ballots the stored answers of those that have voted, in the order to show them
   * @throws IllegalArgumentException if a stored ballot is damaged
   */
  public static CommitmentTally named(
      CommitmentQuestion question, int of, Map<UUID, JsonArray> ballots) {
    CommitmentTally counts = question.count(List.copyOf(ballots.values()));
    List<Named> organisations = new ArrayList<>();
    ballots.forEach((organisation, ballot) ->
        organisations.add(new Named(organisation, CommitmentQuestion.stored(ballot))));
    return new CommitmentTally(
        counts.ballots(), of, counts.statements(), List.copyOf(organisations));
  }

  /** Counts sound ballots, of nobody else and without their names. */
  static CommitmentTally of(int statements, List<List<Answer>> ballots) {
    List<CommitmentStatement> counts = new ArrayList<>(statements);
    for (int i = 0; i < statements; i++) {
      int[] byAnswer = new int[Commitment.values().length];
      for (List<Answer> ballot : ballots) {
        byAnswer[ballot.get(i).answer().ordinal()]++;
      }
      counts.add(
          new CommitmentStatement(
              byAnswer[Commitment.COMMITS.ordinal()],
              byAnswer[Commitment.RESERVATION.ordinal()],
              byAnswer[Commitment.DECLINES.ordinal()]));
    }
    return new CommitmentTally(ballots.size(), ballots.size(), List.copyOf(counts), List.of());
  }
}
