package fi.sovittu.poll.count;

import fi.sovittu.poll.ballot.Seal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sealed ballots of one open poll as far as its live tally has opened them: each is read and
 * decrypted once, not again at every step. One reading at a time.
 */
final class OpenedBallots {
  private static final SecureRandom SHUFFLE = new SecureRandom();

  private record Opened(int revision, Seal.Content content) {}

  private final UUID poll;
  private final Seal seal;
  private final Map<Buffer, Opened> opened = new ConcurrentHashMap<>();

  OpenedBallots(UUID poll, Seal seal) {
    this.poll = poll;
    this.seal = seal;
  }

  /**
   * So many ballots, as they are now. The order of their locators, by which they are chosen, is
   * nobody's: neither the first nor the last that came.
   *
   * @return in random order; fewer where fewer have been cast
   */
  Future<List<Seal.Content>> first(SqlConnection connection, Vertx workers, int wanted) {
    return connection
        .preparedQuery(
            "select locator, revision from sealed_ballot where poll_id = $1 order by locator limit"
                + " $2")
        .execute(Tuple.of(poll, wanted))
        .compose(chosen -> {
          List<Buffer> locators = new ArrayList<>(chosen.size());
          List<Buffer> unknown = new ArrayList<>();
          for (Row row : chosen) {
            Buffer locator = row.getBuffer(0);
            locators.add(locator);
            Opened known = opened.get(locator);
            if (known == null || known.revision() != row.getInteger(1)) {
              unknown.add(locator);
            }
          }
          return connection
              .preparedQuery(
                  "select locator, sealed, revision from sealed_ballot where poll_id = $1 and"
                      + " locator = any($2)")
              .execute(Tuple.of(poll).addArrayOfBuffer(unknown.toArray(new Buffer[0])))
              // Opening thousands takes long enough for a vote to wait for it.
              .compose(sealed -> workers.executeBlocking(() -> contents(locators, sealed)));
        });
  }

  private List<Seal.Content> contents(List<Buffer> locators, RowSet<Row> sealed) {
    for (Row row : sealed) {
      Buffer locator = row.getBuffer(0);
      Seal.Content content = seal.open(locator.getBytes(), row.getBuffer(1).getBytes());
      opened.put(locator, new Opened(row.getInteger(2), content));
    }
    List<Seal.Content> contents = new ArrayList<>(locators.size());
    for (Buffer locator : locators) {
      contents.add(Objects.requireNonNull(opened.get(locator)).content());
    }
    Collections.shuffle(contents, SHUFFLE);
    return contents;
  }
}
