package fi.sovittu.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fi.sovittu.support.Eventually;
import fi.sovittu.support.Log;
import fi.sovittu.support.MailServer;
import fi.sovittu.support.Service;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong on the way of personal links, and what becomes of them. */
class PostFaultsIT extends PostHouse {
  @Test
  void whatTheServerPutsOffIsTriedAgain() {
    mails.answer("aino@kunta.example", before -> before < 2 ? "451 4.7.1 greylisted" : null);
    invites("Aino Öhman", "aino@kunta.example");
    invites("Ben Berg", "ben@kunta.example");
    orders("UNSENT").done();
    awaitCount("sent", 1);
    awaitCount("retrying", 1);
    assertThat(progress().getBoolean("unreachable")).isFalse();
    assertThat(
            hall.database()
                .value(
                    "select next_at - clock_timestamp() > interval '50 s' from message where state"
                        + " = 'QUEUED'"))
        .isEqualTo(true);
    later();
    Eventually.until(
        "it was tried again",
        () ->
            hall.database()
                    .count(
                        "select count(*) from message where attempts = 2 and claimed_until is null")
                == 1);
    later();
    awaitCount("sent", 2);
    assertThat(mails.takenFor("aino@kunta.example")).hasSize(1);
    assertThat(progress().getInteger("retrying")).isZero();
  }

  @Test
  void afterADayItIsGivenUp() {
    mails.answer("aino@kunta.example", before -> "452 4.2.2 mailbox full");
    invites("Aino Öhman", "aino@kunta.example");
    orders("UNSENT").done();
    awaitCount("retrying", 1);
    hall.database().rows("update message set queued_at = queued_at - interval '24 h'");
    later();
    awaitCount("failed", 1);
    assertThat(unreached().getFirst().getString("fault")).isEqualTo("POSTPONED");
    assertThat(unreached().getFirst().getString("answer")).contains("mailbox full");
  }

  @Test
  void whoIsNotReachedIsListedWithTheReason() {
    mails.answer(
        "ei@kunta.example", before -> before < 1 ? "550 5.1.1 <ei@kunta.example> unknown" : null);
    UUID gone = invites("Eino Entinen", "ei@kunta.example");
    invites("Äijä Ääni", "äijä@kunta.example");
    invites("Ben Berg", "ben@kunta.example");
    orders("UNSENT").done();
    awaitCount("failed", 2);
    awaitCount("sent", 1);
    assertThat(unreached().subList(0, 3))
        .extracting(
            one -> one.getString("name"),
            one -> one.getString("fault"),
            one -> one.getString("answer"))
        .startsWith(
            tuple("Eino Entinen", "REFUSED", "550 5.1.1 <ei@kunta.example> unknown"),
            tuple("Äijä Ääni", "BAD_ADDRESS", null))
        .element(2)
        .satisfies(one -> assertThat(one.toList().get(1)).isEqualTo("NO_ADDRESS"));
    // Once more, to those alone.
    orders("UNREACHED").done();
    awaitCount("sent", 2);
    awaitCount("failed", 1);
    assertThat(mails.takenFor("ei@kunta.example")).hasSize(1);
    assertThat(mails.takenFor("ben@kunta.example")).hasSize(1);
    assertThat(unreached())
        .extracting(one -> one.getString("participant"))
        .doesNotContain("" + gone);
  }

  @Test
  void aStopInTheMiddleLosesNothingAndDoublesNothing() throws Exception {
    for (int i = 0; i < 20; i++) {
      invites("Henkilö " + i, "h" + i + "@kunta.example");
    }
    mails.hold();
    orders("UNSENT").done();
    mails.awaitHeld();
    // Whatever the planner knows of the table.
    hall.database().rows("analyze message");
    assertThat(claimed()).isEqualTo(1);
    CompletableFuture<Void> stop = CompletableFuture.runAsync(node::close);
    Thread.sleep(300);
    assertThat(stop).isNotDone();
    mails.letGo();
    stop.get();
    assertThat(mails.taken()).hasSize(1);
    assertThat(claimed()).isZero();
    mails.hold();
    node = node(Map.of());
    mails.awaitHeld();
    assertThat(claimed()).isEqualTo(1);
    mails.letGo();
    Eventually.until("the others followed", () -> mails.taken().size() >= 20);
    Eventually.until(
        "all were written down",
        () -> hall.database().count("select count(*) from message where state = 'SENT'") == 20);
    assertThat(mails.taken()).extracting(MailServer.Taken::to).doesNotHaveDuplicates().hasSize(20);
  }

  @Test
  void aServerThatIsAwayIsWaitedFor() throws Exception {
    mails.close();
    invites("Aino Aalto", "aino@kunta.example");
    invites("Ben Berg", "ben@kunta.example");
    try (Log log = new Log()) {
      orders("UNSENT").done();
      awaitCount("retrying", 1);
      assertThat(progress().getBoolean("unreachable")).isTrue();
      assertThat(progress().getInteger("queued")).isEqualTo(2);
      mails.startAgain();
      awaitCount("sent", 2);
      assertThat(mails.taken()).hasSize(2);
      assertThat(log.lines())
          .anyMatch(line -> line.contains("the SMTP server does not take messages"))
          .noneMatch(line -> line.contains("aino@") || line.contains("Aalto"));
    }
  }

  @Test
  void withoutEncryptionNothingIsHandedOver() throws Exception {
    node.close();
    node = node(Map.of("SOVITTU_SMTP_SECURITY", "starttls"));
    organiser = organiser.at(Service.addressOf(node));
    invites("Aino Aalto", "aino@kunta.example");
    orders("UNSENT").done();
    awaitCount("retrying", 1);
    assertThat(progress().getBoolean("unreachable")).isTrue();
    assertThat(mails.taken()).isEmpty();
  }

  /** Joined, the search could run once for each message and take more than it tells of. */
  @ParameterizedTest
  @ValueSource(
      strings = {"enable_hashjoin", "enable_material", "enable_indexscan", "enable_seqscan"})
  void oneIsTakenWhateverThePlan(String without) {
    // A table of which the planner knows that it has one row.
    invites("Ensimmäinen", "h@kunta.example");
    orders("UNSENT").done();
    awaitCount("sent", 1);
    hall.database().rows("vacuum analyze message");
    mails.hold();
    for (int i = 0; i < 5; i++) {
      invites("Henkilö " + i, "h" + i + "@kunta.example");
    }
    orders("UNSENT").done();
    mails.awaitHeld();
    assertThat(claimed()).isEqualTo(1);
    hall.database().rows("set enable_mergejoin = off");
    hall.database().rows("set " + without + " = off");
    assertThat(hall.database().rows(Queue.TAKE.replace("$1", "30"))).hasSize(1);
    hall.database().rows("reset all");
    assertThat(claimed()).isEqualTo(2);
    hall.database()
        .rows("update message set claimed_until = null where attempts = 1 and state = 'QUEUED'");
  }
}
