package fi.sovittu.identity;

import fi.sovittu.db.Db;
import fi.sovittu.db.Notices;
import fi.sovittu.live.Bridge;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Makes what any node changes of roles and sessions hold at this one at once. The database tells it
 * when the change is committed ({@code tell_participants} in the migrations), whoever made it.
 */
public final class ParticipantNews {
  private static final String CHANNEL = "sovittu_participants";

  /** Sessions that have ended while nothing was heard: of these, and of staff to be sure. */
  private static final String DOUBTFUL =
      """
      select x.id from unnest($1::uuid[]) as x (id)
      where not exists (select from session s where s.participant_id = x.id and s.expires_at > clock_timestamp())
        or exists (select from role_grant g where g.participant_id = x.id and g.role in %s)
      """
          .formatted(Role.STAFF);

  private final Db db;
  private final Callers callers;
  private final Bridge bridge;

  private ParticipantNews(Db db, Callers callers, Bridge bridge) {
    this.db = db;
    this.callers = callers;
    this.bridge = bridge;
  }

  /** Hears it from now on. */
  public static void start(
      Vertx vertx, PgConnectOptions options, Db db, Callers callers, Bridge bridge) {
    ParticipantNews news = new ParticipantNews(db, callers, bridge);
    Notices.listen(vertx, options, CHANNEL, news::begin, news::hear);
  }

  /** Anything may have changed before. */
  private Future<Void> begin() {
    return callers
        .readEverythingAnew()
        .compose(done -> {
          UUID[] connected = bridge.connected().participants().toArray(UUID[]::new);
          return db.statement(DOUBTFUL, Tuple.tuple().addArrayOfUUID(connected));
        })
        .map(rows -> {
          Set<UUID> doubtful = new HashSet<>();
          rows.forEach(row -> doubtful.add(row.getUUID(0)));
          bridge.hangUp(doubtful);
          return null;
        });
  }

  private void hear(String text) {
    List<String> words = List.of(text.split(" "));
    Set<UUID> changed = new HashSet<>();
    words.stream().skip(1).map(UUID::fromString).forEach(changed::add);
    if (words.getFirst().equals("sessions")) {
      callers.forgetSessions(changed);
      bridge.hangUp(changed);
    } else {
      changed.forEach(callers::forget);
    }
  }
}
