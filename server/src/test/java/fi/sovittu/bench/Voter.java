package fi.sovittu.bench;

import fi.sovittu.support.Ballots;
import fi.sovittu.support.Person;
import io.vertx.core.buffer.Buffer;
import java.net.URI;

/**
 * A phone in one poll: its own participant, its own ballot key, and the next version of its ballot.
 */
final class Voter {
  private final String key = Ballots.key();
  private final String head;
  private int revision;

  /**
   * @param ballot where it is sent
   */
  Voter(Person phone, URI ballot) {
    head =
        """
        PUT %s HTTP/1.1
        Host: %s
        Content-Type: application/json
        Cookie: %s
        X-Participant: %s
        Content-Length:\
        """
                .formatted(
                    ballot.getPath(), ballot.getAuthority(), phone.cookie(), phone.participant())
                .replace("\n", "\r\n")
            + " ";
  }

  /** The request with the first ballot, or a changed one. */
  Buffer nextBallot() {
    revision++;
    Buffer ballot =
        Ballots.scale(key, revision, 1 + revision % 5, 1 + revision / 5 % 5, null).toBuffer();
    return Buffer.buffer(head).appendString(ballot.length() + "\r\n\r\n").appendBuffer(ballot);
  }
}
