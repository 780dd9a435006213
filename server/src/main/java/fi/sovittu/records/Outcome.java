package fi.sovittu.records;

import fi.sovittu.poll.count.Decision;
import fi.sovittu.poll.count.MunicipalCount;
import fi.sovittu.poll.kind.Tally;
import fi.sovittu.poll.kind.WordsTally;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A poll and what came of it; each part is null where there is none. Immutable. */
record Outcome(
    RecordedPoll poll,
    @Nullable Tally tally,
    @Nullable Decision decision,
    @Nullable MunicipalCount municipal) {

  /**
   * Counts the poll, if the close has counted it.
   *
   * @throws IllegalArgumentException if a stored ballot is damaged
   */
  static Outcome of(RecordedPoll poll, List<CastBallot> ballots) {
    JsonObject municipal = poll.municipalCount();
    Tally tally =
        poll.counted()
            ? poll.question().count(ballots.stream().map(CastBallot::answers).toList())
            : null;
    return new Outcome(
        poll,
        tally,
        tally == null ? null : decision(poll, tally),
        municipal == null ? null : municipal.mapTo(MunicipalCount.class));
  }

  private static @Nullable Decision decision(RecordedPoll poll, Tally tally) {
    return Decision.of(
        poll.question(),
        tally,
        poll.rules().majority(),
        poll.rules().quorum(),
        new Decision.Bases(
            poll.voted(),
            poll.present() == null ? 0 : poll.present(),
            poll.entitled() == null ? 0 : poll.entitled(),
            poll.municipalities()));
  }

  List<String> items(Words words) {
    return items(words, poll, tally);
  }

  /**
   * What a tally of the poll is about, one by one: the words that were given, or what was asked.
   */
  static List<String> items(Words words, RecordedPoll poll, @Nullable Tally tally) {
    return tally instanceof WordsTally cloud
        ? cloud.words().stream().map(WordsTally.Word::word).toList()
        : poll.items(words);
  }
}
