package fi.sovittu.poll.kind;

import fi.sovittu.poll.kind.BallotForm.Thumb;
import fi.sovittu.poll.rules.PollKind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Up, sideways or down; sideways abstains. Stored as {@code ["UP"]}. */
public record ThumbsQuestion() implements Question {
  private static final String FIELD = "thumb";

  @Override
  public PollKind kind() {
    return PollKind.THUMBS;
  }

  @Override
  public JsonArray answers(BallotForm form) {
    return stored(form.only(FIELD, form.thumb()));
  }

  private static JsonArray stored(Thumb thumb) {
    return new JsonArray().add(thumb.name());
  }

  @Override
  public ChoiceTally count(List<JsonArray> ballots) {
    int[] counts = new int[Thumb.values().length];
    for (JsonArray ballot : ballots) {
      counts[thumb(ballot).ordinal()]++;
    }
    return ChoiceTally.of(
        PollKind.THUMBS, ballots.size(), counts, counts[Thumb.SIDEWAYS.ordinal()]);
  }

  private static Thumb thumb(JsonArray ballot) {
    return Arrays.stream(Thumb.values())
        .filter(thumb -> stored(thumb).equals(ballot))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("a stored ballot is no thumb"));
  }

  @Override
  public List<@Nullable Contest> contests(Tally tally) {
    if (!(tally instanceof ChoiceTally counted)) {
      throw new IllegalArgumentException("a " + tally.kind() + " is no thumbs");
    }
    int up = counted.counts().get(Thumb.UP.ordinal());
    int down = counted.counts().get(Thumb.DOWN.ordinal());
    return List.of(new Contest(up, down, up + down));
  }

  @Override
  public boolean choosesOne() {
    return true;
  }

  @Override
  public void put(JsonObject ballot, JsonArray answers) {
    ballot.put(FIELD, answers.getString(0));
  }

  @Override
  public int paddedBytes() {
    return JsonLength.array(1, JsonLength.text(Thumb.SIDEWAYS.name().length()));
  }
}
