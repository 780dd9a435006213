package fi.sovittu.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fi.sovittu.poll.ballot.Seal;
import fi.sovittu.support.Answer;
import fi.sovittu.support.Ballots;
import fi.sovittu.support.Eventually;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Listener;
import fi.sovittu.support.Log;
import fi.sovittu.support.Person;
import fi.sovittu.support.Phone;
import fi.sovittu.support.PollForm;
import io.vertx.core.json.JsonObject;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Polls that close by themselves. */
class CountdownIT {
  private static Hall hall;
  private static Person chair;
  private static List<Person> people;

  @BeforeAll
  static void open() {
    hall = Hall.open();
    chair = hall.chair(Hall.PLENARY);
    people = IntStream.rangeClosed(1, 12).mapToObj(hall::join).toList();
  }

  private static Instant in(long millis) {
    return Instant.now().plusMillis(millis).truncatedTo(ChronoUnit.MILLIS);
  }

  private static String closesAtOf(UUID poll) {
    return "/api/polls/" + poll + "/closes-at";
  }

  private static JsonObject at(Instant instant) {
    return new JsonObject().put("closesAt", instant == null ? null : instant.toString());
  }

  private static Answer closeAt(UUID poll, Instant instant) {
    return chair.put(closesAtOf(poll), at(instant));
  }

  private static JsonObject view(UUID poll) {
    return hall.view(people.getFirst(), "polls", poll);
  }

  private static String state(UUID poll) {
    return (String) hall.database().value("select state from poll where id = ?", poll);
  }

  private static Instant closedAt(UUID poll) {
    return hall
        .database()
        .rows("select closed_at at time zone 'UTC' from poll where id = ?", poll)
        .stream()
        .map(row -> ((Timestamp) row.getFirst()).toLocalDateTime())
        .map(time -> time.toInstant(ZoneOffset.UTC))
        .findFirst()
        .orElseThrow();
  }

  private static void awaitClosed(UUID poll) {
    Eventually.until("the poll closed by itself", () -> state(poll).equals("CLOSED"));
  }

  @Test
  void itRunsFromTheOpening() {
    UUID poll = hall.asks(PollForm.scale().seconds(300));
    JsonObject open = view(poll);
    assertThat(open.getInstant("closesAt"))
        .isCloseTo(open.getInstant("openedAt").plusSeconds(300), within(1, ChronoUnit.MILLIS));
    assertThat(open.getJsonObject("rules").getInteger("seconds")).isEqualTo(300);
    hall.closes(poll);
    JsonObject closed = view(poll);
    assertThat(closed.getInstant("closedAt")).isBefore(closed.getInstant("closesAt"));
  }

  @Test
  void itClosesByItselfAndEveryoneHearsOfIt() {
    UUID poll = hall.asks(PollForm.scale().shown("AFTER_CLOSE", "BY_CHAIR"));
    people.getFirst().votes(poll, Ballots.scale(Ballots.key(), 1, 1, 2, 3)).done();
    String polls = "sovittu.polls." + hall.room(Hall.PLENARY);
    String results = "sovittu.results." + hall.room(Hall.PLENARY);
    try (Listener phone = Listener.of(people.getFirst())) {
      assertThat(phone.register(polls)).isTrue();
      assertThat(phone.register(results)).isTrue();
      Instant due = in(700);
      closeAt(poll, due).done();
      JsonObject tally =
          Hall.tallyIn(phone.await(results, section -> Hall.tallyIn(section, poll) != null), poll);
      assertThat(tally.getInteger("ballots")).isOne();
      phone.await(polls, section -> due.equals(Hall.viewIn(section, poll).getInstant("closedAt")));
      assertThat(closedAt(poll)).isEqualTo(due);
      assertThat(view(poll).getString("state")).isEqualTo("CLOSED");
    }
    assertThat(
            hall.database()
                .rows(
                    "select action, actor_id from audit where subject_id = ? order by id desc limit"
                        + " 1",
                    poll))
        .as("closed by nobody")
        .containsExactly(Arrays.asList("poll.close", null));
    assertThat(hall.database().count("select count(*) from poll_register where poll_id = ?", poll))
        .isEqualTo(people.size());
  }

  @Test
  void noVoteIsLostOrSlipsInWhenItRunsOut() throws InterruptedException {
    int refused = 0;
    for (int round = 0; round < 3; round++) {
      boolean named = round == 1;
      UUID poll = hall.asks(named ? PollForm.scale().named() : PollForm.scale());
      AtomicInteger acknowledged = new AtomicInteger();
      List<Phone> phones =
          people.stream()
              .map(
                  person -> Phone.of(person, poll, named ? null : Ballots.key(), 124, acknowledged))
              .toList();
      closeAt(poll, in(400)).done();
      phones.forEach(Phone::start);
      for (Phone phone : phones) {
        phone.join();
        refused += phone.saved() < 124 ? 1 : 0;
      }
      awaitClosed(poll);
      Map<String, String> counted = counted(poll, named);
      for (Phone phone : phones) {
        String name = named ? phone.person().participant().toString() : Seal.receipt(phone.key());
        assertThat(counted.getOrDefault(name, "nothing"))
            .isEqualTo(Phone.answersText(phone.saved()));
        // What was acknowledged last is acknowledged still, and what was refused is refused.
        if (phone.saved() > 0) {
          phone.repeats(phone.saved()).done();
        }
        if (phone.sent() > phone.saved()) {
          phone.repeats(phone.sent()).refused(409, "POLL_CLOSED");
        }
      }
      assertThat(counted.size())
          .isEqualTo((int) phones.stream().filter(phone -> phone.saved() > 0).count());
    }
    assertThat(refused).as("votes that came too late").isPositive();
  }

  private static Map<String, String> counted(UUID poll, boolean named) {
    Map<String, String> counted = new HashMap<>();
    hall.database()
        .rows(
            named
                ? "select voter_id::text, answers::text from named_ballot where poll_id = ?"
                : "select receipt, answers::text from ballot where poll_id = ?",
            poll)
        .forEach(row -> counted.put((String) row.get(0), (String) row.get(1)));
    return counted;
  }

  @Test
  void theChairMovesItAndTakesItAway() {
    UUID poll = hall.asks(PollForm.scale());
    Instant first = in(900);
    closeAt(poll, first).done();
    Instant later = in(60_000);
    closeAt(poll, later).done();
    closeAt(poll, later).done();
    assertThat(view(poll).getInstant("closesAt")).isEqualTo(later);
    Eventually.until("the first instant passed", () -> Instant.now().isAfter(first));
    String key = Ballots.key();
    people.getFirst().votes(poll, Ballots.scale(key, 1, 1, 1, 1)).done();
    Instant sooner = in(600);
    closeAt(poll, sooner).done();
    closeAt(poll, null).done();
    closeAt(poll, null).done();
    assertThat(view(poll).getValue("closesAt")).isNull();
    Eventually.until("that passed too", () -> Instant.now().isAfter(sooner.plusMillis(100)));
    people.getFirst().votes(poll, Ballots.scale(key, 2, 2, 2, 2)).done();
    Instant last = in(300);
    closeAt(poll, last).done();
    awaitClosed(poll);
    assertThat(closedAt(poll)).isEqualTo(last);
    people.getFirst().votes(poll, Ballots.scale(key, 3, 3, 3, 3)).refused(409, "POLL_CLOSED");
  }

  @Test
  void anExtensionAtTheLastMomentHoldsOrIsRefused() {
    int extended = 0;
    int tooLate = 0;
    for (int round = 0; round < 8; round++) {
      UUID poll = hall.asks(PollForm.thumbs());
      Instant due = in(250);
      closeAt(poll, due).done();
      Instant later = due.plusSeconds(3_600);
      // Nearer to the last moment each time, and past it.
      Instant sendAt = due.minusMillis(40 - 10L * round);
      Eventually.until("it was nearly time", () -> Instant.now().isAfter(sendAt));
      Answer answer = closeAt(poll, later);
      if (answer.status() == 204) {
        extended++;
        people.getFirst().votes(poll, Ballots.thumb(Ballots.key(), 1, "UP")).done();
        hall.closes(poll);
        assertThat(closedAt(poll)).isBefore(later);
      } else {
        tooLate++;
        assertThat(answer.code()).isIn("POLL_INVALID", "POLL_CLOSED");
        people
            .getFirst()
            .votes(poll, Ballots.thumb(Ballots.key(), 1, "UP"))
            .refused(409, "POLL_CLOSED");
        awaitClosed(poll);
        assertThat(closedAt(poll)).isEqualTo(due);
      }
    }
    assertThat(extended + tooLate).isEqualTo(8);
    assertThat(tooLate).isPositive();
  }

  @Test
  void manyAtOnceMoveItToOneInstant() {
    UUID poll = hall.asks(PollForm.thumbs());
    Instant due = in(120_000);
    List<CompletableFuture<Answer>> moves = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      moves.add(chair.putting(closesAtOf(poll), at(due)));
    }
    moves.forEach(move -> move.join().done());
    assertThat(view(poll).getInstant("closesAt")).isEqualTo(due);
    hall.closes(poll);
  }

  @Test
  void whatIsNoInstantOrNotOfAnOpenPoll() {
    UUID draft = hall.prepares(Hall.PLENARY, PollForm.thumbs().seconds(60));
    closeAt(draft, in(10_000)).refused(409, "POLL_DRAFT");
    UUID poll = hall.asks(PollForm.thumbs());
    for (Instant past : List.of(in(-1), Instant.EPOCH)) {
      Answer refused = closeAt(poll, past).refused(422, "POLL_INVALID");
      assertThat(refused.fields().getJsonObject(0).getString("field")).isEqualTo("closesAt");
    }
    for (Object wrong :
        new Object[] {
          "soon",
          "",
          "2026-04-02",
          "2026-04-02T12:00:00",
          "2999-02-30T12:00:00Z",
          "2999-01-01T25:00:00Z",
          "99999-01-01T00:00:00Z",
          4_000_000_000L,
          true
        }) {
      assertThat(chair.put(closesAtOf(poll), new JsonObject().put("closesAt", wrong)).code())
          .as(String.valueOf(wrong))
          .isEqualTo("BAD_REQUEST");
    }
    chair.put(closesAtOf(poll), new JsonObject()).refused(400, "BAD_REQUEST");
    assertThat(view(poll).getValue("closesAt")).isNull();
    // Any time zone will do.
    OffsetDateTime east = in(90_000).atOffset(ZoneOffset.ofHours(3));
    chair.put(closesAtOf(poll), new JsonObject().put("closesAt", east.toString())).done();
    assertThat(view(poll).getInstant("closesAt")).isEqualTo(east.toInstant());
    hall.closes(poll);
    closeAt(poll, in(10_000)).refused(409, "POLL_CLOSED");
    people.getFirst().put(closesAtOf(poll), at(in(10_000))).refused(403, "FORBIDDEN");
  }

  /** An open poll with one ballot. */
  private static UUID voted(UUID poll) {
    chair.post(Hall.pollsOf(hall.room(Hall.PLENARY)), PollForm.thumbs().wish(poll, true)).done();
    people.getFirst().votes(poll, Ballots.thumb(Ballots.key(), 1, "UP")).done();
    return poll;
  }

  /** Makes the poll's only ballot one that cannot be counted; gives what stood there. */
  private static byte[] damages(UUID poll) {
    byte[] ballot =
        (byte[]) hall.database().value("select sealed from sealed_ballot where poll_id = ?", poll);
    byte[] damaged = ballot.clone();
    damaged[20] ^= 1;
    stores(poll, damaged);
    return ballot;
  }

  private static void stores(UUID poll, byte[] ballot) {
    hall.database().rows("update sealed_ballot set sealed = ? where poll_id = ?", ballot, poll);
  }

  @Test
  void aPollThatCannotBeCountedHoldsNoOtherUp() {
    // The order of the ids is that in which overdue polls are closed.
    UUID damaged = voted(new UUID(0, System.nanoTime()));
    UUID sound = voted(UUID.randomUUID());
    byte[] ballot = damages(damaged);
    Instant due = in(300);
    closeAt(damaged, due).done();
    closeAt(sound, due).done();
    awaitClosed(sound);
    assertThat(state(damaged)).isEqualTo("OPEN");
    people.get(1).votes(damaged, Ballots.thumb(Ballots.key(), 1, "UP")).refused(409, "POLL_CLOSED");
    stores(damaged, ballot);
    awaitClosed(damaged);
    assertThat(closedAt(damaged)).isEqualTo(due);
  }

  @Test
  void aPollThatCannotBeCountedIsTriedNowAndThenAndToldOf() {
    UUID damaged = voted(new UUID(0, System.nanoTime()));
    byte[] ballot = damages(damaged);
    List<UUID> sound = Stream.generate(() -> voted(UUID.randomUUID())).limit(5).toList();
    UUID busy = voted(UUID.randomUUID());
    try (Log log = new Log()) {
      long began = System.nanoTime();
      Instant due = in(200);
      closeAt(damaged, due).done();
      // Spread over more than the time between two looks: who only looked then would be late.
      for (int i = 0; i < sound.size(); i++) {
        closeAt(sound.get(i), due.plusMillis(600 + 500L * i)).done();
      }
      Eventually.until("the failure was told", () -> tries(log, damaged) > 0);
      // What the chair does meanwhile looks at the countdowns too.
      for (int i = 0; i < 40; i++) {
        closeAt(busy, in(60_000 + i)).done();
      }
      sound.forEach(CountdownIT::awaitClosed);
      Eventually.until("it was tried again", () -> tries(log, damaged) > 2);
      long tries = tries(log, damaged);
      long looks = (System.nanoTime() - began) / 1_000_000 / Deadlines.LOOK_MILLIS;
      assertThat(tries).isLessThanOrEqualTo(looks + 1);
      assertThat(sound.stream().map(CountdownIT::lateness).sorted().toList().get(2))
          .as("half of them were closed at once, milliseconds")
          .isLessThan(500);
    } finally {
      stores(damaged, ballot);
    }
    awaitClosed(damaged);
    hall.closes(busy);
  }

  private static long tries(Log log, UUID poll) {
    return log.lines().stream().filter(line -> line.contains(poll + " is not closed yet")).count();
  }

  /** How long after its time a poll was closed, milliseconds. */
  private static long lateness(UUID poll) {
    return hall.database()
        .count(
            """
            select (extract(epoch from a.at - p.closes_at) * 1000)::bigint
            from poll p join audit a on a.subject_id = p.id and a.action = 'poll.close' where p.id = ?
            """,
            poll);
  }
}
