package fi.sovittu.poll.kind;

import fi.sovittu.poll.kind.BallotForm.Answer;
import fi.sovittu.poll.kind.BallotForm.Commitment;
import fi.sovittu.poll.rules.PollKind;
import fi.sovittu.poll.rules.PollLimits;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation's named answer to each goal. Stored as {@code
 * [{"answer":"RESERVATION","reservation":"…"}]}, with a null where there is no reservation.
 */
public record CommitmentQuestion(int statements) implements Question {
  private static final String FIELD = "commitment";

  @Override
  public PollKind kind() {
    return PollKind.COMMITMENT;
  }

  @Override
  public JsonArray answers(BallotForm form) {
    return canonical(form.only(FIELD, form.commitment()));
  }

  private JsonArray canonical(List<Answer> given) {
    if (given.size() != statements) {
      throw BallotForm.invalid(FIELD);
    }
    JsonArray answers = new JsonArray();
    for (int i = 0; i < statements; i++) {
      answers.add(canonical(given.get(i), FIELD + "[" + i + "].reservation"));
    }
    return answers;
  }

  /** A reservation needs its text, and the others have none. */
  private static JsonObject canonical(Answer given, String field) {
    String raw = given.reservation() == null ? "" : given.reservation();
    boolean reserved = given.answer() == Commitment.RESERVATION;
    String text = reserved ? Texts.lines(raw, PollLimits.RESERVATION_LENGTH) : null;
    if (reserved ? text == null : !raw.isBlank()) {
      throw BallotForm.invalid(field);
    }
    return new JsonObject().put("answer", given.answer().name()).put("reservation", text);
  }

  /**
   * The counts per goal alone; {@code of} is the number of ballots, for who has not answered is not
   * known here.
   */
  @Override
  public CommitmentTally count(List<JsonArray> ballots) {
    StoredBallots.check(ballots, ballot -> canonical(stored(ballot)));
    return CommitmentTally.of(
        statements, ballots.stream().map(CommitmentQuestion::stored).toList());
  }

  /**
   * The answers of a stored ballot.
   *
   * @throws IllegalArgumentException if one is none
   */
  static List<Answer> stored(JsonArray ballot) {
    return ballot.stream().map(CommitmentQuestion::stored).toList();
  }

  private static Answer stored(Object value) {
    if (value instanceof JsonObject json && json.getValue("answer") instanceof String answer) {
      Object reservation = json.getValue("reservation");
      return new Answer(
          Commitment.valueOf(answer), reservation instanceof String text ? text : null);
    }
    throw new IllegalArgumentException("a stored answer is none");
  }

  @Override
  public CommitmentTally countNamed(int entitled, Map<UUID, JsonArray> ballots) {
    return CommitmentTally.named(this, entitled, ballots);
  }

  @Override
  public List<@Nullable Contest> contests(Tally tally) {
    if (!(tally instanceof CommitmentTally counted)) {
      throw new IllegalArgumentException("a " + tally.kind() + " is no commitment");
    }
    List<@Nullable Contest> contests = new ArrayList<>();
    for (CommitmentTally.CommitmentStatement goal : counted.statements()) {
      int committed = goal.commits() + goal.reservations();
      contests.add(new Contest(committed, goal.declines(), committed + goal.declines()));
    }
    return contests;
  }

  @Override
  public void put(JsonObject ballot, JsonArray answers) {
    ballot.put(FIELD, answers);
  }

  @Override
  public int paddedBytes() {
    int longest =
        "{\"answer\":\"RESERVATION\",\"reservation\":}".length()
            + JsonLength.text(PollLimits.RESERVATION_LENGTH);
    return JsonLength.array(statements, longest);
  }
}
