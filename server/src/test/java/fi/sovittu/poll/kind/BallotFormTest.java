package fi.sovittu.poll.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.sovittu.base.Problem;
import fi.sovittu.poll.kind.BallotForm.Answer;
import fi.sovittu.poll.kind.BallotForm.Commitment;
import fi.sovittu.poll.kind.BallotForm.Thumb;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BallotFormTest {
  @Test
  void isReadFromTheContractsBallot() {
    BallotForm form =
        new JsonObject(
                """
                {"revision": 3, "key": "k", "scale": [1, null, 5], "thumb": "SIDEWAYS", "texts": ["a"],
                 "commitment": [{"answer": "RESERVATION", "reservation": "jos"}, {"answer": "COMMITS"}]}
                """)
            .mapTo(BallotForm.class);

    assertThat(form)
        .isEqualTo(
            new BallotForm(
                3,
                "k",
                Arrays.asList(1, null, 5),
                null,
                Thumb.SIDEWAYS,
                null,
                null,
                List.of("a"),
                null,
                List.of(
                    new Answer(Commitment.RESERVATION, "jos"),
                    new Answer(Commitment.COMMITS, null))));
  }

  @Test
  void onlyTheAnswersOfOneKind() {
    BallotForm words = Questions.words(List.of("a"));
    assertThat(words.only("words", words.words())).containsExactly("a");
    assertThatThrownBy(() -> words.only("texts", words.texts())).isInstanceOf(Problem.class);
    BallotForm both =
        new BallotForm(1, null, null, null, null, null, null, List.of("a"), List.of("a"), null);
    assertThatThrownBy(() -> both.only("words", both.words())).isInstanceOf(Problem.class);
  }
}
