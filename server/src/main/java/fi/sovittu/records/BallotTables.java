package fi.sovittu.records;

import fi.sovittu.poll.rules.PollKind;
import fi.sovittu.table.Table;
import fi.sovittu.table.Table.Column;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The counted ballots one by one. Anonymous ones stand in the random order in which the close
 * stored them, under their receipts where these are published; named ones under their names. The
 * cells of a ballot follow the rows of its poll's result. Open texts have a table of their own,
 * which does not tell which of them one person wrote.
 */
final class BallotTables {
  private final Day day;
  private final Words words;
  private final PollBook book;

  BallotTables(Day day, Words words, PollBook book) {
    this.day = day;
    this.words = words;
    this.book = book;
  }

  Table anonymous() {
    List<RecordedPoll> polls = polls(poll -> !poll.named());
    List<Column> columns =
        new ArrayList<>(
            List.of(
                words.text("room"),
                words.text("poll"),
                words.integer("round"),
                words.text("state"),
                words.integer("ballot"),
                words.text("receipt")));
    int width = answerColumns(columns, polls);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (RecordedPoll poll : polls) {
      int number = 1;
      for (CastBallot ballot : book.ballots(poll)) {
        List<@Nullable Object> row = head(poll);
        row.add(number++);
        row.add(poll.rules().publishBallots() ? ballot.name() : null);
        rows.add(filled(row, poll, ballot, width));
      }
    }
    return new Table(words.of("ballots"), columns, rows);
  }

  Table named() {
    List<RecordedPoll> polls = polls(RecordedPoll::named);
    List<Column> columns =
        new ArrayList<>(
            List.of(
                words.text("room"),
                words.text("poll"),
                words.integer("round"),
                words.text("state"),
                words.text("name"),
                words.text("organisation"),
                words.text("channel"),
                words.dateTime("givenAt"),
                words.text("ballotEnteredBy")));
    int width = answerColumns(columns, polls);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (RecordedPoll poll : polls) {
      for (CastBallot ballot : book.ballots(poll)) {
        CastBallot.Voter voter = ballot.voter();
        List<@Nullable Object> row = head(poll);
        row.add(voter == null ? null : voter.participant());
        row.add(voter == null ? null : voter.organisation());
        row.add(voter == null ? null : words.value("channel", voter.channel()));
        row.add(voter == null ? null : day.local(voter.castAt()));
        row.add(voter == null ? null : voter.enteredBy());
        rows.add(filled(row, poll, ballot, width));
      }
    }
    return new Table(words.of("namedBallots"), columns, rows);
  }

  private List<RecordedPoll> polls(Predicate<RecordedPoll> which) {
    return book.polls().stream()
        .filter(RecordedPoll::counted)
        .filter(poll -> poll.kind() != PollKind.TEXT)
        .filter(which)
        .toList();
  }

  /** Adds as many columns as the widest ballot has cells. */
  private int answerColumns(List<Column> columns, List<RecordedPoll> polls) {
    int width = 0;
    for (RecordedPoll poll : polls) {
      if (!book.ballots(poll).isEmpty()) {
        width = Math.max(width, Math.max(poll.items(words).size(), poll.most()));
      }
    }
    for (int i = 1; i <= width; i++) {
      columns.add(words.any("answerTo", i));
    }
    return width;
  }

  private List<@Nullable Object> head(RecordedPoll poll) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(poll.room());
    row.add(poll.title());
    row.add(poll.round());
    row.add(words.value("state", poll.state()));
    return row;
  }

  private List<@Nullable Object> filled(
      List<@Nullable Object> row, RecordedPoll poll, CastBallot ballot, int width) {
    List<@Nullable Object> answers = answers(poll, ballot.answers());
    row.addAll(answers);
    row.addAll(Collections.nCopies(width - answers.size(), null));
    return row;
  }

  private List<@Nullable Object> answers(RecordedPoll poll, JsonArray stored) {
    List<@Nullable Object> cells = new ArrayList<>();
    int items = poll.items(words).size();
    switch (poll.kind()) {
      case SCALE, POINTS, WORDS -> stored.forEach(cells::add);
      case CHOICE -> {
        for (int option = 0; option < items; option++) {
          cells.add(stored.contains(option) ? 1 : 0);
        }
      }
      case THUMBS -> {
        for (String thumb : List.of("UP", "SIDEWAYS", "DOWN")) {
          cells.add(stored.contains(thumb) ? 1 : 0);
        }
      }
      case RANKING -> {
        for (int option = 0; option < items; option++) {
          int place = stored.getList().indexOf(option);
          cells.add(place < 0 ? null : place + 1);
        }
      }
      case COMMITMENT -> stored.forEach(answer -> cells.add(commitment((JsonObject) answer)));
      case TEXT -> throw new IllegalArgumentException("open texts stand elsewhere");
    }
    return cells;
  }

  private String commitment(JsonObject answer) {
    String word = words.value("answer", answer.getString("answer"));
    String reservation = answer.getString("reservation");
    return reservation == null ? word : words.of("withReservation", word, reservation);
  }
}
