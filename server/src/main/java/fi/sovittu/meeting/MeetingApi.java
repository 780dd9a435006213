package fi.sovittu.meeting;

import fi.sovittu.db.Db;
import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Callers;
import fi.sovittu.identity.Links;
import fi.sovittu.paper.QrSvg;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Locale;

/** The contract's operations on meetings as such. */
public final class MeetingApi {
  private final Db db;
  private final Callers callers;
  private final Links links;
  private final JoinUrls urls;
  private final JoinCodes codes;

  public MeetingApi(Db db, Callers callers, Links links, JoinUrls urls, JoinCodes codes) {
    this.db = db;
    this.callers = callers;
    this.links = links;
    this.urls = urls;
    this.codes = codes;
  }

  public void mount(Api api) {
    api.on("getMeeting", this::info);
    api.on("getMeetingQr", this::qr);
    api.on("getLinks", this::links);
  }

  private Future<Reply> info(Call call) {
    return codes
        .with(
            call,
            code ->
                db.read(connection ->
                    Meetings.idOfCode(connection, code)
                        .compose(meeting -> MeetingInfo.read(connection, meeting, urls))))
        .map(info -> Reply.json(200, info));
  }

  private Future<Reply> qr(Call call) {
    return codes
        .with(call, code -> db.read(connection -> Meetings.idOfCode(connection, code)))
        .map(found -> {
          String code = call.path("code").toUpperCase(Locale.ROOT);
          return Reply.bytes(Buffer.buffer(QrSvg.of(urls.join(code))), "image/svg+xml");
        });
  }

  private Future<Reply> links(Call call) {
    return callers
        .organiser(call)
        .compose(caller ->
            db.read(connection -> MeetingLinks.read(connection, caller.meeting(), links, urls)))
        .map(found -> Reply.json(200, found));
  }
}
