package fi.sovittu.identity.signin;

import fi.sovittu.base.Problem;
import fi.sovittu.base.ServerSecret;
import fi.sovittu.base.Tokens;
import fi.sovittu.db.Audit;
import fi.sovittu.identity.Role;
import fi.sovittu.identity.Sessions;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Links that sign staff in once. The link's code is derived from the server's secret and the link's
 * id, so that the same command tells the same link again; only its hash is stored. A person has one
 * that is waiting at most.
 */
public final class SignInLinks {
  /** So long a link waits to be used. */
  public static final Duration VALID = Duration.ofHours(24);

  /** The page that used a link may ask again so long, because an answer may be lost. */
  static final Duration RETRY = Duration.ofMinutes(2);

  private static final int CODE_BYTES = 16;

  private final ServerSecret secret;
  private final Sessions sessions;
  private final String baseUrl;

  /** The contract's {@code SignInLink}. */
  public record Made(String url, OffsetDateTime expiresAt) {}

  /**
   * @param name the person's
   */
  public record NamedLink(String name, String url) {}

  /**
   * @param cookie the value of a {@code Set-Cookie} header
   */
  record Used(UUID participant, String cookie) {}

  public SignInLinks(ServerSecret secret, Sessions sessions, String baseUrl) {
    this.secret = secret;
    this.sessions = sessions;
    this.baseUrl = baseUrl;
  }

  /**
   * Makes a link; what was waiting for the person opens nothing from then on. The same id tells the
   * same link again.
   *
   * @param actor the organiser's participant, null for the service itself
   * @return fails with NOT_FOUND for nobody of the meeting, NOT_STAFF for somebody without a role
   *     to sign in for
   */
  public Future<Made> make(
      SqlConnection connection, UUID meeting, @Nullable UUID actor, UUID participant, UUID id) {
    String url = baseUrl + "/sign-in#" + token(id, participant);
    return mustBeStaff(connection, meeting, participant)
        .compose(staff ->
            connection
                .preparedQuery("select participant_id, expires_at from sign_in_link where id = $1")
                .execute(Tuple.of(id)))
        .compose(rows -> {
          if (rows.size() > 0) {
            Row made = rows.iterator().next();
            if (!participant.equals(made.getUUID(0))) {
              throw Problem.of(Problem.Code.NOT_FOUND);
            }
            return Future.succeededFuture(new Made(url, made.getOffsetDateTime(1)));
          }
          return connection
              .preparedQuery(
                  "delete from sign_in_link where participant_id = $1 and used_at is null")
              .execute(Tuple.of(participant))
              .compose(cleared ->
                  connection
                      .preparedQuery(
                          """
                          insert into sign_in_link (id, participant_id, token_hash, expires_at)
                          values ($1, $2, $3, clock_timestamp() + make_interval(secs => $4)) returning expires_at
                          """)
                      .execute(
                          Tuple.of(
                              id,
                              participant,
                              hash(token(id, participant)),
                              (double) VALID.toSeconds())))
              .compose(made ->
                  Audit.write(
                          connection, meeting, actor, "sign-in.link", participant, new JsonObject())
                      .map(new Made(url, made.iterator().next().getOffsetDateTime(0))));
        });
  }

  /** The lock lets one of two who make a link for the same person at the same time wait. */
  private static Future<Void> mustBeStaff(
      SqlConnection connection, UUID meeting, UUID participant) {
    return connection
        .preparedQuery(
            """
            select exists (select from role_grant g where g.participant_id = p.id and g.role in %s)
            from participant p where p.meeting_id = $1 and p.id = $2 and p.merged_into is null for no key update
            """
                .formatted(Role.STAFF))
        .execute(Tuple.of(meeting, participant))
        .map(rows -> {
          if (rows.size() == 0) {
            throw Problem.of(Problem.Code.NOT_FOUND);
          }
          if (!rows.iterator().next().getBoolean(0)) {
            throw Problem.of(Problem.Code.NOT_STAFF);
          }
          return null;
        });
  }

  /** A link for each organiser of the meeting, for whoever starts the service. */
  public Future<List<NamedLink>> forOrganisers(SqlConnection connection, UUID meeting) {
    return connection
        .preparedQuery(
            """
            select distinct p.id, p.name from participant p join role_grant g on g.participant_id = p.id
            where p.meeting_id = $1 and g.role = 'ORGANISER' and p.merged_into is null order by p.name, p.id
            """)
        .execute(Tuple.of(meeting))
        .compose(rows -> {
          Future<List<NamedLink>> made = Future.succeededFuture(new ArrayList<>());
          for (Row row : rows) {
            made =
                made.compose(links ->
                    make(connection, meeting, null, row.getUUID("id"), UUID.randomUUID())
                        .map(link -> {
                          links.add(new NamedLink(row.getString("name"), link.url()));
                          return links;
                        }));
          }
          return made;
        });
  }

  /**
   * Takes back the links of the participants that nobody has used yet, in the given transaction.
   */
  public static Future<Void> withdraw(SqlConnection connection, Collection<UUID> participants) {
    return connection
        .preparedQuery(
            "delete from sign_in_link where participant_id = any($1) and used_at is null")
        .execute(Tuple.tuple().addArrayOfUUID(participants.toArray(UUID[]::new)))
        .mapEmpty();
  }

  /**
   * Uses a link up and opens a session in the given transaction.
   *
   * @param key made by the page: with the same one it may ask again for a moment
   * @return fails with LINK_UNKNOWN, SIGN_IN_LINK_USED or SIGN_IN_LINK_OVER
   */
  Future<Used> use(SqlConnection connection, String token, String key, @Nullable String device) {
    Buffer keyHash = hash(key);
    return connection
        .preparedQuery(
            """
            select l.id, coalesce(p.merged_into, p.id) as participant, l.used_at, l.session_id,
              l.expires_at < clock_timestamp() as over,
              l.used_key_hash = $2 and l.used_at > clock_timestamp() - make_interval(secs => $3) as again
            from sign_in_link l join participant p on p.id = l.participant_id
            where l.token_hash = $1 for update of l
            """)
        .execute(Tuple.of(hash(token), keyHash, (double) RETRY.toSeconds()))
        .compose(rows -> {
          if (rows.size() == 0) {
            throw Problem.of(Problem.Code.LINK_UNKNOWN);
          }
          Row link = rows.iterator().next();
          boolean again = Boolean.TRUE.equals(link.getBoolean("again"));
          if (link.getOffsetDateTime("used_at") != null && !again) {
            throw Problem.of(Problem.Code.SIGN_IN_LINK_USED);
          }
          if (link.getBoolean("over") && !again) {
            throw Problem.of(Problem.Code.SIGN_IN_LINK_OVER);
          }
          return open(connection, link, keyHash, device);
        });
  }

  private Future<Used> open(
      SqlConnection connection, Row link, Buffer keyHash, @Nullable String device) {
    UUID participant = link.getUUID("participant");
    return Bindings.meetingOfStaff(connection, participant)
        .compose(meeting -> {
          if (meeting == null) {
            throw Problem.of(Problem.Code.LINK_UNKNOWN);
          }
          // The one whose answer was lost, if this is asked again.
          return connection
              .preparedQuery("delete from session where participant_id = $1 and id = $2")
              .execute(Tuple.of(participant, link.getUUID("session_id")))
              .compose(ended ->
                  sessions.open(connection, participant, Sessions.MadeBy.ONE_TIME_LINK, device))
              .compose(opened ->
                  connection
                      .preparedQuery(
                          """
                          update sign_in_link set used_at = coalesce(used_at, clock_timestamp()), used_key_hash = $2, session_id = $3
                          where id = $1
                          """)
                      .execute(Tuple.of(link.getUUID("id"), keyHash, opened.id()))
                      .compose(used ->
                          Audit.write(
                              connection,
                              meeting,
                              participant,
                              "sign-in.link.use",
                              participant,
                              new JsonObject()))
                      .map(new Used(participant, opened.cookie())));
        });
  }

  private String token(UUID id, UUID participant) {
    byte[] mac =
        secret.derive("sign-in-link", ServerSecret.bytes(id), ServerSecret.bytes(participant));
    return Tokens.base64Url(Arrays.copyOf(mac, CODE_BYTES));
  }

  private static Buffer hash(String token) {
    return Buffer.buffer(Tokens.sha256(token));
  }
}
