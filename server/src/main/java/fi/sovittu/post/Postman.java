package fi.sovittu.post;

import fi.sovittu.base.Problem;
import fi.sovittu.db.Db;
import fi.sovittu.letters.Invitation;
import fi.sovittu.letters.Keys;
import fi.sovittu.live.Live;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the queue, one message after the other, no faster than the account allows. While the
 * database or the server is away it waits and asks again. Address, link and text are made when a
 * message is sent, of what is true then. Event loop only.
 */
public final class Postman {
  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

  /**
   * The longest time between two looks at the queue, milliseconds: what another node has queued, or
   * a message whose time has come, is noticed by then at the latest.
   */
  static final long LOOK_MILLIS = 2_000;

  /** How often what became of a message is written down again while the database is away. */
  static final long WRITE_AGAIN_MILLIS = 1_000;

  /** How long a stop waits for the message that is being sent, milliseconds. */
  static final long STOP_MILLIS = 8_000;

  private final Vertx vertx;
  private final Db db;
  private final Queue queue;
  private final Keys keys;
  private final SmtpAccount account;
  private final Smtp smtp;
  private long timer = -1;
  private boolean stopped;

  /** How many times in a row the server was not available. */
  private int unreachable;

  /** The message that is being sent, until what became of it is written down. */
  private Future<Void> sending = Future.succeededFuture();

  public Postman(Vertx vertx, Db db, Live live, Keys keys, SmtpAccount account) {
    this.vertx = vertx;
    this.db = db;
    this.queue = new Queue(db, live);
    this.keys = keys;
    this.account = account;
    this.smtp = new Smtp(vertx, account, URI.create(keys.urls().baseUrl()).getHost());
  }

  /** Begins, and goes on with what an earlier run of the service has left. */
  public void start() {
    lookIn(1);
  }

  /** There is something new in the queue, and whoever queued it waits. */
  void wake() {
    if (sending.isComplete()) {
      unreachable = 0;
      lookIn(1);
    }
  }

  int perMinute() {
    return account.perMinute();
  }

  /**
   * Takes no more messages and ends when the one on its way is written down, or after {@link
   * #STOP_MILLIS}: then another node takes it when its time is up.
   */
  public Future<Void> stop() {
    stopped = true;
    vertx.cancelTimer(timer);
    return sending
        .timeout(STOP_MILLIS, TimeUnit.MILLISECONDS)
        .otherwiseEmpty()
        .eventually(smtp::close);
  }

  private void lookIn(long millis) {
    vertx.cancelTimer(timer);
    if (!stopped) {
      timer = vertx.setTimer(Math.max(1, millis), due -> look());
    }
  }

  private void look() {
    long began = System.nanoTime();
    Future<Boolean> turn =
        queue
            .take()
            .compose(
                taken -> taken == null ? Future.succeededFuture(false) : deliver(taken).map(true));
    sending = turn.<Void>mapEmpty().otherwiseEmpty();
    turn.onComplete(ended -> {
      if (ended.failed() && !(ended.cause() instanceof Problem)) {
        LOG.error("the queue of messages cannot be read", ended.cause());
      }
      lookIn(ended.succeeded() && ended.result() ? untilNext(began) : LOOK_MILLIS);
    });
  }

  private long untilNext(long began) {
    if (unreachable > 0) {
      return BackOff.rest(unreachable).toMillis();
    }
    long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    return TimeUnit.MINUTES.toMillis(1) / account.perMinute() - took;
  }

  /** Succeeds when what became of the message is written down. */
  private Future<Void> deliver(Queue.Taken taken) {
    long renewal = vertx.setPeriodic(Queue.CLAIM.toMillis() / 3, third -> queue.renew(taken.id()));
    return outcome(taken).compose(this::insist).onComplete(done -> vertx.cancelTimer(renewal));
  }

  /** Sends the message and tells what is to be written down. */
  private Future<Supplier<Future<Void>>> outcome(Queue.Taken taken) {
    return db.read(
            connection -> Invitation.read(connection, taken.meeting(), taken.participant(), keys))
        .compose(letter -> outcome(taken, letter))
        .recover(failure -> {
          if (failure instanceof Problem) {
            // The database is away: another look comes when the message is free again.
            return Future.failedFuture(failure);
          }
          LOG.error("message {} cannot be made", taken.id(), failure);
          return Future.succeededFuture(
              () -> later(taken, Fault.POSTPONED, null, BackOff.wait(taken.attempts())));
        });
  }

  private Future<Supplier<Future<Void>>> outcome(Queue.Taken taken, @Nullable Invitation letter) {
    if (letter == null) {
      return Future.succeededFuture(() -> queue.failed(taken.id(), Fault.NO_LINK, null));
    }
    String email = letter.email();
    if (email == null) {
      return Future.succeededFuture(() -> queue.failed(taken.id(), Fault.NO_ADDRESS, null));
    }
    String address = MailAddress.usable(email);
    if (address == null) {
      return Future.succeededFuture(() -> queue.failed(taken.id(), Fault.BAD_ADDRESS, null));
    }
    return smtp.send(letter, address, taken.id())
        .map(attempt -> outcome(taken, letter.generation(), attempt));
  }

  private Supplier<Future<Void>> outcome(Queue.Taken taken, int generation, Attempt attempt) {
    Fault fault = attempt.fault();
    unreachable = fault == Fault.UNREACHABLE ? unreachable + 1 : 0;
    if (fault == null) {
      return () -> queue.sent(taken.id(), generation);
    }
    if (fault == Fault.REFUSED) {
      return () -> queue.failed(taken.id(), fault, attempt.answer());
    }
    Duration wait = unreachable > 0 ? BackOff.rest(unreachable) : BackOff.wait(taken.attempts());
    return () -> later(taken, fault, attempt.answer(), wait);
  }

  private Future<Void> later(
      Queue.Taken taken, Fault fault, @Nullable String answer, Duration wait) {
    return BackOff.isOver(taken.age(), wait)
        ? queue.failed(taken.id(), fault, answer)
        : queue.postponed(taken.id(), fault, answer, wait);
  }

  /** Writes it down however long the database is away: what was sent must not be sent again. */
  private Future<Void> insist(Supplier<Future<Void>> outcome) {
    return outcome
        .get()
        .recover(failure -> {
          if (!(failure instanceof Problem)) {
            return Future.failedFuture(failure);
          }
          return vertx
              .timer(WRITE_AGAIN_MILLIS, TimeUnit.MILLISECONDS)
              .compose(again -> insist(outcome));
        });
  }
}
