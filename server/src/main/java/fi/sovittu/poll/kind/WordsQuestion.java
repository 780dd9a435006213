package fi.sovittu.poll.kind;

import fi.sovittu.poll.rules.PollKind;
import fi.sovittu.poll.rules.PollLimits;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * Short words that become a cloud, none twice when case is ignored. Stored as {@code ["…","…"]}.
 *
 * @param most how many one may give
 */
public record WordsQuestion(int most) implements Question {
  private static final String FIELD = "words";

  @Override
  public PollKind kind() {
    return PollKind.WORDS;
  }

  @Override
  public JsonArray answers(BallotForm form) {
    return canonical(form.only(FIELD, form.words()));
  }

  private JsonArray canonical(List<?> words) {
    return Texts.canonical(FIELD, words, most, PollLimits.WORD_LENGTH, Texts::fold);
  }

  @Override
  public WordsTally count(List<JsonArray> ballots) {
    StoredBallots.check(ballots, ballot -> canonical(ballot.getList()));
    return WordsTally.of(ballots);
  }

  @Override
  public void put(JsonObject ballot, JsonArray answers) {
    ballot.put(FIELD, answers);
  }

  @Override
  public int paddedBytes() {
    return JsonLength.array(most, JsonLength.text(PollLimits.WORD_LENGTH));
  }
}
