package fi.sovittu.poll;

import fi.sovittu.base.Problem;
import fi.sovittu.base.ServerSecret;
import fi.sovittu.base.Tokens;
import fi.sovittu.db.Audit;
import fi.sovittu.live.Change;
import fi.sovittu.live.SectionName;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Opens, closes and counts polls. Every method works inside the caller's transaction and locks the
 * poll's row first.
 */
public final class Polls {
  /** A poll's life. */
  enum State {
    DRAFT,
    OPEN,
    CLOSED
  }

  private static final String CLOSE =
      """
      update poll p set state = 'CLOSED', closed_at = greatest(clock_timestamp(), p.opened_at), seal_salt = null,
        results_shown = (p.show_results <> 'BY_CHAIR'),
        entitled = case p.voters
          when 'MUNICIPALITIES' then
            (select count(*) from organisation o where o.meeting_id = p.meeting_id and o.kind = 'MUNICIPALITY')
          else (select count(*) from (
            select a.participant_id from attendance a where a.room_id = p.room_id and upper_inf(a.during)
            union select t.participant_id from turnout t where t.poll_id = p.id) e)
          end
      where p.id = $1
      """;

  private final ServerSecret secret;

  public Polls(ServerSecret secret) {
    this.secret = secret;
  }

  private record Locked(
      UUID meeting, UUID room, State state, boolean anonymous, @Nullable Buffer salt) {}

  /**
   * The room a poll belongs to.
   *
   * @return fails with NOT_FOUND
   */
  static Future<UUID> roomOf(SqlConnection connection, UUID poll) {
    return connection
        .preparedQuery("select room_id from poll where id = $1")
        .execute(Tuple.of(poll))
        .map(rows -> {
          if (rows.size() == 0) {
            throw Problem.of(Problem.Code.NOT_FOUND);
          }
          return rows.iterator().next().getUUID(0);
        });
  }

  /**
   * Opens a draft; an open poll stays open.
   *
   * @return fails with POLL_CLOSED
   */
  Future<Void> open(SqlConnection connection, Change change, UUID actor, UUID poll) {
    return lock(connection, poll)
        .compose(locked ->
            switch (locked.state()) {
              case OPEN -> Future.succeededFuture();
              case CLOSED -> Future.failedFuture(Problem.of(Problem.Code.POLL_CLOSED));
              case DRAFT -> openDraft(connection, change, actor, poll, locked);
            });
  }

  private static Future<Void> openDraft(
      SqlConnection connection, Change change, UUID actor, UUID poll, Locked locked) {
    touch(change, locked.room());
    Buffer salt = locked.anonymous() ? Buffer.buffer(Tokens.randomBytes(Seal.SALT_BYTES)) : null;
    return connection
        .preparedQuery(
            """
            update poll set state = 'OPEN', opened_at = clock_timestamp(), seal_salt = $2,
              results_shown = (show_results = 'LIVE')
            where id = $1
            """)
        .execute(Tuple.of(poll, salt))
        .compose(done ->
            Audit.write(connection, locked.meeting(), actor, "poll.open", poll, new JsonObject()));
  }

  /**
   * Closes an open poll and counts it; a closed one stays closed. The lock waits for every ballot
   * on its way, and every later one finds the poll closed. The ballots of an anonymous poll are
   * opened, put in random order, and written anew; the sealed ones and the salt of their key are
   * destroyed.
   *
   * @return fails with POLL_DRAFT
   */
  Future<Void> close(SqlConnection connection, Change change, UUID actor, UUID poll) {
    return lock(connection, poll)
        .compose(locked ->
            switch (locked.state()) {
              case CLOSED -> Future.succeededFuture();
              case DRAFT -> Future.failedFuture(Problem.of(Problem.Code.POLL_DRAFT));
              case OPEN -> closeOpen(connection, change, actor, poll, locked);
            });
  }

  private Future<Void> closeOpen(
      SqlConnection connection, Change change, UUID actor, UUID poll, Locked locked) {
    touch(change, locked.room());
    Buffer salt = locked.salt();
    Future<Void> counted =
        salt == null
            ? Future.succeededFuture()
            : unseal(connection, poll, new Seal(secret, poll, salt.getBytes()));
    return counted
        .compose(done -> connection.preparedQuery(CLOSE).execute(Tuple.of(poll)))
        .compose(done ->
            Audit.write(connection, locked.meeting(), actor, "poll.close", poll, new JsonObject()));
  }

  private static Future<Void> unseal(SqlConnection connection, UUID poll, Seal seal) {
    return connection
        .preparedQuery("delete from sealed_ballot where poll_id = $1 returning locator, sealed")
        .execute(Tuple.of(poll))
        .compose(ballots -> {
          List<Tuple> rows = new ArrayList<>(ballots.size());
          for (Seal.Content ballot : BallotBox.open(seal, ballots)) {
            rows.add(Tuple.of(poll, rows.size(), ballot.receipt(), ballot.answers()));
          }
          return rows.isEmpty()
              ? Future.succeededFuture()
              : connection
                  .preparedQuery(
                      "insert into ballot (poll_id, position, receipt, answers) values ($1, $2, $3, $4)")
                  .executeBatch(rows)
                  .mapEmpty();
        });
  }

  /**
   * Shows the result of a closed poll to participants and screens, or hides it.
   *
   * @return fails with POLL_DRAFT or POLL_STILL_OPEN
   */
  Future<Void> show(SqlConnection connection, Change change, UUID actor, UUID poll, boolean shown) {
    return lock(connection, poll)
        .compose(locked -> {
          if (locked.state() != State.CLOSED) {
            throw Problem.of(
                locked.state() == State.OPEN
                    ? Problem.Code.POLL_STILL_OPEN
                    : Problem.Code.POLL_DRAFT);
          }
          touch(change, locked.room());
          return connection
              .preparedQuery("update poll set results_shown = $2 where id = $1")
              .execute(Tuple.of(poll, shown))
              .compose(done ->
                  Audit.write(
                      connection,
                      locked.meeting(),
                      actor,
                      "poll.show",
                      poll,
                      new JsonObject().put("shown", shown)));
        });
  }

  private static Future<Locked> lock(SqlConnection connection, UUID poll) {
    return connection
        .preparedQuery(
            "select meeting_id, room_id, state, secrecy, seal_salt from poll where id = $1 for update")
        .execute(Tuple.of(poll))
        .map(rows -> {
          if (rows.size() == 0) {
            throw Problem.of(Problem.Code.NOT_FOUND);
          }
          Row row = rows.iterator().next();
          return new Locked(
              row.getUUID("meeting_id"),
              row.getUUID("room_id"),
              State.valueOf(row.getString("state")),
              row.getString("secrecy").equals("ANONYMOUS"),
              row.getBuffer("seal_salt"));
        });
  }

  private static void touch(Change change, UUID room) {
    change.touch(SectionName.POLLS, room);
    change.touchResults(room);
  }
}
