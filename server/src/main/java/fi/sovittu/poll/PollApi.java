package fi.sovittu.poll;

import fi.sovittu.db.Db;
import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Caller;
import fi.sovittu.identity.Callers;
import fi.sovittu.live.Change;
import fi.sovittu.live.Live;
import fi.sovittu.poll.ballot.BallotBox;
import fi.sovittu.poll.rules.PollDraft;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The chair's commands on polls, and what may be read of one by those who may see it. */
public final class PollApi {
  record NewPoll(UUID key, boolean open, PollDraft poll) {}

  record ClosesAt(@Nullable OffsetDateTime closesAt) {}

  record Shown(boolean participants, boolean screen) {}

  record Reason(String reason) {}

  record Again(UUID key, PreparedPolls.As as, String reason) {}

  @FunctionalInterface
  private interface Command {
    Future<Void> run(SqlConnection connection, Change change, Caller caller);
  }

  @FunctionalInterface
  private interface Reader {
    Future<?> read(SqlConnection connection, Caller caller, UUID poll);
  }

  private final Db db;
  private final Live live;
  private final Callers callers;
  private final Polls polls;
  private final PreparedPolls prepared;
  private final BallotBox box;
  private final Deadlines deadlines;

  public PollApi(
      Db db, Live live, Callers callers, Polls polls, BallotBox box, Deadlines deadlines) {
    this.db = db;
    this.live = live;
    this.callers = callers;
    this.polls = polls;
    this.prepared = new PreparedPolls(polls);
    this.box = box;
    this.deadlines = deadlines;
  }

  public void mount(Api api) {
    api.on("createPoll", this::create);
    api.on("editPoll", this::edit);
    api.on("deletePoll", this::delete);
    api.on("openPoll", this::open);
    api.on("closePoll", this::close);
    api.on("setClosesAt", this::closesAt);
    api.on("showResults", this::show);
    api.on("cancelPoll", this::cancel);
    api.on("discardPoll", this::discard);
    api.on("pollAgain", this::again);
    api.on("getRegister", call -> read(call, Register::read));
    api.on("getBreakdown", call -> read(call, PublishedBallots::breakdown));
    api.on("getNamedBallots", call -> read(call, PublishedBallots::named));
    api.on("getBallots", call -> read(call, PublishedBallots::bundle));
  }

  private Future<Reply> create(Call call) {
    UUID room = call.pathId("room");
    NewPoll poll = call.body(NewPoll.class);
    return callers
        .caller(call)
        .compose(caller -> {
          caller.mustChair(room);
          return live.write((connection, change) ->
              prepared.create(
                  connection,
                  change,
                  caller.participant(),
                  caller.meeting(),
                  room,
                  poll.key(),
                  poll.poll(),
                  poll.open()));
        })
        .onSuccess(done -> deadlines.look())
        .map(done -> made(poll.key()));
  }

  private static Reply made(UUID poll) {
    return Reply.json(201, new JsonObject().put("poll", poll.toString()).toBuffer());
  }

  private Future<Reply> edit(Call call) {
    UUID poll = call.pathId("poll");
    PollDraft draft = call.body(PollDraft.class);
    return chair(
        call,
        poll,
        (connection, change, chair) ->
            prepared.edit(connection, change, chair.participant(), poll, draft));
  }

  private Future<Reply> delete(Call call) {
    UUID poll = call.pathId("poll");
    return chair(
        call,
        poll,
        (connection, change, chair) ->
            prepared.delete(connection, change, chair.participant(), poll));
  }

  private Future<Reply> open(Call call) {
    UUID poll = call.pathId("poll");
    boolean oldGoals = call.flag("oldGoals");
    return chair(
        call,
        poll,
        (connection, change, chair) ->
            polls.open(connection, change, chair.participant(), poll, oldGoals));
  }

  private Future<Reply> close(Call call) {
    UUID poll = call.pathId("poll");
    return chair(
        call,
        poll,
        (connection, change, chair) -> polls.close(connection, change, chair.participant(), poll));
  }

  private Future<Reply> closesAt(Call call) {
    UUID poll = call.pathId("poll");
    OffsetDateTime closesAt = call.body(ClosesAt.class).closesAt();
    return chair(
        call,
        poll,
        (connection, change, chair) ->
            polls.closeAt(connection, change, chair.participant(), poll, closesAt));
  }

  private Future<Reply> show(Call call) {
    UUID poll = call.pathId("poll");
    Shown shown = call.body(Shown.class);
    return chair(
        call,
        poll,
        (connection, change, chair) ->
            polls.show(
                connection,
                change,
                chair.participant(),
                poll,
                shown.participants(),
                shown.screen()));
  }

  private Future<Reply> cancel(Call call) {
    UUID poll = call.pathId("poll");
    String reason = call.body(Reason.class).reason();
    return chair(
        call,
        poll,
        (connection, change, chair) ->
            polls.cancel(connection, change, chair.participant(), poll, reason));
  }

  private Future<Reply> discard(Call call) {
    UUID poll = call.pathId("poll");
    String reason = call.body(Reason.class).reason();
    return chair(
        call,
        poll,
        (connection, change, chair) ->
            polls.discard(connection, change, chair.participant(), poll, reason));
  }

  private Future<Reply> again(Call call) {
    UUID poll = call.pathId("poll");
    Again again = call.body(Again.class);
    return chair(
            call,
            poll,
            (connection, change, chair) ->
                prepared.again(
                    connection,
                    change,
                    chair.participant(),
                    poll,
                    again.key(),
                    again.as(),
                    again.reason()))
        .map(done -> made(again.key()));
  }

  /**
   * A command of the room's chair on a poll. Afterwards nothing that was remembered of the poll is
   * relied on, and its countdown is looked at.
   */
  private Future<Reply> chair(Call call, UUID poll, Command command) {
    return callers
        .caller(call)
        .compose(caller ->
            live.write((connection, change) ->
                Polls.roomOf(connection, poll)
                    .compose(room -> {
                      caller.mustChair(room);
                      return command.run(connection, change, caller);
                    })))
        .onSuccess(done -> {
          box.forget(poll);
          deadlines.look();
        })
        .map(done -> Reply.noContent());
  }

  private Future<Reply> read(Call call, Reader reader) {
    UUID poll = call.pathId("poll");
    return callers
        .caller(call)
        .compose(caller ->
            db.<Object>read(
                connection -> reader.read(connection, caller, poll).map(Objects::requireNonNull)))
        .map(found -> Reply.json(200, found));
  }
}
