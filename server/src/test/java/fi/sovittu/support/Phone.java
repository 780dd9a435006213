package fi.sovittu.support;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A phone in a scale poll of three statements: votes and changes its vote, and sends each until it
 * is told that it is saved or that the poll is closed. What it knows is read after {@link #join}.
 */
public final class Phone {
  /** A phone that finds nobody waits a little before it tries again. */
  private static final long PAUSE_NANOS = 50_000_000;

  private final Person person;
  private final UUID poll;
  private final String key;
  private final int revisions;
  private final AtomicInteger acknowledged;
  private BooleanSupplier batteryEmpty = () -> false;
  private Thread thread;
  private int sent;
  private int saved;
  private boolean closed;

  private Phone(Person person, UUID poll, String key, int revisions, AtomicInteger acknowledged) {
    this.person = person;
    this.poll = poll;
    this.key = key;
    this.revisions = revisions;
    this.acknowledged = acknowledged;
  }

  /**
   * @param key null in a named poll
   * @param revisions how often it votes, at most 124
   * @param acknowledged counts what all phones were told to be saved
   */
  public static Phone of(
      Person person, UUID poll, String key, int revisions, AtomicInteger acknowledged) {
    return new Phone(person, poll, key, revisions, acknowledged);
  }

  /** When a vote has failed and this is so, it tries no more. */
  public Phone untilIts(BooleanSupplier batteryIsEmpty) {
    batteryEmpty = batteryIsEmpty;
    return this;
  }

  public Phone start() {
    thread = Thread.startVirtualThread(this::run);
    return this;
  }

  private void run() {
    while (saved < revisions && !closed) {
      sent = saved + 1;
      Answer answer = vote();
      if (answer != null && answer.status() == 200) {
        saved = sent;
        acknowledged.incrementAndGet();
      } else if (answer != null && answer.status() == 409) {
        answer.refused(409, "POLL_CLOSED");
        closed = true;
      } else if (batteryEmpty.getAsBoolean()) {
        return;
      } else {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private Answer vote() {
    try {
      return person.votes(poll, ballot(sent));
    } catch (RuntimeException cutOff) {
      return null;
    }
  }

  private JsonObject ballot(int revision) {
    return Ballots.scale(key, revision, answers(revision));
  }

  private static Integer[] answers(int revision) {
    return new Integer[] {1 + revision % 5, 1 + revision / 5 % 5, 1 + revision / 25};
  }

  /** The answers of a revision as the database shows them. */
  public static String answersText(int revision) {
    return revision == 0 ? "nothing" : List.of(answers(revision)).toString();
  }

  /** Waits until it has been told of all its votes, or has given up. */
  public void join() throws InterruptedException {
    if (!thread.join(Eventually.PATIENCE)) {
      throw new AssertionError("a phone still waits");
    }
  }

  public Person person() {
    return person;
  }

  public String key() {
    return key;
  }

  /** The last revision that was sent. */
  public int sent() {
    return sent;
  }

  /** The last revision that was acknowledged, 0 for none. */
  public int saved() {
    return saved;
  }

  /** Sends one of its ballots once more. */
  public Answer repeats(int revision) {
    return person.votes(poll, ballot(revision));
  }
}
