package fi.sovittu.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Answer;
import fi.sovittu.support.Ballots;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Listener;
import fi.sovittu.support.Person;
import fi.sovittu.support.PollForm;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * People of a meeting who hear of every poll that opens, vote, and hear of the result, whatever
 * else happens. One thread.
 */
final class HonestPhones implements AutoCloseable {
  private static final JsonObject PING = new JsonObject().put("type", "ping");

  /** One vote's acknowledgement. */
  private final List<Long> millis = new ArrayList<>();

  private final Hall hall;
  private final List<Person> people;
  private final List<Listener> ears;
  private int rounds;

  HonestPhones(Hall hall, int number) {
    this.hall = hall;
    this.people = IntStream.rangeClosed(1, number).mapToObj(hall::join).toList();
    this.ears = people.stream().map(Listener::of).toList();
    for (String section : List.of("polls", "results")) {
      ears.forEach(ear -> assertThat(ear.register(address(section))).isTrue());
    }
  }

  private String address(String section) {
    return "sovittu." + section + "." + hall.room(Hall.PLENARY);
  }

  /**
   * A poll opens, everyone hears it, votes and is acknowledged; it closes, and everyone hears the
   * count.
   */
  void vote() {
    // A phone says now and then that it is still there.
    ears.forEach(ear -> ear.send(PING));
    UUID poll = hall.asks(PollForm.scale());
    ears.forEach(ear -> ear.await(address("polls"), section -> Hall.viewIn(section, poll) != null));
    List<CompletableFuture<Answer>> votes = new ArrayList<>();
    for (Person person : people) {
      long sent = System.nanoTime();
      votes.add(
          person
              .voting(poll, Ballots.scale(Ballots.key(), 1, 1, 2, 3))
              .whenComplete((answer, failure) -> took(System.nanoTime() - sent)));
    }
    votes.forEach(vote -> vote.join().done());
    hall.closes(poll);
    ears.forEach(ear ->
        ear.await(
            address("results"),
            section ->
                Hall.tallyIn(section, poll) != null
                    && Hall.votedIn(section, poll) == people.size()));
    rounds++;
  }

  private synchronized void took(long nanos) {
    millis.add(nanos / 1_000_000);
  }

  int rounds() {
    return rounds;
  }

  /** Until which so many of a hundred votes were acknowledged, milliseconds. */
  synchronized long percentile(int percent) {
    List<Long> sorted = millis.stream().sorted().toList();
    return sorted.get((sorted.size() - 1) * percent / 100);
  }

  @Override
  public void close() {
    ears.forEach(Listener::close);
  }
}
