package fi.sovittu.poll.kind;

import fi.sovittu.poll.rules.PollKind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Each statement gets a step from 1 to {@code steps}, or null for "can't say". Stored as {@code
 * [3,null,5]}.
 */
public record ScaleQuestion(int statements, int steps) implements Question {
  private static final String FIELD = "scale";

  @Override
  public PollKind kind() {
    return PollKind.SCALE;
  }

  @Override
  public JsonArray answers(BallotForm form) {
    return canonical(form.only(FIELD, form.scale()));
  }

  private JsonArray canonical(List<?> values) {
    if (values.size() != statements) {
      throw BallotForm.invalid(FIELD);
    }
    JsonArray answers = new JsonArray();
    for (int i = 0; i < statements; i++) {
      Object value = values.get(i);
      if (value != null && !(value instanceof Integer step && step >= 1 && step <= steps)) {
        throw BallotForm.invalid(FIELD, i);
      }
      answers.add(value);
    }
    return answers;
  }

  @Override
  public ScaleTally count(List<JsonArray> ballots) {
    StoredBallots.check(ballots, ballot -> canonical(ballot.getList()));
    return ScaleTally.of(steps, statements, ballots.stream().map(ScaleQuestion::values).toList());
  }

  private static List<@Nullable Integer> values(JsonArray ballot) {
    @Nullable Integer[] values = new @Nullable Integer[ballot.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = ballot.getInteger(i);
    }
    return Arrays.asList(values);
  }

  @Override
  public void put(JsonObject ballot, JsonArray answers) {
    ballot.put(FIELD, answers);
  }

  @Override
  public int paddedBytes() {
    return JsonLength.array(statements, Math.max("null".length(), JsonLength.number(steps)));
  }
}
