package fi.sovittu.poll;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.poll.ballot.Seal;
import fi.sovittu.support.Ballots;
import fi.sovittu.support.Database;
import fi.sovittu.support.Eventually;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import fi.sovittu.support.Phone;
import fi.sovittu.support.ServiceProcess;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
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
      phones.forEach(Phone::start);
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
        assertThat(Database.processIn(data)).as("the database goes on").isEqualTo(database);
        for (Phone phone : phones) {
          phone.join();
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
        .mapToObj(i ->
            Phone.of(hall.join(i), poll, Ballots.key(), REVISIONS, acknowledged)
                .untilIts(() -> !isPatient(i) && killed))
        .toList();
  }

  private static boolean isPatient(int number) {
    return number % 2 == 0;
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
    for (int i = 1; i <= PHONES; i++) {
      Phone phone = phones.get(i - 1);
      String ballot = counted.remove(Seal.receipt(phone.key()));
      if (isPatient(i)) {
        assertThat(ballot).as("a patient phone's vote").isEqualTo(Phone.answersText(REVISIONS));
      } else if (ballot == null) {
        assertThat(phone.saved()).as("an acknowledged vote that is not counted").isZero();
      } else {
        // What was on its way may have been saved without the phone's hearing of it.
        assertThat(ballot).isIn(Phone.answersText(phone.saved()), Phone.answersText(phone.sent()));
      }
      gaveUp += phone.saved() < REVISIONS ? 1 : 0;
    }
    assertThat(counted).as("ballots that nobody sent").isEmpty();
    assertThat(gaveUp).as("phones that were cut off").isPositive();
    assertThat(look.count("select count(*) from turnout where poll_id = ?", poll))
        .isEqualTo(look.count("select count(*) from ballot where poll_id = ?", poll));
  }
}
