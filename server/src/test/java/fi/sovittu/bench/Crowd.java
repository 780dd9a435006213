package fi.sovittu.bench;

import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import java.util.List;
import java.util.UUID;

/**
 * A whole hall at once: everyone's socket is open, a poll opens, all vote within five seconds while
 * its result is live, it closes; and all sockets are cut and come back.
 */
final class Crowd {
  private static final int VOTING_SECONDS = 5;
  private static final double SEEN_TARGET_MILLIS = 400;
  private static final double RESULT_TARGET_MILLIS = 300;
  private static final double VOTE_MEDIAN_TARGET_MILLIS = 10;
  private static final double VOTE_P99_TARGET_MILLIS = 50;
  private static final double MEMORY_TARGET = 700;
  private static final double BACK_TARGET_PER_SECOND = 3_000;

  private final Rig rig;
  private final Report report;
  private final Hall hall;
  private final List<Person> phones;

  Crowd(Rig rig, Report report, int phones) throws Exception {
    this.rig = rig;
    this.report = report;
    this.hall = rig.newHall();
    this.phones = Rig.join(hall, phones);
  }

  void run() {
    UUID room = hall.room(Hall.PLENARY);
    Ears ears =
        rig.ears(
            List.of(
                "sovittu.meeting." + hall.id(),
                "sovittu.agenda." + room,
                "sovittu.polls." + room,
                "sovittu.results." + room,
                "sovittu.beat"));
    report.tell("Sockets let in", perSecond(() -> ears.open(phones)), "a second");
    // The first round after a start is the slowest; each later one is warm.
    round(ears, Hall.LIVE, "first round");
    round(ears, Hall.AFTER_CLOSE, "second round");
    round(ears, Hall.BY_CHAIR, "third round");
    rig.serviceResidentMegabytes()
        .ifPresent(
            memory -> report.atMost(MEMORY_TARGET, "Resident memory of the service", memory, "MB"));
    ears.cut();
    report.atLeast(
        BACK_TARGET_PER_SECOND,
        "Sockets back after a cut of all",
        perSecond(() -> ears.open(phones)),
        "a second");
    ears.cut();
  }

  private double perSecond(Runnable entering) {
    long began = System.nanoTime();
    entering.run();
    return phones.size() / ((System.nanoTime() - began) / 1e9);
  }

  private void round(Ears ears, String title, String name) {
    String of = phones.size() + " phones, " + name + ": ";
    UUID poll = hall.poll(title);
    Times seen = ears.hear(poll.toString(), () -> hall.opens(poll));
    report.atMost(
        SEEN_TARGET_MILLIS, of + "poll on the phones, p99", seen.percentileMillis(99), "ms");
    report.tell(of + "poll on the last phone", seen.maxMillis(), "ms");
    Voters voters = rig.voters(poll, phones);
    Times votes =
        Steady.run(rig.context(), phones.size() / VOTING_SECONDS, VOTING_SECONDS, voters::vote);
    report.atMost(
        VOTE_MEDIAN_TARGET_MILLIS, of + "vote acknowledged, median", votes.medianMillis(), "ms");
    report.atMost(
        VOTE_P99_TARGET_MILLIS, of + "vote acknowledged, p99", votes.percentileMillis(99), "ms");
    Times result = ears.hear("\"state\":\"CLOSED\"", () -> hall.closes(poll));
    report.atMost(
        RESULT_TARGET_MILLIS,
        of + "the close on the phones, p99",
        result.percentileMillis(99),
        "ms");
    report.tell(of + "the close on the last phone", result.maxMillis(), "ms");
  }
}
