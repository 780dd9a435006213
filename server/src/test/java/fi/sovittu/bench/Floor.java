package fi.sovittu.bench;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What PostgreSQL alone can do on this machine with rows as wide as a sealed ballot, without any
 * service before it. Each connection waits for an answer before it sends the next statement.
 */
final class Floor {
  static final int CONNECTIONS = 8;
  static final int BATCH = 100;

  /** The table of the floors, made by the rig. */
  static final String TABLE =
      "create table bench_floor (id uuid primary key, locator bytea not null, sealed bytea not"
          + " null)";

  static final String INSERT = "insert into bench_floor (id, locator, sealed) values ($1, $2, $3)";

  private static final String INSERT_BATCH =
      """
      insert into bench_floor (id, locator, sealed)
      select * from unnest($1::uuid[], $2::bytea[], $3::bytea[])
      """;

  private static final Buffer LOCATOR = Buffer.buffer(new byte[32]);
  private static final Buffer SEALED = Buffer.buffer(new byte[284]);

  private final Context context;
  private final List<PgConnection> connections;

  Floor(Vertx vertx, Context context, PgConnectOptions database) {
    this.context = context;
    PgConnectOptions options =
        new PgConnectOptions(database).setCachePreparedStatements(true).setPipeliningLimit(1);
    connections =
        IntStream.range(0, CONNECTIONS)
            .mapToObj(i -> Await.done(PgConnection.connect(vertx, options)))
            .toList();
  }

  /** Rows a second when every row is its own transaction. */
  double rowACommit(int seconds) {
    return Loop.forSeconds(
            context,
            CONNECTIONS,
            seconds,
            lane -> connections.get(lane).preparedQuery(INSERT).execute(row()))
        .perSecond();
  }

  /** How long one row takes, its commit included, when nothing else is done. */
  Times lone(int count) {
    return Loop.times(
            context, 1, count, i -> connections.getFirst().preparedQuery(INSERT).execute(row()))
        .times();
  }

  /** Rows a second when one connection commits a hundred at a time. */
  double hundredACommit(int seconds) {
    return BATCH
        * Loop.forSeconds(
                context,
                1,
                seconds,
                lane -> connections.getFirst().preparedQuery(INSERT_BATCH).execute(rows()))
            .perSecond();
  }

  /** One row of the floors. */
  static Tuple row() {
    return Tuple.of(UUID.randomUUID(), LOCATOR, SEALED);
  }

  private static Tuple rows() {
    return Tuple.tuple()
        .addArrayOfUUID(Stream.generate(UUID::randomUUID).limit(BATCH).toArray(UUID[]::new))
        .addArrayOfBuffer(Stream.generate(() -> LOCATOR).limit(BATCH).toArray(Buffer[]::new))
        .addArrayOfBuffer(Stream.generate(() -> SEALED).limit(BATCH).toArray(Buffer[]::new));
  }
}
