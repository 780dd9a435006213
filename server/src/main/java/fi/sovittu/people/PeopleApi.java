package fi.sovittu.people;

import fi.sovittu.base.Problem;
import fi.sovittu.db.Audit;
import fi.sovittu.db.Db;
import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Caller;
import fi.sovittu.identity.Role;
import fi.sovittu.identity.Seats;
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
  record PeopleList(List<PersonView> people) {}

  record Rule(String walkIns) {}

  private final Vertx vertx;
  private final Db db;
  private final Live live;
  private final Seats seats;

  public PeopleApi(Vertx vertx, Db db, Live live, Seats seats) {
    this.vertx = vertx;
    this.db = db;
    this.live = live;
    this.seats = seats;
  }

  public void mount(Api api) {
    api.on("getPeople", this::list);
    api.on("putPerson", this::put);
    api.on("setWalkIns", this::setWalkIns);
  }

  private Future<Reply> list(Call call) {
    return seats
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
                              new PeopleList(
                                  entries.stream()
                                      .map(entry -> PersonView.of(entry, organiser))
                                      .toList())),
                      false));
        })
        .map(people -> Reply.json(200, Objects.requireNonNull(people)));
  }

  private Future<Reply> put(Call call) {
    UUID id = call.pathId("participant");
    PersonForm form = call.body(PersonForm.class);
    RosterWords words = new RosterWords(call.locale());
    return seats
        .organiser(call)
        .compose(caller ->
            live.write((connection, change) -> put(connection, change, caller, id, form, words)))
        .map(done -> {
          seats.forget(id);
          return Reply.noContent();
        });
  }

  /** The meeting is locked, so that imports and organisers take turns. */
  private static Future<Void> put(
      SqlConnection connection,
      Change change,
      Caller caller,
      UUID id,
      PersonForm form,
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
      PersonForm form,
      RosterWords words,
      Known known,
      @Nullable Entry now) {
    Person person = form.person(id, now, known, words);
    if (id.equals(caller.seat()) && !person.has(Role.ORGANISER)) {
      throw Problem.of(Problem.Code.OWN_ROLE);
    }
    Person before = now == null ? null : now.person();
    return person.equals(before)
        ? Future.succeededFuture()
        : store(connection, change, caller, person, before);
  }

  private static Future<Void> store(
      SqlConnection connection,
      Change change,
      Caller caller,
      Person person,
      @Nullable Person before) {
    JsonObject detail =
        new JsonObject()
            .put("name", person.name())
            .put("organisation", Objects.toString(person.organisation(), null))
            .put("roles", person.roles().toString())
            .put("represents", person.represents())
            .put("voting", person.voting().name())
            .put("new", before == null);
    return People.store(connection, caller.meeting(), List.of(person))
        .compose(done ->
            Audit.write(
                connection, caller.meeting(), caller.seat(), "people.put", person.id(), detail))
        .compose(done -> PeopleChange.touch(connection, change, caller.meeting()));
  }

  private Future<Reply> setWalkIns(Call call) {
    String rule = call.body(Rule.class).walkIns();
    return seats
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
                          caller.seat(),
                          "meeting.walk-ins",
                          caller.meeting(),
                          new JsonObject().put("walkIns", rule));
                    })))
        .map(done -> Reply.noContent());
  }
}
