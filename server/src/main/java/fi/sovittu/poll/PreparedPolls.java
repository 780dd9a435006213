package fi.sovittu.poll;

import fi.sovittu.base.Problem;
import fi.sovittu.db.Audit;
import fi.sovittu.live.Change;
import fi.sovittu.poll.ballot.Definition;
import fi.sovittu.poll.rules.PollDraft;
import fi.sovittu.poll.rules.PollDrafts;
import fi.sovittu.poll.rules.PollState;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;

/**
 * Polls before they open: made, changed, deleted, and copied to be asked again. Works inside the
 * caller's transaction.
 */
final class PreparedPolls {
  /** How a poll is asked again. */
  enum As {
    /** The closed poll stays; the same is asked as its next round. */
    ROUND,
    /** The result of the closed poll is discarded; the same is asked anew. */
    REVOTE,
    /** The open poll is cancelled; the same lies on the desk as a draft. */
    RESET
  }

  private static final String COPY =
      """
      insert into poll (id, meeting_id, room_id, position, agenda_item_id, kind, title, secrecy, voters,
        show_participants, show_screen, steps, low_label, high_label, most, seconds,
        majority_rule, majority_base, quorum_rule, quorum_base, by_municipality, breakdowns, publish_ballots, moderated,
        round, previous_id)
      select $2, meeting_id, room_id, position, agenda_item_id, kind, title, secrecy, voters,
        show_participants, show_screen, steps, low_label, high_label, most, seconds,
        majority_rule, majority_base, quorum_rule, quorum_base, by_municipality, breakdowns, publish_ballots, moderated,
        round + case when $3 then 1 else 0 end, case when $3 then id else previous_id end
      from poll where id = $1
      """;

  private final Polls polls;

  PreparedPolls(Polls polls) {
    this.polls = polls;
  }

  /**
   * Makes a draft, or an open poll. The same key makes one poll, also when that has been deleted
   * since.
   *
   * @return fails with POLL_INVALID; NOT_FOUND when the key is a poll's of another room
   */
  Future<Void> create(
      SqlConnection connection,
      Change change,
      UUID actor,
      UUID meeting,
      UUID room,
      UUID key,
      PollDraft draft,
      boolean open) {
    // The room's row makes two requests with one key take turns, and gives positions one by one.
    return connection
        .preparedQuery("select 1 from room where id = $1 for no key update")
        .execute(Tuple.of(room))
        .compose(locked -> isMade(connection, room, key))
        .compose(known -> {
          if (known) {
            return Future.succeededFuture();
          }
          return nextPosition(connection, room)
              .compose(
                  position -> PollDrafts.insert(connection, meeting, room, position, key, draft))
              .compose(
                  done -> written(connection, change, actor, meeting, room, key, "poll.create"))
              .compose(done ->
                  open
                      ? polls.open(connection, change, actor, key, false)
                      : Future.succeededFuture());
        });
  }

  private static Future<Boolean> isMade(SqlConnection connection, UUID room, UUID key) {
    return Polls.knownRoomOf(connection, key)
        .map(known -> {
          if (known != null && !known.equals(room)) {
            throw Problem.of(Problem.Code.NOT_FOUND);
          }
          return known != null;
        });
  }

  private static Future<Integer> nextPosition(SqlConnection connection, UUID room) {
    return connection
        .preparedQuery("select coalesce(max(position) + 1, 0)::int from poll where room_id = $1")
        .execute(Tuple.of(room))
        .map(rows -> rows.iterator().next().getInteger(0));
  }

  /**
   * Replaces a draft whole.
   *
   * @return fails with POLL_NOT_DRAFT once it has opened, or POLL_INVALID
   */
  Future<Void> edit(
      SqlConnection connection, Change change, UUID actor, UUID poll, PollDraft draft) {
    return lockDraft(connection, poll)
        .compose(locked ->
            PollDrafts.replace(connection, locked.meeting(), locked.room(), poll, draft)
                .compose(done ->
                    written(
                        connection,
                        change,
                        actor,
                        locked.meeting(),
                        locked.room(),
                        poll,
                        "poll.edit")));
  }

  /**
   * Deletes a draft; a deleted one stays deleted.
   *
   * @return fails with POLL_NOT_DRAFT once it has opened, NOT_FOUND when there has never been such
   *     a poll
   */
  Future<Void> delete(SqlConnection connection, Change change, UUID actor, UUID poll) {
    return lockDraft(connection, poll)
        .compose(locked -> delete(connection, change, actor, locked))
        .recover(failure ->
            failure instanceof Problem problem && problem.code() == Problem.Code.NOT_FOUND
                ? Polls.roomOf(connection, poll).mapEmpty()
                : Future.failedFuture(failure));
  }

  private static Future<Void> delete(
      SqlConnection connection, Change change, UUID actor, Definition draft) {
    Polls.touch(change, draft.room());
    return connection
        .preparedQuery("delete from poll where id = $1")
        .execute(Tuple.of(draft.id()))
        .compose(done ->
            Audit.write(
                connection,
                draft.meeting(),
                actor,
                "poll.delete",
                draft.id(),
                new JsonObject().put("room", draft.room().toString())));
  }

  private static Future<Definition> lockDraft(SqlConnection connection, UUID poll) {
    return Definition.lock(connection, poll)
        .map(locked -> {
          if (locked.state() != PollState.DRAFT) {
            throw Problem.of(Problem.Code.POLL_NOT_DRAFT);
          }
          return locked;
        });
  }

  /**
   * Asks the same again as a new poll with the id {@code key}; the same key makes one. Wordings of
   * goals stay those of the first time.
   *
   * @return fails with POLL_ASKED_AGAIN when there is a next round already, or with the state that
   *     the poll is in instead, such as POLL_STILL_OPEN
   */
  Future<Void> again(
      SqlConnection connection,
      Change change,
      UUID actor,
      UUID poll,
      UUID key,
      As as,
      String reason) {
    return Definition.lock(connection, poll)
        .compose(locked ->
            isMade(connection, locked.room(), key)
                .compose(known -> {
                  if (known) {
                    return Future.succeededFuture();
                  }
                  return end(connection, change, actor, locked, as, reason)
                      .compose(done -> copy(connection, poll, key, as == As.ROUND))
                      .compose(done ->
                          written(
                              connection,
                              change,
                              actor,
                              locked.meeting(),
                              locked.room(),
                              key,
                              "poll.again"))
                      .compose(done ->
                          as == As.RESET
                              ? Future.succeededFuture()
                              : polls.open(connection, change, actor, key, true));
                }));
  }

  private Future<Void> end(
      SqlConnection connection, Change change, UUID actor, Definition poll, As as, String reason) {
    // Of two chairs who ask again at once only one may: what has ended is not ended a second time.
    return switch (as) {
      case RESET -> {
        Polls.must(poll, PollState.OPEN);
        yield polls.cancel(connection, change, actor, poll.id(), reason);
      }
      case REVOTE -> {
        Polls.must(poll, PollState.CLOSED);
        yield polls.discard(connection, change, actor, poll.id(), reason);
      }
      case ROUND -> {
        Polls.must(poll, PollState.CLOSED);
        yield hasNoNextRound(connection, poll.id());
      }
    };
  }

  private static Future<Void> hasNoNextRound(SqlConnection connection, UUID poll) {
    return connection
        .preparedQuery(
            "select 1 from poll where previous_id = $1 and state not in ('CANCELLED', 'DISCARDED')")
        .execute(Tuple.of(poll))
        .map(rows -> {
          if (rows.size() > 0) {
            throw Problem.of(Problem.Code.POLL_ASKED_AGAIN);
          }
          return null;
        });
  }

  private static Future<Void> copy(
      SqlConnection connection, UUID poll, UUID key, boolean nextRound) {
    Tuple ids = Tuple.of(poll, key);
    return connection
        .preparedQuery(COPY)
        .execute(Tuple.of(poll, key, nextRound))
        .compose(done ->
            connection
                .preparedQuery(
                    """
                    insert into poll_statement (poll_id, position, text, goal_set_id, goal_id, goal_version)
                    select $2, position, text, goal_set_id, goal_id, goal_version from poll_statement where poll_id = $1
                    """)
                .execute(ids))
        .compose(done ->
            connection
                .preparedQuery(
                    """
                    insert into poll_option (poll_id, position, text, abstain)
                    select $2, position, text, abstain from poll_option where poll_id = $1
                    """)
                .execute(ids))
        .compose(done ->
            connection
                .preparedQuery(
                    "insert into poll_group (poll_id, group_id) select $2, group_id from poll_group"
                        + " where poll_id = $1")
                .execute(ids))
        .mapEmpty();
  }

  private static Future<Void> written(
      SqlConnection connection,
      Change change,
      UUID actor,
      UUID meeting,
      UUID room,
      UUID poll,
      String action) {
    Polls.touch(change, room);
    return Audit.write(connection, meeting, actor, action, poll, new JsonObject());
  }
}
