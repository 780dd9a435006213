package fi.sovittu.poll.kind;

import fi.sovittu.poll.rules.PollKind;
import fi.sovittu.poll.rules.PollLimits;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Texts in the voter's own words, none twice. Stored as {@code ["…","…"]}.
 *
 * @param most how many one may give
 */
public record TextQuestion(int most) implements Question {
  private static final String FIELD = "texts";

  @Override
  public PollKind kind() {
    return PollKind.TEXT;
  }

  @Override
  public JsonArray answers(BallotForm form) {
    return canonical(form.only(FIELD, form.texts()));
  }

  private JsonArray canonical(List<?> texts) {
    return Texts.canonical(FIELD, texts, most, PollLimits.TEXT_LENGTH, UnaryOperator.identity());
  }

  /**
   * How many ballots there are. The texts themselves are not added up: each becomes an entry with a
   * life of its own, see {@link TextEntries}.
   */
  @Override
  public TextTally count(List<JsonArray> ballots) {
    StoredBallots.check(ballots, ballot -> canonical(ballot.getList()));
    return new TextTally(ballots.size(), List.of(), List.of(), 0);
  }

  @Override
  public void put(JsonObject ballot, JsonArray answers) {
    ballot.put(FIELD, answers);
  }

  @Override
  public int paddedBytes() {
    return JsonLength.array(most, JsonLength.text(PollLimits.TEXT_LENGTH));
  }
}
