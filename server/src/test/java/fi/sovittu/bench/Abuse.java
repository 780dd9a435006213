package fi.sovittu.bench;

import fi.sovittu.abuse.Fuzzer;
import fi.sovittu.support.Ballots;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import fi.sovittu.support.PollForm;
import fi.sovittu.support.SilentReaders;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** How much longer honest phones wait for acknowledgements while others abuse the service. */
final class Abuse {
  private static final int SILENT = 5_000;
  private static final int SILENT_PARTICIPANTS = 50;
  private static final int SECONDS = 5;
  private static final int WARM_UP_SECONDS = 8;
  private static final double RATIO_TARGET = 2;

  /** Below this nobody notices, however many times it is what it was; milliseconds. */
  private static final double NOTICED_MILLIS = 20;

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int TALKERS = 8;
  private static final int TEXTS = 5;
  private static final int LETTERS = 250;

  /** Broken frames a second; each of those who send them is let send fewer. */
  private static final long BROKEN_RATE = 2_000;

  /** More than can be sent meanwhile. */
  private static final long FRAMES = 1_000_000_000;

  private final Rig rig;
  private final Report report;
  private final Hall hall;
  private final List<Person> phones;
  private final UUID poll;
  private final UUID texts;
  private final int rate;

  /**
   * @param size how many are honest
   */
  Abuse(Rig rig, Report report, int size, int rate) {
    this.rig = rig;
    this.report = report;
    this.rate = rate;
    this.hall = rig.newHall();
    this.phones = rig.join(hall, size);
    this.poll = hall.opens(Hall.LIVE);
    this.texts = hall.asks(PollForm.text(TEXTS).named().shown("LIVE"));
  }

  void run() throws Exception {
    String results = "sovittu.results." + hall.room(Hall.PLENARY);
    Ears ears = rig.ears(List.of(results));
    ears.open(phones, null);
    Voters voters = rig.voters(poll, phones);
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Void> talk =
        CompletableFuture.runAsync(() -> talk(over), task -> new Thread(task).start());
    votes(voters, WARM_UP_SECONDS);
    double alone = p99(voters);
    report.tell(of("nobody else: vote acknowledged, p99"), alone, "ms");
    List<Person> others = rig.join(hall, SILENT_PARTICIPANTS);
    try (SilentReaders readers = SilentReaders.open(others, SILENT, List.of(results))) {
      // Until nothing more fits on the way to them.
      votes(voters, WARM_UP_SECONDS);
      readers.ping();
      told(SILENT + " sockets that never read", alone, p99(voters));
    }
    AtomicLong sent = new AtomicLong();
    Fuzzer fuzzer = new Fuzzer(others, sent, System.nanoTime());
    CompletableFuture<Void> fuzzing = fuzzer.start(FRAMES, BROKEN_RATE);
    // Until those who left are forgotten.
    votes(voters, WARM_UP_SECONDS);
    long before = sent.get();
    told("broken frames without end", alone, p99(voters));
    report.tell("  broken frames a second meanwhile", (double) (sent.get() - before) / SECONDS, "");
    sent.addAndGet(FRAMES);
    fuzzing.join();
    over.set(true);
    talk.join();
    ears.cut();
    hall.closes(poll);
    hall.closes(texts);
  }

  private String of(String figure) {
    return phones.size() + " phones, " + figure;
  }

  private Times votes(Voters voters, int seconds) {
    return Steady.run(rig.context(), rate, seconds, voters::vote);
  }

  private double p99(Voters voters) {
    return votes(voters, SECONDS).percentileMillis(99);
  }

  private void told(String what, double alone, double meanwhile) {
    double most = Math.max(RATIO_TARGET * alone, NOTICED_MILLIS);
    report.atMost(most, of(what + ": vote acknowledged, p99"), meanwhile, "ms");
    report.tell("  beside that with nobody else", meanwhile / alone, "times");
  }

  /** The result grows and changes, as often as it is told. */
  private void talk(AtomicBoolean over) {
    for (int revision = 1; !over.get(); revision++) {
      String text = (revision + " ").repeat(LETTERS).substring(0, LETTERS);
      String[] all = IntStream.range(0, TEXTS).mapToObj(i -> i + " " + text).toArray(String[]::new);
      phones.get(revision % TALKERS).votes(texts, Ballots.texts(null, revision, all)).done();
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
