package fi.sovittu.poll.kind;

import fi.sovittu.poll.rules.PollKind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One or several of the options. Stored as their places in rising order: {@code [0,2]}.
 *
 * @param abstain for each option, whether choosing it is abstaining
 * @param most how many options one may choose
 */
public record ChoiceQuestion(List<Boolean> abstain, int most) implements Question {
  private static final String FIELD = "choice";

  public ChoiceQuestion {
    abstain = List.copyOf(abstain);
  }

  @Override
  public PollKind kind() {
    return PollKind.CHOICE;
  }

  @Override
  public JsonArray answers(BallotForm form) {
    return canonical(form.only(FIELD, form.choice()));
  }

  private JsonArray canonical(List<?> places) {
    JsonArray answers = new JsonArray();
    Places.check(FIELD, places, abstain.size(), most).stream().forEach(answers::add);
    return answers;
  }

  @Override
  public ChoiceTally count(List<JsonArray> ballots) {
    StoredBallots.check(ballots, ballot -> canonical(ballot.getList()));
    int[] counts = new int[abstain.size()];
    int abstained = 0;
    for (JsonArray ballot : ballots) {
      boolean onlyAbstains = true;
      for (int i = 0; i < ballot.size(); i++) {
        int option = ballot.getInteger(i);
        counts[option]++;
        onlyAbstains &= abstain.get(option);
      }
      abstained += onlyAbstains ? 1 : 0;
    }
    return ChoiceTally.of(PollKind.CHOICE, ballots.size(), counts, abstained);
  }

  @Override
  public List<@Nullable Contest> contests(Tally tally) {
    if (!(tally instanceof ChoiceTally counted)) {
      throw new IllegalArgumentException("a " + tally.kind() + " is no choice");
    }
    int cast = counted.ballots() - counted.abstained();
    List<@Nullable Contest> contests = new ArrayList<>();
    for (int option = 0; option < abstain.size(); option++) {
      int others = 0;
      for (int other = 0; other < abstain.size(); other++) {
        if (other != option && !abstain.get(other)) {
          others = Math.max(others, counted.counts().get(other));
        }
      }
      contests.add(
          abstain.get(option) ? null : new Contest(counted.counts().get(option), others, cast));
    }
    return contests;
  }

  @Override
  public boolean choosesOne() {
    return most == 1;
  }

  @Override
  public void put(JsonObject ballot, JsonArray answers) {
    ballot.put(FIELD, answers);
  }

  @Override
  public int paddedBytes() {
    return JsonLength.array(most, JsonLength.number(abstain.size() - 1));
  }
}
