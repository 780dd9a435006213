package fi.sovittu.identity.signin;

import fi.sovittu.base.Limit;
import fi.sovittu.base.Problem;
import fi.sovittu.base.Tokens;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sign-ins by a provider that are on their way. Each is taken once, by whichever node. */
final class Attempts {
  /** So long a person may take at the provider, and to choose a meeting. */
  @Limit("A sign-in by an account, from beginning to end")
  static final Duration LENGTH = Duration.ofMinutes(10);

  /**
   * What a provider says when the person, not the provider, did not want to (RFC 6749, 4.1.2.1).
   */
  private static final Set<String> DECLINED =
      Set.of("access_denied", "consent_required", "interaction_required", "login_required");

  private Attempts() {}

  /**
   * Why somebody comes back without a code.
   *
   * @param error what the provider said, if anything
   */
  static Problem refused(@Nullable String error) {
    return Problem.of(
        error != null && DECLINED.contains(error)
            ? Problem.Code.SIGN_IN_DECLINED
            : Problem.Code.SIGN_IN_INVALID);
  }

  static Future<Void> begin(SqlConnection connection, Attempt attempt) {
    return keep(connection, attempt.hash(), new UUID[0]);
  }

  /**
   * Takes an attempt for good.
   *
   * @return fails with SIGN_IN_STATE when it has been taken or is over
   */
  static Future<Void> take(SqlConnection connection, Attempt attempt) {
    return take(connection, attempt.hash()).mapEmpty();
  }

  /**
   * Keeps the participants that somebody who has been recognised may choose from.
   *
   * @return the key to choose with
   */
  static Future<String> offer(SqlConnection connection, List<UUID> participants) {
    String key = Tokens.random();
    return keep(connection, Buffer.buffer(Tokens.sha256(key)), participants.toArray(UUID[]::new))
        .map(key);
  }

  /**
   * The participants that were offered under the key, once.
   *
   * @return fails with SIGN_IN_STATE when they have been taken or it is over
   */
  static Future<List<UUID>> offered(SqlConnection connection, String key) {
    return take(connection, Buffer.buffer(Tokens.sha256(key)));
  }

  private static Future<Void> keep(SqlConnection connection, Buffer hash, UUID[] participants) {
    return connection
        .preparedQuery(
            """
            insert into sign_in_attempt (key_hash, expires_at, participants)
            values ($1, clock_timestamp() + make_interval(secs => $2), $3)
            """)
        .execute(
            Tuple.tuple()
                .addBuffer(hash)
                .addDouble((double) LENGTH.toSeconds())
                .addArrayOfUUID(participants))
        .mapEmpty();
  }

  private static Future<List<UUID>> take(SqlConnection connection, Buffer hash) {
    return connection
        .preparedQuery(
            "delete from sign_in_attempt where key_hash = $1 and expires_at > clock_timestamp()"
                + " returning participants")
        .execute(Tuple.of(hash))
        .map(rows -> {
          if (rows.size() == 0) {
            throw Problem.of(Problem.Code.SIGN_IN_STATE);
          }
          return List.of(rows.iterator().next().getArrayOfUUIDs(0));
        });
  }
}
