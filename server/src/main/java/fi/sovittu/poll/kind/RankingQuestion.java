package fi.sovittu.poll.kind;

import fi.sovittu.poll.rules.PollKind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * The options in order of preference, the best first; some may be left out. Stored as their places
 * in that order: {@code [2,0,1]}.
 */
public record RankingQuestion(int options) implements Question {
  private static final String FIELD = "ranking";

  @Override
  public PollKind kind() {
    return PollKind.RANKING;
  }

  @Override
  public JsonArray answers(BallotForm form) {
    return canonical(form.only(FIELD, form.ranking()));
  }

  private JsonArray canonical(List<?> places) {
    Places.check(FIELD, places, options, options);
    return new JsonArray(List.copyOf(places));
  }

  @Override
  public RankingTally count(List<JsonArray> ballots) {
    StoredBallots.check(ballots, ballot -> canonical(ballot.getList()));
    return RankingTally.of(options, ballots);
  }

  @Override
  public void put(JsonObject ballot, JsonArray answers) {
    ballot.put(FIELD, answers);
  }

  @Override
  public int paddedBytes() {
    return JsonLength.array(options, JsonLength.number(options - 1));
  }
}
