package fi.sovittu.poll;

import fi.sovittu.base.Problem;
import fi.sovittu.base.ServerSecret;
import fi.sovittu.db.Db;
import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Caller;
import fi.sovittu.identity.Callers;
import fi.sovittu.live.Change;
import fi.sovittu.live.Live;
import fi.sovittu.live.SectionKey;
import fi.sovittu.live.SectionName;
import fi.sovittu.poll.ballot.BallotBox;
import fi.sovittu.poll.ballot.Definition;
import fi.sovittu.poll.ballot.OwnBallot;
import fi.sovittu.poll.kind.BallotForm;
import fi.sovittu.poll.kind.TextTally;
import fi.sovittu.poll.rules.PollDraft;
import fi.sovittu.poll.text.Moderation;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The chair's commands on polls, voting, moderation, and what may be read of a poll. */
public final class PollApi {
  record NewPoll(UUID key, boolean open, PollDraft poll) {}

  record ClosesAt(@Nullable OffsetDateTime closesAt) {}

  record Shown(boolean participants, boolean screen) {}

  record Reason(String reason) {}

  record Again(UUID key, PreparedPolls.As as, String reason) {}

  record Mark(TextTally.State state, @Nullable UUID group) {}

  record Upvoted(boolean upvoted) {}

  record Title(String title) {}

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
  private final ServerSecret secret;

  public PollApi(
      Db db,
      Live live,
      Callers callers,
      Polls polls,
      BallotBox box,
      Deadlines deadlines,
      ServerSecret secret) {
    this.db = db;
    this.live = live;
    this.callers = callers;
    this.polls = polls;
    this.prepared = new PreparedPolls(polls);
    this.box = box;
    this.deadlines = deadlines;
    this.secret = secret;
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
    api.on("moderateEntry", this::moderate);
    api.on("upvoteEntry", this::upvote);
    api.on("putGroup", this::putGroup);
    api.on("deleteGroup", this::deleteGroup);
    api.on("getBallot", this::ownBallot);
    api.on("castBallot", this::cast);
    api.on("getBallotOf", this::ballotOf);
    api.on("enterBallot", this::enter);
    api.on("getRegister", call -> read(call, Electorate::register));
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
        (connection, change, chair) -> prepared.delete(connection, change, chair.participant(), poll));
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
                connection, change, chair.participant(), poll, shown.participants(), shown.screen()));
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

  private Future<Reply> moderate(Call call) {
    UUID entry = call.pathId("entry");
    Mark mark = call.body(Mark.class);
    return moderator(
        call,
        (connection, change, caller, poll) ->
            Moderation.mark(
                connection, change, caller.participant(), poll, entry, mark.state(), mark.group()));
  }

  private Future<Reply> putGroup(Call call) {
    UUID group = call.pathId("group");
    String title = call.body(Title.class).title();
    return moderator(
        call,
        (connection, change, caller, poll) ->
            Moderation.putGroup(connection, change, poll, group, title));
  }

  private Future<Reply> deleteGroup(Call call) {
    UUID group = call.pathId("group");
    return moderator(
        call,
        (connection, change, caller, poll) ->
            Moderation.deleteGroup(connection, change, poll, group));
  }

  @FunctionalInterface
  private interface Moderate {
    Future<Void> run(SqlConnection connection, Change change, Caller caller, Definition poll);
  }

  private Future<Reply> moderator(Call call, Moderate command) {
    UUID id = call.pathId("poll");
    return callers
        .caller(call)
        .compose(caller ->
            live.write((connection, change) ->
                Definition.read(connection, id)
                    .compose(poll -> {
                      caller.mustChairOrRecord(poll.room());
                      return command.run(connection, change, caller, poll);
                    })))
        .map(done -> Reply.noContent());
  }

  /** Only who is shown a text may support it, so the newest of what participants see decides. */
  private Future<Reply> upvote(Call call) {
    UUID id = call.pathId("poll");
    UUID entry = call.pathId("entry");
    boolean upvoted = call.body(Upvoted.class).upvoted();
    return callers
        .caller(call)
        .compose(caller ->
            db.read(connection -> Definition.read(connection, id))
                .compose(poll -> {
                  if (!caller.follows(poll.room())) {
                    throw Problem.of(Problem.Code.NOT_FOUND);
                  }
                  return live.snapshot(List.of(new SectionKey(SectionName.RESULTS, poll.room())));
                })
                .compose(sections -> {
                  if (!isShown(sections.getFirst().value(), id, entry)) {
                    throw Problem.of(Problem.Code.NOT_FOUND);
                  }
                  return live.write((connection, change) ->
                      Definition.read(connection, id)
                          .compose(poll ->
                              Moderation.upvote(
                                  connection, change, caller.participant(), poll, entry, upvoted)));
                }))
        .map(done -> Reply.noContent());
  }

  private static boolean isShown(JsonObject section, UUID poll, UUID entry) {
    JsonArray results = section.getJsonObject("data").getJsonArray("results");
    for (Object one : results) {
      JsonObject result = (JsonObject) one;
      JsonObject tally = result.getJsonObject("tally");
      if (!result.getString("poll").equals(poll.toString()) || tally == null) {
        continue;
      }
      for (Object text : tally.getJsonArray("entries", new JsonArray())) {
        if (((JsonObject) text).getString("id").equals(entry.toString())) {
          return true;
        }
      }
    }
    return false;
  }

  private Future<Reply> ownBallot(Call call) {
    return read(
        call, (connection, caller, poll) -> OwnBallot.read(connection, secret, caller, poll));
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

  /** Of a person without a phone, in a named poll. */
  private Future<Reply> ballotOf(Call call) {
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
        .map(savedAt ->
            Reply.json(200, new JsonObject().put("savedAt", savedAt.toString()).toBuffer()));
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
        .map(at -> Reply.json(200, new JsonObject().put("savedAt", at.toString()).toBuffer()));
  }
}
