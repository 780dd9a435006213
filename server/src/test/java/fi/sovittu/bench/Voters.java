package fi.sovittu.bench;

import fi.sovittu.support.Person;
import io.vertx.core.Future;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/** Phones that take turns voting in one poll. Used on one event loop. */
final class Voters {
  private final Wires wires;

  /**
   * Those who wait for nothing, the longest first: a phone votes again once it has been answered.
   */
  private final Deque<Voter> ready;

  /**
   * @param ballot the address of the poll's ballots, or one of the bare server, which is sent the
   *     same
   */
  Voters(Wires wires, List<Person> phones, URI ballot) {
    this.wires = wires;
    this.ready =
        phones.stream()
            .map(phone -> new Voter(phone, ballot))
            .collect(Collectors.toCollection(ArrayDeque::new));
  }

  /**
   * The next phone votes for the first time, or changes its vote; succeeds when it is acknowledged.
   */
  Future<?> vote() {
    Voter voter = ready.remove();
    return wires.send(voter.nextBallot()).onSuccess(saved -> ready.add(voter));
  }
}
