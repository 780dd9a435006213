package fi.sovittu.simulator;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.WebSocketClientOptions;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A hall of made-up people who take part in a meeting by the public API, as phones do: for trying
 * the service out and for loading it. All of a hall runs on one event loop. The same number of
 * people in the same meeting are the same people again, so a restart does not double them.
 */
public final class Simulator extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);

  private static final long SEED = 20260402;

  /**
   * Phones do not share connections, but commands are few and short: so many serve a large hall.
   */
  private static final int HTTP_CONNECTIONS = 64;

  private static final int CONNECT_MILLIS = 5_000;
  private static final int LARGEST_FRAME = 1 << 20;
  private static final int LARGEST_MESSAGE = 4 << 20;

  /** How often a line of progress is logged, if there is any, milliseconds. */
  private static final long REPORT_MILLIS = 10_000;

  private final String baseUrl;
  private final String code;
  private final int people;
  private final Pace pace;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final Counts counts = new Counts();
  private @Nullable Timers timers;
  private String reported = "";

  private Simulator(String baseUrl, String code, int people, Pace pace) {
    this.baseUrl = baseUrl;
    this.code = code;
    this.people = people;
    this.pace = pace;
  }

  /**
   * Lets a hall of people join a meeting and live there until it is closed.
   *
   * @param baseUrl the service's address, without a slash at the end
   * @param code the meeting's joining code
   * @param people how many, at least 1
   * @return completes when the first ones are on their way, as soon as the service answers; fails
   *     when there is no such meeting, or when it is a real one
   */
  public static Future<Simulator> start(Vertx vertx, String baseUrl, String code, int people) {
    return start(vertx, baseUrl, code, people, Pace.NATURAL);
  }

  static Future<Simulator> start(Vertx vertx, String baseUrl, String code, int people, Pace pace) {
    Simulator simulator = new Simulator(baseUrl, code, people, pace);
    return vertx.deployVerticle(simulator).map(simulator);
  }

  /** Sends everybody home: closes all connections, and nothing more is sent. */
  public Future<Void> close() {
    return vertx.undeploy(deploymentID());
  }

  /** What the hall has done; to be read on its event loop, or after it has closed. */
  Counts counts() {
    return counts;
  }

  @Override
  public Future<?> start() {
    Timers clock = new Timers(vertx);
    timers = clock;
    // Clients made here are closed with the verticle.
    ApiClient api =
        new ApiClient(
            vertx.createHttpClient(
                new HttpClientOptions()
                    .setConnectTimeout(CONNECT_MILLIS)
                    .setDecompressionSupported(true),
                new PoolOptions().setHttp1MaxSize(HTTP_CONNECTIONS)),
            baseUrl,
            clock,
            counts,
            random.split());
    BridgeClient bridge =
        new BridgeClient(
            vertx.createWebSocketClient(
                new WebSocketClientOptions()
                    .setConnectTimeout(CONNECT_MILLIS)
                    .setMaxConnections(people)
                    .setMaxFrameSize(LARGEST_FRAME)
                    .setMaxMessageSize(LARGEST_MESSAGE)),
            baseUrl,
            clock,
            counts);
    return api.get("/api/meetings/" + code, null)
        .map(answer -> {
          if (!answer.ok()) {
            throw new IllegalStateException("no meeting to simulate: " + answer.code());
          }
          if (answer.body().getString("purpose", "REAL").equals("REAL")) {
            throw new IllegalStateException("a real meeting is not simulated");
          }
          return Meeting.of(answer.body());
        })
        .onSuccess(meeting -> invite(new Hall(meeting, api, bridge, clock, counts)));
  }

  @Override
  public Future<?> stop() {
    if (timers != null) {
      timers.close();
    }
    report();
    return Future.succeededFuture();
  }

  private void invite(Hall hall) {
    List<Guest> guests = Invitation.of(hall.meeting(), people, random.split());
    double gap = pace.gapMillis(people);
    double at = 0;
    for (Guest guest : guests) {
      Person person = new Person(hall, guest, pace, random.split());
      // People do not arrive by the metronome.
      at += 2 * gap * random.nextDouble();
      hall.timers().after(Math.round(at), person::arrive);
    }
    reportLater(hall.timers());
  }

  private void reportLater(Timers clock) {
    clock.after(
        REPORT_MILLIS,
        () -> {
          report();
          reportLater(clock);
        });
  }

  private void report() {
    String now = counts.toString();
    if (!now.equals(reported)) {
      reported = now;
      LOG.info("simulated hall of {}: {}", people, now);
    }
  }
}
