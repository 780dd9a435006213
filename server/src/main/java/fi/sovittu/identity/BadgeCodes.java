package fi.sovittu.identity;

import fi.sovittu.base.ServerSecret;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the code on a badge says: who wears it, to the door desk alone. Everybody who sees a badge
 * can read it, so it signs nobody in and is no address that a phone would open. It stays the same
 * when the personal link is issued anew, and says nothing any more once that is revoked.
 */
public final class BadgeCodes {
  /** Before the token, so that whoever reads it with a phone sees what it is. */
  private static final String LABEL = "Sovittu#";

  private final ParticipantToken tokens;
  private final Links links;

  /**
   * @param links the door desk reads those too: people come with their letters
   */
  public BadgeCodes(ServerSecret secret, Links links) {
    this.tokens = new ParticipantToken(secret, "badge");
    this.links = links;
  }

  /** The whole text of the code. */
  public String of(UUID participant) {
    return LABEL + tokens.of(participant);
  }

  /**
   * Whose badge or personal link a text is; null for nobody's, and for one that is revoked. Says
   * who somebody is, and is no reason to let anyone sign in.
   *
   * @param text as it was read; what follows its {@code #} counts
   */
  public Future<@Nullable UUID> participant(SqlConnection connection, String text) {
    String token = text.substring(text.lastIndexOf('#') + 1);
    UUID claimed = ParticipantToken.claimed(token);
    if (claimed == null) {
      return Future.succeededFuture();
    }
    return connection
        .preparedQuery(
            """
            select link_generation, coalesce(merged_into, id) from participant
            where id = $1 and link_generation is not null and not link_off
            """)
        .execute(Tuple.of(claimed))
        .map(rows -> {
          if (rows.size() == 0) {
            return null;
          }
          var row = rows.iterator().next();
          boolean valid =
              tokens.isValid(token, claimed) || links.isValid(token, claimed, row.getInteger(0));
          return valid ? row.getUUID(1) : null;
        });
  }
}
