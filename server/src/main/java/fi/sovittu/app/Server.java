package fi.sovittu.app;

import fi.sovittu.agenda.Agenda;
import fi.sovittu.agenda.AgendaApi;
import fi.sovittu.agenda.AgendaSection;
import fi.sovittu.attendance.Attendance;
import fi.sovittu.attendance.AttendanceApi;
import fi.sovittu.attendance.AttendanceSection;
import fi.sovittu.attendance.Connections;
import fi.sovittu.attendance.ParticipantApi;
import fi.sovittu.base.Limit;
import fi.sovittu.base.ServerSecret;
import fi.sovittu.day.DayApi;
import fi.sovittu.db.Db;
import fi.sovittu.goal.GoalApi;
import fi.sovittu.http.Api;
import fi.sovittu.http.Pages;
import fi.sovittu.http.Problems;
import fi.sovittu.http.ShortAnswers;
import fi.sovittu.http.SlowConnections;
import fi.sovittu.http.Unanswered;
import fi.sovittu.identity.BadgeCodes;
import fi.sovittu.identity.Callers;
import fi.sovittu.identity.Links;
import fi.sovittu.identity.ParticipantNews;
import fi.sovittu.identity.SessionApi;
import fi.sovittu.identity.SessionLimits;
import fi.sovittu.identity.Sessions;
import fi.sovittu.identity.signin.SignInApi;
import fi.sovittu.identity.signin.SignInLinks;
import fi.sovittu.identity.signin.SignInRemains;
import fi.sovittu.letters.Keys;
import fi.sovittu.letters.LettersApi;
import fi.sovittu.live.Bridge;
import fi.sovittu.live.Live;
import fi.sovittu.live.Sections;
import fi.sovittu.meeting.JoinCodes;
import fi.sovittu.meeting.JoinUrls;
import fi.sovittu.meeting.MeetingApi;
import fi.sovittu.meeting.MeetingSection;
import fi.sovittu.meeting.WrongCodes;
import fi.sovittu.people.AdmissionApi;
import fi.sovittu.people.LinkApi;
import fi.sovittu.people.MergeApi;
import fi.sovittu.people.PeopleApi;
import fi.sovittu.people.PeopleSection;
import fi.sovittu.people.RosterApi;
import fi.sovittu.people.RosterFiles;
import fi.sovittu.people.SubstitutionApi;
import fi.sovittu.poll.Deadlines;
import fi.sovittu.poll.PollApi;
import fi.sovittu.poll.PollSections;
import fi.sovittu.poll.Polls;
import fi.sovittu.poll.ballot.BallotApi;
import fi.sovittu.poll.ballot.BallotBox;
import fi.sovittu.poll.text.TextApi;
import fi.sovittu.post.PostApi;
import fi.sovittu.post.Postman;
import fi.sovittu.privacy.AccessLog;
import fi.sovittu.privacy.Erasure;
import fi.sovittu.privacy.PrivacyApi;
import fi.sovittu.records.RecordApi;
import fi.sovittu.records.Records;
import fi.sovittu.teams.TeamsApi;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.pgclient.PgConnectOptions;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The service on one event loop: everything is made and wired here, in reading order. */
final class Server extends VerticleBase {
  /** How long a closed WebSocket waits for the other side to close it too. */
  private static final int GOODBYE_SECONDS = 1;

  /** Bytes on their way to one phone that the system keeps. */
  private static final int SEND_BUFFER = 65_536;

  /**
   * A silent connection is ended after so many seconds. Sockets that listen hear the server's time
   * more often.
   */
  @Limit(value = "A silent connection", unit = "s")
  private static final int IDLE_SECONDS = 45;

  private final Config config;
  private final PgConnectOptions database;
  private final ServerSecret secret;
  private @Nullable Router router;
  private @Nullable Started started;
  private @Nullable Postman postman;

  /** What the rest of the start needs of the running service. */
  record Started(
      String baseUrl,
      Db db,
      Live live,
      Links links,
      JoinUrls urls,
      Agenda agenda,
      SignInLinks signInLinks) {}

  Server(Config config, PgConnectOptions database, ServerSecret secret) {
    this.config = config;
    this.database = database;
    this.secret = secret;
  }

  @Override
  public Future<?> start() {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(config.host())
            .setPort(config.port())
            .setCompressionSupported(true)
            // The system would keep megabytes for each phone that does not read.
            .setSendBufferSize(SEND_BUFFER)
            // To tell HTTP/2 apart, the first bytes would wait where no limit reaches them.
            .setHttp2ClearTextEnabled(false)
            .setIdleTimeout(IDLE_SECONDS)
            .setIdleTimeoutUnit(TimeUnit.SECONDS)
            // A phone that is gone says no goodbye; what was kept of it would be, for ten seconds.
            .setWebSocketClosingTimeout(GOODBYE_SECONDS)
            // What is told to thousands would be compressed for each of them.
            .setPerMessageWebSocketCompressionSupported(false)
            .setPerFrameWebSocketCompressionSupported(false);
    // Listening comes first, because with port 0 the public address is known only then.
    SlowConnections connections = new SlowConnections(vertx);
    return vertx
        .createHttpServer(options)
        .connectionHandler(connections::opened)
        .requestHandler(request -> {
          connections.begins(request);
          dispatch(request);
        })
        .listen()
        .compose(this::wire);
  }

  @Override
  public Future<?> stop() {
    return postman == null ? Future.succeededFuture() : postman.stop();
  }

  Started started() {
    if (started == null) {
      throw new IllegalStateException("not started");
    }
    return started;
  }

  private void dispatch(HttpServerRequest request) {
    if (router == null) {
      request.response().setStatusCode(503).putHeader("Retry-After", "1").end();
    } else {
      router.handle(request);
    }
  }

  private Future<Void> wire(HttpServer http) {
    String baseUrl =
        config.baseUrl() != null ? config.baseUrl() : "http://localhost:" + http.actualPort();
    JoinUrls urls = new JoinUrls(baseUrl);
    Db db = Db.connect(vertx, database);
    Db crowds = Db.forCrowds(vertx, database);
    Links links = new Links(secret, config.staffLinks());
    BadgeCodes badges = new BadgeCodes(secret, links);
    Keys keys = new Keys(links, badges, urls);
    Callers callers = new Callers(context, crowds, links, baseUrl.startsWith("https:"));
    Unanswered unanswered = new Unanswered();
    Sections sections = new Sections();
    Bridge bridge = new Bridge(vertx, context, callers, sections, unanswered);
    Live live = new Live(vertx, context, db, sections, bridge);
    Sessions sessions = new Sessions(callers);
    SignInLinks signInLinks = new SignInLinks(secret, sessions, baseUrl);
    JoinCodes codes = new JoinCodes(new WrongCodes());
    Attendance attendance = new Attendance();
    Agenda agenda = new Agenda(attendance);
    Polls polls = new Polls(vertx, secret);
    BallotBox box = new BallotBox(context, crowds, live, secret);
    Deadlines deadlines = new Deadlines(vertx, db, live, polls, box);

    sections.add(new MeetingSection());
    sections.add(new AgendaSection());
    PollSections.addTo(sections, vertx, live, secret);
    sections.add(new AttendanceSection());
    sections.add(new PeopleSection());
    live.start();
    deadlines.look();
    new Connections(db, bridge.connected()).start(vertx);

    ParticipantNews.start(vertx, database, db, callers, bridge);
    new SessionLimits(vertx, db, callers, bridge, SignInRemains::clear).start();

    AccessLog accesses = new AccessLog(db, callers);
    Erasure erasure = new Erasure(vertx, live, callers, Parts.ERASING);
    erasure.start();
    Postman sender =
        config.smtp() == null ? null : new Postman(vertx, db, live, keys, config.smtp());
    postman = sender;
    if (sender != null) {
      sender.start();
    }

    return Future.all(db.keepTime(), crowds.keepTime())
        .compose(known -> Api.load(vertx, unanswered))
        .map(api -> {
          new ParticipantApi(context, db, crowds, live, callers, attendance, codes).mount(api);
          new AttendanceApi(vertx, db, live, callers, attendance, badges).mount(api);
          new MeetingApi(db, callers, links, urls, codes).mount(api);
          new DayApi(db, callers, links, urls).mount(api);
          new AgendaApi(live, callers, agenda).mount(api);
          new GoalApi(db, live, callers).mount(api);
          new PollApi(db, live, callers, polls, box, deadlines).mount(api);
          new BallotApi(db, callers, box, secret).mount(api);
          new TextApi(db, live, callers).mount(api);
          new PeopleApi(vertx, db, live, callers).mount(api);
          new RosterApi(vertx, db, live, callers).mount(api);
          new LinkApi(db, live, callers, bridge, links, urls).mount(api);
          new AdmissionApi(live, callers).mount(api);
          new SubstitutionApi(live, callers).mount(api);
          new MergeApi(live, callers, Parts.MERGING).mount(api);
          new RosterFiles(vertx, db, callers, links, urls).mount(api);
          new LettersApi(vertx, db, callers, keys).mount(api);
          new PostApi(db, live, callers, sender).mount(api);
          new TeamsApi(vertx, db, live, callers).mount(api);
          new RecordApi(callers, new Records(vertx, db)).mount(api);
          new PrivacyApi(db, live, callers, accesses, erasure, Parts.OWN_DATA).mount(api);
          new SessionApi(db, callers, bridge).mount(api);
          new SignInApi(
                  vertx,
                  db,
                  callers,
                  sessions,
                  signInLinks,
                  secret,
                  baseUrl,
                  config.provider(),
                  config.staffLinks())
              .mount(api);
          api.watch(accesses);
          Router root = Router.router(vertx);
          root.route().handler(Pages::headers);
          root.route().handler(ShortAnswers::asTheyAre);
          root.get("/health/live").handler(context -> context.response().end("live\n"));
          root.get("/health/ready").handler(context -> ready(context, db));
          root.get("/openapi.yaml").handler(Server::contract);
          bridge.mount(root);
          root.route("/*").subRouter(api.router());
          Pages.mount(vertx, root);
          Problems.mount(root);
          router = root;
          started = new Started(baseUrl, db, live, links, urls, agenda, signInLinks);
          return null;
        });
  }

  private static void ready(RoutingContext context, Db db) {
    db.ping()
        .onSuccess(answered -> context.response().end("ready\n"))
        .onFailure(away -> context.response().setStatusCode(503).end("the database is away\n"));
  }

  private static void contract(RoutingContext context) {
    context.response().putHeader("Content-Type", "application/yaml").sendFile(Api.CONTRACT);
  }
}
