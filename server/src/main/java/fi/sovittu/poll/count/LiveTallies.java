package fi.sovittu.poll.count;

import fi.sovittu.base.ServerSecret;
import fi.sovittu.live.Live;
import fi.sovittu.poll.ballot.Ballots;
import fi.sovittu.poll.ballot.Definition;
import fi.sovittu.poll.ballot.Seal;
import fi.sovittu.poll.kind.Tally;
import fi.sovittu.poll.rules.PollKind;
import fi.sovittu.poll.rules.RoomSections;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What open anonymous polls show: a part of their ballots only, in steps, so that neither two
 * moments nor the last moment and the result ever differ by a few ballots. What a step shows is
 * frozen in the database when it is first reached, so every node and every restart shows the same,
 * whatever is changed meanwhile. Event loop only.
 */
public final class LiveTallies {
  /** Into how many steps at most the turnout is cut, about. */
  private static final int STEPS = 20;

  /**
   * @param ballots how many are counted
   * @param tally null in an open text poll
   * @param texts the ballots of an open text poll, otherwise empty
   */
  public record Shown(int ballots, @Nullable JsonObject tally, List<Ballots.Ballot> texts) {}

  private static final Logger LOG = LoggerFactory.getLogger(LiveTallies.class);

  private final Vertx workers;
  private final Live live;
  private final ServerSecret secret;
  private final Map<UUID, Shown> known = new HashMap<>();
  private final Map<UUID, OpenedBallots> opened = new HashMap<>();
  private final Set<UUID> freezing = new HashSet<>();

  public LiveTallies(Vertx workers, Live live, ServerSecret secret) {
    this.workers = workers;
    this.live = live;
    this.secret = secret;
  }

  /**
   * How many ballots are shown when so many have voted: whole steps, and at least a small group
   * stays out until the close. So the difference of any two tallies is a small group at least, that
   * of the last one and the result too, and nobody can tell which ballots it is made of.
   */
  static int shownOf(int voted) {
    int step = Breakdowns.LEAST;
    while (step * STEPS < voted) {
      step *= 2;
    }
    return Math.max(0, (voted - Breakdowns.LEAST) / step * step);
  }

  /**
   * What the poll shows for now; null while that is nothing. When enough have voted for the next
   * step, that is frozen and then published.
   */
  public Future<@Nullable Shown> of(SqlConnection connection, Definition poll, int voted) {
    int wanted = shownOf(voted);
    Shown shown = known.get(poll.id());
    Seal seal = poll.seal(secret);
    if (wanted == 0 || seal == null || (shown != null && shown.ballots() >= wanted)) {
      return Future.succeededFuture(shown);
    }
    return frozen(connection, poll, seal)
        .map(stored -> {
          if (stored != null) {
            known.put(poll.id(), stored);
          }
          if (stored == null || stored.ballots() < wanted) {
            freeze(poll, seal, wanted);
          }
          return stored;
        });
  }

  /** To be called when the poll is not open any more. */
  public void forget(UUID poll) {
    known.remove(poll);
    opened.remove(poll);
  }

  private static Future<@Nullable Shown> frozen(
      SqlConnection connection, Definition poll, Seal seal) {
    return connection
        .preparedQuery("select ballots, sealed from live_tally where poll_id = $1")
        .execute(Tuple.of(poll.id()))
        .map(rows -> {
          for (Row row : rows) {
            return shown(row.getInteger(0), seal.unwrap(row.getBuffer(1).getBytes()));
          }
          return null;
        });
  }

  private void freeze(Definition poll, Seal seal, int wanted) {
    if (!freezing.add(poll.id())) {
      return;
    }
    live.writeOfVotes(
            (connection, change) -> {
              RoomSections.touchResults(change, poll.room());
              return freeze(connection, poll, seal, wanted);
            })
        .onFailure(failure ->
            LOG.warn("the live tally of poll {} waits: {}", poll.id(), failure.toString()))
        .onComplete(done -> freezing.remove(poll.id()));
  }

  /** Another node may have been quicker: the higher step stays. */
  private Future<Void> freeze(SqlConnection connection, Definition poll, Seal seal, int wanted) {
    OpenedBallots ballots =
        opened.computeIfAbsent(poll.id(), first -> new OpenedBallots(poll.id(), seal));
    return connection
        .preparedQuery("select 1 from poll where id = $1 and state = 'OPEN' for share")
        .execute(Tuple.of(poll.id()))
        .compose(open -> ballots.first(connection, workers, open.size() == 0 ? 0 : wanted))
        .compose(first ->
            first.size() < wanted
                ? Future.succeededFuture()
                : workers
                    .executeBlocking(() -> seal.wrap(json(poll, first)))
                    .compose(sealed -> keep(connection, poll, wanted, Buffer.buffer(sealed))));
  }

  private static Future<Void> keep(
      SqlConnection connection, Definition poll, int ballots, Buffer sealed) {
    return connection
        .preparedQuery(
            """
            insert into live_tally (poll_id, ballots, sealed) values ($1, $2, $3)
            on conflict on constraint live_tally_pk do update set ballots = excluded.ballots, sealed = excluded.sealed
              where live_tally.ballots < excluded.ballots
            """)
        .execute(Tuple.of(poll.id(), ballots, sealed))
        .mapEmpty();
  }

  private static JsonObject json(Definition poll, List<Seal.Content> ballots) {
    if (poll.kind() != PollKind.TEXT) {
      Tally tally = poll.question().count(ballots.stream().map(Seal.Content::answers).toList());
      return new JsonObject().put("tally", new JsonObject(Json.encodeToBuffer(tally)));
    }
    JsonArray texts = new JsonArray();
    ballots.forEach(one -> texts.add(new JsonArray().add(one.receipt()).add(one.answers())));
    return new JsonObject().put("texts", texts);
  }

  private static Shown shown(int ballots, JsonObject json) {
    List<Ballots.Ballot> texts = new ArrayList<>();
    JsonArray stored = json.getJsonArray("texts", new JsonArray());
    for (int i = 0; i < stored.size(); i++) {
      JsonArray one = stored.getJsonArray(i);
      texts.add(new Ballots.Ballot(one.getString(0), one.getJsonArray(1), null, null));
    }
    return new Shown(ballots, json.getJsonObject("tally"), List.copyOf(texts));
  }
}
