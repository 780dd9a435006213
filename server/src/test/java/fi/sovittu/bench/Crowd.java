package fi.sovittu.bench;

import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

/**
 * A whole hall at once: everyone comes in, polls open, all vote within five seconds while the
 * result is live, or in the same instant, polls close, staff work meanwhile; all sockets are cut
 * and come back, everyone waits, and the service is killed.
 */
final class Crowd {
  private static final int VOTING_SECONDS = 5;
  private static final int IDLE_SECONDS = 20;
  private static final int SECONDS_AN_HOUR = 3_600;
  private static final int FLOOR_ROUNDS = 5;
  private static final int PAUSE_MILLIS = 1_000;

  /** Bytes of what the bare server tells. */
  private static final int TOLD = 2_000;

  /** How many come back after a kill. */
  private static final int MOST_KILLED = 5_000;

  /** From here on it is a crowd, with the targets of ten thousand. */
  private static final int LARGE = 5_000;

  private static final double IN_TARGET_SECONDS = 10;
  private static final double SEEN_TARGET_MILLIS = 400;
  private static final double SEEN_TARGET_OF_FEW_MILLIS = 60;
  private static final double RESULT_TARGET_MILLIS = 300;
  private static final double TALLY_TARGET_MILLIS = 500;
  private static final double FIRST_P99_TARGET_MILLIS = 200;
  private static final double VOTE_MEDIAN_TARGET_MILLIS = 10;
  private static final double VOTE_P99_TARGET_MILLIS = 50;
  private static final double VOTE_P99_TARGET_OF_FEW_MILLIS = 30;
  private static final double INSTANT_TARGET_MILLIS = 1_000;
  private static final double MEMORY_TARGET = 700;
  private static final double LIVE_TARGET_KILOBYTES = 20;
  private static final double BACK_TARGET_PER_SECOND = 3_000;
  private static final double KILLED_TARGET_SECONDS = 5;

  private final Rig rig;
  private final Report report;
  private final int size;
  private final Hall hall;
  private final UUID room;
  private final List<Person> phones;
  private final Ears ears;

  /** How long joining took, which is a part of coming in. */
  private final double joiningSeconds;

  Crowd(Rig rig, Report report, int size) throws Exception {
    this.rig = rig;
    this.report = report;
    this.size = size;
    this.hall = rig.newHall();
    this.room = hall.room(Hall.PLENARY);
    this.ears =
        rig.ears(
            List.of(
                "sovittu.meeting." + hall.id(),
                "sovittu.agenda." + room,
                "sovittu.polls." + room,
                "sovittu.results." + room,
                "sovittu.beat"));
    long began = System.nanoTime();
    this.phones = rig.join(hall, size);
    this.joiningSeconds = secondsSince(began);
  }

  void run() throws Exception {
    double floor = floor();
    double empty = rig.serviceLiveMegabytes().orElse(0);
    report.tell(of("live heap of the service, nobody connected"), empty, "MB");
    long began = System.nanoTime();
    ears.open(phones, rig.toService());
    report.atMost(
        IN_TARGET_SECONDS,
        of("everyone joined, listening, with the snapshot"),
        joiningSeconds + secondsSince(began),
        "s");
    rig.serviceLiveMegabytes()
        .ifPresent(live ->
            report.atMost(
                LIVE_TARGET_KILOBYTES,
                of("live heap a phone"),
                (live - empty) * 1_024 / size,
                "kB"));
    UUID first = hall.poll(Hall.LIVE);
    UUID warm = UUID.randomUUID();
    UUID busy = UUID.randomUUID();
    opens("first round", first, () -> hall.opens(first), floor);
    round("first round", first, FIRST_P99_TARGET_MILLIS);
    opens("warm", warm, () -> again(first, warm), floor);
    round("warm", warm, few() ? VOTE_P99_TARGET_OF_FEW_MILLIS : VOTE_P99_TARGET_MILLIS);
    again(warm, busy);
    besideStaff(busy);
    sameInstant(hall.opens(Hall.AFTER_CLOSE));
    idle();
    rig.serviceResidentMegabytes()
        .ifPresent(memory ->
            report.atMost(MEMORY_TARGET, of("resident memory of the service"), memory, "MB"));
    cut();
    killed();
  }

  private String of(String figure) {
    return size + " phones: " + figure;
  }

  private boolean few() {
    return size < LARGE;
  }

  private static double secondsSince(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  /** A bare server tells as many sockets, encoded once and written in one go. */
  private double floor() {
    Ears bare = rig.bareEars();
    bare.open(phones, null);
    Median last = new Median();
    for (int i = 0; i < FLOOR_ROUNDS; i++) {
      String mark = "told-" + i + "-";
      last.add(bare.hear(mark, () -> rig.bareTells(mark + "x".repeat(TOLD))).maxMillis());
    }
    bare.cut();
    report.tell(of("floor: a bare server tells 2 kB, the last phone"), last.value(), "ms");
    return last.value();
  }

  private void again(UUID poll, UUID next) {
    hall.chair(Hall.PLENARY)
        .post(
            "/api/polls/" + poll + "/again",
            new JsonObject().put("key", next.toString()).put("as", "ROUND").put("reason", ""))
        .done();
  }

  private void opens(String round, UUID poll, Runnable act, double floor)
      throws InterruptedException {
    // A chair reads before the next click.
    Thread.sleep(PAUSE_MILLIS);
    Times seen = ears.hear(poll.toString(), act);
    report.atMost(
        few() ? SEEN_TARGET_OF_FEW_MILLIS : SEEN_TARGET_MILLIS,
        of(round + ": poll on the phones, p99"),
        seen.percentileMillis(99),
        "ms");
    report.tell(
        of(round + ": poll on the last phone beside the floor"), seen.maxMillis() / floor, "times");
  }

  /** All vote within five seconds while the tally flows, and the poll closes. */
  private void round(String round, UUID poll, double p99Target) throws InterruptedException {
    Ears.Hearing counted = ears.await(voted(poll));
    Times votes = votes(poll);
    long ended = System.nanoTime();
    report.atMost(
        VOTE_MEDIAN_TARGET_MILLIS,
        of(round + ": vote acknowledged, median"),
        votes.medianMillis(),
        "ms");
    report.atMost(
        p99Target, of(round + ": vote acknowledged, p99"), votes.percentileMillis(99), "ms");
    report.atMost(
        TALLY_TARGET_MILLIS,
        of(round + ": the last vote in the count on the phones, p99"),
        counted.since(ended).percentileMillis(99),
        "ms");
    Thread.sleep(PAUSE_MILLIS);
    Times result = ears.hear("\"state\":\"CLOSED\"", () -> hall.closes(poll));
    report.atMost(
        RESULT_TARGET_MILLIS,
        of(round + ": the close on the phones, p99"),
        result.percentileMillis(99),
        "ms");
  }

  private Times votes(UUID poll) {
    Voters voters = rig.voters(poll, phones);
    return Steady.run(rig.context(), size / VOTING_SECONDS, VOTING_SECONDS, voters::vote);
  }

  private String voted(UUID poll) {
    return "\"poll\":\"" + poll + "\",\"voted\":" + size / VOTING_SECONDS * VOTING_SECONDS + ",";
  }

  /** The same while the chair and the secretary read and download. */
  private void besideStaff(UUID poll) {
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Times> staff = CompletableFuture.supplyAsync(() -> work(poll, over));
    Times votes = votes(poll);
    over.set(true);
    report.tell(of("staff at work: vote acknowledged, p99"), votes.percentileMillis(99), "ms");
    Times answers = staff.join();
    report.tell(of("staff at work: their requests, median"), answers.medianMillis(), "ms");
    report.tell(of("staff at work: their longest request"), answers.maxMillis(), "ms");
    hall.closes(poll);
  }

  private Times work(UUID poll, AtomicBoolean over) {
    LongStream.Builder times = LongStream.builder();
    while (!over.get()) {
      times.add(nanos(() -> hall.chair(Hall.PLENARY).get("/api/live").done()));
      times.add(
          nanos(() -> hall.chair(Hall.PLENARY).get("/api/polls/" + poll + "/register").done()));
      times.add(
          nanos(() -> hall.secretary(Hall.PLENARY).get("/api/records/attendance.xlsx").done()));
    }
    return new Times(times.build());
  }

  private static long nanos(Runnable act) {
    long began = System.nanoTime();
    act.run();
    return System.nanoTime() - began;
  }

  private void sameInstant(UUID poll) {
    Voters voters = rig.voters(poll, phones);
    Times votes = Loop.times(rig.context(), size, size, i -> voters.vote()).times();
    report.atMost(
        INSTANT_TARGET_MILLIS,
        of("all vote in the same instant: the last acknowledgement"),
        votes.maxMillis(),
        "ms");
    hall.closes(poll);
  }

  /** What an hour costs in which nothing happens but heartbeats, from some seconds of it. */
  private void idle() throws InterruptedException {
    double before = rig.serviceCpuMicros();
    Thread.sleep(IDLE_SECONDS * 1_000L);
    report.tell(
        of("processor time of an hour of heartbeats"),
        (rig.serviceCpuMicros() - before) / 1e6 / IDLE_SECONDS * SECONDS_AN_HOUR,
        "s");
  }

  /** All sockets are cut at once and come back. */
  private void cut() {
    ears.cut();
    long began = System.nanoTime();
    ears.open(phones, rig.toService());
    report.atLeast(
        BACK_TARGET_PER_SECOND,
        of("back after a cut of all sockets, with the snapshot"),
        size / secondsSince(began),
        "a second");
    ears.cut();
  }

  /** The service is killed and started again. */
  private void killed() throws Exception {
    List<Person> some = phones.subList(0, Math.min(size, MOST_KILLED));
    ears.open(some, null);
    ears.cut();
    long began = System.nanoTime();
    rig.killAndStart();
    ears.open(some, null);
    report.atMost(
        KILLED_TARGET_SECONDS,
        of(some.size() + " back after a kill of the service"),
        secondsSince(began),
        "s");
    ears.cut();
    rig.awaitReady();
  }
}
