package fi.sovittu.identity;

import fi.sovittu.base.Problem;
import fi.sovittu.base.Tokens;
import fi.sovittu.db.Db;
import fi.sovittu.http.Call;
import fi.sovittu.live.Bridge;
import fi.sovittu.live.SectionKey;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking. A seat is proved by its cookie, whose random token is kept as a hash; sessions and
 * seats are remembered in memory, and forgotten as soon as anything of them changes. Event loop
 * only.
 */
public final class Seats implements Bridge.Audience {
  /** A browser keeps a seat this long; a meeting's follow-up is read for weeks. */
  static final Duration SESSION_LENGTH = Duration.ofDays(90);

  /** How many seats and sessions are remembered; the least recently used go first. */
  static final int REMEMBERED = 50_000;

  private static final String LOAD =
      """
      select p.id, p.meeting_id, p.name, p.organisation_id, p.room_id,
        array(select g.role from role_grant g where g.participant_id = p.id order by g.role, g.room_id) as roles,
        array(select g.room_id from role_grant g where g.participant_id = p.id order by g.role, g.room_id) as role_rooms,
        array(select r.id from room r where r.meeting_id = p.meeting_id order by r.position) as rooms,
        (select r.id from room r where r.meeting_id = p.meeting_id and r.plenary) as plenary
      from participant p where p.id = $1
      """;

  private record Session(UUID seat, Instant expires) {}

  private final Db db;
  private final Links links;
  private final boolean secureCookies;
  private final Map<String, Session> sessions = new Remembered<>();
  private final Map<UUID, Future<Caller>> callers = new Remembered<>();

  /**
   * @param secureCookies whether cookies are for HTTPS only, true wherever the public address is
   *     HTTPS
   */
  public Seats(Db db, Links links, boolean secureCookies) {
    this.db = db;
    this.links = links;
    this.secureCookies = secureCookies;
  }

  /**
   * The caller of a request.
   *
   * @return fails with SEAT_HEADER_MISSING or NO_SEAT
   */
  public Future<Caller> caller(Call call) {
    UUID seat = call.seat();
    if (seat == null) {
      return Future.failedFuture(Problem.of(Problem.Code.SEAT_HEADER_MISSING));
    }
    return prove(seat, call.cookie(cookieName(seat))).compose(this::load);
  }

  @Override
  public Future<UUID> seatOf(RoutingContext context) {
    try {
      UUID seat = UUID.fromString(context.request().getParam("seat", ""));
      Cookie cookie = context.request().getCookie(cookieName(seat));
      return prove(seat, cookie == null ? null : cookie.getValue());
    } catch (IllegalArgumentException notAnId) {
      return Future.failedFuture(Problem.of(Problem.Code.NO_SEAT));
    }
  }

  @Override
  public Future<Boolean> mayListen(UUID seat, SectionKey section) {
    return load(seat).map(caller -> caller.maySee(section));
  }

  /** The newest of a seat. */
  public Future<Caller> load(UUID seat) {
    Future<Caller> known = callers.get(seat);
    if (known != null) {
      return known;
    }
    Future<Caller> loading =
        db.statement(LOAD, Tuple.of(seat))
            .map(rows -> {
              if (rows.size() == 0) {
                throw Problem.of(Problem.Code.NO_SEAT);
              }
              return caller(rows.iterator().next());
            });
    // Remembered from the start of the reading: a seat that is forgotten meanwhile is read anew,
    // and
    // what this reading finds, perhaps older than the change, goes to those only who asked before.
    callers.put(seat, loading);
    return loading.onFailure(failure -> callers.remove(seat, loading));
  }

  /** To be called after the commit of whatever changed the seat. */
  public void forget(UUID seat) {
    callers.remove(seat);
  }

  /**
   * Opens a session for the seat in the given transaction.
   *
   * @return the value of a {@code Set-Cookie} header
   */
  public Future<String> openSession(SqlConnection connection, UUID seat) {
    String token = Tokens.random();
    OffsetDateTime expires = OffsetDateTime.now(ZoneOffset.UTC).plus(SESSION_LENGTH);
    return connection
        .preparedQuery(
            "insert into session (token_hash, participant_id, expires_at) values ($1, $2, $3)")
        .execute(Tuple.of(Buffer.buffer(Tokens.sha256(token)), seat, expires))
        .map(done -> cookie(seat, token));
  }

  /**
   * The seat that a personal link opens.
   *
   * @return fails with LINK_UNKNOWN for a wrong or revoked link
   */
  public Future<UUID> seatOfLink(SqlConnection connection, String token) {
    UUID seat = links.claimedSeat(token);
    if (seat == null) {
      return Future.failedFuture(Problem.of(Problem.Code.LINK_UNKNOWN));
    }
    return connection
        .preparedQuery(
            "select link_generation from participant where id = $1 and link_generation is not null")
        .execute(Tuple.of(seat))
        .map(rows -> {
          if (rows.size() == 0
              || !links.isValid(token, seat, rows.iterator().next().getInteger(0))) {
            throw Problem.of(Problem.Code.LINK_UNKNOWN);
          }
          return seat;
        });
  }

  private Future<UUID> prove(UUID seat, @Nullable String token) {
    if (token == null) {
      return Future.failedFuture(Problem.of(Problem.Code.NO_SEAT));
    }
    byte[] hash = Tokens.sha256(token);
    String key = Tokens.base64Url(hash);
    Session known = sessions.get(key);
    Future<Session> session =
        known != null
            ? Future.succeededFuture(known)
            : db.statement(
                    "select participant_id, expires_at from session where token_hash = $1",
                    Tuple.of(Buffer.buffer(hash)))
                .map(rows -> {
                  if (rows.size() == 0) {
                    throw Problem.of(Problem.Code.NO_SEAT);
                  }
                  Row row = rows.iterator().next();
                  Session found = new Session(row.getUUID(0), row.getOffsetDateTime(1).toInstant());
                  sessions.put(key, found);
                  return found;
                });
    return session.map(found -> {
      if (!found.seat().equals(seat) || found.expires().isBefore(Instant.now())) {
        throw Problem.of(Problem.Code.NO_SEAT);
      }
      return seat;
    });
  }

  private static Caller caller(Row row) {
    String[] roles = row.getArrayOfStrings("roles");
    UUID[] roleRooms = row.getArrayOfUUIDs("role_rooms");
    List<Caller.Grant> grants = new ArrayList<>();
    for (int i = 0; i < roles.length; i++) {
      grants.add(new Caller.Grant(Role.valueOf(roles[i]), roleRooms[i]));
    }
    return new Caller(
        row.getUUID("id"),
        row.getUUID("meeting_id"),
        row.getString("name"),
        row.getUUID("organisation_id"),
        List.copyOf(grants),
        List.copyOf(Arrays.asList(row.getArrayOfUUIDs("rooms"))),
        row.getUUID("plenary"),
        row.getUUID("room_id"));
  }

  private static String cookieName(UUID seat) {
    return "seat-" + seat;
  }

  private String cookie(UUID seat, String token) {
    return Cookie.cookie(cookieName(seat), token)
        .setPath("/")
        .setHttpOnly(true)
        .setSecure(secureCookies)
        .setSameSite(CookieSameSite.LAX)
        .setMaxAge(SESSION_LENGTH.toSeconds())
        .encode();
  }

  private static final class Remembered<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    Remembered() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > REMEMBERED;
    }
  }
}
