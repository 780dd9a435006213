package fi.sovittu.poll;

import fi.sovittu.db.Db;
import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Caller;
import fi.sovittu.identity.Seats;
import fi.sovittu.live.Change;
import fi.sovittu.live.Live;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.UUID;

/** The chair's commands on polls, and voting. */
public final class PollApi {
  record Shown(boolean shown) {}

  @FunctionalInterface
  private interface Command {
    Future<Void> run(SqlConnection connection, Change change, Caller chair);
  }

  private final Db db;
  private final Live live;
  private final Seats seats;
  private final Polls polls;
  private final BallotBox box;

  public PollApi(Db db, Live live, Seats seats, Polls polls, BallotBox box) {
    this.db = db;
    this.live = live;
    this.seats = seats;
    this.polls = polls;
    this.box = box;
  }

  public void mount(Api api) {
    api.on("openPoll", this::open);
    api.on("closePoll", this::close);
    api.on("showResults", this::show);
    api.on("getBallot", this::ballot);
    api.on("castBallot", this::cast);
  }

  private Future<Reply> open(Call call) {
    UUID poll = call.pathId("poll");
    return command(
        call,
        poll,
        (connection, change, chair) -> polls.open(connection, change, chair.seat(), poll));
  }

  private Future<Reply> close(Call call) {
    UUID poll = call.pathId("poll");
    return command(
        call,
        poll,
        (connection, change, chair) -> polls.close(connection, change, chair.seat(), poll));
  }

  private Future<Reply> show(Call call) {
    UUID poll = call.pathId("poll");
    boolean shown = call.body(Shown.class).shown();
    return command(
        call,
        poll,
        (connection, change, chair) -> polls.show(connection, change, chair.seat(), poll, shown));
  }

  private Future<Reply> command(Call call, UUID poll, Command command) {
    return seats
        .caller(call)
        .compose(caller ->
            live.write((connection, change) ->
                Polls.roomOf(connection, poll)
                    .compose(room -> {
                      caller.mustChair(room);
                      return command.run(connection, change, caller);
                    })))
        .map(done -> Reply.noContent());
  }

  private Future<Reply> ballot(Call call) {
    UUID poll = call.pathId("poll");
    return seats
        .caller(call)
        .compose(caller -> db.read(connection -> OwnBallot.read(connection, caller, poll)))
        .map(own -> Reply.json(200, own));
  }

  private Future<Reply> cast(Call call) {
    UUID poll = call.pathId("poll");
    BallotForm form = call.body(BallotForm.class);
    return seats
        .caller(call)
        .compose(caller -> cast(caller, poll, form))
        .map(at -> Reply.json(200, new JsonObject().put("savedAt", at.toString()).toBuffer()));
  }

  private Future<Instant> cast(Caller caller, UUID poll, BallotForm form) {
    if (form.commitment() == null) {
      return box.cast(new BallotBox.Cast(poll, caller.seat(), form));
    }
    return live.write(
            (connection, change) -> Commitments.cast(connection, change, caller, poll, form))
        .map(done -> Instant.now());
  }
}
