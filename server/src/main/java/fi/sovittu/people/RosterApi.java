package fi.sovittu.people;

import fi.sovittu.base.Problem;
import fi.sovittu.db.Audit;
import fi.sovittu.db.Db;
import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Caller;
import fi.sovittu.identity.Callers;
import fi.sovittu.live.Change;
import fi.sovittu.live.Live;
import fi.sovittu.people.RosterPlan.Outcome;
import fi.sovittu.people.RosterPlan.Step;
import fi.sovittu.people.RosterPreview.Counts;
import fi.sovittu.people.RosterRefused.Fault;
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

/**
 * The import of rosters. A file is read and compared on a worker, never on the event loop; what is
 * previewed is what is imported, or nothing is.
 */
public final class RosterApi {
  private static final String IMPORT = "people.import";

  private record Planned(Roster roster, Known known, RosterPlan plan) {}

  private final Vertx vertx;
  private final Db db;
  private final Live live;
  private final Callers callers;

  public RosterApi(Vertx vertx, Db db, Live live, Callers callers) {
    this.vertx = vertx;
    this.db = db;
    this.live = live;
    this.callers = callers;
  }

  public void mount(Api api) {
    api.onBytes("previewRoster", RosterLimits.FILE, this::preview);
    api.onBytes("importRoster", RosterLimits.FILE, this::apply);
  }

  private Future<Reply> preview(Call call) {
    RosterWords words = new RosterWords(call.locale());
    return callers
        .organiser(call)
        .compose(caller ->
            read(call.bytes(), words)
                .compose(roster ->
                    db.read(connection -> Known.read(connection, caller.meeting()))
                        .compose(known ->
                            vertx.executeBlocking(
                                () -> {
                                  RosterPlan plan = RosterPlan.of(roster, known, caller.participant());
                                  return Json.encodeToBuffer(
                                      RosterPreview.of(roster, plan, known, words));
                                },
                                false))))
        .map(preview -> Reply.json(200, Objects.requireNonNull(preview)));
  }

  private Future<Roster> read(byte[] file, RosterWords words) {
    return vertx
        .executeBlocking(() -> Roster.read(file), false)
        .map(Objects::requireNonNull)
        .recover(failure ->
            Future.failedFuture(
                failure instanceof RosterRefused refused
                    ? refused(List.of(field(null, refused.fault(), words)))
                    : failure));
  }

  private static Problem refused(List<Problem.Field> fields) {
    return Problem.withFields(Problem.Code.ROSTER_INVALID, fields);
  }

  private static Problem.Field field(@Nullable Integer line, Fault fault, RosterWords words) {
    return new Problem.Field(line == null ? "file" : line.toString(), words.sentence(fault));
  }

  private Future<Reply> apply(Call call) {
    UUID key = call.pathId("import");
    String digest = Objects.requireNonNull(call.query("digest"));
    RosterWords words = new RosterWords(call.locale());
    return callers
        .organiser(call)
        .compose(caller ->
            read(call.bytes(), words)
                .compose(roster ->
                    live.write((connection, change) ->
                        once(connection, change, caller, key, roster, digest, words)))
                .map(counts -> {
                  callers.forgetAll();
                  return Reply.json(200, counts);
                }));
  }

  /** One import at a time; sent again it finds what the first try did. */
  private Future<Counts> once(
      SqlConnection connection,
      Change change,
      Caller caller,
      UUID key,
      Roster roster,
      String digest,
      RosterWords words) {
    return connection
        .preparedQuery("select id from meeting where id = $1 for no key update")
        .execute(Tuple.of(caller.meeting()))
        .compose(locked ->
            connection
                .preparedQuery(
                    "select detail from audit where subject_id = $1 and meeting_id = $2 and action = $3")
                .execute(Tuple.of(key, caller.meeting(), IMPORT)))
        .compose(rows ->
            rows.size() > 0
                ? Future.succeededFuture(
                    rows.iterator().next().getJsonObject(0).mapTo(Counts.class))
                : Known.read(connection, caller.meeting())
                    .compose(known ->
                        vertx.executeBlocking(
                            () ->
                                new Planned(
                                    roster, known, RosterPlan.of(roster, known, caller.participant())),
                            false))
                    .compose(
                        planned -> store(connection, change, caller, key, planned, digest, words)));
  }

  private static Future<Counts> store(
      SqlConnection connection,
      Change change,
      Caller caller,
      UUID key,
      Planned planned,
      String digest,
      RosterWords words) {
    RosterPlan plan = planned.plan();
    if (plan.count(Outcome.REFUSED) > 0) {
      throw refused(plan.steps().stream().flatMap(step -> faults(step, words).stream()).toList());
    }
    if (!plan.digest().equals(digest)) {
      throw Problem.of(Problem.Code.ROSTER_CHANGED);
    }
    Counts counts = RosterPreview.counts(plan);
    return planned(connection)
        .compose(done -> People.store(connection, caller.meeting(), plan.toStore()))
        .compose(done -> link(connection, caller.meeting(), plan.unchanged()))
        .compose(done ->
            Audit.write(
                connection,
                caller.meeting(),
                caller.participant(),
                IMPORT,
                key,
                JsonObject.mapFrom(counts)))
        .compose(done -> PeopleChange.touch(connection, change, caller.meeting()))
        .map(counts);
  }

  /** Thousands of rows are written by another plan than a few, which is what others remember. */
  private static Future<Void> planned(SqlConnection connection) {
    return connection.query("set local plan_cache_mode = force_custom_plan").execute().mapEmpty();
  }

  /** Everyone on a roster gets a personal link. */
  private static Future<Void> link(SqlConnection connection, UUID meeting, List<UUID> people) {
    return connection
        .preparedQuery(
            """
            update participant set link_generation = 1
            where meeting_id = $1 and id = any($2) and link_generation is null
            """)
        .execute(Tuple.of(meeting).addArrayOfUUID(people.toArray(UUID[]::new)))
        .mapEmpty();
  }

  private static List<Problem.Field> faults(Step step, RosterWords words) {
    return step.faults().stream().map(fault -> field(step.line(), fault, words)).toList();
  }
}
