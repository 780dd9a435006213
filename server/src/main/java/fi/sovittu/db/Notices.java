package fi.sovittu.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what transactions of any node tell by {@code pg_notify}, over a connection of its own that
 * is made anew whenever it is lost. What was told meanwhile is never heard; so whoever listens is
 * told each time that listening begins. To be used on one event loop.
 */
public final class Notices {
  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

  /** How long after a loss the next try is made. */
  static final Duration RETRY = Duration.ofSeconds(1);

  /** How often the connection is asked whether it lives: a silent one may have died unnoticed. */
  static final Duration LOOK = Duration.ofSeconds(10);

  /** By which the connection is known in {@code pg_stat_activity}. */
  static final String APPLICATION = "sovittu-notices";

  private final Vertx vertx;
  private final PgConnectOptions options;
  private final String channel;
  private final Supplier<Future<Void>> fresh;
  private final Consumer<String> notice;
  private @Nullable PgConnection current;
  private boolean wasThere = true;

  private Notices(
      Vertx vertx,
      PgConnectOptions options,
      String channel,
      Supplier<Future<Void>> fresh,
      Consumer<String> notice) {
    this.vertx = vertx;
    this.options = options;
    this.channel = channel;
    this.fresh = fresh;
    this.notice = notice;
  }

  /**
   * Listens from now on.
   *
   * @param channel an SQL identifier
   * @param fresh run each time that listening has begun: anything may have been told before. When
   *     it fails, listening begins again
   * @param notice given each notice's text
   */
  public static void listen(
      Vertx vertx,
      PgConnectOptions options,
      String channel,
      Supplier<Future<Void>> fresh,
      Consumer<String> notice) {
    PgConnectOptions named =
        ConnectionSettings.on(options).addProperty("application_name", APPLICATION);
    new Notices(vertx, named, channel, fresh, notice).connect();
  }

  private void connect() {
    var opening = PgConnection.connect(vertx, options);
    opening
        .timeout(Db.LOGIN_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
        .onSuccess(this::listen)
        .onFailure(failure -> {
          // It may come after its time.
          opening.onSuccess(PgConnection::close);
          retry();
        });
  }

  private void listen(PgConnection connection) {
    current = connection;
    connection.notificationHandler(told -> notice.accept(told.getPayload()));
    connection.exceptionHandler(broken -> lost(connection));
    connection.closeHandler(closed -> lost(connection));
    connection
        .query("listen " + channel)
        .execute()
        .timeout(Db.PING_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
        .compose(listening -> fresh.get())
        .onSuccess(done -> {
          wasThere = true;
          look(connection);
        })
        .onFailure(failure -> lost(connection));
  }

  private void look(PgConnection connection) {
    vertx.setTimer(
        LOOK.toMillis(),
        timer -> {
          if (current == connection) {
            connection
                .query("select 1")
                .execute()
                .timeout(Db.PING_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                .onSuccess(alive -> look(connection))
                .onFailure(dead -> lost(connection));
          }
        });
  }

  private void lost(PgConnection connection) {
    if (current == connection) {
      current = null;
      connection.close();
      retry();
    }
  }

  private void retry() {
    vertx.setTimer(
        RETRY.toMillis(),
        timer -> {
          // Told here and not before: a service that stops has lost nothing.
          if (wasThere) {
            wasThere = false;
            LOG.warn("notices of the database were not heard; listening again");
          }
          connect();
        });
  }
}
