package fi.sovittu.records;

import fi.sovittu.poll.rules.PollDraft.Voters;
import fi.sovittu.poll.rules.PollKind;
import fi.sovittu.poll.text.TextEntries;
import fi.sovittu.records.PollBook.Mark;
import fi.sovittu.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the open text polls that were counted: the most supported first, then in an order
 * that tells nothing of who wrote which together. Authors are told of named polls only.
 */
final class TextTable {
  private static final Mark UNMARKED = new Mark(null, null, 0);

  private final Words words;
  private final PollBook book;

  TextTable(Words words, PollBook book) {
    this.words = words;
    this.book = book;
  }

  private record Entry(UUID id, String text, CastBallot ballot, Mark mark) {}

  Table table() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (RecordedPoll poll : book.polls()) {
      if (poll.kind() == PollKind.TEXT && poll.counted()) {
        entries(poll).forEach(entry -> rows.add(row(poll, entry)));
      }
    }
    return new Table(
        words.of("texts"),
        List.of(
            words.text("room"),
            words.text("poll"),
            words.integer("round"),
            words.text("state"),
            words.text("text"),
            words.text("moderation"),
            words.text("group"),
            words.integer("support"),
            words.text("author")),
        rows);
  }

  private List<Entry> entries(RecordedPoll poll) {
    List<Entry> entries = new ArrayList<>();
    for (CastBallot ballot : book.ballots(poll)) {
      for (Object answer : ballot.answers()) {
        String text = (String) answer;
        UUID id = TextEntries.id(ballot.name(), text);
        entries.add(new Entry(id, text, ballot, book.marks().getOrDefault(id, UNMARKED)));
      }
    }
    entries.sort(
        Comparator.<Entry>comparingInt(entry -> entry.mark().upvotes())
            .reversed()
            .thenComparing(Entry::id));
    return entries;
  }

  private List<@Nullable Object> row(RecordedPoll poll, Entry entry) {
    String state =
        Objects.requireNonNullElse(
            entry.mark().state(), poll.rules().moderated() ? "WAITING" : "SHOWN");
    return Arrays.asList(
        poll.room(),
        poll.title(),
        poll.round(),
        words.value("state", poll.state()),
        entry.text(),
        words.value("moderation", state),
        entry.mark().group(),
        entry.mark().upvotes(),
        author(poll, entry.ballot().voter()));
  }

  private static @Nullable String author(RecordedPoll poll, CastBallot.@Nullable Voter voter) {
    if (voter == null) {
      return null;
    }
    return poll.rules().voters() == Voters.ORGANISATIONS
        ? voter.organisation()
        : voter.participant();
  }
}
