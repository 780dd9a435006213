package fi.sovittu.people;

import fi.sovittu.base.Problem;
import fi.sovittu.db.Audit;
import fi.sovittu.db.Db;
import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Caller;
import fi.sovittu.identity.Role;
import fi.sovittu.identity.Callers;
import fi.sovittu.live.Change;
import fi.sovittu.live.Live;
import fi.sovittu.live.SectionName;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who the people of the meeting are, and what an organiser decides about one of them. */
public final class PeopleApi {
  record ParticipantList(List<ParticipantEntry> participants) {}

  record Rule(String walkIns) {}

  private final Vertx vertx;
  private final Db db;
  private final Live live;
  private final Callers callers;

  public PeopleApi(Vertx vertx, Db db, Live live, Callers callers) {
    this.vertx = vertx;
    this.db = db;
    this.live = live;
    this.callers = callers;
  }

  public void mount(Api api) {
    api.on("getParticipants", this::list);
    api.on("putParticipant", this::put);
    api.on("setWalkIns", this::setWalkIns);
  }

  private Future<Reply> list(Call call) {
    return callers
        .caller(call)
        .compose(caller -> {
          caller.mustHaveAny(Role.ORGANISER, Role.CHAIR, Role.SECRETARY);
          boolean organiser = caller.has(Role.ORGANISER);
          return db.read(connection -> People.read(connection, caller.meeting()))
              // Thousands of people take long to write, and votes must not wait for that.
              .compose(entries ->
                  vertx.executeBlocking(
                      () ->
                          Json.encodeToBuffer(
                              new ParticipantList(
                                  entries.stream()
                                      .map(entry -> ParticipantEntry.of(entry, organiser))
                                      .toList())),
                      false));
        })
        .map(people -> Reply.json(200, Objects.requireNonNull(people)));
  }

  private Future<Reply> put(Call call) {
    UUID id = call.pathId("participant");
    ParticipantForm form = call.body(ParticipantForm.class);
    RosterWords words = new RosterWords(call.locale());
    return callers
        .organiser(call)
        .compose(caller ->
            live.write((connection, change) -> put(connection, change, caller, id, form, words)))
        .map(done -> {
          callers.forget(id);
          return Reply.noContent();
        });
  }

  /** The meeting is locked, so that imports and organisers take turns. */
  private static Future<Void> put(
      SqlConnection connection,
      Change change,
      Caller caller,
      UUID id,
      ParticipantForm form,
      RosterWords words) {
    return connection
        .preparedQuery("select id from meeting where id = $1 for no key update")
        .execute(Tuple.of(caller.meeting()))
        .compose(locked -> Known.read(connection, caller.meeting()))
        .compose(known -> {
          Entry now =
              known.entries().stream()
                  .filter(entry -> entry.id().equals(id))
                  .findAny()
                  .orElse(null);
          if (now != null && now.mergedInto() != null) {
            throw Problem.of(Problem.Code.NOT_FOUND);
          }
          return now != null
              ? put(connection, change, caller, id, form, words, known, now)
              : mustBeNew(connection, id)
                  .compose(fresh -> put(connection, change, caller, id, form, words, known, null));
        });
  }

  /** The id of someone in another meeting is nobody's here. */
  private static Future<Void> mustBeNew(SqlConnection connection, UUID id) {
    return connection
        .preparedQuery("select 1 from participant where id = $1")
        .execute(Tuple.of(id))
        .map(rows -> {
          if (rows.size() > 0) {
            throw Problem.of(Problem.Code.NOT_FOUND);
          }
          return null;
        });
  }

  private static Future<Void> put(
      SqlConnection connection,
      Change change,
      Caller caller,
      UUID id,
      ParticipantForm form,
      RosterWords words,
      Known known,
      @Nullable Entry now) {
    Participant participant = form.participant(id, now, known, words);
    if (id.equals(caller.participant()) && !participant.has(Role.ORGANISER)) {
      throw Problem.of(Problem.Code.OWN_ROLE);
    }
    Participant before = now == null ? null : now.participant();
    return participant.equals(before)
        ? Future.succeededFuture()
        : store(connection, change, caller, participant, before);
  }

  private static Future<Void> store(
      SqlConnection connection,
      Change change,
      Caller caller,
      Participant participant,
      @Nullable Participant before) {
    JsonObject detail =
        new JsonObject()
            .put("name", participant.name())
            .put("organisation", Objects.toString(participant.organisation(), null))
            .put("roles", participant.roles().toString())
            .put("represents", participant.represents())
            .put("voting", participant.voting().name())
            .put("new", before == null);
    return People.store(connection, caller.meeting(), List.of(participant))
        .compose(done ->
            Audit.write(
                connection, caller.meeting(), caller.participant(), "people.put", participant.id(), detail))
        .compose(done -> PeopleChange.touch(connection, change, caller.meeting()));
  }

  private Future<Reply> setWalkIns(Call call) {
    String rule = call.body(Rule.class).walkIns();
    return callers
        .organiser(call)
        .compose(caller ->
            live.write((connection, change) ->
                connection
                    .preparedQuery(
                        "update meeting set walk_ins = $2 where id = $1 and walk_ins <> $2")
                    .execute(Tuple.of(caller.meeting(), rule))
                    .compose(updated -> {
                      if (updated.rowCount() == 0) {
                        return Future.succeededFuture();
                      }
                      change.touch(SectionName.PEOPLE, caller.meeting());
                      return Audit.write(
                          connection,
                          caller.meeting(),
                          caller.participant(),
                          "meeting.walk-ins",
                          caller.meeting(),
                          new JsonObject().put("walkIns", rule));
                    })))
        .map(done -> Reply.noContent());
  }
}
