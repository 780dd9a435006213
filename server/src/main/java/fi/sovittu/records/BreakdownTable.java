package fi.sovittu.records;

import fi.sovittu.poll.kind.Tally;
import fi.sovittu.poll.rules.BreakdownDimension;
import fi.sovittu.table.Table;
import fi.sovittu.table.Table.Column;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Results by groups of voters, as the close counted them: a row for each item in each group, and
 * one for the ballots of the groups that were withheld.
 */
final class BreakdownTable {
  private final Words words;
  private final List<RecordedPoll> polls;
  private final Figures figures;
  private final List<List<@Nullable Object>> rows = new ArrayList<>();

  BreakdownTable(Words words, List<RecordedPoll> polls) {
    this.words = words;
    this.polls = polls;
    this.figures = new Figures(words, polls);
  }

  Table table() {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                words.text("room"),
                words.text("poll"),
                words.integer("round"),
                words.text("state"),
                words.text("dimension"),
                words.text("group"),
                words.integer("ballotsOfGroup"),
                words.integer("number"),
                words.text("item")));
    columns.addAll(figures.columns());
    for (RecordedPoll poll : polls) {
      if (poll.breakdown() != null) {
        objects(poll.breakdown().getJsonArray("dimensions"))
            .forEach(dimension -> dimension(poll, dimension));
      }
    }
    return new Table(words.of("breakdown"), columns, rows);
  }

  private void dimension(RecordedPoll poll, JsonObject json) {
    BreakdownDimension dimension = BreakdownDimension.valueOf(json.getString("dimension"));
    for (JsonObject group : objects(json.getJsonArray("groups"))) {
      Tally tally = Tally.of(group.getJsonObject("tally"));
      String name = name(dimension, group.getString("name"));
      List<String> items = Outcome.items(words, poll, tally);
      for (int i = 0; i < items.size(); i++) {
        row(poll, dimension, name, group.getInteger("ballots"), i, items.get(i), tally);
      }
    }
    int withheld = json.getInteger("withheld");
    if (withheld > 0) {
      row(poll, dimension, words.of("withheld"), withheld, -1, null, null);
    }
  }

  private void row(
      RecordedPoll poll,
      BreakdownDimension dimension,
      String group,
      int ballots,
      int i,
      @Nullable String item,
      @Nullable Tally tally) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(poll.room());
    row.add(poll.title());
    row.add(poll.round());
    row.add(words.value("state", poll.state()));
    row.add(words.value("dimension", dimension.name()));
    row.add(group);
    row.add(ballots);
    row.add(i < 0 ? null : i + 1);
    row.add(item);
    row.addAll(figures.cells(tally, i));
    rows.add(row);
  }

  private String name(BreakdownDimension dimension, @Nullable String name) {
    if (name == null) {
      return words.of("noGroup");
    }
    return switch (dimension) {
      case ORGANISATION_KIND -> words.value("kind", name);
      case SUB_REGION -> name;
      case CHANNEL -> words.value("channel", name);
    };
  }

  private static List<JsonObject> objects(JsonArray array) {
    List<JsonObject> objects = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      objects.add(array.getJsonObject(i));
    }
    return objects;
  }
}
