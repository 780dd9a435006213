package fi.sovittu.poll.kind;

import fi.sovittu.poll.kind.BallotForm.Answer;
import fi.sovittu.poll.kind.BallotForm.Commitment;
import fi.sovittu.poll.kind.BallotForm.Thumb;
import fi.sovittu.poll.rules.PollKind;
import io.vertx.core.json.JsonArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Questions of every kind with ballots that fit them, up to the limits. */
public final class Questions {
  /** A poll and a ballot that fits. */
  public record Case(Question question, BallotForm form) {}

  /** A poll and its stored ballots. */
  public record Votes(Question question, List<JsonArray> ballots) {}

  public static final List<String> FIELDS =
      List.of("scale", "choice", "thumb", "ranking", "points", "texts", "words", "commitment");

  private Questions() {}

  public static Arbitrary<Question> questions(PollKind kind) {
    return switch (kind) {
      case SCALE ->
          Combinators.combine(
                  Arbitraries.integers().between(1, 20), Arbitraries.integers().between(2, 10))
              .as(ScaleQuestion::new);
      case CHOICE ->
          Arbitraries.integers()
              .between(2, 20)
              .flatMap(options ->
                  Combinators.combine(
                          Arbitraries.integers().between(0, options),
                          Arbitraries.integers().between(1, options))
                      .as((abstention, most) -> choice(options, abstention, most)));
      case THUMBS -> Arbitraries.just(new ThumbsQuestion());
      case RANKING -> Arbitraries.integers().between(2, 12).map(RankingQuestion::new);
      case POINTS -> Arbitraries.integers().between(2, 12).map(PointsQuestion::new);
      case TEXT -> Arbitraries.integers().between(1, 5).map(TextQuestion::new);
      case WORDS -> Arbitraries.integers().between(1, 5).map(WordsQuestion::new);
      case COMMITMENT -> Arbitraries.integers().between(1, 20).map(CommitmentQuestion::new);
    };
  }

  /**
   * @param abstention which option is the abstention; none when it is as many as there are
   */
  public static ChoiceQuestion choice(int options, int abstention, int most) {
    List<Boolean> abstain = new ArrayList<>(Collections.nCopies(options, false));
    if (abstention < options) {
      abstain.set(abstention, true);
    }
    return new ChoiceQuestion(abstain, most);
  }

  public static Arbitrary<BallotForm> forms(Question question) {
    return switch (question) {
      case ScaleQuestion q ->
          Arbitraries.integers()
              .between(1, q.steps())
              .injectNull(0.2)
              .list()
              .ofSize(q.statements())
              .map(Questions::scale);
      case ChoiceQuestion q -> places(q.abstain().size(), q.most()).map(Questions::choice);
      case ThumbsQuestion q -> Arbitraries.of(Thumb.class).map(Questions::thumb);
      case RankingQuestion q -> places(q.options(), q.options()).map(Questions::ranking);
      case PointsQuestion q -> shares(q.options()).map(Questions::points);
      case TextQuestion q ->
          writing(280)
              .list()
              .ofMinSize(1)
              .ofMaxSize(q.most())
              .uniqueElements()
              .map(Questions::texts);
      case WordsQuestion q ->
          writing(25)
              .list()
              .ofMinSize(1)
              .ofMaxSize(q.most())
              .uniqueElements(Texts::fold)
              .map(Questions::words);
      case CommitmentQuestion q ->
          Arbitraries.oneOf(
                  Arbitraries.of(Commitment.COMMITS, Commitment.DECLINES)
                      .map(answer -> new Answer(answer, null)),
                  writing(1000).map(text -> new Answer(Commitment.RESERVATION, text)))
              .list()
              .ofSize(q.statements())
              .map(Questions::commitment);
    };
  }

  public static Arbitrary<Case> cases() {
    return Arbitraries.of(PollKind.class)
        .flatMap(Questions::questions)
        .flatMap(question -> forms(question).map(form -> new Case(question, form)));
  }

  public static Arbitrary<Votes> votes(PollKind... kinds) {
    return Arbitraries.of(kinds)
        .flatMap(Questions::questions)
        .flatMap(question ->
            forms(question)
                .map(question::answers)
                .list()
                .ofMaxSize(30)
                .map(ballots -> new Votes(question, ballots)));
  }

  private static Arbitrary<List<Integer>> places(int options, int most) {
    return Arbitraries.integers()
        .between(0, options - 1)
        .list()
        .ofMinSize(1)
        .ofMaxSize(Math.min(most, options))
        .uniqueElements();
  }

  /** 100 points cut at random places. */
  private static Arbitrary<List<Integer>> shares(int options) {
    return Arbitraries.integers()
        .between(0, 100)
        .list()
        .ofSize(options - 1)
        .map(cuts -> {
          List<Integer> sorted = new ArrayList<>(cuts);
          sorted.add(100);
          Collections.sort(sorted);
          List<Integer> points = new ArrayList<>();
          int from = 0;
          for (int to : sorted) {
            points.add(to - from);
            from = to;
          }
          return points;
        });
  }

  /** Texts with letters of one to four bytes, and characters that JSON escapes. */
  private static Arbitrary<String> writing(int most) {
    return Arbitraries.of("a", "B", "ä", "Å", "ƛ", "\"", "\\", "€", "水", "😀", "𝄞", "-")
        .list()
        .ofMinSize(1)
        .ofMaxSize(most)
        .map(letters -> String.join("", letters));
  }

  public static BallotForm none() {
    return new BallotForm(1, null, null, null, null, null, null, null, null, null);
  }

  public static BallotForm scale(List<Integer> scale) {
    return new BallotForm(1, null, scale, null, null, null, null, null, null, null);
  }

  public static BallotForm choice(List<Integer> choice) {
    return new BallotForm(1, null, null, choice, null, null, null, null, null, null);
  }

  public static BallotForm thumb(Thumb thumb) {
    return new BallotForm(1, null, null, null, thumb, null, null, null, null, null);
  }

  public static BallotForm ranking(List<Integer> ranking) {
    return new BallotForm(1, null, null, null, null, ranking, null, null, null, null);
  }

  public static BallotForm points(List<Integer> points) {
    return new BallotForm(1, null, null, null, null, null, points, null, null, null);
  }

  public static BallotForm texts(List<String> texts) {
    return new BallotForm(1, null, null, null, null, null, null, texts, null, null);
  }

  public static BallotForm words(List<String> words) {
    return new BallotForm(1, null, null, null, null, null, null, null, words, null);
  }

  public static BallotForm commitment(List<Answer> commitment) {
    return new BallotForm(1, null, null, null, null, null, null, null, null, commitment);
  }

  public static List<Integer> ints(Integer... values) {
    return Arrays.asList(values);
  }

  public static JsonArray stored(Object... values) {
    return new JsonArray(Arrays.asList(values));
  }
}
