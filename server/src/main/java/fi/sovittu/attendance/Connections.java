package fi.sovittu.attendance;

import fi.sovittu.db.Db;
import fi.sovittu.live.Connected;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Set;
import java.util.UUID;

/**
 * Tells the other nodes which participants are connected to this one, every few seconds and not at
 * every event: thousands of phones may wake up at once. Event loop only.
 */
public final class Connections {
  /** How often this node says who is connected, milliseconds. */
  static final long TICK_MILLIS = 5_000;

  /**
   * The participants connected to any node; a node that has been silent for several ticks is gone.
   */
  static final String PARTICIPANTS =
      """
      select distinct unnest(c.participants) as id from connected c where c.seen_at > clock_timestamp() - interval '20 seconds'
      """;

  private static final String SAY =
      """
      with gone as (delete from connected where seen_at < clock_timestamp() - interval '1 minute' and node <> $1)
      insert into connected (node, seen_at, participants) values ($1, clock_timestamp(), $2)
      on conflict on constraint connected_pk do update set seen_at = excluded.seen_at, participants = excluded.participants
      """;

  private static final String COUNT =
      "with live as materialized ("
          + PARTICIPANTS
          + ")"
          + """

          select count(*)::int, (count(*) filter (where a.participant_id in (select id from live)))::int
          from attendance a where a.meeting_id = $1 and upper_inf(a.during)
          """;

  /** How many are present, and how many of them are connected. */
  record Count(int present, int connected) {}

  private final Db db;
  private final Connected here;
  private final UUID node = UUID.randomUUID();
  private Set<UUID> said = Set.of();
  private boolean saying;

  public Connections(Db db, Connected here) {
    this.db = db;
    this.here = here;
  }

  /** Begins to say who is connected. */
  public void start(Vertx vertx) {
    vertx.setPeriodic(TICK_MILLIS, tick -> say());
  }

  /** While the database is away there is nobody to tell; the next tick tries again. */
  private void say() {
    Set<UUID> participants = here.participants();
    if (saying || (participants.isEmpty() && said.isEmpty())) {
      return;
    }
    saying = true;
    db.statement(SAY, Tuple.of(node).addArrayOfUUID(participants.toArray(UUID[]::new)))
        .onSuccess(done -> said = participants)
        .onComplete(done -> saying = false);
  }

  /** Counts the people of a meeting. */
  static Future<Count> count(SqlConnection connection, UUID meeting) {
    return connection
        .preparedQuery(COUNT)
        .execute(Tuple.of(meeting))
        .map(rows -> {
          var row = rows.iterator().next();
          return new Count(row.getInteger(0), row.getInteger(1));
        });
  }
}
