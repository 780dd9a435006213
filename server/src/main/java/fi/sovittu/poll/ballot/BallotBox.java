package fi.sovittu.poll.ballot;

import fi.sovittu.base.Problem;
import fi.sovittu.base.ServerSecret;
import fi.sovittu.db.Batches;
import fi.sovittu.db.Db;
import fi.sovittu.identity.Caller;
import fi.sovittu.live.Live;
import fi.sovittu.live.SectionKey;
import fi.sovittu.poll.kind.BallotForm;
import fi.sovittu.poll.rules.PollState;
import fi.sovittu.poll.rules.RoomSections;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Tuple;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes ballots. They are written in batches that form by themselves, each one statement and so one
 * transaction; a ballot is acknowledged only after its batch has committed. An anonymous ballot is
 * sealed before it reaches the database, and turnout and ballots are written apart, each in its own
 * random order. Event loop only.
 */
public final class BallotBox {
  /** The most ballots in one transaction. */
  static final int BATCH = 500;

  /** How often a ballot is tried that another node's votes got in the way of. */
  private static final int TRIES = 3;

  private static final SecureRandom SHUFFLE = new SecureRandom();

  private final Db db;
  private final Live live;
  private final OpenPolls polls;
  private final Batches<Cast, Instant> batches;

  public BallotBox(Context context, Db db, Live live, ServerSecret secret) {
    this.db = db;
    this.live = live;
    this.polls = new OpenPolls(db, secret);
    this.batches = new Batches<>(context, BATCH, Cast::keys, batch -> write(batch, TRIES));
  }

  /**
   * Casts or changes a ballot. The same ballot sent again is acknowledged again, also after the
   * close: the first acknowledgement may have been lost on the way.
   *
   * @return the server's time after the commit; or fails with NOT_FOUND, POLL_DRAFT, POLL_CLOSED,
   *     POLL_CANCELLED, BALLOT_INVALID, NOT_ENTITLED, NOT_PRESENT, BALLOT_KEY_UNKNOWN (voted before
   *     with another key), BALLOT_KEY_TAKEN (the key is another person's) or BALLOT_SUPERSEDED
   */
  Future<Instant> cast(Caller caller, UUID poll, BallotForm form) {
    return cast(caller, poll, form, null);
  }

  /**
   * Enters a ballot for a person without a phone, by the same rules as the person's own.
   *
   * @param caller the person
   * @param by whoever enters it, who must chair or record the poll's room
   * @return as {@link #cast(Caller, UUID, BallotForm)}; and fails with FORBIDDEN, or POLL_ANONYMOUS
   *     where nobody may see how another votes
   */
  Future<Instant> enter(Caller by, Caller caller, UUID poll, BallotForm form) {
    return polls
        .of(poll)
        .compose(open -> {
          by.mustChairOrRecord(open.poll().room());
          if (open.poll().anonymous()) {
            throw Problem.of(Problem.Code.POLL_ANONYMOUS);
          }
          return cast(caller, poll, form, by.participant());
        });
  }

  private Future<Instant> cast(
      Caller caller, UUID poll, BallotForm form, @Nullable UUID enteredBy) {
    return polls
        .of(poll)
        .compose(open -> {
          Definition definition = open.poll();
          if (!definition.meeting().equals(caller.meeting())) {
            throw Problem.of(Problem.Code.NOT_FOUND);
          }
          if (definition.state() == PollState.DRAFT) {
            throw Problem.of(Problem.Code.POLL_DRAFT);
          }
          Cast cast = Cast.of(caller, open, form, enteredBy);
          return batches
              .add(cast)
              .recover(failure ->
                  failure instanceof Problem problem
                          && problem.code() == Problem.Code.POLL_CLOSED
                          && definition.anonymous()
                      ? acknowledgeCounted(cast, problem)
                      : Future.failedFuture(failure));
        });
  }

  /** To be called after the commit of whatever ended the poll; the key of its seal goes with it. */
  public void forget(UUID poll) {
    polls.forget(poll);
  }

  private Future<Instant> acknowledgeCounted(Cast cast, Problem closed) {
    Tuple counted = Tuple.of(cast.poll().id(), Seal.receipt(cast.key()), cast.answers());
    return db.read(connection ->
        connection
            .preparedQuery(
                "select 1 from ballot where poll_id = $1 and receipt = $2 and answers = $3")
            .execute(counted)
            .map(rows -> {
              if (rows.size() == 0) {
                throw closed;
              }
              return db.now();
            }));
  }

  private Future<List<Future<Instant>>> write(List<Cast> batch, int tries) {
    List<Integer> order = new ArrayList<>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, SHUFFLE);
    List<Cast> shuffled = order.stream().map(batch::get).toList();
    return Channels.of(db, shuffled)
        .compose(channels -> CastStatement.run(db, shuffled, channels))
        .map(verdicts -> told(shuffled, verdicts, tries))
        .map(outcomes -> inOrder(order, outcomes))
        .recover(failure ->
            // Another node took the same voter's first ballot at the same moment. Only that one
            // must fail, so each goes alone.
            failure instanceof PgException e && "23505".equals(e.getSqlState()) && tries > 1
                ? oneByOne(batch, tries - 1)
                : Future.failedFuture(failure));
  }

  private static List<Future<Instant>> inOrder(
      List<Integer> order, List<Future<Instant>> outcomes) {
    List<Future<Instant>> inOrder = new ArrayList<>(outcomes);
    for (int i = 0; i < order.size(); i++) {
      inOrder.set(order.get(i), outcomes.get(i));
    }
    return inOrder;
  }

  private Future<List<Future<Instant>>> oneByOne(List<Cast> batch, int tries) {
    List<Future<Instant>> outcomes = new ArrayList<>();
    Future<?> previous = Future.succeededFuture();
    for (Cast cast : batch) {
      Future<Instant> outcome = previous.transform(done -> alone(cast, tries));
      outcomes.add(outcome);
      previous = outcome;
    }
    return previous.transform(done -> Future.succeededFuture(outcomes));
  }

  private Future<Instant> alone(Cast cast, int tries) {
    return write(List.of(cast), tries).compose(List::getFirst);
  }

  /** What is told to each, in the order of the batch; what was written is published. */
  private List<Future<Instant>> told(List<Cast> batch, List<Verdict> verdicts, int tries) {
    Instant now = db.now();
    List<Future<Instant>> outcomes = new ArrayList<>(batch.size());
    Set<SectionKey> changed = new HashSet<>();
    for (int i = 0; i < batch.size(); i++) {
      Cast cast = batch.get(i);
      Verdict verdict = verdicts.get(i);
      if (!verdict.open()) {
        polls.forget(cast.poll().id());
      }
      if (verdict.accepted() && !verdict.written()) {
        outcomes.add(
            tries > 1
                ? alone(cast, tries - 1)
                : Future.failedFuture(Problem.of(Problem.Code.BALLOT_SUPERSEDED)));
      } else if (verdict.refusal() == null || verdict.isRepeatOf(cast)) {
        // Also when it has come again: its first coming may have been cut off between commit and
        // publication.
        UUID room = cast.poll().room();
        changed.addAll(RoomSections.ofVotes(room));
        outcomes.add(Future.succeededFuture(now));
      } else {
        outcomes.add(Future.failedFuture(Problem.of(verdict.refusal())));
      }
    }
    live.voted(changed);
    return outcomes;
  }
}
