package fi.sovittu.privacy;

import fi.sovittu.db.Db;
import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Callers;
import fi.sovittu.identity.OwnData;
import fi.sovittu.live.Live;
import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The notice, the retention time, a person's own data and the log of accesses. */
public final class PrivacyApi {
  /**
   * @param eraseNow said when the retention time is over already
   */
  record Wish(@Nullable String notice, @Nullable Integer retentionDays, boolean eraseNow) {}

  private final Db db;
  private final Live live;
  private final Callers callers;
  private final AccessLog accesses;
  private final Erasure erasure;
  private final ParticipantData data;

  /**
   * @param ownData parts of the features, in the order in which they are called
   */
  public PrivacyApi(
      Db db,
      Live live,
      Callers callers,
      AccessLog accesses,
      Erasure erasure,
      List<OwnData> ownData) {
    this.db = db;
    this.live = live;
    this.callers = callers;
    this.accesses = accesses;
    this.erasure = erasure;
    this.data = new ParticipantData(List.copyOf(ownData));
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
        .compose(caller -> db.read(connection -> Retention.read(connection, caller.meeting())))
        .map(found -> Reply.json(200, found));
  }

  private Future<Reply> put(Call call) {
    Wish wish = call.body(Wish.class);
    return callers
        .organiser(call)
        .compose(caller ->
            live.write((connection, change) ->
                Retention.put(
                    erasure,
                    connection,
                    change,
                    caller,
                    wish.notice(),
                    wish.retentionDays(),
                    wish.eraseNow())))
        .map(signedOut -> {
          erasure.forget(signedOut);
          return Reply.noContent();
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
    return db.read(connection -> data.read(connection, meeting, participant))
        .map(found ->
            Reply.json(200, found.toBuffer())
                .withHeader("Content-Disposition", "attachment; filename=\"sovittu-data.json\""));
  }
}
