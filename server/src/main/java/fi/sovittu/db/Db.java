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
import io.vertx.sqlclient.SqlConnection;
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
    // Prepared once per connection: the votes' statements are few and hot.
    PgConnectOptions cached = new PgConnectOptions(options).setCachePreparedStatements(true);
    Pool pool =
        PgBuilder.pool()
            .with(
                new PoolOptions()
                    .setMaxSize(POOL_SIZE)
                    .setConnectionTimeout(CONNECTION_WAIT_SECONDS)
                    .setConnectionTimeoutUnit(TimeUnit.SECONDS))
            .connectingTo(cached)
            .using(vertx)
            .build();
    return new Db(pool);
  }

  /**
   * Runs the work in one read-write transaction and succeeds only after PostgreSQL has committed
   * it. A serialisation failure or a deadlock repeats the whole work, so it must have no effect
   * outside the database.
   *
   * @return the work's result; a {@link Problem} as it was thrown; {@code UNAVAILABLE} when the
   *     database is away
   */
  public <T extends @Nullable Object> Future<T> write(Function<SqlConnection, Future<T>> work) {
    return attempt(work, TRIES);
  }

  @SuppressWarnings("NullAway") // The pool hands on what the work gave.
  private <T extends @Nullable Object> Future<T> attempt(
      Function<SqlConnection, Future<T>> work, int triesLeft) {
    return pool.withTransaction(work)
        .recover(failure -> {
          if (failure instanceof PgException e
              && REPEAT.contains(e.getSqlState())
              && triesLeft > 1) {
            return attempt(work, triesLeft - 1);
          }
          return Future.failedFuture(translate(failure));
        });
  }

  /** Runs the work on one unchanging snapshot of the database: repeatable read, read only. */
  @SuppressWarnings("NullAway") // The pool hands on what the work gave.
  public <T extends @Nullable Object> Future<T> read(Function<SqlConnection, Future<T>> work) {
    return pool.withTransaction(connection ->
            connection
                .query("set transaction isolation level repeatable read, read only")
                .execute()
                .compose(done -> work.apply(connection)))
        .recover(failure -> Future.failedFuture(translate(failure)));
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
