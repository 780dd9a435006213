package fi.sovittu.poll.text;

import fi.sovittu.base.Problem;
import fi.sovittu.db.Db;
import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Caller;
import fi.sovittu.identity.Callers;
import fi.sovittu.live.Change;
import fi.sovittu.live.Live;
import fi.sovittu.live.SectionKey;
import fi.sovittu.poll.ballot.Definition;
import fi.sovittu.poll.kind.Tallies;
import fi.sovittu.poll.kind.TextTally;
import fi.sovittu.poll.rules.RoomSections;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What becomes of the texts of open text polls: moderation, grouping and support. */
public final class TextApi {
  record Mark(TextTally.EntryState state, @Nullable UUID group) {}

  record Upvoted(boolean upvoted) {}

  record Title(String title) {}

  private final Db db;
  private final Live live;
  private final Callers callers;

  public TextApi(Db db, Live live, Callers callers) {
    this.db = db;
    this.live = live;
    this.callers = callers;
  }

  public void mount(Api api) {
    api.on("moderateEntry", this::moderate);
    api.on("upvoteEntry", this::upvote);
    api.on("putGroup", this::putGroup);
    api.on("deleteGroup", this::deleteGroup);
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
                  return live.snapshot(List.of(new SectionKey(RoomSections.RESULTS, poll.room())));
                })
                .compose(sections -> {
                  if (!isShown((Tallies) sections.getFirst().data(), id, entry)) {
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

  private static boolean isShown(Tallies shown, UUID poll, UUID entry) {
    return shown.tallyOf(poll) instanceof TextTally texts
        && texts.entries().stream().anyMatch(text -> text.id().equals(entry));
  }
}
