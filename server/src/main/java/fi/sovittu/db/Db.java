package fi.sovittu.db;

import fi.sovittu.base.Problem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connection pool, and transactions as functions that are given a connection. Thread-safe. */
public final class Db {
  private static final Logger LOG = LoggerFactory.getLogger(Db.class);

  /** Connections to PostgreSQL. A commit waits for the disk, not for us, so few suffice. */
  static final int POOL_SIZE = 10;

  /** Connections for votes: one batch is on its way at a time, and a lone ballot beside it. */
  static final int VOTES_POOL_SIZE = 2;

  /**
   * A request that finds no free connection for this long is told that the service is unavailable.
   */
  static final int CONNECTION_WAIT_SECONDS = 5;

  /** How long the database may take to answer a ping. */
  static final int PING_SECONDS = 2;

  /** How often a transaction that PostgreSQL asked to repeat is tried in all. */
  static final int TRIES = 4;

  /** serialization_failure, deadlock_detected: nothing was done and the same may be tried again. */
  private static final Set<String> REPEAT = Set.of("40001", "40P01");

  /**
   * character_not_in_repertoire, untranslatable_character: a text with the character U+0000, which
   * PostgreSQL cannot keep.
   */
  private static final Set<String> UNWRITABLE = Set.of("22021", "22P05");

  private final Pool pool;

  private Db(Pool pool) {
    this.pool = pool;
  }

  /** A pool for the database at the options; connects when first used. */
  public static Db connect(Vertx vertx, PgConnectOptions options) {
    return connect(vertx, planned(options), POOL_SIZE);
  }

  /**
   * A pool for the votes alone: they never wait for a connection behind those who read, and look up
   * by key whatever the planner thinks. A plan made while a table is empty, as that of sealed
   * ballots is after each close, would read it whole for long.
   */
  public static Db forVotes(Vertx vertx, PgConnectOptions options) {
    PgConnectOptions byKey =
        planned(options).addProperty("enable_seqscan", "off").addProperty("jit", "off");
    return connect(vertx, byKey, VOTES_POOL_SIZE);
  }

  /**
   * Prepared and planned once per connection: statements are few, hot, and look up by key, so one
   * plan is right for all and planning them anew would take longer than running them. The client
   * would leave out those of more than 2,048 characters, which take longest to plan.
   */
  private static PgConnectOptions planned(PgConnectOptions options) {
    return new PgConnectOptions(options)
        .setCachePreparedStatements(true)
        .setPreparedStatementCacheSqlFilter(sql -> true)
        .addProperty("plan_cache_mode", "force_generic_plan");
  }

  private static Db connect(Vertx vertx, PgConnectOptions options, int connections) {
    Pool pool =
        PgBuilder.pool()
            .with(
                new PoolOptions()
                    .setMaxSize(connections)
                    .setConnectionTimeout(CONNECTION_WAIT_SECONDS)
                    .setConnectionTimeoutUnit(TimeUnit.SECONDS))
            .connectingTo(options)
            .using(vertx)
            .build();
    return new Db(pool);
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
    return pool.preparedQuery(sql)
        .execute(arguments)
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
    return pool.getConnection()
        .compose(connection -> {
          Future<?> begun = connection.query(begin).execute();
          return Future.succeededFuture(connection)
              .compose(work)
              .compose(ending -> commit(connection, begun, ending))
              .recover(failure -> rollback(connection, failure))
              .eventually(connection::close);
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
    return pool.query("select 1")
        .execute()
        .<Void>mapEmpty()
        .timeout(PING_SECONDS, TimeUnit.SECONDS);
  }

  public Future<Void> close() {
    return pool.close();
  }

  private static Throwable translate(Throwable failure) {
    if (failure instanceof Problem) {
      return failure;
    }
    if (failure instanceof PgException e && UNWRITABLE.contains(e.getSqlState())) {
      return Problem.of(Problem.Code.BAD_REQUEST);
    }
    if (failure instanceof PgException e ? !isAway(e) : isOurs(failure)) {
      return failure;
    }
    LOG.warn("the database is not available: {}", failure.toString());
    return Problem.of(Problem.Code.UNAVAILABLE);
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
        && (state.startsWith("08")
            || state.startsWith("53")
            || state.startsWith("57")
            || state.startsWith("58"));
  }
}
