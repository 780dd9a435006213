package fi.sovittu.people;

import fi.sovittu.db.Db;
import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Callers;
import fi.sovittu.live.Live;
import fi.sovittu.people.roster.Roster;
import fi.sovittu.people.roster.RosterLimits;
import fi.sovittu.people.roster.RosterRefused;
import fi.sovittu.people.roster.RosterWords;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.Json;
import java.util.Objects;
import java.util.UUID;

/**
 * The import of rosters. A file is read and compared on a worker, never on the event loop; what is
 * previewed is what is imported, or nothing is.
 */
public final class RosterApi {
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
                                  RosterPlan plan =
                                      RosterPlan.of(roster, known, caller.participant());
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
                failure instanceof RosterRefused refused ? words.problem(refused) : failure));
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
                        new RosterImport(vertx, connection, change, caller)
                            .once(key, roster, digest, words)))
                .map(counts -> {
                  callers.forgetAll();
                  return Reply.json(200, counts);
                }));
  }
}
