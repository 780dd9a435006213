package fi.sovittu.bench;

import fi.sovittu.support.Ballots;
import fi.sovittu.support.Person;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;

/** A phone in one poll: its own seat, its own ballot key, and the next version of its ballot. */
final class Voter {
  private final String key = Ballots.key();
  private final RequestOptions request;
  private int revision;

  /**
   * @param ballot where it is sent
   */
  Voter(Person phone, URI ballot) {
    request =
        new RequestOptions()
            .setMethod(HttpMethod.PUT)
            .setHost(ballot.getHost())
            .setPort(ballot.getPort())
            .setURI(ballot.getPath())
            .putHeader("Content-Type", "application/json")
            .putHeader("Cookie", phone.cookie())
            .putHeader("X-Seat", phone.seat().toString());
  }

  RequestOptions request() {
    return request;
  }

  /** The first ballot, or a changed one. */
  Buffer nextBallot() {
    revision++;
    return Ballots.scale(key, revision, 1 + revision % 5, 1 + revision / 5 % 5, null).toBuffer();
  }
}
