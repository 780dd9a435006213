package fi.sovittu.identity;

import fi.sovittu.base.Limit;
import fi.sovittu.base.Tokens;
import fi.sovittu.db.Audit;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sessions of a participant: how they are made, listed and ended. Immutable. */
public final class Sessions {
  /**
   * One that an organisation's provider vouched for lasts this long: the account may have been
   * closed meanwhile, and signing in again takes a click.
   */
  @Limit("A session that the organisation's account opened")
  static final Duration PROVIDER_LENGTH = Duration.ofHours(12);

  /** Of whoever is staff, however the session was made. */
  @Limit("A session of staff")
  static final Duration STAFF_LENGTH = Duration.ofDays(14);

  /** A session of staff that nobody uses for so long ends: over a weekend it does not. */
  static final Duration STAFF_IDLE = Duration.ofDays(3);

  /** The most that are listed, the newest first. */
  static final int MOST_LISTED = 100;

  /** How a browser came by its session. */
  public enum MadeBy {
    CODE,
    LINK,
    ONE_TIME_LINK,
    PROVIDER
  }

  /**
   * @param cookie the value of a {@code Set-Cookie} header
   */
  public record Opened(UUID id, String cookie) {}

  /**
   * The contract's {@code OwnSession}.
   *
   * @param lastSeenAt of staff; of others it is not kept
   */
  record OwnSession(
      UUID id,
      boolean current,
      MadeBy madeBy,
      @Nullable String device,
      OffsetDateTime madeAt,
      @Nullable OffsetDateTime lastSeenAt,
      OffsetDateTime until) {}

  private static final String LIST =
      """
      select id, token_hash = $2 as current, made_by, device, created_at, last_seen_at,
        case when $3 then least(expires_at, created_at + make_interval(secs => $4), last_seen_at + make_interval(secs => $5))
          else expires_at end as until
      from session where participant_id = $1 and expires_at > clock_timestamp()
      order by current desc, last_seen_at desc, created_at desc limit $6
      """;

  /**
   * Opens sessions inside another statement: {@code token_hash, participant_id, expires_at} of a
   * query are to follow.
   */
  public static final String OPEN = "insert into session (token_hash, participant_id, expires_at)";

  private final Callers callers;

  public Sessions(Callers callers) {
    this.callers = callers;
  }

  /** Opens a session for the participant in the given transaction. */
  public Future<Opened> open(
      SqlConnection connection, UUID participant, MadeBy madeBy, @Nullable String device) {
    String token = Tokens.random();
    UUID id = UUID.randomUUID();
    Duration length = madeBy == MadeBy.PROVIDER ? PROVIDER_LENGTH : Callers.SESSION_LENGTH;
    return connection
        .preparedQuery(
            """
            insert into session (token_hash, participant_id, expires_at, id, made_by, device)
            values ($1, $2, clock_timestamp() + make_interval(secs => $3), $4, $5, $6)
            """)
        .execute(
            Tuple.of(
                Buffer.buffer(Tokens.sha256(token)),
                participant,
                (double) length.toSeconds(),
                id,
                madeBy.name(),
                device))
        .map(done -> new Opened(id, callers.cookie(participant, token)));
  }

  /**
   * The caller's sessions, the present one first.
   *
   * @param proof the hash of the token that the request came with
   * @param device of the request, kept where the session has none yet
   */
  static Future<List<OwnSession>> list(
      SqlConnection connection, Caller caller, Buffer proof, @Nullable String device) {
    boolean staff = caller.isStaff();
    return connection
        .preparedQuery("update session set device = $2 where token_hash = $1 and device is null")
        .execute(Tuple.of(proof, device))
        .compose(named ->
            connection
                .preparedQuery(LIST)
                .execute(
                    Tuple.of(
                        caller.participant(),
                        proof,
                        staff,
                        (double) STAFF_LENGTH.toSeconds(),
                        (double) STAFF_IDLE.toSeconds(),
                        MOST_LISTED)))
        .map(rows -> {
          List<OwnSession> found = new ArrayList<>();
          rows.forEach(row -> found.add(own(row, staff)));
          return List.copyOf(found);
        });
  }

  private static OwnSession own(Row row, boolean staff) {
    return new OwnSession(
        row.getUUID("id"),
        row.getBoolean("current"),
        MadeBy.valueOf(row.getString("made_by")),
        row.getString("device"),
        row.getOffsetDateTime("created_at"),
        staff ? row.getOffsetDateTime("last_seen_at") : null,
        row.getOffsetDateTime("until"));
  }

  /**
   * Ends one of the caller's sessions; one that has ended already is left so.
   *
   * @return whether it was the one with the given proof
   */
  static Future<Boolean> end(SqlConnection connection, Caller caller, UUID session, Buffer proof) {
    return connection
        .preparedQuery(
            "delete from session where participant_id = $1 and id = $2 returning token_hash")
        .execute(Tuple.of(caller.participant(), session))
        .compose(ended -> {
          if (ended.size() == 0) {
            return Future.succeededFuture(false);
          }
          boolean own = proof.equals(ended.iterator().next().getBuffer(0));
          return Audit.write(
                  connection,
                  caller.meeting(),
                  caller.participant(),
                  "session.end",
                  caller.participant(),
                  new JsonObject().put("own", own))
              .map(own);
        });
  }

  /** Ends all of the caller's sessions. */
  static Future<Void> endAll(SqlConnection connection, Caller caller) {
    return connection
        .preparedQuery("delete from session where participant_id = $1")
        .execute(Tuple.of(caller.participant()))
        .compose(ended ->
            Audit.write(
                connection,
                caller.meeting(),
                caller.participant(),
                "session.end-all",
                caller.participant(),
                new JsonObject().put("sessions", ended.rowCount())));
  }

  /** Ends all sessions of the participants in the given transaction. */
  public static Future<Void> endOf(SqlConnection connection, Collection<UUID> participants) {
    return connection
        .preparedQuery("delete from session where participant_id = any($1)")
        .execute(Tuple.tuple().addArrayOfUUID(participants.toArray(UUID[]::new)))
        .mapEmpty();
  }

  /**
   * Ends the sessions of all who only took part in a meeting: their browsers forget who they were,
   * while staff may still download what stays.
   *
   * @return whose sessions have ended
   */
  public static Future<List<UUID>> endOfParticipants(SqlConnection connection, UUID meeting) {
    return connection
        .preparedQuery(
            """
            delete from session s using participant p
            where p.id = s.participant_id and p.meeting_id = $1 and not exists (
              select from role_grant g where g.participant_id = p.id and g.role not in ('PARTICIPANT', 'OBSERVER'))
            returning p.id
            """)
        .execute(Tuple.of(meeting))
        .map(rows -> {
          List<UUID> ended = new ArrayList<>();
          rows.forEach(row -> ended.add(row.getUUID(0)));
          return List.copyOf(ended);
        });
  }
}
