package fi.sovittu.live;

import fi.sovittu.base.Problem;
import fi.sovittu.db.Db;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
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
   * The shortest time between two publications of live state, milliseconds: four a second are
   * enough for eyes.
   */
  static final long TICK_MILLIS = 250;

  /**
   * After telling thousands of votes, so many times as long is left for taking more of them, as
   * long as anyone waits for an answer.
   */
  static final int REST = 1;

  /**
   * The longest such time, milliseconds: the last votes are to be seen soon also where telling took
   * long.
   */
  static final long LONGEST_REST_MILLIS = 500;

  /** How often a rest is looked at, milliseconds. */
  static final long LOOK_MILLIS = 20;

  /** A rest ends when nobody waited at so many looks in a row: between two batches nobody does. */
  static final int QUIET_LOOKS = 4;

  /** How long a reader waits for the newest when an older state is known, milliseconds. */
  static final long PATIENCE_MILLIS = 1_500;

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

  /**
   * What is known of one section. {@code wanted} counts the changes; {@code has} is the count the
   * state was read at.
   */
  private static final class Entry {
    private long wanted = 1;
    private long has;
    private @Nullable State state;
    private @Nullable Future<State> reading;

    /** The revision that was published last: both tickers may have been told of one change. */
    private long told = -1;
  }

  /**
   * A section to be read.
   *
   * @param at the count of changes that it will have been read at
   */
  private record Wanted(SectionKey key, long at, Promise<State> state) {}

  private final Vertx vertx;
  private final Context context;
  private final Db db;
  private final Sockets sockets;
  private final Map<SectionName, Section> sections = new EnumMap<>(SectionName.class);
  private final Map<SectionKey, Entry> entries = new HashMap<>();
  private final Ticker commands = new Ticker(0, Sockets.Pace.COMMANDS);
  private final Ticker votes = new Ticker(REST, Sockets.Pace.VOTES);

  /**
   * @param bridge whose sockets are told
   */
  public Live(Vertx vertx, Context context, Db db, Bridge bridge) {
    this.sockets = bridge.sockets();
    this.vertx = vertx;
    this.context = context;
    this.db = db;
  }

  /** Adds a feature's section. All are added before {@link #start()}. */
  public void add(Section section) {
    sections.put(section.name(), section);
  }

  /** Begins the beat. */
  public void start() {
    vertx.setPeriodic(
        BEAT_MILLIS,
        beat ->
            publish(
                BEAT_ADDRESS,
                new State(new JsonObject().put("serverTime", db.now().toString())),
                Sockets.Pace.VOTES));
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
          Change change = new Change();
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
      keys.forEach(key -> entry(key).wanted++);
      ticker.add(keys);
    });
  }

  /**
   * The newest state of the sections, each a contract {@code Section}; those that many ask for are
   * read once. While the database does not answer, the last known state: the newer one is published
   * when it can be read.
   */
  public Future<List<State>> snapshot(Collection<SectionKey> keys) {
    Promise<List<State>> promise = Promise.promise();
    context.runOnContext(go -> {
      List<Future<State>> states = new ArrayList<>(fresh(keys));
      int i = 0;
      for (SectionKey key : keys) {
        states.set(i, orLast(entry(key).state, states.get(i)));
        i++;
      }
      Future.all(states).<List<State>>map(all -> all.list()).onComplete(promise);
    });
    return promise.future();
  }

  private static Future<State> orLast(@Nullable State last, Future<State> fresh) {
    return last == null || fresh.succeeded()
        ? fresh
        : fresh.timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).otherwise(last);
  }

  private Entry entry(SectionKey key) {
    return entries.computeIfAbsent(key, unknown -> new Entry());
  }

  /** The newest state of each; those of one scope that must be read are read in one snapshot. */
  private List<Future<State>> fresh(Collection<SectionKey> keys) {
    Map<UUID, List<Wanted>> toRead = new HashMap<>();
    List<Future<State>> states = new ArrayList<>(keys.size());
    for (SectionKey key : keys) {
      Entry entry = entry(key);
      if (entry.state != null && entry.has == entry.wanted) {
        states.add(Future.succeededFuture(entry.state));
      } else if (entry.reading != null) {
        // The read under way may have begun before the newest change, so whoever needs that waits
        // for one more.
        long wanted = entry.wanted;
        states.add(
            entry.reading.compose(state ->
                entry.has >= wanted
                    ? Future.succeededFuture(state)
                    : fresh(List.of(key)).getFirst()));
      } else {
        Promise<State> promise = Promise.promise();
        entry.reading = promise.future();
        toRead
            .computeIfAbsent(key.scope(), first -> new ArrayList<>())
            .add(new Wanted(key, entry.wanted, promise));
        states.add(promise.future());
      }
    }
    toRead.values().forEach(this::read);
    return states;
  }

  private void read(List<Wanted> wanted) {
    db.read(
            connection -> {
              Reading reading = new Reading(connection);
              return Future.all(wanted.stream().map(one -> read(reading, one.key())).toList());
            })
        .onComplete(read ->
            context.runOnContext(go -> {
              if (read.failed() && !(read.cause() instanceof Problem) && wanted.size() > 1) {
                // A fault in one section must not silence the others.
                wanted.forEach(one -> read(List.of(one)));
                return;
              }
              for (int i = 0; i < wanted.size(); i++) {
                Wanted one = wanted.get(i);
                Entry entry = entry(one.key());
                entry.reading = null;
                if (read.succeeded()) {
                  State state = read.result().resultAt(i);
                  entry.state = state;
                  entry.has = one.at();
                  one.state().complete(state);
                } else {
                  one.state().fail(read.cause());
                }
              }
            }));
  }

  private Future<State> read(Reading reading, SectionKey key) {
    Section section = sections.get(key.name());
    if (section == null) {
      return Future.failedFuture(Problem.of(Problem.Code.NOT_FOUND));
    }
    return revision(reading.connection(), key)
        .compose(revision ->
            section
                .read(reading, key.scope())
                .map(data ->
                    new State(
                        new JsonObject()
                            .put("section", key.name().text())
                            .put("scope", key.scope().toString())
                            .put("revision", revision)
                            .put("data", new JsonObject(Json.encodeToBuffer(data))))));
  }

  private static Future<Long> revision(SqlConnection connection, SectionKey key) {
    return connection
        .preparedQuery("select revision from section where scope = $1 and name = $2")
        .execute(Tuple.of(key.scope(), key.name().text()))
        .map(rows -> rows.size() == 0 ? 0L : rows.iterator().next().getLong(0));
  }

  /**
   * Publishes what is dirty, at most once in {@link #TICK_MILLIS}, and never while its last
   * publication is still being written: many listeners make slower ticks.
   */
  private final class Ticker {
    private final int rest;
    private final Sockets.Pace pace;
    private final Set<SectionKey> dirty = new HashSet<>();
    private boolean busy;
    private long due = now();
    private long rested = now();

    /**
     * @param rest how many times as long as a publication took it rests after it
     * @param pace how fast everyone is told
     */
    Ticker(int rest, Sockets.Pace pace) {
      this.rest = rest;
      this.pace = pace;
    }

    void add(Collection<SectionKey> keys) {
      dirty.addAll(keys);
      arm();
    }

    private void arm() {
      if (!busy && !dirty.isEmpty()) {
        busy = true;
        vertx.setTimer(Math.max(1, due - now()), timer -> tickWhenRested(0));
      }
    }

    private void tickWhenRested(int quietLooks) {
      int quiet = sockets.othersWait() ? 0 : quietLooks + 1;
      if (now() < rested && quiet < QUIET_LOOKS) {
        vertx.setTimer(LOOK_MILLIS, timer -> tickWhenRested(quiet));
      } else {
        tick();
      }
    }

    private void tick() {
      long began = now();
      // In the order of their names, one after the other: a poll before its empty result.
      List<SectionKey> keys =
          dirty.stream().sorted(Comparator.comparing(SectionKey::name)).toList();
      dirty.clear();
      List<Future<State>> states = fresh(keys);
      Future<Void> publications = Future.succeededFuture();
      for (int i = 0; i < keys.size(); i++) {
        SectionKey key = keys.get(i);
        Future<State> state = states.get(i).onFailure(failure -> retryLater(key, failure));
        publications =
            publications.eventually(() -> state.compose(read -> publishOnce(key, read, pace)));
      }
      publications.onComplete(written -> {
        long resting = Math.min(LONGEST_REST_MILLIS, rest * (now() - began));
        due = began + TICK_MILLIS;
        rested = now() + resting;
        busy = false;
        arm();
      });
    }
  }

  private static long now() {
    return System.nanoTime() / 1_000_000;
  }

  private Future<Void> publishOnce(SectionKey key, State state, Sockets.Pace pace) {
    Entry entry = entry(key);
    long revision = state.value().getLong("revision");
    if (revision <= entry.told) {
      return Future.succeededFuture();
    }
    entry.told = revision;
    return publish(key.address(), state, pace);
  }

  /** To the plain sockets, and on the bus, where the bridge's fallbacks listen. */
  private Future<Void> publish(String address, State state, Sockets.Pace pace) {
    vertx.eventBus().publish(address, state.value());
    return sockets.publish(address, state.json(), pace);
  }

  private void retryLater(SectionKey key, Throwable failure) {
    if (!(failure instanceof Problem)) {
      LOG.error("reading {} failed", key.address(), failure);
    }
    vertx.setTimer(RETRY_MILLIS, again -> commands.add(List.of(key)));
  }
}
