package fi.sovittu.poll;

import fi.sovittu.base.Problem;
import fi.sovittu.base.ServerSecret;
import fi.sovittu.base.Tokens;
import fi.sovittu.db.Audit;
import fi.sovittu.live.Change;
import fi.sovittu.poll.ballot.Definition;
import fi.sovittu.poll.ballot.Seal;
import fi.sovittu.poll.count.Counting;
import fi.sovittu.poll.rules.PollState;
import fi.sovittu.poll.rules.RoomSections;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The life of a poll once it is prepared: opened, closed and counted, cancelled, discarded, asked
 * again. Every method works inside the caller's transaction, locks the poll's row first, and writes
 * the audit trail.
 */
public final class Polls {
  private static final String OPEN =
      """
      update poll set state = 'OPEN', opened_at = clock_timestamp(), seal_salt = $2,
        closes_at = clock_timestamp() + make_interval(secs => seconds),
        shown_participants = (show_participants = 'LIVE'), shown_screen = (show_screen = 'LIVE')
      where id = $1
      """;

  private static final String CLOSE =
      """
      update poll p set state = 'CLOSED', seal_salt = null,
        closed_at = greatest(p.opened_at, least(clock_timestamp(), p.closes_at)),
        shown_participants = (p.show_participants <> 'BY_CHAIR'), shown_screen = (p.show_screen <> 'BY_CHAIR'),
        (entitled, present) = (
          select count(*), count(*) filter (where r.present) from poll_register r where r.poll_id = p.id)
      where p.id = $1
      """;

  /**
   * Of a deleted draft nothing but the trail is left. It tells a command that is sent again from
   * one on a poll that never was.
   */
  private static final String ROOM =
      """
      select room_id from poll where id = $1
      union all
      select (detail->>'room')::uuid from audit
      where subject_id = $1 and action = 'poll.delete' and detail->>'room' is not null
      limit 1
      """;

  private static final String NEWER_GOAL =
      """
      select 1 from poll_statement s where s.poll_id = $1 and s.goal_version <
        (select max(v.version) from goal_version v where v.goal_id = s.goal_id) limit 1
      """;

  private final Counting counting;

  public Polls(Vertx workers, ServerSecret secret) {
    this.counting = new Counting(workers, secret);
  }

  /**
   * The room a poll belongs to, or a deleted draft belonged to.
   *
   * @return fails with NOT_FOUND
   */
  static Future<UUID> roomOf(SqlConnection connection, UUID poll) {
    return knownRoomOf(connection, poll)
        .map(room -> {
          if (room == null) {
            throw Problem.of(Problem.Code.NOT_FOUND);
          }
          return room;
        });
  }

  /** As {@link #roomOf}; null when there has never been such a poll. */
  static Future<@Nullable UUID> knownRoomOf(SqlConnection connection, UUID poll) {
    return connection
        .preparedQuery(ROOM)
        .execute(Tuple.of(poll))
        .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getUUID(0));
  }

  /**
   * Opens a draft; an open poll stays open. A countdown begins now.
   *
   * @param oldGoals whether to ask about wordings that have a newer version
   * @return fails with POLL_CLOSED, POLL_CANCELLED, POLL_DISCARDED, or GOAL_CHANGED
   */
  Future<Void> open(
      SqlConnection connection, Change change, UUID actor, UUID poll, boolean oldGoals) {
    return Definition.lock(connection, poll)
        .compose(locked -> {
          if (locked.state() == PollState.OPEN) {
            return Future.succeededFuture();
          }
          must(locked, PollState.DRAFT);
          Buffer salt =
              locked.anonymous() ? Buffer.buffer(Tokens.randomBytes(Seal.SALT_BYTES)) : null;
          return newestGoals(connection, poll, oldGoals)
              .compose(checked -> connection.preparedQuery(OPEN).execute(Tuple.of(poll, salt)))
              .compose(done -> changed(connection, change, actor, locked, "poll.open", ""));
        });
  }

  private static Future<Void> newestGoals(SqlConnection connection, UUID poll, boolean oldGoals) {
    if (oldGoals) {
      return Future.succeededFuture();
    }
    return connection
        .preparedQuery(NEWER_GOAL)
        .execute(Tuple.of(poll))
        .map(rows -> {
          if (rows.size() > 0) {
            throw Problem.of(Problem.Code.GOAL_CHANGED);
          }
          return null;
        });
  }

  /**
   * Closes an open poll and counts it; a closed one stays closed. The lock waits for every ballot
   * on its way, and every later one finds the poll closed.
   *
   * @param actor null when its time is up
   * @return fails with POLL_DRAFT, POLL_CANCELLED
   */
  Future<Void> close(SqlConnection connection, Change change, @Nullable UUID actor, UUID poll) {
    return Definition.lock(connection, poll)
        .compose(locked -> {
          if (locked.counted()) {
            return Future.succeededFuture();
          }
          must(locked, PollState.OPEN);
          // The database writes the register while the ballots are opened here.
          return Future.all(
                  counting.count(connection, locked),
                  Register.keep(connection, poll),
                  delete(connection, "delete from live_tally where poll_id = $1", poll))
              .compose(done -> connection.preparedQuery(CLOSE).execute(Tuple.of(poll)))
              .compose(done -> changed(connection, change, actor, locked, "poll.close", ""));
        });
  }

  /**
   * Closes a poll whose time is up, unless more time was given at the last moment.
   *
   * @return fails with NOT_FOUND
   */
  Future<Void> closeOverdue(SqlConnection connection, Change change, UUID poll) {
    return Definition.lock(connection, poll)
        // In a statement of its own, so that it sees what the last holder of the lock has written.
        .compose(locked ->
            connection
                .preparedQuery(
                    "select 1 from poll where id = $1 and state = 'OPEN' and closes_at <="
                        + " clock_timestamp()")
                .execute(Tuple.of(poll)))
        .compose(due ->
            due.size() == 0 ? Future.succeededFuture() : close(connection, change, null, poll));
  }

  /**
   * The open polls whose time is up, for the service itself to close. Time is the database's clock:
   * no vote is taken after it, even if the service was down at that moment.
   */
  static Future<List<UUID>> overdue(SqlConnection connection) {
    return connection
        .query(
            "select id from poll where state = 'OPEN' and closes_at <= clock_timestamp() order by"
                + " id")
        .execute()
        .map(rows -> rows.stream().map(row -> row.getUUID(0)).toList());
  }

  /** Milliseconds until the next open poll's time is up; null when none has a time to come. */
  static Future<@Nullable Long> untilNext(SqlConnection connection) {
    return connection
        .query(
            """
            select (extract(epoch from min(closes_at) - clock_timestamp()) * 1000)::bigint
            from poll where state = 'OPEN' and closes_at > clock_timestamp()
            """)
        .execute()
        .map(rows -> rows.iterator().next().getLong(0));
  }

  /**
   * Sets when an open poll closes by itself; null takes the countdown away.
   *
   * @return fails with POLL_INVALID when the instant has passed, POLL_DRAFT, POLL_CLOSED,
   *     POLL_CANCELLED
   */
  Future<Void> closeAt(
      SqlConnection connection,
      Change change,
      UUID actor,
      UUID poll,
      @Nullable OffsetDateTime closesAt) {
    return Definition.lock(connection, poll)
        .compose(locked -> {
          must(locked, PollState.OPEN);
          return connection
              .preparedQuery(
                  """
                  update poll set closes_at = $2 where id = $1
                    and ($2::timestamptz is null or $2::timestamptz > clock_timestamp())
                    and (closes_at is null or closes_at > clock_timestamp())
                  """)
              .execute(Tuple.of(poll, closesAt))
              .compose(updated -> {
                if (updated.rowCount() == 0) {
                  throw Problem.withFields(
                      Problem.Code.POLL_INVALID,
                      List.of(new Problem.Field("closesAt", "has passed")));
                }
                return changed(
                    connection, change, actor, locked, "poll.closesAt", String.valueOf(closesAt));
              });
        });
  }

  /**
   * Shows the result of a closed poll to an audience, or hides it.
   *
   * @return fails with POLL_DRAFT, POLL_STILL_OPEN, POLL_CANCELLED or POLL_DISCARDED
   */
  Future<Void> show(
      SqlConnection connection,
      Change change,
      UUID actor,
      UUID poll,
      boolean participants,
      boolean screen) {
    return Definition.lock(connection, poll)
        .compose(locked -> {
          must(locked, PollState.CLOSED);
          return connection
              .preparedQuery(
                  "update poll set shown_participants = $2, shown_screen = $3 where id = $1")
              .execute(Tuple.of(poll, participants, screen))
              .compose(done -> {
                touch(change, locked.room());
                return Audit.write(
                    connection,
                    locked.meeting(),
                    actor,
                    "poll.show",
                    poll,
                    new JsonObject().put("participants", participants).put("screen", screen));
              });
        });
  }

  /**
   * Stops an open poll without a count and destroys its ballots; a cancelled one stays cancelled.
   * The register keeps who had voted, and the audit trail what organisations answered by name.
   *
   * @return fails with POLL_DRAFT, POLL_CLOSED or POLL_DISCARDED
   */
  Future<Void> cancel(
      SqlConnection connection, Change change, UUID actor, UUID poll, String reason) {
    return Definition.lock(connection, poll)
        .compose(locked -> {
          if (locked.state() == PollState.CANCELLED) {
            return Future.succeededFuture();
          }
          must(locked, PollState.OPEN);
          return Register.keep(connection, poll)
              .compose(
                  done -> delete(connection, "delete from sealed_ballot where poll_id = $1", poll))
              .compose(
                  done -> delete(connection, "delete from live_tally where poll_id = $1", poll))
              .compose(
                  done -> delete(connection, "delete from named_ballot where poll_id = $1", poll))
              .compose(done ->
                  connection
                      .preparedQuery(
                          """
                          update poll set state = 'CANCELLED', closed_at = greatest(opened_at, clock_timestamp()),
                            seal_salt = null, shown_participants = false, shown_screen = false, reason = $2
                          where id = $1
                          """)
                      .execute(Tuple.of(poll, reason)))
              .compose(done -> changed(connection, change, actor, locked, "poll.cancel", reason));
        });
  }

  private static Future<Void> delete(SqlConnection connection, String sql, UUID poll) {
    return connection.preparedQuery(sql).execute(Tuple.of(poll)).mapEmpty();
  }

  /**
   * Sets the result of a closed poll aside; a discarded one stays discarded. Everything is kept for
   * the desk and the record.
   *
   * @return fails with POLL_DRAFT, POLL_STILL_OPEN or POLL_CANCELLED
   */
  Future<Void> discard(
      SqlConnection connection, Change change, UUID actor, UUID poll, String reason) {
    return Definition.lock(connection, poll)
        .compose(locked -> {
          if (locked.state() == PollState.DISCARDED) {
            return Future.succeededFuture();
          }
          must(locked, PollState.CLOSED);
          return connection
              .preparedQuery(
                  """
                  update poll set state = 'DISCARDED', shown_participants = false, shown_screen = false, reason = $2
                  where id = $1
                  """)
              .execute(Tuple.of(poll, reason))
              .compose(done -> changed(connection, change, actor, locked, "poll.discard", reason));
        });
  }

  /** Fails with the problem of the state that the poll is in instead. */
  static void must(Definition poll, PollState state) {
    if (poll.state() != state) {
      throw Problem.of(
          switch (poll.state()) {
            case DRAFT -> Problem.Code.POLL_DRAFT;
            case OPEN -> Problem.Code.POLL_STILL_OPEN;
            case CLOSED -> Problem.Code.POLL_CLOSED;
            case CANCELLED -> Problem.Code.POLL_CANCELLED;
            case DISCARDED -> Problem.Code.POLL_DISCARDED;
          });
    }
  }

  private static Future<Void> changed(
      SqlConnection connection,
      Change change,
      @Nullable UUID actor,
      Definition poll,
      String action,
      String detail) {
    touch(change, poll.room());
    JsonObject json = new JsonObject();
    if (!detail.isEmpty()) {
      json.put("detail", detail);
    }
    return Audit.write(connection, poll.meeting(), actor, action, poll.id(), json);
  }

  /** What a room's polls look like, to everyone. */
  static void touch(Change change, UUID room) {
    RoomSections.touch(change, room);
  }
}
