package fi.sovittu.poll.ballot;

import fi.sovittu.base.Problem;
import fi.sovittu.base.ServerSecret;
import fi.sovittu.db.Db;
import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Caller;
import fi.sovittu.identity.Callers;
import fi.sovittu.poll.kind.BallotForm;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/** Voting: the own ballot, and that of a person without a phone. */
public final class BallotApi {
  private final Db db;
  private final Callers callers;
  private final BallotBox box;
  private final ServerSecret secret;

  public BallotApi(Db db, Callers callers, BallotBox box, ServerSecret secret) {
    this.db = db;
    this.callers = callers;
    this.box = box;
    this.secret = secret;
  }

  public void mount(Api api) {
    api.on("getBallot", this::own);
    api.on("castBallot", this::cast);
    api.on("getBallotOf", this::of);
    api.on("enterBallot", this::enter);
  }

  private Future<Reply> own(Call call) {
    UUID poll = call.pathId("poll");
    return callers
        .caller(call)
        .compose(caller -> db.read(connection -> OwnBallot.read(connection, secret, caller, poll)))
        .map(ballot -> Reply.json(200, ballot));
  }

  /** Of a person without a phone, in a named poll. */
  private Future<Reply> of(Call call) {
    UUID poll = call.pathId("poll");
    return callers
        .caller(call)
        .compose(by ->
            voter(by, call.pathId("participant"))
                .compose(participant ->
                    db.read(connection ->
                        Definition.read(connection, poll)
                            .compose(definition -> {
                              by.mustChairOrRecord(definition.room());
                              if (definition.anonymous()) {
                                throw Problem.of(Problem.Code.POLL_ANONYMOUS);
                              }
                              return OwnBallot.read(connection, secret, participant, poll);
                            }))))
        .map(ballot -> Reply.json(200, ballot));
  }

  private Future<Reply> enter(Call call) {
    UUID poll = call.pathId("poll");
    BallotForm form = call.body(BallotForm.class);
    return callers
        .caller(call)
        .compose(by ->
            voter(by, call.pathId("participant"))
                .compose(participant -> box.enter(by, participant, poll, form)))
        .map(BallotApi::saved);
  }

  private Future<Caller> voter(Caller by, UUID participant) {
    return callers
        .load(participant)
        .recover(unknown ->
            Future.failedFuture(
                unknown instanceof Problem problem && problem.code() == Problem.Code.NO_PARTICIPANT
                    ? Problem.of(Problem.Code.NOT_FOUND)
                    : unknown))
        .map(voter -> {
          if (!voter.meeting().equals(by.meeting())) {
            throw Problem.of(Problem.Code.NOT_FOUND);
          }
          return voter;
        });
  }

  private Future<Reply> cast(Call call) {
    UUID poll = call.pathId("poll");
    BallotForm form = call.body(BallotForm.class);
    return callers
        .caller(call)
        .compose(caller -> box.cast(caller, poll, form))
        .map(BallotApi::saved);
  }

  private static Reply saved(Instant at) {
    return Reply.json(200, new JsonObject().put("savedAt", at.toString()).toBuffer());
  }
}
