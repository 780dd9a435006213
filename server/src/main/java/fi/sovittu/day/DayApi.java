package fi.sovittu.day;

import fi.sovittu.base.Problem;
import fi.sovittu.db.Db;
import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.http.Reply;
import fi.sovittu.identity.Caller;
import fi.sovittu.identity.Links;
import fi.sovittu.identity.Seats;
import fi.sovittu.meeting.JoinUrls;
import fi.sovittu.meeting.MeetingLinks;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.UUID;

/** The contract's operations that make meetings. */
public final class DayApi {
  record NewMeeting(UUID key, String template) {}

  private final Db db;
  private final Seats seats;
  private final Links links;
  private final JoinUrls urls;

  public DayApi(Db db, Seats seats, Links links, JoinUrls urls) {
    this.db = db;
    this.seats = seats;
    this.links = links;
    this.urls = urls;
  }

  public void mount(Api api) {
    api.onFile("createMeeting", this::create);
  }

  private Future<Reply> create(Call call) {
    return seats
        .organiser(call)
        .compose(caller -> {
          NewMeeting wanted = call.body(NewMeeting.class);
          Template template = TemplateReader.read(wanted.template(), call.locale());
          return db.write(connection -> makeOnce(connection, caller, wanted.key(), template));
        })
        .map(made -> Reply.json(201, made));
  }

  /** The client's key is the meeting's id, so a retry finds what the first try made. */
  private Future<MeetingLinks> makeOnce(
      SqlConnection connection, Caller caller, UUID key, Template template) {
    // A retry may come while the first try is still at work: it waits here until that is done.
    return connection
        .preparedQuery("select pg_advisory_xact_lock(hashtextextended($1, 0))")
        .execute(Tuple.of(key.toString()))
        .compose(locked ->
            connection
                .preparedQuery("select created_by from meeting where id = $1")
                .execute(Tuple.of(key)))
        .compose(rows -> {
          if (rows.size() == 0) {
            return DayMaker.make(connection, key, template, Duration.ZERO, caller.seat());
          }
          if (!caller.seat().equals(rows.iterator().next().getUUID(0))) {
            throw Problem.of(Problem.Code.FORBIDDEN);
          }
          return Future.succeededFuture();
        })
        .compose(made -> MeetingLinks.read(connection, key, links, urls));
  }
}
