package fi.sovittu.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fi.sovittu.base.Problem;
import fi.sovittu.poll.BallotForm.Answer;
import fi.sovittu.poll.BallotForm.Commitment;
import io.vertx.core.json.JsonArray;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BallotFormTest {
  private static final List<Answer> COMMITS = List.of(new Answer(Commitment.COMMITS, null));

  private static BallotForm scale(Integer... answers) {
    return new BallotForm(1, "key", Arrays.asList(answers), null);
  }

  private static BallotForm commitment(Answer... answers) {
    return new BallotForm(1, null, null, List.of(answers));
  }

  private static void refused(String field, ThrowingCallable call) {
    assertThatThrownBy(call)
        .asInstanceOf(type(Problem.class))
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo(Problem.Code.BALLOT_INVALID);
          assertThat(problem.fields()).extracting(Problem.Field::field).containsExactly(field);
        });
  }

  @Test
  void scaleAnswersFromOneToTheHighestStepAndCantSay() {
    assertThat(scale(1, null, 4).scaleAnswers(3, 4))
        .isEqualTo(new JsonArray().add(1).addNull().add(4));
  }

  @Test
  void scaleAnswersThatDoNotFit() {
    refused("scale", () -> scale(1, 2).scaleAnswers(3, 4));
    refused("scale", () -> scale(1, 2, 3, 4).scaleAnswers(3, 4));
    refused("scale[1]", () -> scale(1, 5).scaleAnswers(2, 4));
    refused("scale[0]", () -> scale(0, 1).scaleAnswers(2, 4));
    refused("scale[0]", () -> scale(-1, 1).scaleAnswers(2, 4));
  }

  @Test
  void anAnonymousBallotHasAKeyAndNothingOfTheOtherKind() {
    refused("scale", () -> new BallotForm(1, null, List.of(1), null).scaleAnswers(1, 4));
    refused("scale", () -> new BallotForm(1, "key", null, null).scaleAnswers(1, 4));
    refused("scale", () -> new BallotForm(1, "key", List.of(1), COMMITS).scaleAnswers(1, 4));
  }

  @Test
  void aNamedBallotHasNoKeyAndNothingOfTheOtherKind() {
    refused("commitment", () -> new BallotForm(1, "key", null, COMMITS).commitmentAnswers(1));
    refused("commitment", () -> new BallotForm(1, null, List.of(1), COMMITS).commitmentAnswers(1));
    refused("commitment", () -> new BallotForm(1, null, null, null).commitmentAnswers(1));
    refused("commitment", () -> new BallotForm(1, null, null, COMMITS).commitmentAnswers(2));
  }

  @Test
  void aReservationIsItsText() {
    assertThat(
            commitment(new Answer(Commitment.RESERVATION, "  jos rahaa on \n"))
                .commitmentAnswers(1))
        .containsExactly(new Answer(Commitment.RESERVATION, "jos rahaa on"));
    assertThat(commitment(new Answer(Commitment.DECLINES, " ")).commitmentAnswers(1))
        .containsExactly(new Answer(Commitment.DECLINES, null));
    for (String missing : new String[] {null, "", " ", "\n\t", "\u2003"}) {
      refused(
          "commitment[0].reservation",
          () -> commitment(new Answer(Commitment.RESERVATION, missing)).commitmentAnswers(1));
    }
    for (Commitment without : new Commitment[] {Commitment.COMMITS, Commitment.DECLINES}) {
      refused(
          "commitment[0].reservation",
          () -> commitment(new Answer(without, "kuitenkin")).commitmentAnswers(1));
    }
  }
}
