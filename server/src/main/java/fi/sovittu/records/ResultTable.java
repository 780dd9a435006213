package fi.sovittu.records;

import fi.sovittu.poll.count.Decision;
import fi.sovittu.poll.count.Decision.Requirement;
import fi.sovittu.poll.count.MunicipalCount;
import fi.sovittu.poll.kind.WordsTally;
import fi.sovittu.poll.rules.PollDraft.Scale;
import fi.sovittu.table.Table;
import fi.sovittu.table.Table.Column;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What polls resulted in: a row for each statement, option or word, whatever the kind. Polls that
 * have no result have their rows too, without figures.
 */
final class ResultTable {
  private static final int MEAN_DECIMALS = 2;

  private final Day day;
  private final Words words;
  private final List<Outcome> outcomes;
  private final Figures figures;

  ResultTable(Day day, Words words, List<Outcome> outcomes) {
    this.day = day;
    this.words = words;
    this.outcomes = outcomes;
    this.figures = new Figures(words, outcomes.stream().map(Outcome::poll).toList());
  }

  Table table() {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                words.text("room"),
                words.text("poll"),
                words.integer("round"),
                words.text("kindOfPoll"),
                words.text("state"),
                words.integer("number"),
                words.text("item"),
                words.integer("askedVersion"),
                words.integer("newestVersion"),
                words.text("scale")));
    columns.addAll(figures.columns());
    columns.addAll(
        List.of(
            words.integer("municipalityCount"),
            words.decimal("municipalityMean"),
            words.integer("decisionVotes"),
            words.integer("decisionNeeded"),
            words.integer("decisionBase"),
            words.text("decisionMet"),
            words.integer("voted"),
            words.integer("entitled"),
            words.dateTime("opened"),
            words.dateTime("closed"),
            words.text("reason")));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    outcomes.forEach(outcome -> rows(outcome, rows));
    return new Table(words.of("results"), columns, rows);
  }

  private void rows(Outcome outcome, List<List<@Nullable Object>> rows) {
    List<String> items = outcome.items(words);
    for (int i = 0; i < items.size(); i++) {
      rows.add(row(outcome, i, items.get(i)));
    }
    if (outcome.tally() instanceof WordsTally cloud && cloud.others() > 0) {
      rows.add(row(outcome, -1, words.of("otherWords", cloud.others())));
    }
    if (items.isEmpty()) {
      rows.add(row(outcome, -1, null));
    }
  }

  /**
   * @param i the item's place; negative for a row that is about none
   */
  private List<@Nullable Object> row(Outcome outcome, int i, @Nullable String item) {
    RecordedPoll poll = outcome.poll();
    RecordedPoll.Statement statement =
        i >= 0 && i < poll.statements().size() ? poll.statements().get(i) : null;
    List<@Nullable Object> row = new ArrayList<>();
    row.add(poll.room());
    row.add(poll.title());
    row.add(poll.round());
    row.add(words.value("pollKind", poll.kind().name()));
    row.add(words.value("state", poll.state()));
    row.add(i < 0 ? null : i + 1);
    row.add(item);
    row.add(statement == null ? null : statement.version());
    row.add(statement == null ? null : statement.newest());
    row.add(scale(poll.scale()));
    row.addAll(figures.cells(outcome.tally(), i));
    municipal(row, outcome.municipal(), i);
    decision(row, outcome.decision(), i);
    row.add(poll.voted());
    row.add(poll.entitled());
    row.add(day.local(poll.times().opened()));
    row.add(day.local(poll.times().closed()));
    row.add(poll.reason());
    return row;
  }

  private @Nullable String scale(@Nullable Scale scale) {
    return scale == null ? null : words.of("scaleLabels", scale.low(), scale.steps(), scale.high());
  }

  private static void municipal(List<@Nullable Object> row, @Nullable MunicipalCount count, int i) {
    row.add(count == null || !isPlace(i, count.counts()) ? null : count.counts().get(i));
    row.add(
        count == null || !isPlace(i, count.means())
            ? null
            : Figures.rounded(count.means().get(i), MEAN_DECIMALS));
  }

  private static boolean isPlace(int i, List<?> list) {
    return i >= 0 && i < list.size();
  }

  /** Of thumbs the first item is judged: up. */
  private void decision(List<@Nullable Object> row, @Nullable Decision decision, int i) {
    Requirement requirement =
        decision == null || !isPlace(i, decision.items()) ? null : decision.items().get(i);
    row.add(requirement == null ? null : requirement.votes());
    row.add(requirement == null ? null : requirement.needed());
    row.add(requirement == null ? null : requirement.base());
    row.add(requirement == null ? null : words.yesOrNo(requirement.met()));
  }
}
