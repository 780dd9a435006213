package fi.sovittu.poll.kind;

import fi.sovittu.poll.rules.PollKind;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The texts of an open text poll.
 *
 * @param waiting texts that wait for moderation
 */
public record TextTally(int ballots, List<Entry> entries, List<TextGroup> groups, int waiting)
    implements Tally {
  /** The names are those of the API and the database. */
  public enum EntryState {
    WAITING,
    SHOWN,
    HIDDEN
  }

  /**
   * @param id see {@link TextEntries#id}
   * @param by who wrote it; null in an anonymous poll
   * @param group the group that the chair has put it into
   */
  public record Entry(
      UUID id,
      String text,
      @Nullable String by,
      EntryState state,
      @Nullable UUID group,
      int upvotes) {}

  public record TextGroup(UUID id, String title) {}

  @Override
  public PollKind kind() {
    return PollKind.TEXT;
  }
}
