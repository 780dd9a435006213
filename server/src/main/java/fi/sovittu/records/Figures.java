package fi.sovittu.records;

import fi.sovittu.poll.kind.ChoiceTally;
import fi.sovittu.poll.kind.CommitmentTally;
import fi.sovittu.poll.kind.PointsTally;
import fi.sovittu.poll.kind.RankingTally;
import fi.sovittu.poll.kind.ScaleTally;
import fi.sovittu.poll.kind.Tally;
import fi.sovittu.poll.kind.WordsTally;
import fi.sovittu.poll.rules.PollKind;
import fi.sovittu.table.Table.Column;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The figures of results, each kind's in columns of its own; the columns of kinds that nobody asked
 * are left out. A cell is empty where its column belongs to another kind.
 */
final class Figures {
  private static final int MEAN_DECIMALS = 2;

  /** Medians and Borda points are wholes and halves. */
  private static final int HALF_DECIMALS = 1;

  /** A column, and what stands in it of an item of a tally. */
  private record Figure(Column column, BiFunction<Tally, Integer, @Nullable Object> of) {}

  private final List<Figure> figures = new ArrayList<>();

  Figures(Words words, List<RecordedPoll> polls) {
    Set<PollKind> kinds = polls.stream().map(RecordedPoll::kind).collect(Collectors.toSet());
    if (kinds.contains(PollKind.SCALE)) {
      scale(words, polls.stream().mapToInt(RecordedPoll::steps).max().orElse(0));
    }
    if (kinds.contains(PollKind.CHOICE) || kinds.contains(PollKind.THUMBS)) {
      add(words.integer("votes"), ChoiceTally.class, (tally, i) -> tally.counts().get(i));
    }
    if (kinds.contains(PollKind.RANKING)) {
      ranking(words);
    }
    if (kinds.contains(PollKind.POINTS)) {
      points(words);
    }
    if (kinds.contains(PollKind.WORDS)) {
      add(words.integer("mentions"), WordsTally.class, (tally, i) -> tally.words().get(i).count());
    }
    if (kinds.contains(PollKind.COMMITMENT)) {
      commitment(words);
    }
  }

  private void scale(Words words, int steps) {
    for (int step = 0; step < steps; step++) {
      int place = step;
      add(
          words.integer("step", step + 1),
          ScaleTally.class,
          (tally, i) -> {
            List<Integer> counts = tally.statements().get(i).counts();
            return place < counts.size() ? counts.get(place) : null;
          });
    }
    add(
        words.integer("cantSay"),
        ScaleTally.class,
        (tally, i) -> tally.statements().get(i).cantSay());
    add(words.integer("answers"), ScaleTally.class, (tally, i) -> tally.statements().get(i).n());
    add(
        words.decimal("mean"),
        ScaleTally.class,
        (tally, i) -> rounded(tally.statements().get(i).mean(), MEAN_DECIMALS));
    add(
        words.decimal("median"),
        ScaleTally.class,
        (tally, i) -> rounded(tally.statements().get(i).median(), HALF_DECIMALS));
  }

  private void ranking(Words words) {
    add(
        words.decimal("borda"),
        RankingTally.class,
        (tally, i) -> rounded(tally.options().get(i).borda(), HALF_DECIMALS));
    add(words.integer("first"), RankingTally.class, (tally, i) -> tally.options().get(i).first());
    add(words.integer("ranked"), RankingTally.class, (tally, i) -> tally.options().get(i).ranked());
  }

  private void points(Words words) {
    add(
        words.integer("pointsTotal"),
        PointsTally.class,
        (tally, i) -> Math.toIntExact(tally.options().get(i).total()));
    add(
        words.decimal("pointsMean"),
        PointsTally.class,
        (tally, i) -> rounded(tally.options().get(i).mean(), MEAN_DECIMALS));
  }

  private void commitment(Words words) {
    add(
        words.integer("answer.COMMITS"),
        CommitmentTally.class,
        (tally, i) -> tally.statements().get(i).commits());
    add(
        words.integer("answer.RESERVATION"),
        CommitmentTally.class,
        (tally, i) -> tally.statements().get(i).reservations());
    add(
        words.integer("answer.DECLINES"),
        CommitmentTally.class,
        (tally, i) -> tally.statements().get(i).declines());
  }

  private <T extends Tally> void add(
      Column column, Class<T> type, BiFunction<T, Integer, @Nullable Object> of) {
    figures.add(
        new Figure(
            column,
            (tally, item) -> type.isInstance(tally) ? of.apply(type.cast(tally), item) : null));
  }

  /** A number as it is always written, also after it has been JSON. */
  static @Nullable BigDecimal rounded(@Nullable BigDecimal number, int decimals) {
    return number == null ? null : number.setScale(decimals, RoundingMode.HALF_UP);
  }

  List<Column> columns() {
    return figures.stream().map(Figure::column).toList();
  }

  /** The cells of one item, by its place; all empty without a tally or an item. */
  List<@Nullable Object> cells(@Nullable Tally tally, int item) {
    List<@Nullable Object> cells = new ArrayList<>();
    for (Figure figure : figures) {
      cells.add(tally == null || item < 0 ? null : figure.of().apply(tally, item));
    }
    return cells;
  }
}
