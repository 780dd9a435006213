package fi.sovittu.poll.kind;

import static fi.sovittu.poll.kind.Questions.ints;
import static fi.sovittu.poll.kind.Questions.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fi.sovittu.base.Problem;
import fi.sovittu.poll.kind.BallotForm.Answer;
import fi.sovittu.poll.kind.BallotForm.Commitment;
import fi.sovittu.poll.kind.BallotForm.Thumb;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What every kind of poll must keep, and what each refuses. */
class QuestionTest {
  private static final Map<Question, BallotForm> ONE_OF_EACH =
      Map.of(
          new ScaleQuestion(1, 5),
          Questions.scale(List.of(1)),
          Questions.choice(3, 3, 2),
          Questions.choice(List.of(1)),
          new ThumbsQuestion(),
          Questions.thumb(Thumb.UP),
          new RankingQuestion(3),
          Questions.ranking(List.of(1)),
          new PointsQuestion(2),
          Questions.points(List.of(1, 99)),
          new TextQuestion(2),
          Questions.texts(List.of("teksti")),
          new WordsQuestion(2),
          Questions.words(List.of("sana")),
          new CommitmentQuestion(1),
          Questions.commitment(List.of(new Answer(Commitment.COMMITS, null))));

  @Provide
  Arbitrary<Questions.Case> cases() {
    return Questions.cases();
  }

  @Property(tries = 400)
  void storedAnswersComeBackAsTheBallotAndAreStoredTheSame(@ForAll("cases") Questions.Case one) {
    JsonArray answers = one.question().answers(one.form());

    JsonObject ballot = new JsonObject().put("revision", 1);
    one.question().put(ballot, answers);
    BallotForm back = new JsonObject(ballot.encode()).mapTo(BallotForm.class);

    assertThat(ballot.size()).isEqualTo(2);
    assertThat(one.question().answers(back)).isEqualTo(answers);
    assertThat(one.question().answers(back).encode()).isEqualTo(answers.encode());
  }

  @Property(tries = 400)
  void storedAnswersAreCounted(@ForAll("cases") Questions.Case one) {
    JsonArray answers = new JsonArray(one.question().answers(one.form()).encode());

    Tally tally = one.question().count(List.of(answers, answers));

    assertThat(tally.kind()).isEqualTo(one.question().kind());
    assertThat(tally.ballots()).isEqualTo(2);
  }

  @Property(tries = 400)
  void noAnswersAreLongerThanThePadding(@ForAll("cases") Questions.Case one) {
    assertThat(bytes(one.question().answers(one.form())))
        .isLessThanOrEqualTo(one.question().paddedBytes());
  }

  @Example
  void theLongestAnswersFitThePadding() {
    String text = "😀".repeat(280);
    String quotes = "\"".repeat(25);
    Map<Question, BallotForm> longest =
        Map.of(
            new ScaleQuestion(20, 10),
            Questions.scale(Collections.nCopies(20, null)),
            Questions.choice(20, 20, 20),
            Questions.choice(IntStream.range(0, 20).boxed().toList()),
            new ThumbsQuestion(),
            Questions.thumb(Thumb.SIDEWAYS),
            new TextQuestion(1),
            Questions.texts(List.of(text)),
            new WordsQuestion(1),
            Questions.words(List.of(quotes)),
            new CommitmentQuestion(1),
            Questions.commitment(List.of(new Answer(Commitment.RESERVATION, "😀".repeat(1000)))));
    longest.forEach((question, form) ->
        assertThat(bytes(question.answers(form)))
            .as(question.toString())
            .isLessThanOrEqualTo(question.paddedBytes()));
  }

  private static int bytes(JsonArray answers) {
    return answers.encode().getBytes(StandardCharsets.UTF_8).length;
  }

  @Example
  void theAnswersOfTheKindAndNoOthers() {
    ONE_OF_EACH.forEach((question, form) -> {
      assertThat(question.answers(form).size()).isPositive();
      String field = given(form).getFirst();
      refused(field, () -> question.answers(Questions.none()));
      ONE_OF_EACH.values().stream()
          .filter(other -> other != form)
          .forEach(other -> {
            refused(field, () -> question.answers(other));
            refused(field, () -> question.answers(both(form, other)));
          });
    });
  }

  private static List<String> given(BallotForm form) {
    JsonObject json = JsonObject.mapFrom(form);
    return Questions.FIELDS.stream().filter(field -> json.getValue(field) != null).toList();
  }

  private static BallotForm both(BallotForm one, BallotForm other) {
    JsonObject json = JsonObject.mapFrom(one);
    JsonObject.mapFrom(other)
        .forEach(field -> {
          if (field.getValue() != null) {
            json.put(field.getKey(), field.getValue());
          }
        });
    return json.mapTo(BallotForm.class);
  }

  @Example
  void damagedBallotsGiveNoCount() {
    Map<Question, List<JsonArray>> damaged =
        Map.of(
            new ScaleQuestion(1, 5),
            List.of(stored(), stored(0), stored(6), stored(-1), stored(1, 1), stored(1.0)),
            Questions.choice(3, 3, 2),
            List.of(stored(), stored(3), stored(1, 1), stored(2, 1), stored(0, 1, 2), stored(1.0)),
            new ThumbsQuestion(),
            List.of(stored(), stored("up"), stored("UP", "UP"), stored(0)),
            new RankingQuestion(3),
            List.of(stored(), stored(3), stored(0, 0), stored(0, 1, 2, 0), stored(0L)),
            new PointsQuestion(2),
            List.of(stored(100), stored(50, 49), stored(101, -1), stored(50, 50.0)),
            new TextQuestion(2),
            List.of(stored(), stored(1), stored(" a"), stored("a", "a"), stored("a\n"), stored("")),
            new WordsQuestion(2),
            List.of(stored(), stored(true), stored("a "), stored("a", "A"), stored("a\u0308")),
            new CommitmentQuestion(1),
            List.of(
                stored(),
                stored("COMMITS"),
                stored(answer("COMMITS").put("reservation", "jos")),
                stored(answer("COMMITS").put("reservation", 1)),
                stored(answer("COMMITS").putNull("reservation").put("more", 1)),
                stored(answer("RESERVATION").putNull("reservation")),
                stored(answer("RESERVATION").put("reservation", " jos")),
                stored(answer("MAYBE").putNull("reservation")),
                stored(answer("COMMITS"))));
    damaged.forEach((question, ballots) -> {
      JsonArray sound = question.answers(ONE_OF_EACH.get(question));
      for (JsonArray ballot : ballots) {
        assertThatThrownBy(() -> question.count(List.of(sound, ballot)))
            .as("%s of %s", ballot.encode(), question)
            .isInstanceOf(IllegalArgumentException.class);
      }
    });
  }

  private static JsonObject answer(String answer) {
    return new JsonObject().put("answer", answer);
  }

  @Example
  void theOrderOfAChoiceIsNotKept() {
    assertThat(Questions.choice(4, 4, 3).answers(Questions.choice(ints(3, 0, 2))))
        .isEqualTo(stored(0, 2, 3));
    assertThatThrownBy(() -> Questions.choice(4, 4, 3).count(List.of(stored(2, 0))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void scaleAnswersThatDoNotFit() {
    Question three = new ScaleQuestion(3, 4);
    assertThat(three.answers(Questions.scale(ints(1, null, 4)))).isEqualTo(stored(1, null, 4));
    refused("scale", () -> three.answers(Questions.scale(ints())));
    refused("scale", () -> three.answers(Questions.scale(ints(1, 2))));
    refused("scale", () -> three.answers(Questions.scale(ints(1, 2, 3, 4))));
    refused("scale[1]", () -> three.answers(Questions.scale(ints(1, 5, 1))));
    refused("scale[0]", () -> three.answers(Questions.scale(ints(0, 1, 1))));
    refused("scale[2]", () -> three.answers(Questions.scale(ints(1, 1, -1))));
    refused("scale[2]", () -> three.answers(Questions.scale(ints(1, 1, Integer.MIN_VALUE))));
  }

  @Example
  void choicesThatDoNotFit() {
    Question two = Questions.choice(3, 2, 2);
    refused("choice", () -> two.answers(Questions.choice(ints())));
    refused("choice", () -> two.answers(Questions.choice(ints(0, 1, 2))));
    refused("choice[1]", () -> two.answers(Questions.choice(ints(1, 1))));
    refused("choice[0]", () -> two.answers(Questions.choice(ints(3))));
    refused("choice[1]", () -> two.answers(Questions.choice(ints(0, -1))));
    refused("choice[0]", () -> two.answers(Questions.choice(ints(Integer.MAX_VALUE))));
    refused("choice[0]", () -> two.answers(Questions.choice(ints((Integer) null))));
  }

  @Example
  void rankingsThatDoNotFit() {
    Question three = new RankingQuestion(3);
    assertThat(three.answers(Questions.ranking(ints(2, 0)))).isEqualTo(stored(2, 0));
    refused("ranking", () -> three.answers(Questions.ranking(ints())));
    refused("ranking", () -> three.answers(Questions.ranking(ints(0, 1, 2, 0))));
    refused("ranking[2]", () -> three.answers(Questions.ranking(ints(0, 1, 0))));
    refused("ranking[0]", () -> three.answers(Questions.ranking(ints(3))));
  }

  @Example
  void pointsThatDoNotFit() {
    Question three = new PointsQuestion(3);
    assertThat(three.answers(Questions.points(ints(40, 60, 0)))).isEqualTo(stored(40, 60, 0));
    refused("points", () -> three.answers(Questions.points(ints(40, 60))));
    refused("points", () -> three.answers(Questions.points(ints(40, 60, 0, 0))));
    refused("points", () -> three.answers(Questions.points(ints(40, 59, 0))));
    refused("points", () -> three.answers(Questions.points(ints(40, 60, 1))));
    refused("points[0]", () -> three.answers(Questions.points(ints(101, 0, 0))));
    refused("points[2]", () -> three.answers(Questions.points(ints(50, 51, -1))));
    refused(
        "points[0]",
        () -> three.answers(Questions.points(ints(Integer.MAX_VALUE, Integer.MAX_VALUE, 102))));
  }

  @Example
  void textsThatDoNotFit() {
    Question two = new TextQuestion(2);
    assertThat(two.answers(Questions.texts(List.of("Sama", "sama"))))
        .isEqualTo(stored("Sama", "sama"));
    assertThat(two.answers(Questions.texts(List.of("😀".repeat(280))))).hasSize(1);
    refused("texts", () -> two.answers(Questions.texts(List.of())));
    refused("texts", () -> two.answers(Questions.texts(List.of("a", "b", "c"))));
    refused("texts[1]", () -> two.answers(Questions.texts(List.of("a", " "))));
    refused("texts[1]", () -> two.answers(Questions.texts(List.of("hyvä työ", " hyvä \n työ"))));
    refused("texts[0]", () -> two.answers(Questions.texts(List.of("a".repeat(281)))));
    refused("texts[0]", () -> two.answers(Questions.texts(List.of("a\0b"))));
  }

  @Example
  void wordsThatDoNotFit() {
    Question two = new WordsQuestion(2);
    assertThat(two.answers(Questions.words(List.of(" Äiti ", "isä"))))
        .isEqualTo(stored("Äiti", "isä"));
    refused("words", () -> two.answers(Questions.words(List.of())));
    refused("words[1]", () -> two.answers(Questions.words(List.of("äiti", "ÄITI"))));
    refused("words[1]", () -> two.answers(Questions.words(List.of("äiti", "a\u0308iti"))));
    refused("words[0]", () -> two.answers(Questions.words(List.of("a".repeat(26)))));
  }

  @Example
  void aReservationIsItsText() {
    Question one = new CommitmentQuestion(1);
    assertThat(one.answers(commitment(Commitment.RESERVATION, "  jos rahaa\r\n\tjää \n")))
        .isEqualTo(
            stored(
                new JsonObject()
                    .put("answer", "RESERVATION")
                    .put("reservation", "jos rahaa\njää")));
    assertThat(one.answers(commitment(Commitment.DECLINES, " ")))
        .isEqualTo(stored(new JsonObject().put("answer", "DECLINES").putNull("reservation")));
    for (String missing : new String[] {null, "", " ", "\n\t", "\u2003", "\u200b", "a\0"}) {
      refused(
          "commitment[0].reservation",
          () -> one.answers(commitment(Commitment.RESERVATION, missing)));
    }
    refused(
        "commitment[0].reservation",
        () -> one.answers(commitment(Commitment.RESERVATION, "a".repeat(1001))));
    for (Commitment without : new Commitment[] {Commitment.COMMITS, Commitment.DECLINES}) {
      refused("commitment[0].reservation", () -> one.answers(commitment(without, "kuitenkin")));
    }
    refused(
        "commitment",
        () -> new CommitmentQuestion(2).answers(commitment(Commitment.COMMITS, null)));
  }

  private static BallotForm commitment(Commitment answer, String reservation) {
    return Questions.commitment(List.of(new Answer(answer, reservation)));
  }

  private static void refused(String field, ThrowingCallable call) {
    assertThatThrownBy(call)
        .as(field)
        .asInstanceOf(type(Problem.class))
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo(Problem.Code.BALLOT_INVALID);
          assertThat(problem.fields()).extracting(Problem.Field::field).containsExactly(field);
        });
  }
}
