package fi.sovittu.db;

import fi.sovittu.base.Limit;
import fi.sovittu.base.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connection pool, and transactions as functions that are given a connection. Thread-safe. */
public final class Db {
  private static final Logger LOG = LoggerFactory.getLogger(Db.class);

  /** Connections to PostgreSQL. A commit waits for the disk, not for us, so few suffice. */
  static final int POOL_SIZE = 10;

  /**
   * Connections for what comes by the thousand: votes, people who join, and who they are. Of each
   * one batch is on its way at a time, and a lone ballot beside its batch.
   */
  static final int CROWD_POOL_SIZE = 5;

  /**
   * How long a transaction may take, waiting for a free connection included. Whoever asked is told
   * that the service is unavailable before a phone gives up waiting, which is after ten seconds.
   */
  @Limit("A transaction")
  static final Duration LIMIT = Duration.ofSeconds(8);

  /** The same for a batch of those, behind which the next ones wait. */
  @Limit("A transaction of votes or arrivals")
  static final Duration CROWD_LIMIT = Duration.ofSeconds(5);

  /** How long a transaction may wait for a free connection. */
  static final Duration CONNECTION_WAIT = Duration.ofSeconds(4);

  /** How long the database may take to let a connection in. */
  static final Duration LOGIN_LIMIT = Duration.ofSeconds(6);

  /** How long the database may take to answer a ping, waiting for a free connection included. */
  static final Duration PING_LIMIT = Duration.ofSeconds(2);

  /**
   * The database itself ends a statement so much before its time is up here, so that its end is
   * known and the connection can be used again.
   */
  private static final Duration AHEAD = Duration.ofMillis(500);

  /**
   * When the database itself ends a transaction whose next statement does not come: a node that is
   * frozen or cut off must not keep its locks.
   */
  private static final Duration ABANDONED = Duration.ofSeconds(10);

  private static final Duration WARN_EVERY = Duration.ofSeconds(1);

  /** How often the database's clock is looked at. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  /** How often a transaction that PostgreSQL asked to repeat is tried in all. */
  static final int TRIES = 4;

  /** serialization_failure, deadlock_detected: nothing was done and the same may be tried again. */
  private static final Set<String> REPEAT = Set.of("40001", "40P01");

  /**
   * character_not_in_repertoire, untranslatable_character: a text with the character U+0000, which
   * PostgreSQL cannot keep.
   */
  private static final Set<String> UNWRITABLE = Set.of("22021", "22P05");

  /**
   * idle_in_transaction_session_timeout, read_only_sql_transaction (a standby that has not taken
   * over yet), lock_not_available.
   */
  private static final Set<String> AWAY = Set.of("25P03", "25006", "55P03");

  private final Vertx vertx;
  private final Pool pool;
  private final Duration limit;
  private final DatabaseClock clock = new DatabaseClock();
  private final AtomicLong lastWarning = new AtomicLong(System.nanoTime() - WARN_EVERY.toNanos());

  private Db(Vertx vertx, Pool pool, Duration limit) {
    this.vertx = vertx;
    this.pool = pool;
    this.limit = limit;
  }

  /** A pool for the database at the options; connects when first used. */
  public static Db connect(Vertx vertx, PgConnectOptions database) {
    return connect(vertx, database, POOL_SIZE, LIMIT);
  }

  /**
   * A pool for what comes by the thousand: it never waits for a connection behind those who read.
   */
  public static Db forCrowds(Vertx vertx, PgConnectOptions database) {
    return connect(vertx, database, CROWD_POOL_SIZE, CROWD_LIMIT);
  }

  private static Db connect(
      Vertx vertx, PgConnectOptions database, int connections, Duration limit) {
    PgConnectOptions options =
        ConnectionSettings.on(database)
            .addProperty("statement_timeout", Long.toString(limit.minus(AHEAD).toMillis()))
            .addProperty(
                "idle_in_transaction_session_timeout", Long.toString(ABANDONED.toMillis()));
    Pool pool =
        PgBuilder.pool()
            .with(
                new PoolOptions()
                    .setMaxSize(connections)
                    .setConnectionTimeout((int) CONNECTION_WAIT.toMillis())
                    .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS))
            .with(
                new NetClientOptions()
                    .setConnectTimeout((int) LOGIN_LIMIT.toMillis())
                    .setReadIdleTimeout((int) LOGIN_LIMIT.toMillis())
                    .setIdleTimeoutUnit(TimeUnit.MILLISECONDS))
            .withConnectHandler(connection -> {
              Wire.maySleep(connection);
              // Into the pool.
              connection.close();
            })
            .connectingTo(options)
            .using(vertx)
            .build();
    return new Db(vertx, pool, limit);
  }

  /**
   * What a transaction's work ends with.
   *
   * @param last statements that have been sent and are not waited for: the commit travels right
   *     behind them, and the transaction succeeds only if they all do
   */
  public record Ending<T extends @Nullable Object>(T result, List<Future<?>> last) {}

  /**
   * Runs the work in one read-write transaction and succeeds only after PostgreSQL has committed
   * it. A serialisation failure or a deadlock repeats the whole work, so it must have no effect
   * outside the database; and it must fail when one of its statements does.
   *
   * @return the work's result; a {@link Problem} as it was thrown; {@code UNAVAILABLE} when the
   *     database is away
   */
  public <T extends @Nullable Object> Future<T> write(Function<SqlConnection, Future<T>> work) {
    return writeEnding(
        connection -> work.apply(connection).map(result -> new Ending<>(result, List.of())));
  }

  /** As {@link #write}, for work whose last statements need not be waited for. */
  public <T extends @Nullable Object> Future<T> writeEnding(
      Function<SqlConnection, Future<Ending<T>>> work) {
    return attempt(work, TRIES);
  }

  private <T extends @Nullable Object> Future<T> attempt(
      Function<SqlConnection, Future<Ending<T>>> work, int triesLeft) {
    return transaction("begin", work)
        .recover(failure ->
            isToRepeat(failure) && triesLeft > 1
                ? attempt(work, triesLeft - 1)
                : Future.failedFuture(translate(failure)));
  }

  /**
   * Runs one statement that is a transaction of its own; the answer comes after its commit. Repeats
   * and fails as {@link #write} does.
   */
  public Future<RowSet<Row>> statement(String sql, Tuple arguments) {
    return statement(sql, arguments, TRIES);
  }

  private Future<RowSet<Row>> statement(String sql, Tuple arguments, int triesLeft) {
    return connected(limit, connection -> connection.preparedQuery(sql).execute(arguments))
        .recover(failure ->
            isToRepeat(failure) && triesLeft > 1
                ? statement(sql, arguments, triesLeft - 1)
                : Future.failedFuture(translate(failure)));
  }

  private static boolean isToRepeat(Throwable failure) {
    return failure instanceof PgException e && REPEAT.contains(e.getSqlState());
  }

  /** Runs the work on one unchanging snapshot of the database: repeatable read, read only. */
  public <T extends @Nullable Object> Future<T> read(Function<SqlConnection, Future<T>> work) {
    return this.<T>transaction(
            "begin isolation level repeatable read, read only",
            connection -> work.apply(connection).map(result -> new Ending<>(result, List.of())))
        .recover(failure -> Future.failedFuture(translate(failure)));
  }

  /**
   * The client keeps the order of statements, so the work's first one is sent right behind the
   * begin: a round trip less counts where a vote is acknowledged in a millisecond.
   */
  private <T extends @Nullable Object> Future<T> transaction(
      String begin, Function<SqlConnection, Future<Ending<T>>> work) {
    return connected(
        limit,
        connection -> {
          Future<?> begun = connection.query(begin).execute();
          return Future.succeededFuture(connection)
              .compose(work)
              .compose(ending -> commit(connection, begun, ending))
              .recover(failure -> rollback(connection, failure));
        });
  }

  /**
   * Runs the work on a connection of the pool. A database that has not answered in time is hung up
   * on: all that waits for it fails, and what became of a commit on its way is not known to us. The
   * commands are idempotent, so whoever asked may ask again.
   */
  private <T extends @Nullable Object> Future<T> connected(
      Duration within, Function<SqlConnection, Future<T>> work) {
    long end = System.nanoTime() + within.toNanos();
    return pool.getConnection()
        .recover(notLetIn -> {
          // Whatever its reason: as long as it is being restored, say, it lets nobody in.
          warn(notLetIn);
          return Future.failedFuture(Problem.of(Problem.Code.UNAVAILABLE));
        })
        .compose(connection -> {
          long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
          long alarm = vertx.setTimer(Math.max(1, left), late -> Wire.cut(connection));
          return Future.succeededFuture(connection)
              .compose(work)
              .eventually(() -> {
                vertx.cancelTimer(alarm);
                return connection.close();
              });
        });
  }

  private static <T extends @Nullable Object> Future<T> commit(
      SqlConnection connection, Future<?> begun, Ending<T> ending) {
    // Behind a statement that failed PostgreSQL answers a commit with a silent rollback, so each
    // must tell for itself.
    List<Future<?>> all = new ArrayList<>(ending.last());
    all.add(begun);
    all.add(connection.query("commit").execute());
    return Future.all(all).map(done -> ending.result());
  }

  private static <T extends @Nullable Object> Future<T> rollback(
      SqlConnection connection, Throwable failure) {
    return connection.query("rollback").execute().transform(done -> Future.failedFuture(failure));
  }

  /** Succeeds when the database answers in time; a frozen one is as good as none. */
  public Future<Void> ping() {
    return this.<Void>connected(
            PING_LIMIT, connection -> connection.query("select 1").execute().mapEmpty())
        .timeout(PING_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Learns what time it is in the database, and goes on learning it. */
  public Future<Void> keepTime() {
    vertx.setPeriodic(LOOK_EVERY.toMillis(), again -> lookAtClock());
    return lookAtClock();
  }

  private Future<Void> lookAtClock() {
    return connected(
        PING_LIMIT,
        connection -> {
          long asked = System.nanoTime();
          return connection
              .query("select clock_timestamp()")
              .execute()
              .map(rows -> {
                Instant told = rows.iterator().next().getOffsetDateTime(0).toInstant();
                clock.measured(told, asked, System.nanoTime());
                return null;
              });
        });
  }

  /**
   * The database's time, by which deadlines go, as last learnt by {@link #keepTime}; so what phones
   * are told fits the countdowns that they show, whatever this machine's own clock says.
   */
  public Instant now() {
    return clock.at(System.nanoTime());
  }

  public Future<Void> close() {
    return pool.close();
  }

  private Throwable translate(Throwable failure) {
    if (failure instanceof Problem) {
      return failure;
    }
    if (failure instanceof PgException e && UNWRITABLE.contains(e.getSqlState())) {
      return Problem.of(Problem.Code.BAD_REQUEST);
    }
    if (failure instanceof PgException e ? !isAway(e) : isOurs(failure)) {
      return failure;
    }
    warn(failure);
    return Problem.of(Problem.Code.UNAVAILABLE);
  }

  /** Thousands of phones may ask a database that is away; one line a second says it. */
  private void warn(Throwable away) {
    long now = System.nanoTime();
    long last = lastWarning.get();
    if (now - last >= WARN_EVERY.toNanos() && lastWarning.compareAndSet(last, now)) {
      LOG.warn("the database is not available: {}", away.toString());
    }
  }

  /**
   * A fault of our own in the work: to be seen and mended, not tried again for ever by every phone.
   */
  private static boolean isOurs(Throwable failure) {
    return failure instanceof RuntimeException && !(failure instanceof VertxException);
  }

  /**
   * Classes 08 connection, 53 resources, 57 operator intervention, and 58 system error: away, not
   * wrong.
   */
  private static boolean isAway(PgException e) {
    String state = e.getSqlState();
    return state != null
        && (AWAY.contains(state)
            || state.startsWith("08")
            || state.startsWith("53")
            || state.startsWith("57")
            || state.startsWith("58"));
  }
}
