package fi.sovittu.identity.signin;

import fi.sovittu.identity.Redaction;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.UUID;

/**
 * What is left of signing in and goes: when nobody needs it any more, and when names are erased.
 */
public final class SignInRemains {
  /** So long a one-time link that is used or over is remembered, to tell so when it is opened. */
  static final Duration LINKS_KEPT = Duration.ofDays(30);

  private static final String LINKS =
      "delete from sign_in_link where expires_at < clock_timestamp() - make_interval(secs => $1)";

  private static final String ATTEMPTS =
      "delete from sign_in_attempt where expires_at < clock_timestamp()";

  /** Void ones hold an address that was changed or erased. */
  private static final String IDENTITIES =
      """
      delete from sign_in_identity i using participant p
      where p.id = i.participant_id and lower(p.email) is distinct from i.email
      """;

  private SignInRemains() {}

  /** Clears away what nobody needs any more, inside the caller's transaction. */
  public static Future<Void> clear(SqlConnection connection) {
    return connection
        .preparedQuery(LINKS)
        .execute(Tuple.of((double) LINKS_KEPT.toSeconds()))
        .compose(cleared -> connection.preparedQuery(ATTEMPTS).execute())
        .compose(cleared -> connection.preparedQuery(IDENTITIES).execute())
        .mapEmpty();
  }

  /**
   * As {@link fi.sovittu.identity.Erasing#erase}: identities are void without the address that they
   * are bound to.
   */
  public static Future<Void> erase(SqlConnection connection, UUID meeting, Redaction names) {
    return connection
        .preparedQuery(
            "delete from sign_in_identity i using participant p where p.id = i.participant_id and"
                + " p.meeting_id = $1")
        .execute(Tuple.of(meeting))
        .mapEmpty();
  }
}
