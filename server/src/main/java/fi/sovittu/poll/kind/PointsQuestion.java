package fi.sovittu.poll.kind;

import fi.sovittu.poll.rules.PollKind;
import fi.sovittu.poll.rules.PollLimits;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** 100 points shared among the options, none left over. Stored as {@code [40,60,0]}. */
public record PointsQuestion(int options) implements Question {
  private static final String FIELD = "points";

  @Override
  public PollKind kind() {
    return PollKind.POINTS;
  }

  @Override
  public JsonArray answers(BallotForm form) {
    return canonical(form.only(FIELD, form.points()));
  }

  private JsonArray canonical(List<?> values) {
    if (values.size() != options) {
      throw BallotForm.invalid(FIELD);
    }
    JsonArray answers = new JsonArray();
    int sum = 0;
    for (int i = 0; i < options; i++) {
      if (!(values.get(i) instanceof Integer points) || points < 0 || points > PollLimits.POINTS) {
        throw BallotForm.invalid(FIELD, i);
      }
      answers.add(points);
      sum += points;
    }
    if (sum != PollLimits.POINTS) {
      throw BallotForm.invalid(FIELD);
    }
    return answers;
  }

  @Override
  public PointsTally count(List<JsonArray> ballots) {
    StoredBallots.check(ballots, ballot -> canonical(ballot.getList()));
    return PointsTally.of(options, ballots);
  }

  @Override
  public void put(JsonObject ballot, JsonArray answers) {
    ballot.put(FIELD, answers);
  }

  @Override
  public int paddedBytes() {
    return JsonLength.array(options, JsonLength.number(PollLimits.POINTS));
  }
}
