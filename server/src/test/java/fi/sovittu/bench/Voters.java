package fi.sovittu.bench;

import fi.sovittu.support.Person;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import java.net.URI;
import java.util.List;

/** Phones that take turns voting in one poll. Used on one event loop. */
final class Voters {
  private final HttpClient client;
  private final List<Voter> voters;
  private int turn;

  /**
   * @param ballot the address of the poll's ballots, or one of the bare server, which is sent the
   *     same
   */
  Voters(HttpClient client, List<Person> phones, URI ballot) {
    this.client = client;
    this.voters = phones.stream().map(phone -> new Voter(phone, ballot)).toList();
  }

  /**
   * The next phone votes for the first time, or changes its vote; succeeds when it is acknowledged.
   */
  Future<?> vote() {
    Voter voter = voters.get(turn);
    turn = (turn + 1) % voters.size();
    Buffer ballot = voter.nextBallot();
    return client
        .request(voter.request())
        .compose(ready -> ready.send(ballot))
        .compose(answer -> answer.body().compose(body -> acknowledged(answer, body)));
  }

  private static Future<?> acknowledged(HttpClientResponse answer, Buffer body) {
    return answer.statusCode() == 200
        ? Future.succeededFuture()
        : Future.failedFuture(answer.statusCode() + " " + body);
  }
}
