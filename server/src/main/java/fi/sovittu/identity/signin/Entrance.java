package fi.sovittu.identity.signin;

import fi.sovittu.base.Problem;
import fi.sovittu.db.Audit;
import fi.sovittu.identity.Sessions;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets in whom a provider has recognised. Works inside the caller's transaction. */
final class Entrance {
  /** What comes of it: a session, or a choice among several participants. */
  sealed interface Entered {}

  /**
   * @param cookie of the session, for {@code Set-Cookie}
   */
  record Opened(UUID participant, String cookie) implements Entered {}

  /**
   * @param key to choose with, once
   */
  record Offer(String key, List<Bindings.Choice> participants) implements Entered {}

  private final Sessions sessions;

  Entrance(Sessions sessions) {
    this.sessions = sessions;
  }

  /**
   * Binds the account, and opens the only participant or offers several.
   *
   * @param device as {@link fi.sovittu.identity.Device} calls the browser
   * @return fails with SIGN_IN_NOBODY, or SIGN_IN_UNVERIFIED when the address may be the reason
   */
  Future<Entered> enter(SqlConnection connection, Identity identity, @Nullable String device) {
    return Bindings.participants(connection, identity)
        .compose(choices -> {
          if (choices.isEmpty()) {
            throw Problem.of(
                identity.unverified()
                    ? Problem.Code.SIGN_IN_UNVERIFIED
                    : Problem.Code.SIGN_IN_NOBODY);
          }
          if (choices.size() == 1) {
            return open(connection, choices.getFirst().participant(), device);
          }
          return Attempts.offer(
                  connection, choices.stream().map(Bindings.Choice::participant).toList())
              .map(key -> new Offer(key, choices));
        });
  }

  /**
   * Opens one of the participants that were offered under the key.
   *
   * @return fails with SIGN_IN_STATE for any other, and when the offer is used or over
   */
  Future<Entered> choose(
      SqlConnection connection, String key, UUID participant, @Nullable String device) {
    return Attempts.offered(connection, key)
        .compose(offered -> {
          if (!offered.contains(participant)) {
            throw Problem.of(Problem.Code.SIGN_IN_STATE);
          }
          return open(connection, participant, device);
        });
  }

  /** A role may have been taken away since the participant was offered. */
  private Future<Entered> open(
      SqlConnection connection, UUID participant, @Nullable String device) {
    return Bindings.meetingOfStaff(connection, participant)
        .compose(meeting -> {
          if (meeting == null) {
            throw Problem.of(Problem.Code.SIGN_IN_NOBODY);
          }
          return sessions
              .open(connection, participant, Sessions.MadeBy.PROVIDER, device)
              .compose(opened ->
                  Audit.write(
                          connection,
                          meeting,
                          participant,
                          "sign-in.provider",
                          participant,
                          new JsonObject())
                      .map(new Opened(participant, opened.cookie())));
        });
  }
}
