package fi.sovittu.bench;

import fi.sovittu.support.Hall;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Starts the real service and a durable PostgreSQL, votes through HTTP, and prints every figure
 * beside the floor that the same machine sets in the same run. Exit code 1 when a target is missed
 * and {@code bench.strict} is set.
 */
public final class Bench {
  /** Speeds are measured so often, each time beside its floor; the median is told. */
  private static final int ROUNDS = 3;

  /**
   * A virtual machine is slow until it has compiled what is hot: this many times the measured
   * seconds.
   */
  private static final int WARM_UP = 3;

  private static final int STEADY = 3;
  private static final double SPEED_TARGET = 3;
  private static final double STEADY_P99_TARGET_MILLIS = 50;
  private static final double LONE_TARGET = 1.5;
  private static final int LONE_VOTES = 1_000;

  /** How many go on voting while others abuse the service. */
  private static final int HONEST = 1_000;

  /** Lone votes and bare inserts take turns by so many, so that noise hits both alike. */
  private static final int LONE_BLOCK = 25;

  private final Settings settings;
  private final Rig rig;
  private final Report report = new Report();

  private Bench(Settings settings, Rig rig) {
    this.settings = settings;
    this.rig = rig;
  }

  public static void main(String[] arguments) throws Exception {
    Settings settings = Settings.given();
    boolean allMet;
    try (Rig rig = new Rig()) {
      rig.start(settings);
      Bench bench = new Bench(settings, rig);
      bench.run();
      bench.write(settings.folder().resolve("bench.json"));
      allMet = bench.report.allMet();
    }
    if (settings.strict() && !allMet) {
      System.exit(1);
    }
  }

  private void run() throws Exception {
    Voters live = rig.voters(Hall.LIVE, settings.phones());
    Voters bare = rig.bareVoters(BareServer.INSERT);
    Voters nothing = rig.bareVoters(BareServer.NOTHING);
    warmUp(live, bare, nothing);
    speed(live, bare, nothing);
    steady(live);
    rig.closes(Hall.LIVE);
    firstVotes(rig.voters(Hall.AFTER_CLOSE, settings.phones()));
    rig.closes(Hall.AFTER_CLOSE);
    int count = Math.min(LONE_VOTES, settings.phones());
    Voters lone = rig.voters(Hall.BY_CHAIR, count);
    lone("A lone first vote", lone, bare, count);
    lone("A lone changed vote", lone, bare, count);
    for (int size : settings.crowds()) {
      new Crowd(rig, report, size).run();
    }
    if (settings.crowds().isEmpty()) {
      return;
    }
    int most = Collections.max(settings.crowds());
    new PublicationCost(rig, report, most).run();
    new Arrivals(rig, report, most).run();
    new Abuse(rig, report, Math.min(most, HONEST), settings.rate()).run();
  }

  private void warmUp(Voters... all) {
    for (Voters voters : all) {
      flood(voters, WARM_UP * settings.seconds());
    }
    rig.floor().rowACommit(settings.seconds());
    rig.floor().hundredACommit(1);
  }

  /** How many votes a second are acknowledged when phones vote as fast as they are answered. */
  private void speed(Voters voters, Voters bare, Voters nothing) {
    Median rows = new Median();
    Median batches = new Median();
    Median inserts = new Median();
    Median requests = new Median();
    Median votes = new Median();
    Median ratios = new Median();
    Median serviceCpu = new Median();
    Median databaseCpu = new Median();
    for (int i = 0; i < ROUNDS; i++) {
      double rowsPerSecond = rig.floor().rowACommit(settings.seconds());
      double service = rig.serviceCpuMicros();
      double database = rig.databaseCpuMicros();
      Loop.Outcome flood = flood(voters, settings.seconds());
      serviceCpu.add((rig.serviceCpuMicros() - service) / flood.times().count());
      databaseCpu.add((rig.databaseCpuMicros() - database) / flood.times().count());
      rows.add(rowsPerSecond);
      votes.add(flood.perSecond());
      ratios.add(flood.perSecond() / rowsPerSecond);
      inserts.add(flood(bare, settings.seconds()).perSecond());
      requests.add(flood(nothing, settings.seconds()).perSecond());
      batches.add(rig.floor().hundredACommit(settings.seconds()));
    }
    report.tell(
        "Floor: a row and its commit, one at a time: median",
        rig.floor().lone(LONE_VOTES).medianMillis(),
        "ms");
    report.tell("Floor: a row a commit, 8 connections", rows.value(), "rows/s");
    report.tell("Floor: 100 rows a commit, 1 connection", batches.value(), "rows/s");
    report.tell("Floor: bare HTTP, a row a commit", inserts.value(), "votes/s");
    report.tell("Ceiling: bare HTTP, nothing stored", requests.value(), "votes/s");
    report.tell("Durable acknowledged votes, results live", votes.value(), "votes/s");
    report.atLeast(SPEED_TARGET, "  beside the floor of a row a commit", ratios.value(), "times");
    report.tell("  processor time of the service a vote", serviceCpu.value(), "us");
    report.tell("  processor time of PostgreSQL a vote", databaseCpu.value(), "us");
  }

  private Loop.Outcome flood(Voters voters, int seconds) {
    return Loop.forSeconds(rig.context(), settings.lanes(), seconds, lane -> voters.vote());
  }

  /** How long an acknowledgement takes when votes come steadily. */
  private void steady(Voters voters) {
    Times times =
        Steady.run(rig.context(), settings.rate(), STEADY * settings.seconds(), voters::vote);
    String at = "At " + settings.rate() + " votes/s, results live: ";
    report.tell(at + "median", times.medianMillis(), "ms");
    report.atMost(STEADY_P99_TARGET_MILLIS, at + "p99", times.percentileMillis(99), "ms");
    report.tell(at + "longest", times.maxMillis(), "ms");
  }

  /** Everyone votes once, as fast as they are answered. */
  private void firstVotes(Voters voters) {
    Loop.Outcome all =
        Loop.times(rig.context(), settings.lanes(), settings.phones(), i -> voters.vote());
    report.tell("First votes, each phone once", all.perSecond(), "votes/s");
  }

  /** How long an acknowledgement takes when nobody else votes. */
  private void lone(String name, Voters voters, Voters bare, int count) {
    List<Times> votes = new ArrayList<>();
    List<Times> inserts = new ArrayList<>();
    for (int left = count; left > 0; left -= LONE_BLOCK) {
      int block = Math.min(left, LONE_BLOCK);
      votes.add(Loop.times(rig.context(), 1, block, i -> voters.vote()).times());
      inserts.add(Loop.times(rig.context(), 1, block, i -> bare.vote()).times());
    }
    double vote = Times.together(votes).medianMillis();
    double insert = Times.together(inserts).medianMillis();
    report.tell("Floor: bare HTTP and one insert, one at a time: median", insert, "ms");
    report.tell(name + ": median", vote, "ms");
    report.atMost(LONE_TARGET, "  beside the floor of one insert", vote / insert, "times");
  }

  private void write(Path file) throws IOException {
    JsonObject about =
        new JsonObject()
            .put("at", Instant.now().toString())
            .put("cores", Runtime.getRuntime().availableProcessors())
            .put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"))
            .put("java", Runtime.version().toString())
            .put("postgresql", rig.postgresql())
            .put("phones", settings.phones())
            .put("crowds", new JsonArray(settings.crowds()))
            .put("connections", settings.connections())
            .put("seconds", settings.seconds())
            .put("flush", settings.flush());
    report.write(file, about);
    System.out.println("Written to " + file);
  }
}
