package fi.sovittu.people;

import fi.sovittu.db.Db;
import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Callers;
import fi.sovittu.identity.Role;
import fi.sovittu.live.Live;
import fi.sovittu.people.roster.RosterWords;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.Json;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

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
            live.write((connection, change) ->
                new ParticipantEdit(connection, change, caller, id, form, words).run()))
        .map(done -> {
          callers.forget(id);
          return Reply.noContent();
        });
  }

  private Future<Reply> setWalkIns(Call call) {
    String rule = call.body(Rule.class).walkIns();
    return callers
        .organiser(call)
        .compose(caller ->
            live.write((connection, change) -> Admission.rule(connection, change, caller, rule)))
        .map(done -> Reply.noContent());
  }
}
