package fi.sovittu.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import fi.sovittu.base.Problem;
import fi.sovittu.base.ServerSecret;
import fi.sovittu.db.EmbeddedServer;
import fi.sovittu.db.Migrations;
import fi.sovittu.http.Json;
import fi.sovittu.http.Languages;
import fi.sovittu.http.Problems;
import fi.sovittu.identity.signin.SignInLinks;
import fi.sovittu.meeting.MeetingLinks;
import fi.sovittu.meeting.Meetings;
import fi.sovittu.meeting.Purpose;
import fi.sovittu.recount.Recount;
import fi.sovittu.simulator.Simulator;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.pgclient.PgConnectOptions;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the service, or says in one line why it cannot. */
public final class Main implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  /** How long an orderly stop may take, seconds. */
  private static final int STOP_WITHIN = 10;

  private final Vertx vertx;
  private final @Nullable EmbeddedServer embedded;
  private final @Nullable DataFolder folder;
  private final MeetingLinks links;
  private final List<SignInLinks.NamedLink> signIns;

  private Main(
      Vertx vertx,
      @Nullable EmbeddedServer embedded,
      @Nullable DataFolder folder,
      MeetingLinks links,
      List<SignInLinks.NamedLink> signIns) {
    this.vertx = vertx;
    this.embedded = embedded;
    this.folder = folder;
    this.links = links;
    this.signIns = signIns;
  }

  /**
   * Starts the service, or counts published ballots again: {@code recount bundle.json}. Exit codes:
   * 0 for {@code --help}, 1 when the start failed, 2 for an impossible setting; those of a recount
   * are told at {@link Recount}.
   */
  public static void main(String[] arguments) {
    if (arguments.length > 0 && arguments[0].equals("recount")) {
      System.exit(recount(arguments));
    }
    if (List.of(arguments).contains("--help")) {
      System.out.print(Config.help());
      return;
    }
    try {
      Main service = start(System.getenv());
      Runtime.getRuntime().addShutdownHook(new Thread(service::close, "stop"));
      System.out.println(Banner.of(service.links(), service.signIns()));
    } catch (Config.Impossible impossible) {
      fail(2, String.valueOf(impossible.getMessage()));
    } catch (Problem problem) {
      fail(2, explain(problem));
    } catch (Exception e) {
      LOG.debug("the start failed", e);
      fail(1, "Sovittu could not start: " + rootOf(e));
    }
  }

  private static int recount(String[] arguments) {
    if (arguments.length != 2) {
      System.err.println("Usage: recount <file of a poll's published ballots>");
      return Recount.NOT_A_BUNDLE;
    }
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    return Recount.run(Path.of(arguments[1]), out);
  }

  /**
   * Starts everything with the given environment and returns when it serves.
   *
   * @throws Config.Impossible for a setting that cannot be used
   * @throws Problem TEMPLATE_INVALID for a template with faults
   */
  public static Main start(Map<String, String> environment) throws Exception {
    Config config = Config.of(environment);
    if (config.simulate() > 0) {
      simulatorMustBeThere();
    }
    FirstMeeting first = FirstMeeting.of(config.template());
    DataFolder folder =
        config.database() == null || config.secret() == null
            ? DataFolder.open(config.data())
            : null;
    ServerSecret secret = secret(config, folder);
    EmbeddedServer embedded = config.database() == null ? embedded(folder) : null;
    // The system's own way of waiting for many sockets takes less of the processor than Java's.
    Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    try {
      PgConnectOptions database = embedded == null ? external(config) : embedded.options();
      Migrations.run(database);
      Json.setUp();
      Server server = new Server(config, database, secret);
      await(vertx.deployVerticle(server));
      Server.Started service = server.started();
      UUID meeting = await(first.make(service));
      MeetingLinks links =
          await(
              service
                  .db()
                  .read(connection ->
                      MeetingLinks.read(connection, meeting, service.links(), service.urls())));
      if (config.simulate() > 0) {
        mustNotBeReal(
            await(service.db().read(connection -> Meetings.purpose(connection, meeting))));
        await(Simulator.start(vertx, service.baseUrl(), links.code(), config.simulate()));
      }
      // Otherwise nobody could get in for the first time.
      List<SignInLinks.NamedLink> signIns =
          config.staffLinks()
              ? List.of()
              : await(
                  service
                      .db()
                      .write(
                          connection -> service.signInLinks().forOrganisers(connection, meeting)));
      return new Main(vertx, embedded, folder, links, signIns);
    } catch (Exception e) {
      stop(vertx, embedded, folder);
      throw e;
    }
  }

  /** The addresses of the newest meeting. */
  public MeetingLinks links() {
    return links;
  }

  /**
   * One-time links of the newest meeting's organisers, where staff's personal links do not sign in.
   */
  public List<SignInLinks.NamedLink> signIns() {
    return signIns;
  }

  /** Stops the service first, then its database, and then lets go of the data folder. */
  @Override
  public void close() {
    stop(vertx, embedded, folder);
  }

  private static void stop(
      Vertx vertx, @Nullable EmbeddedServer embedded, @Nullable DataFolder folder) {
    try {
      await(vertx.close());
    } catch (Exception e) {
      LOG.warn("the service did not stop in order", e);
    }
    if (embedded != null) {
      try {
        embedded.close();
      } catch (IOException e) {
        LOG.warn("the database did not stop in order", e);
      }
    }
    if (folder != null) {
      try {
        folder.close();
      } catch (IOException e) {
        LOG.warn("the data folder was not let go of", e);
      }
    }
  }

  private static ServerSecret secret(Config config, @Nullable DataFolder folder)
      throws IOException {
    String text = config.secret();
    if (text == null && folder != null) {
      text = folder.secret("server-secret");
    }
    if (text == null) {
      throw new IllegalStateException("no secret");
    }
    return new ServerSecret(text.getBytes(UTF_8));
  }

  private static EmbeddedServer embedded(@Nullable DataFolder folder) throws IOException {
    if (folder == null) {
      throw new IllegalStateException("no data folder");
    }
    folder.lock();
    try {
      return EmbeddedServer.start(folder.database(), folder.secret("database-password"));
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private static PgConnectOptions external(Config config) {
    PgConnectOptions database = config.database();
    if (database == null) {
      throw new IllegalStateException("no database");
    }
    return database;
  }

  private static <T> T await(Future<T> future) throws Exception {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(STOP_WITHIN * 3L, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } catch (TimeoutException e) {
      throw new IOException("no answer within " + STOP_WITHIN * 3L + " seconds", e);
    }
  }

  /** It is a jar of its own, which the installed service does not have. */
  private static void simulatorMustBeThere() {
    try {
      Class.forName("fi.sovittu.simulator.Simulator");
    } catch (ClassNotFoundException absent) {
      throw new Config.Impossible(
          Setting.SIMULATE,
          "the simulator is no part of the service; put its jar on the class path");
    }
  }

  private static void mustNotBeReal(Purpose purpose) {
    if (purpose == Purpose.REAL) {
      throw new Config.Impossible(
          Setting.SIMULATE,
          "the newest meeting is a real one; only a demo or a rehearsal (purpose: REHEARSAL) has"
              + " made-up participants");
    }
  }

  private static String explain(Problem problem) {
    StringBuilder text = new StringBuilder(Problems.sentence(problem, Languages.FINNISH));
    problem
        .fields()
        .forEach(field ->
            text.append("\n  ").append(field.field()).append(": ").append(field.message()));
    return text.toString();
  }

  private static String rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage() == null ? root.toString() : root.getMessage();
    return message.lines().findFirst().orElse(message);
  }

  private static void fail(int code, String message) {
    System.err.println(message);
    System.exit(code);
  }
}
