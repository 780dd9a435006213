package fi.sovittu.privacy;

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
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The notice, the retention time, a person's own data and the log of accesses. */
public final class PrivacyApi {
  /** The contract's {@code Privacy}. */
  record Privacy(
      @Nullable String notice,
      @Nullable Integer retentionDays,
      LocalDate heldOn,
      @Nullable OffsetDateTime erasedAt) {}

  /**
   * @param eraseNow said when the retention time is over already
   */
  record Wish(@Nullable String notice, @Nullable Integer retentionDays, boolean eraseNow) {}

  private final Db db;
  private final Live live;
  private final Callers callers;
  private final AccessLog accesses;
  private final Erasure erasure;

  public PrivacyApi(Db db, Live live, Callers callers, AccessLog accesses, Erasure erasure) {
    this.db = db;
    this.live = live;
    this.callers = callers;
    this.accesses = accesses;
    this.erasure = erasure;
  }

  public void mount(Api api) {
    api.on("getPrivacy", this::get);
    api.on("putPrivacy", this::put);
    api.on("getAccesses", this::accesses);
    api.on("getOwnData", this::own);
    api.on("getParticipantData", this::ofParticipant);
  }

  private Future<Reply> get(Call call) {
    return callers
        .organiser(call)
        .compose(caller ->
            db.statement(
                "select notice, retention_days, held_on, erased_at from meeting where id = $1",
                Tuple.of(caller.meeting())))
        .map(rows -> {
          Row row = rows.iterator().next();
          return Reply.json(
              200,
              new Privacy(
                  row.getString(0),
                  row.getInteger(1),
                  row.getLocalDate(2),
                  row.getOffsetDateTime(3)));
        });
  }

  private Future<Reply> put(Call call) {
    Wish wish = call.body(Wish.class);
    String notice = wish.notice() == null || wish.notice().isBlank() ? null : wish.notice().strip();
    return callers
        .organiser(call)
        .compose(caller ->
            live.write((connection, change) -> keep(connection, change, caller, notice, wish)))
        .map(signedOut -> {
          erasure.forget(signedOut);
          return Reply.noContent();
        });
  }

  private static Future<List<UUID>> keep(
      SqlConnection connection, Change change, Caller caller, @Nullable String notice, Wish wish) {
    return connection
        .preparedQuery(
            """
            update meeting set notice = $2, retention_days = $3 where id = $1
            returning erased_at is null and coalesce(
              (clock_timestamp() at time zone time_zone)::date > held_on + retention_days, false) as due
            """)
        .execute(Tuple.of(caller.meeting(), notice, wish.retentionDays()))
        .compose(rows -> {
          boolean due = rows.iterator().next().getBoolean(0);
          if (due && !wish.eraseNow()) {
            throw Problem.of(Problem.Code.RETENTION_OVER);
          }
          return Audit.write(
                  connection,
                  caller.meeting(),
                  caller.participant(),
                  "privacy.put",
                  caller.meeting(),
                  new JsonObject().put("retentionDays", wish.retentionDays()))
              .compose(done ->
                  due
                      ? Erasure.erase(connection, change, caller.meeting())
                      : Future.succeededFuture(List.of()));
        });
  }

  private Future<Reply> accesses(Call call) {
    return callers
        .organiser(call)
        .compose(accesses::newest)
        .map(found -> Reply.json(200, new Accesses(found)));
  }

  record Accesses(List<AccessLog.Access> accesses) {}

  private Future<Reply> own(Call call) {
    return callers.caller(call).compose(caller -> data(caller.meeting(), caller.participant()));
  }

  private Future<Reply> ofParticipant(Call call) {
    return callers
        .organiser(call)
        .compose(caller -> data(caller.meeting(), call.pathId("participant")));
  }

  private Future<Reply> data(UUID meeting, UUID participant) {
    return db.read(connection -> ParticipantData.read(connection, meeting, participant))
        .map(data ->
            Reply.json(200, data.toBuffer())
                .withHeader("Content-Disposition", "attachment; filename=\"sovittu-data.json\""));
  }
}
