package fi.sovittu.poll;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Answer;
import fi.sovittu.support.Ballots;
import fi.sovittu.support.Database;
import fi.sovittu.support.Eventually;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import fi.sovittu.support.ServiceProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server process dies in the middle of a burst of votes. Half of the phones try again until
 * they are told that the vote is saved; the others lose their battery at that moment.
 */
class KillDuringVotesIT {
  private static final int PHONES = 30;
  private static final int REVISIONS = 12;
  private static final int KILL_AFTER = 120;
  private static final long PAUSE_NANOS = 50_000_000;

  @TempDir private Path data;

  private final AtomicInteger acknowledged = new AtomicInteger();
  private volatile boolean killed;

  @Test
  void everyAcknowledgedVoteIsCountedOnce() throws Exception {
    int port = ServiceProcess.freePort();
    try (ServiceProcess first = ServiceProcess.start(data, port).awaitReady()) {
      Hall hall;
      UUID poll;
      List<Phone> phones;
      try (Database look = Database.in(data)) {
        hall = Hall.open(first.address(), first.organiserLink(), look);
        poll = hall.opens(Hall.AFTER_CLOSE);
        phones = phones(hall, poll);
      }
      List<Thread> threads =
          phones.stream().map(phone -> Thread.startVirtualThread(phone)).toList();
      Eventually.until("votes were acknowledged", () -> acknowledged.get() >= KILL_AFTER);
      long database = Database.processIn(data);
      killed = true;
      first.kill();
      assertThat(ProcessHandle.of(database).map(ProcessHandle::isAlive))
          .as("the orphaned database")
          .hasValue(true);
      int before = acknowledged.get();
      assertThat(before).as("votes before the kill").isLessThan(PHONES * REVISIONS);
      try (ServiceProcess second = ServiceProcess.start(data, port).awaitReady()) {
        for (Thread thread : threads) {
          thread.join(Eventually.PATIENCE);
          assertThat(thread.isAlive()).as("a phone still waits").isFalse();
        }
        Person chair = Person.opening(second.address(), hall.link("CHAIR", Hall.PLENARY));
        chair.post("/api/polls/" + poll + "/close").done();
        try (Database look = Database.in(data)) {
          check(look, poll, phones);
        }
      }
    }
  }

  private List<Phone> phones(Hall hall, UUID poll) {
    return IntStream.rangeClosed(1, PHONES)
        .mapToObj(i -> new Phone(hall.join(i), poll, i % 2 == 0))
        .toList();
  }

  private static void check(Database look, UUID poll, List<Phone> phones) {
    Map<String, String> counted = new HashMap<>();
    for (List<Object> row :
        look.rows("select receipt, answers::text from ballot where poll_id = ?", poll)) {
      assertThat(counted.put((String) row.get(0), (String) row.get(1)))
          .as("one ballot a key")
          .isNull();
    }
    int gaveUp = 0;
    for (Phone phone : phones) {
      String ballot = counted.remove(Seal.receipt(phone.key));
      if (phone.patient) {
        assertThat(ballot).as("a patient phone's vote").isEqualTo(answersText(REVISIONS));
      } else if (ballot == null) {
        assertThat(phone.saved).as("an acknowledged vote that is not counted").isZero();
      } else {
        // What was on its way may have been saved without the phone's hearing of it.
        assertThat(ballot).isIn(answersText(phone.saved), answersText(phone.sent));
      }
      gaveUp += phone.saved < REVISIONS ? 1 : 0;
    }
    assertThat(counted).as("ballots that nobody sent").isEmpty();
    assertThat(gaveUp).as("phones that were cut off").isPositive();
    assertThat(look.count("select count(*) from turnout where poll_id = ?", poll))
        .isEqualTo(look.count("select count(*) from ballot where poll_id = ?", poll));
  }

  private static Integer[] answers(int revision) {
    return new Integer[] {1 + revision % 5, 1 + revision / 5, 1};
  }

  private static String answersText(int revision) {
    return revision == 0 ? "nothing" : List.of(answers(revision)).toString();
  }

  /** Votes and changes its vote. Its fields are read after its thread has ended. */
  private final class Phone implements Runnable {
    private final Person person;
    private final UUID poll;
    private final boolean patient;
    private final String key = Ballots.key();
    private int sent;
    private int saved;

    Phone(Person person, UUID poll, boolean patient) {
      this.person = person;
      this.poll = poll;
      this.patient = patient;
    }

    @Override
    public void run() {
      List<Integer> revisions =
          new ArrayList<>(IntStream.rangeClosed(1, REVISIONS).boxed().toList());
      while (!revisions.isEmpty()) {
        sent = revisions.getFirst();
        if (isSaved()) {
          saved = sent;
          acknowledged.incrementAndGet();
          revisions.removeFirst();
        } else if (!patient && killed) {
          return;
        } else {
          // A phone that finds nobody waits a little before it tries again.
          LockSupport.parkNanos(PAUSE_NANOS);
        }
      }
    }

    private boolean isSaved() {
      try {
        Answer answer = person.votes(poll, Ballots.scale(key, sent, answers(sent)));
        return answer.status() == 200;
      } catch (RuntimeException cutOff) {
        return false;
      }
    }
  }
}
