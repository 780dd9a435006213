package fi.sovittu.post;

import fi.sovittu.db.Db;
import fi.sovittu.live.Live;
import fi.sovittu.people.PeopleSection;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The queue of messages in the database, shared by all nodes. A message is taken by one node at a
 * time, for a while that is renewed as long as it is being sent; it is marked as sent right after
 * the server has taken it. So none is lost, and none is sent twice but in one case: a node dies, or
 * loses the database for good, between the server's yes and the mark.
 */
final class Queue {
  /** For how long a node has taken a message when it does not renew that. */
  static final Duration CLAIM = Duration.ofSeconds(30);

  /**
   * The one that is due longest is looked for once: joined instead, it could be looked for again
   * and again by one statement, which would then take more than it tells of.
   */
  static final String TAKE =
      """
      update message m set claimed_until = clock_timestamp() + make_interval(secs => $1), attempts = m.attempts + 1
      where m.id = (
        select id from message
        where state = 'QUEUED' and next_at <= clock_timestamp()
          and (claimed_until is null or claimed_until <= clock_timestamp())
        order by next_at limit 1 for update skip locked)
      returning m.id, m.meeting_id, m.participant_id, m.attempts,
        extract(epoch from clock_timestamp() - m.queued_at)::float8 as age
      """;

  private static final String RENEW =
      """
      update message set claimed_until = clock_timestamp() + make_interval(secs => $2) where id = $1 and state = 'QUEUED'
      """;

  /** Queued anew meanwhile, it has another id, and what became of the old one does not matter. */
  private static final String SETTLE =
      """
      update message m set state = $2, fault = $3, answer = $4, claimed_until = null,
        next_at = clock_timestamp() + make_interval(secs => $5),
        sent_at = case when $2 = 'SENT' then clock_timestamp() else sent_at end,
        sent_generation = case when $2 = 'SENT' then $6 else sent_generation end
      where id = $1 and state = 'QUEUED'
      returning m.meeting_id, $2 <> 'QUEUED' and not exists (
        select from message o where o.meeting_id = m.meeting_id and o.state = 'QUEUED' and o.id <> m.id) as last
      """;

  /**
   * A message that this node has taken.
   *
   * @param attempts how many there have been, this one included
   * @param age since it was queued
   */
  record Taken(UUID id, UUID meeting, UUID participant, int attempts, Duration age) {}

  private final Db db;
  private final Live live;

  Queue(Db db, Live live) {
    this.db = db;
    this.live = live;
  }

  /** Takes the message that is due longest; null when none is. */
  Future<@Nullable Taken> take() {
    return db.statement(TAKE, Tuple.of(seconds(CLAIM)))
        .map(rows -> {
          if (rows.size() == 0) {
            return null;
          }
          Row row = rows.iterator().next();
          return new Taken(
              row.getUUID("id"),
              row.getUUID("meeting_id"),
              row.getUUID("participant_id"),
              row.getInteger("attempts"),
              Duration.ofMillis((long) (row.getDouble("age") * 1_000)));
        });
  }

  /** Says that the message is still being sent. */
  Future<Void> renew(UUID id) {
    return db.statement(RENEW, Tuple.of(id, seconds(CLAIM))).mapEmpty();
  }

  /**
   * @param generation of the link that was sent
   */
  Future<Void> sent(UUID id, int generation) {
    return settle(id, "SENT", null, null, Duration.ZERO, generation);
  }

  Future<Void> failed(UUID id, Fault fault, @Nullable String answer) {
    return settle(id, "FAILED", fault, answer, Duration.ZERO, null);
  }

  /**
   * @param wait until it is tried again
   */
  Future<Void> postponed(UUID id, Fault fault, @Nullable String answer, Duration wait) {
    return settle(id, "QUEUED", fault, answer, wait, null);
  }

  /** The pages of a meeting hear when its last message has left the queue. */
  private Future<Void> settle(
      UUID id,
      String state,
      @Nullable Fault fault,
      @Nullable String answer,
      Duration wait,
      @Nullable Integer generation) {
    return live.write((connection, change) ->
        execute(
                connection,
                Tuple.of(
                    id,
                    state,
                    fault == null ? null : fault.name(),
                    answer,
                    seconds(wait),
                    generation))
            .map(row -> {
              if (row != null && row.getBoolean("last")) {
                change.touch(PeopleSection.NAME, row.getUUID("meeting_id"));
              }
              return null;
            }));
  }

  private static Future<@Nullable Row> execute(SqlConnection connection, Tuple outcome) {
    return connection
        .preparedQuery(SETTLE)
        .execute(outcome)
        .map(rows -> rows.size() == 0 ? null : rows.iterator().next());
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1_000.0;
  }
}
