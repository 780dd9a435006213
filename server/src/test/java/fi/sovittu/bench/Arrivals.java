package fi.sovittu.bench;

import fi.sovittu.support.Eventually;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Listener;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** People come in steadily within a minute while the chair and the secretary look at the board. */
final class Arrivals {
  private static final int SECONDS = 60;
  private static final Duration PING_EVERY = Duration.ofSeconds(5);
  private static final JsonObject PING = new JsonObject().put("type", "ping");

  /**
   * The board is told at most four times a second, and each telling rests as long as it takes: so
   * it takes less than a quarter of a second when two follow each other within half a second.
   */
  private static final double TICK_TARGET_MILLIS = 500;

  /**
   * What the board has said.
   *
   * @param present how many are there
   * @param at by {@link System#nanoTime}
   */
  private record Seen(int present, long at) {}

  private final Rig rig;
  private final Report report;
  private final Hall hall;
  private final int rate;
  private final List<Seen> board = Collections.synchronizedList(new ArrayList<>());

  /** When each join was acknowledged, in that order; on the event loop until all have joined. */
  private final List<Long> joined = new ArrayList<>();

  /**
   * @param people how many join, to the next whole number a second
   */
  Arrivals(Rig rig, Report report, int people) {
    this.rig = rig;
    this.report = report;
    this.hall = rig.newHall();
    this.rate = (people + SECONDS - 1) / SECONDS;
  }

  void run() {
    String address = "sovittu.attendance." + hall.id();
    try (Listener secretary = Listener.of(hall.secretary(Hall.PLENARY));
        Listener chair = Listener.of(hall.chair(Hall.PLENARY))) {
      secretary.watching(frame -> {
        if (address.equals(frame.getString("address"))) {
          board.add(new Seen(present(frame.getJsonObject("body")), System.nanoTime()));
        }
      });
      secretary.register(address);
      chair.register(address);
      chair.register("sovittu.people." + hall.id());
      AtomicBoolean over = new AtomicBoolean();
      Thread.startVirtualThread(() -> {
        while (!over.get()) {
          List.of(secretary, chair).forEach(page -> page.send(PING));
          LockSupport.parkNanos(PING_EVERY.toNanos());
        }
      });
      Supplier<Future<?>> joins = rig.joins(hall);
      Times answers =
          Steady.run(
              rig.context(),
              rate,
              SECONDS,
              () -> joins.get().onSuccess(in -> joined.add(System.nanoTime())));
      Eventually.until("all are on the board", () -> last() >= joined.size());
      over.set(true);
      tell(answers);
    }
  }

  private static int present(JsonObject section) {
    return section.getJsonObject("data").getJsonArray("rooms").stream()
        .map(JsonObject.class::cast)
        .mapToInt(room -> room.getInteger("onSite") + room.getInteger("teams"))
        .sum();
  }

  private int last() {
    synchronized (board) {
      return board.isEmpty() ? 0 : board.getLast().present();
    }
  }

  private void tell(Times answers) {
    String who = joined.size() + " people within a minute: ";
    report.tell(who + "join acknowledged, p99", answers.percentileMillis(99), "ms");
    Times delays = new Times(delays());
    report.tell(who + "joined, on the board, p99", delays.percentileMillis(99), "ms");
    Times pauses =
        new Times(
            IntStream.range(1, board.size())
                .mapToLong(i -> board.get(i).at() - board.get(i - 1).at()));
    report.atMost(
        TICK_TARGET_MILLIS,
        who + "from one telling of the board to the next, p99",
        pauses.percentileMillis(99),
        "ms");
    report.tell(who + "the longest of them", pauses.maxMillis(), "ms");
  }

  /** How long after its acknowledgement each join was on the board, 0 where the board was first. */
  private LongStream delays() {
    LongStream.Builder delays = LongStream.builder();
    int next = 0;
    for (int i = 0; i < joined.size(); i++) {
      while (board.get(next).present() <= i) {
        next++;
      }
      delays.add(Math.max(0, board.get(next).at() - joined.get(i)));
    }
    return delays.build();
  }
}
