package fi.sovittu.fault;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.fault.Operation.Kind;
import fi.sovittu.fault.Operation.Outcome;
import fi.sovittu.support.Ballots;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import fi.sovittu.support.PollForm;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * A meeting in full swing: people vote and change their votes, come, go and join; a chair moves
 * through the agenda; two editors write goals. Each does one thing after another, waits for the
 * answer, and goes on until all are told to stop.
 */
final class People {
  /** In each of the polls. */
  private static final int VOTERS = 10;

  private static final int WALKERS = 6;

  /** The first two of {@link Hall#GOALS}. */
  private static final int EDITED = 2;

  /** Two of each goal, who get in each other's way. */
  private static final int EDITORS = 2;

  private static final Duration PAUSE = Duration.ofMillis(40);

  /** Far longer than any fault lasts and any phone waits. */
  private static final Duration END_WITHIN = Duration.ofSeconds(60);

  private final Hall hall;
  private final URI address;
  private final Duration patience;
  private final History history = new History();
  private final List<Thread> threads = new ArrayList<>();
  private final Map<String, UUID> polls = new LinkedHashMap<>();
  private volatile boolean stopped;

  private People(Hall hall, URI address, Duration patience) {
    this.hall = hall;
    this.address = address;
    this.patience = patience;
  }

  /**
   * Makes the polls and starts everybody.
   *
   * @param address where their phones find the service
   * @param patience how long a phone waits for an answer
   */
  static People start(Hall hall, URI address, Duration patience) {
    People people = new People(hall, address, patience);
    PollForm form = PollForm.scale(10, "Yksi", "Kaksi", "Kolme", "Neljä");
    people.polls.put("anonymous", hall.asks(form));
    people.polls.put("named", hall.asks(form.named()));
    people.polls.put("organisations", hall.asks(form.ofOrganisations()));
    int municipality = 1;
    for (Map.Entry<String, UUID> poll : people.polls.entrySet()) {
      for (int i = 0; i < VOTERS; i++) {
        people.votes(poll.getKey(), hall.join(municipality++).at(address));
      }
    }
    for (int i = 0; i < WALKERS; i++) {
      people.walks(hall.join(1 + i).at(address));
    }
    people.moves(hall.chair(Hall.PLENARY).at(address));
    for (int goal = 0; goal < EDITED; goal++) {
      AtomicInteger newest = new AtomicInteger(1);
      for (int editor = 0; editor < EDITORS; editor++) {
        people.writes(
            hall.organiser().at(address), hall.goal(Hall.GOALS.get(goal)), editor, newest);
      }
    }
    people.joins();
    people.threads.forEach(Thread::start);
    return people;
  }

  History history() {
    return history;
  }

  /** What is told: each goes on until everyone is told to stop. */
  private void goesOn(IntConsumer next) {
    threads.add(
        Thread.ofVirtual()
            .unstarted(() -> {
              try {
                for (int i = 1; !stopped; i++) {
                  next.accept(i);
                  LockSupport.parkNanos(PAUSE.toNanos());
                }
              } catch (RuntimeException | AssertionError broken) {
                history.surprise("a phone broke: " + broken);
              }
            }));
  }

  /** Lets everybody hear the end of what is on its way. */
  void stop() throws InterruptedException {
    stopped = true;
    for (Thread thread : threads) {
      boolean ended = thread.join(END_WITHIN);
      thread.interrupt();
      assertThat(ended).as("a phone heard the end").isTrue();
    }
  }

  /** The polls are closed, and what is kept is compared with what everybody was told. */
  List<String> faults() {
    polls.values().forEach(hall::closes);
    List<String> faults = new ArrayList<>(history.surprises());
    faults.addAll(Checker.faults(history.operations(), kept()));
    return faults;
  }

  UUID poll(String kind) {
    return polls.get(kind);
  }

  /** One that is edited. */
  UUID goal() {
    return hall.goal(Hall.GOALS.getFirst());
  }

  Kept kept() {
    return Kept.of(hall.database(), hall.id(), List.copyOf(polls.values()));
  }

  private void votes(String kind, Person person) {
    UUID poll = polls.get(kind);
    boolean anonymous = kind.equals("anonymous");
    String key = anonymous ? Ballots.key() : null;
    String owner = anonymous ? Ballots.receipt(key) : voter(kind, person);
    Sender sender = new Sender(person, history, patience);
    goesOn(revision -> {
      sender.send(vote(poll, owner, key, revision, ""));
      if (revision % 5 == 0) {
        sender.attempt(vote(poll, owner, key, revision - 1, "BALLOT_SUPERSEDED"));
        if (anonymous) {
          // A second ballot of the same person, which must never be counted.
          String second = Ballots.key();
          sender.attempt(
              vote(poll, Ballots.receipt(second), second, revision, "BALLOT_KEY_UNKNOWN"));
        }
      }
    });
  }

  private String voter(String kind, Person person) {
    return kind.equals("named")
        ? person.participant().toString()
        : hall.database()
            .value(
                "select organisation_id::text from participant where id = ?", person.participant())
            .toString();
  }

  private static Command vote(UUID poll, String owner, String key, int revision, String mayBe) {
    Integer[] answers = {
      1 + revision % 10, 1 + revision / 10 % 10, 1 + revision / 100 % 10, 1 + revision / 1000 % 10
    };
    return new Command(
        Kind.VOTE,
        poll,
        owner,
        revision,
        List.of(answers).toString(),
        mayBe,
        "PUT",
        Person.ballotOf(poll),
        Ballots.scale(key, revision, answers));
  }

  /** Comes on site, goes, comes by Teams, goes, and so on; was there on site from the first. */
  private void walks(Person person) {
    Sender sender = new Sender(person, history, patience);
    goesOn(step -> {
      String channel = step / 2 % 2 == 0 ? "ON_SITE" : "TEAMS";
      boolean present = step % 2 == 1;
      sender.send(
          new Command(
              Kind.ATTENDANCE,
              person.participant(),
              "",
              step,
              present ? channel : Operation.AWAY,
              "",
              "PUT",
              "/api/me/attendance",
              Person.statement(present, channel, null)));
    });
  }

  /** Goes round the plenary's three items. */
  private void moves(Person chair) {
    UUID room = hall.room(Hall.PLENARY);
    List<UUID> items = List.of(hall.item("Avaus"), hall.item("Esitys"), hall.item("Lopetus"));
    Sender sender = new Sender(chair, history, patience);
    goesOn(step -> {
      UUID from = step == 1 ? null : items.get((step - 1) % 3);
      UUID to = items.get(step % 3);
      sender.send(
          new Command(
              Kind.MOVE,
              room,
              "",
              step,
              to.toString(),
              "",
              "PUT",
              Hall.currentItemOf(room),
              Hall.move(from, to)));
    });
  }

  /**
   * Writes the version after the newest; of two who write the same one, one is refused.
   *
   * @param newest what all who write this goal know of it
   */
  private void writes(Person editor, UUID goal, int number, AtomicInteger newest) {
    Sender sender = new Sender(editor, history, patience);
    goesOn(step -> {
      int version = newest.get() + 1;
      String text = "Tavoite, kirjoittaja " + number + ", yritys " + step;
      sender.send(
          new Command(
              Kind.GOAL,
              goal,
              "",
              version,
              text,
              "GOAL_CHANGED",
              "POST",
              "/api/goals/" + goal + "/versions",
              new JsonObject().put("version", version).put("text", text)));
      // Done by this one, or else by the other.
      newest.accumulateAndGet(version, Math::max);
    });
  }

  /** Somebody new each time. */
  private void joins() {
    Sender sender = new Sender(new Person(address), history, patience);
    JsonObject wish = hall.joinWish("", Hall.ASSOCIATION, "TEAMS", null);
    goesOn(number -> {
      String name = "Tulija " + number;
      sender.send(
          new Command(
              Kind.JOIN,
              hall.id(),
              "",
              number,
              name,
              "",
              "POST",
              "/api/meetings/" + hall.code() + "/participants",
              wish.copy().put("key", Ballots.key()).put("name", name)));
    });
  }

  /** How many attempts were acknowledged so far. */
  long acknowledged() {
    return history.count(Outcome.ACKNOWLEDGED);
  }
}
