package fi.sovittu.live;

import fi.sovittu.base.Problem;
import fi.sovittu.db.Db;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live state. A transaction names the sections it changes; after its commit they are marked
 * dirty, and at the next tick each is read once and published to all who listen. Works on one event
 * loop.
 */
public final class Live {
  private static final Logger LOG = LoggerFactory.getLogger(Live.class);

  /**
   * After telling thousands of votes, so many times as long is left for taking more of them, as
   * long as anyone waits for an answer.
   */
  static final int REST = 1;

  /** How long to wait before a section is read again after the database failed, milliseconds. */
  static final long RETRY_MILLIS = 1_000;

  /**
   * How often everyone who hears nothing else hears the server's time, milliseconds; silence much
   * longer than this means a dead link.
   */
  static final long BEAT_MILLIS = 5_000;

  /** The address of the server's time. */
  static final String BEAT_ADDRESS = "sovittu.beat";

  /** In one order for everyone who raises, so that transactions never deadlock. */
  private static final String RAISE =
      """
      insert into section (scope, name, revision) select s.scope, s.name, 1 from unnest($1::uuid[], $2::text[]) s (scope, name)
      order by 1, 2
      on conflict on constraint section_pk do update set revision = section.revision + 1
      """;

  private final Vertx vertx;
  private final Context context;
  private final Db db;
  private final Sections sections;
  private final Bridge bridge;
  private final Snapshots snapshots;
  private final Ticker commands;
  private final Ticker votes;

  /** The revision of each that was told last: both tickers may have heard of one change. */
  private final Map<SectionKey, Long> told = new HashMap<>();

  /**
   * @param sections of all features
   * @param bridge whose listeners are told
   */
  public Live(Vertx vertx, Context context, Db db, Sections sections, Bridge bridge) {
    this.vertx = vertx;
    this.context = context;
    this.db = db;
    this.sections = sections;
    this.bridge = bridge;
    this.snapshots = new Snapshots(context, db, sections);
    Ticker.Crowd crowd = new Crowd();
    this.commands = new Ticker(vertx, sections, crowd, 0, Pace.COMMANDS);
    this.votes = new Ticker(vertx, sections, crowd, REST, Pace.VOTES);
  }

  /** Begins the beat. */
  public void start() {
    vertx.setPeriodic(
        BEAT_MILLIS,
        beat ->
            bridge.publish(
                BEAT_ADDRESS,
                new JsonObject().put("serverTime", db.now().toString()).toBuffer(),
                Pace.VOTES));
  }

  /**
   * Runs a transaction that names what it changes. The revisions are raised inside it, and the
   * sections are published only after it has committed. See {@link Db#write} for repetition and
   * failures.
   */
  public <T extends @Nullable Object> Future<T> write(
      BiFunction<SqlConnection, Change, Future<T>> work) {
    return write(db, work, commands);
  }

  /**
   * As {@link #write}, for what follows from votes and not from anybody's command: told at their
   * pace.
   */
  public <T extends @Nullable Object> Future<T> writeOfVotes(
      BiFunction<SqlConnection, Change, Future<T>> work) {
    return write(db, work, votes);
  }

  /**
   * As {@link #writeOfVotes}, for what people do by the thousand.
   *
   * @param crowds the connections for that
   */
  public <T extends @Nullable Object> Future<T> writeOfMany(
      Db crowds, BiFunction<SqlConnection, Change, Future<T>> work) {
    return write(crowds, work, votes);
  }

  private <T extends @Nullable Object> Future<T> write(
      Db through, BiFunction<SqlConnection, Change, Future<T>> work, Ticker ticker) {
    return through
        .writeEnding(connection -> {
          Change change = new Change(sections);
          return work.apply(connection, change)
              .map(result ->
                  new Db.Ending<>(new Written<>(result, change), last(connection, change)));
        })
        .map(written -> {
          changed(written.change().keys(), ticker);
          return written.result();
        });
  }

  private record Written<T extends @Nullable Object>(T result, Change change) {}

  private static List<Future<?>> last(SqlConnection connection, Change change) {
    if (change.keys().isEmpty()) {
      return List.of();
    }
    Tuple keys =
        Tuple.tuple()
            .addArrayOfUUID(change.keys().stream().map(SectionKey::scope).toArray(UUID[]::new))
            .addArrayOfString(
                change.keys().stream().map(key -> key.name().text()).toArray(String[]::new));
    return List.of(connection.preparedQuery(RAISE).execute(keys));
  }

  /**
   * Publishes sections whose revisions votes have raised by themselves; to be called after their
   * commit. They come by the thousand, so telling of them has to leave room for taking them.
   */
  public void voted(Collection<SectionKey> keys) {
    changed(keys, votes);
  }

  private void changed(Collection<SectionKey> keys, Ticker ticker) {
    context.runOnContext(go -> {
      snapshots.changed(keys);
      ticker.add(keys);
    });
  }

  /**
   * The newest state of the sections; those that many ask for are read once. While the database
   * does not answer, the last known state: the newer one is published when it can be read.
   */
  public Future<List<State>> snapshot(Collection<SectionKey> keys) {
    Promise<List<State>> promise = Promise.promise();
    context.runOnContext(go ->
        Future.all(snapshots.freshOrLast(keys))
            .<List<State>>map(all -> all.list())
            .onComplete(promise));
    return promise.future();
  }

  /** As {@link #snapshot(Collection)}, of everything that the viewer may see. */
  public Future<List<State>> snapshot(Viewer viewer) {
    return snapshot(sections.seenBy(viewer));
  }

  /** All who listen. */
  private final class Crowd implements Ticker.Crowd {
    @Override
    public boolean othersWait() {
      return bridge.othersWait();
    }

    @Override
    public List<Future<State>> read(List<SectionKey> keys) {
      return snapshots.fresh(keys);
    }

    @Override
    public Future<Void> tell(SectionKey key, State state, Pace pace) {
      Long before = told.get(key);
      if (before != null && state.revision() <= before) {
        return Future.succeededFuture();
      }
      told.put(key, state.revision());
      return bridge.publish(key.address(), state.json(), pace);
    }

    @Override
    public void missed(SectionKey key, Throwable failure) {
      if (!(failure instanceof Problem)) {
        LOG.error("reading {} failed", key.address(), failure);
      }
      vertx.setTimer(RETRY_MILLIS, again -> commands.add(List.of(key)));
    }
  }
}
