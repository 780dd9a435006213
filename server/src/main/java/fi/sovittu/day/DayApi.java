package fi.sovittu.day;

import fi.sovittu.db.Db;
import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Callers;
import fi.sovittu.identity.Links;
import fi.sovittu.meeting.JoinUrls;
import fi.sovittu.meeting.MeetingLinks;
import io.vertx.core.Future;
import java.util.UUID;

/** The contract's operations that make meetings. */
public final class DayApi {
  record NewMeeting(UUID key, String template) {}

  private final Db db;
  private final Callers callers;
  private final Links links;
  private final JoinUrls urls;

  public DayApi(Db db, Callers callers, Links links, JoinUrls urls) {
    this.db = db;
    this.callers = callers;
    this.links = links;
    this.urls = urls;
  }

  public void mount(Api api) {
    api.onFile("createMeeting", this::create);
  }

  private Future<Reply> create(Call call) {
    return callers
        .organiser(call)
        .compose(caller -> {
          NewMeeting wanted = call.body(NewMeeting.class);
          Template template = TemplateReader.read(wanted.template(), call.locale());
          return db.write(connection ->
              DayMaker.makeOnce(connection, wanted.key(), template, caller.participant())
                  .compose(made -> MeetingLinks.read(connection, wanted.key(), links, urls)));
        })
        .map(made -> Reply.json(201, made));
  }
}
