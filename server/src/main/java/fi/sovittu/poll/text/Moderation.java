package fi.sovittu.poll.text;

import fi.sovittu.base.Problem;
import fi.sovittu.db.Audit;
import fi.sovittu.live.Change;
import fi.sovittu.poll.ballot.Ballots;
import fi.sovittu.poll.ballot.Definition;
import fi.sovittu.poll.kind.TextTally;
import fi.sovittu.poll.kind.TextTally.EntryState;
import fi.sovittu.poll.rules.Audience;
import fi.sovittu.poll.rules.PollKind;
import fi.sovittu.poll.rules.PollLimits;
import fi.sovittu.poll.rules.PollState;
import fi.sovittu.poll.rules.RoomSections;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the texts of an open text poll: let through, hidden, grouped, supported. Works
 * inside the caller's transaction.
 */
public final class Moderation {
  private record Mark(EntryState state, @Nullable UUID group) {}

  private static final Comparator<TextTally.Entry> MOST_SUPPORTED =
      Comparator.comparingInt(TextTally.Entry::upvotes)
          .reversed()
          .thenComparing(TextTally.Entry::id);

  private Moderation() {}

  /**
   * The texts of the ballots with what has been said of them.
   *
   * @param desk whether to show those that wait or are hidden too
   */
  public static Future<TextTally> tally(
      SqlConnection connection, Definition poll, List<Ballots.Ballot> ballots, boolean desk) {
    Tuple id = Tuple.of(poll.id());
    Future<RowSet<Row>> marks =
        connection
            .preparedQuery("select entry_id, state, group_id from text_mark where poll_id = $1")
            .execute(id);
    Future<RowSet<Row>> upvotes =
        connection
            .preparedQuery(
                "select entry_id, count(*)::int from text_upvote where poll_id = $1 group by"
                    + " entry_id")
            .execute(id);
    Future<RowSet<Row>> groups =
        connection
            .preparedQuery("select id, title from text_group where poll_id = $1 order by title, id")
            .execute(id);
    return Future.all(marks, upvotes, groups)
        .map(all -> {
          Map<UUID, Mark> marked = new HashMap<>();
          marks
              .result()
              .forEach(row ->
                  marked.put(
                      row.getUUID(0),
                      new Mark(EntryState.valueOf(row.getString(1)), row.getUUID(2))));
          Map<UUID, Integer> supported = new HashMap<>();
          upvotes.result().forEach(row -> supported.put(row.getUUID(0), row.getInteger(1)));
          List<TextTally.TextGroup> headings = new ArrayList<>();
          groups
              .result()
              .forEach(
                  row -> headings.add(new TextTally.TextGroup(row.getUUID(0), row.getString(1))));
          return tally(poll, ballots, marked, supported, headings, desk);
        });
  }

  private static TextTally tally(
      Definition poll,
      List<Ballots.Ballot> ballots,
      Map<UUID, Mark> marks,
      Map<UUID, Integer> upvotes,
      List<TextTally.TextGroup> groups,
      boolean desk) {
    Mark unmarked = new Mark(poll.moderated() ? EntryState.WAITING : EntryState.SHOWN, null);
    List<TextTally.Entry> entries = new ArrayList<>();
    int waiting = 0;
    for (Ballots.Ballot ballot : ballots) {
      for (Object text : ballot.answers()) {
        UUID entry = TextEntries.id(ballot.name(), (String) text);
        Mark mark = marks.getOrDefault(entry, unmarked);
        waiting += mark.state() == EntryState.WAITING ? 1 : 0;
        if (desk || mark.state() == EntryState.SHOWN) {
          entries.add(
              new TextTally.Entry(
                  entry,
                  (String) text,
                  ballot.by(),
                  mark.state(),
                  mark.group(),
                  upvotes.getOrDefault(entry, 0)));
        }
      }
    }
    entries.sort(MOST_SUPPORTED);
    return new TextTally(ballots.size(), List.copyOf(entries), groups, waiting);
  }

  /**
   * Shows, hides or groups a text.
   *
   * @return fails with NOT_FOUND when the poll has no texts, the desk may not see them (yet), or
   *     the entry or the group is not the poll's own
   */
  static Future<Void> mark(
      SqlConnection connection,
      Change change,
      UUID actor,
      Definition poll,
      UUID entry,
      EntryState state,
      @Nullable UUID group) {
    return touch(change, poll)
        .compose(texts -> mustHave(connection, poll, entry))
        .compose(found ->
            connection
                .preparedQuery(
                    """
                    insert into text_mark (poll_id, entry_id, state, group_id) values ($1, $2, $3, $4)
                    on conflict on constraint text_mark_pk do update set
                      state = excluded.state, group_id = excluded.group_id
                    """)
                .execute(Tuple.of(poll.id(), entry, state.name(), group)))
        .recover(failure ->
            failure instanceof PgException e && "23503".equals(e.getSqlState())
                ? Future.failedFuture(Problem.of(Problem.Code.NOT_FOUND))
                : Future.failedFuture(failure))
        .compose(done ->
            Audit.write(
                connection,
                poll.meeting(),
                actor,
                "text.mark",
                poll.id(),
                new JsonObject()
                    .put("entry", entry.toString())
                    .put("state", state.name())
                    .put("group", group == null ? null : group.toString())));
  }

  /**
   * Whoever is not shown the texts is not told which there are either. While an anonymous poll is
   * open they are sealed, and any entry is taken; a mark that no text has shows nothing.
   */
  private static Future<Void> mustHave(SqlConnection connection, Definition poll, UUID entry) {
    if (!poll.visibleTo(Audience.DESK)) {
      return Future.failedFuture(Problem.of(Problem.Code.NOT_FOUND));
    }
    if (poll.anonymous() && !poll.counted()) {
      return Future.succeededFuture();
    }
    return Ballots.all(connection, poll)
        .map(ballots -> {
          if (ballots.stream().noneMatch(ballot -> has(ballot, entry))) {
            throw Problem.of(Problem.Code.NOT_FOUND);
          }
          return null;
        });
  }

  private static boolean has(Ballots.Ballot ballot, UUID entry) {
    return ballot.answers().stream()
        .anyMatch(text -> TextEntries.id(ballot.name(), (String) text).equals(entry));
  }

  /** Supports a text, or takes the support back. */
  static Future<Void> upvote(
      SqlConnection connection,
      Change change,
      UUID participant,
      Definition poll,
      UUID entry,
      boolean upvoted) {
    return touch(change, poll)
        .compose(texts ->
            connection
                .preparedQuery(
                    upvoted
                        ? """
                        insert into text_upvote (poll_id, entry_id, participant_id) values ($1, $2, $3)
                        on conflict on constraint text_upvote_pk do nothing
                        """
                        : "delete from text_upvote where poll_id = $1 and entry_id = $2 and"
                            + " participant_id = $3")
                .execute(Tuple.of(poll.id(), entry, participant)))
        .mapEmpty();
  }

  /**
   * Makes or renames a group.
   *
   * @return fails with TEXT_GROUPS_FULL
   */
  static Future<Void> putGroup(
      SqlConnection connection, Change change, Definition poll, UUID group, String title) {
    String stripped = title.strip();
    if (stripped.isEmpty()) {
      return Future.failedFuture(
          Problem.withFields(
              Problem.Code.BAD_REQUEST, List.of(new Problem.Field("title", "is blank"))));
    }
    return touch(change, poll)
        // Those who make groups at once take turns, or there could be more than the limit.
        .compose(texts ->
            connection
                .preparedQuery("select 1 from poll where id = $1 for no key update")
                .execute(Tuple.of(poll.id())))
        .compose(locked ->
            connection
                .preparedQuery(
                    """
                    insert into text_group (poll_id, id, title)
                    select $1, $2, $3 where exists (select from text_group where poll_id = $1 and id = $2)
                      or (select count(*) from text_group where poll_id = $1) < $4
                    on conflict on constraint text_group_pk do update set title = excluded.title
                    """)
                .execute(Tuple.of(poll.id(), group, stripped, PollLimits.TEXT_GROUPS)))
        .map(written -> {
          if (written.rowCount() == 0) {
            throw Problem.of(Problem.Code.TEXT_GROUPS_FULL, PollLimits.TEXT_GROUPS);
          }
          return null;
        });
  }

  /** Undoes a group; its texts stay. */
  static Future<Void> deleteGroup(
      SqlConnection connection, Change change, Definition poll, UUID group) {
    return touch(change, poll)
        .compose(texts ->
            connection
                .preparedQuery("delete from text_group where poll_id = $1 and id = $2")
                .execute(Tuple.of(poll.id(), group)))
        .mapEmpty();
  }

  private static Future<Void> touch(Change change, Definition poll) {
    if (poll.kind() != PollKind.TEXT || poll.state() == PollState.DRAFT) {
      return Future.failedFuture(Problem.of(Problem.Code.NOT_FOUND));
    }
    RoomSections.touchResults(change, poll.room());
    return Future.succeededFuture();
  }
}
