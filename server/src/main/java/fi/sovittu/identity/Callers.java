package fi.sovittu.identity;

import fi.sovittu.base.Limit;
import fi.sovittu.base.Problem;
import fi.sovittu.base.Tokens;
import fi.sovittu.db.Batches;
import fi.sovittu.db.Db;
import fi.sovittu.http.Call;
import fi.sovittu.live.Bridge;
import io.vertx.core.Context;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking. A participant is proved by its cookie, whose random token is kept as a hash;
 * sessions and participants are remembered in memory, and forgotten as soon as anything of them
 * changes. Event loop only.
 */
public final class Callers implements Bridge.Door {
  /** A browser keeps a participant this long; a meeting's follow-up is read for weeks. */
  @Limit("A session of a participant or a screen")
  static final Duration SESSION_LENGTH = Duration.ofDays(90);

  /** When a session that is opened now ends, by the database's clock. SQL. */
  public static final String EXPIRY =
      "clock_timestamp() + interval '" + SESSION_LENGTH.toDays() + " days'";

  /** How many participants and sessions are remembered; the least recently used go first. */
  static final int REMEMBERED = 50_000;

  /** How many are looked up by one statement when thousands come back at once. */
  private static final int BATCH = 200;

  private static final String LOAD =
      """
      select x.asked, p.id, p.meeting_id, p.name, p.organisation_id, p.room_id,
        array(select g.role from role_grant g where g.participant_id = p.id order by g.role, g.room_id) as roles,
        array(select g.room_id from role_grant g where g.participant_id = p.id order by g.role, g.room_id) as role_rooms,
        array(select r.id from room r where r.meeting_id = p.meeting_id order by r.position) as rooms,
        (select r.id from room r where r.meeting_id = p.meeting_id and r.plenary) as plenary
      from unnest($1::uuid[]) as x (asked)
      join participant m on m.id = x.asked
      join participant p on p.id = coalesce(m.merged_into, m.id)
      """;

  private static final String PROVE =
      """
      select s.token_hash, s.participant_id, s.expires_at,
        array(select p.id from participant p where p.merged_into = s.participant_id) as merged
      from session s where s.token_hash = any($1)
      """;

  /**
   * @param merged other participants of the same person, merged into this one: a browser that took
   *     one of them goes on under its name
   */
  private record Session(UUID participant, List<UUID> merged, Instant expires) {
    boolean isFor(UUID named) {
      return participant.equals(named) || merged.contains(named);
    }
  }

  private final Db db;
  private final Links links;
  private final boolean secureCookies;
  private final Map<Buffer, Session> sessions = new Remembered<>();
  private final Map<UUID, Future<Caller>> callers = new Remembered<>();
  private final Batches<Buffer, Session> proofs;
  private final Batches<UUID, Caller> loads;

  /** The sessions of staff that were used since this was last taken. */
  private final Set<Buffer> seen = new HashSet<>();

  /** How often sessions have been forgotten: what was read before may have ended meanwhile. */
  private long ends;

  /** What a participant was merged into; never undone. */
  private final Map<UUID, UUID> merged = new Remembered<>();

  /**
   * @param secureCookies whether cookies are for HTTPS only, true wherever the public address is
   *     HTTPS
   */
  public Callers(Context context, Db db, Links links, boolean secureCookies) {
    this.db = db;
    this.proofs = new Batches<>(context, BATCH, Set::of, this::proveAll);
    this.loads = new Batches<>(context, BATCH, Set::of, this::loadAll);
    this.links = links;
    this.secureCookies = secureCookies;
  }

  /**
   * The caller of a request.
   *
   * @return fails with PARTICIPANT_HEADER_MISSING or NO_PARTICIPANT
   */
  public Future<Caller> caller(Call call) {
    UUID participant = call.participant();
    if (participant == null) {
      return Future.failedFuture(Problem.of(Problem.Code.PARTICIPANT_HEADER_MISSING));
    }
    String token = call.cookie(cookieName(participant));
    return prove(participant, token)
        .compose(this::load)
        .map(caller -> {
          if (token != null && caller.isStaff()) {
            seen.add(Buffer.buffer(Tokens.sha256(token)));
          }
          return caller;
        });
  }

  /**
   * The caller of a request that is for organisers.
   *
   * @return fails as {@link #caller} does, or with FORBIDDEN
   */
  public Future<Caller> organiser(Call call) {
    return caller(call)
        .map(caller -> {
          caller.mustHaveAny(Role.ORGANISER);
          return caller;
        });
  }

  @Override
  public Future<UUID> participantOf(RoutingContext context) {
    try {
      UUID participant = UUID.fromString(context.request().getParam("as", ""));
      Cookie cookie = context.request().getCookie(cookieName(participant));
      return prove(participant, cookie == null ? null : cookie.getValue());
    } catch (IllegalArgumentException notAnId) {
      return Future.failedFuture(Problem.of(Problem.Code.NO_PARTICIPANT));
    }
  }

  @Override
  public Future<Caller> viewer(UUID participant) {
    return load(participant);
  }

  /** The newest of a participant, or of the one that it was merged into. */
  public Future<Caller> load(UUID named) {
    UUID participant = merged.getOrDefault(named, named);
    Future<Caller> known = callers.get(participant);
    if (known != null) {
      return known;
    }
    Future<Caller> loading = loads.add(participant);
    // Remembered from the start of the reading: a participant that is forgotten meanwhile is read
    // anew,
    // and
    // what this reading finds, perhaps older than the change, goes to those only who asked before.
    callers.put(participant, loading);
    return loading
        .onFailure(failure -> callers.remove(participant, loading))
        .compose(caller -> {
          if (caller.participant().equals(participant)) {
            return Future.succeededFuture(caller);
          }
          merged.put(participant, caller.participant());
          callers.remove(participant);
          return load(caller.participant());
        });
  }

  /** To be called after the commit of whatever changed the participant. */
  public void forget(UUID participant) {
    callers.remove(participant);
  }

  /** To be called after the commit of what changed many participants. */
  public void forgetAll() {
    callers.clear();
  }

  /**
   * To be called when anything may have changed unheard. What is known stays so until it has been
   * read: the database may be away again by then, and reading goes on meanwhile.
   *
   * @return fails when it could not be read; then it is to be called again
   */
  Future<Void> readEverythingAnew() {
    ends++;
    List<Future<Void>> readings = new ArrayList<>();
    // What was forgotten or read by somebody else meanwhile is newer than what comes of this.
    Map.copyOf(sessions)
        .forEach((hash, known) ->
            readings.add(
                renewed(
                    proofs.add(hash),
                    session -> sessions.replace(hash, known, session),
                    () -> sessions.remove(hash, known))));
    Map.copyOf(callers)
        .forEach((participant, known) ->
            readings.add(
                renewed(
                    loads.add(participant),
                    caller -> callers.replace(participant, known, Future.succeededFuture(caller)),
                    () -> callers.remove(participant, known))));
    return Future.join(readings).mapEmpty();
  }

  private static <T> Future<Void> renewed(Future<T> reading, Consumer<T> found, Runnable gone) {
    return reading.transform((value, failure) -> {
      if (failure == null) {
        found.accept(value);
      } else if (Problem.isUnavailable(failure)) {
        return Future.failedFuture(failure);
      } else {
        gone.run();
      }
      return Future.succeededFuture();
    });
  }

  /** The hash of the token that the request came with; null when it came with none. */
  @Nullable Buffer proof(Call call) {
    UUID participant = call.participant();
    String token = participant == null ? null : call.cookie(cookieName(participant));
    return token == null ? null : Buffer.buffer(Tokens.sha256(token));
  }

  /** The sessions of staff that were used since this was last asked. */
  Set<Buffer> takeSeen() {
    Set<Buffer> taken = Set.copyOf(seen);
    seen.clear();
    return taken;
  }

  /** Gives back what was taken and could not be noted. */
  void seen(Set<Buffer> again) {
    seen.addAll(again);
  }

  /** To be called after the commit of what ended or moved the sessions of these participants. */
  public void forgetSessions(Collection<UUID> participants) {
    ends++;
    sessions.values().removeIf(session -> participants.contains(session.participant()));
    participants.forEach(callers::remove);
  }

  /**
   * The cookie of a participant that the caller's was merged into: the request's own proof under
   * the name of the other participant.
   *
   * @return the value of a {@code Set-Cookie} header, null when the request names the right
   *     participant
   */
  public @Nullable String movedCookie(Call call, Caller caller) {
    UUID named = call.participant();
    String token = named == null ? null : call.cookie(cookieName(named));
    return token == null || caller.participant().equals(named)
        ? null
        : cookie(caller.participant(), token);
  }

  /**
   * The participant that a personal link opens.
   *
   * @return fails with LINK_UNKNOWN for a wrong or revoked link, STAFF_LINKS_OFF where it is not
   *     the way in
   */
  public Future<UUID> participantOfLink(SqlConnection connection, String token) {
    UUID participant = ParticipantToken.claimed(token);
    if (participant == null) {
      return Future.failedFuture(Problem.of(Problem.Code.LINK_UNKNOWN));
    }
    return connection
        .preparedQuery(
            """
            select link_generation, coalesce(merged_into, id) from participant
            where id = $1 and link_generation is not null and not link_off
            """)
        .execute(Tuple.of(participant))
        .map(rows -> {
          if (rows.size() == 0
              || !links.isValid(token, participant, rows.iterator().next().getInteger(0))) {
            throw Problem.of(Problem.Code.LINK_UNKNOWN);
          }
          return rows.iterator().next().getUUID(1);
        })
        .compose(found ->
            links.opens(Role.ORGANISER)
                ? Future.succeededFuture(found)
                : mustNotBeStaff(connection, found));
  }

  private static Future<UUID> mustNotBeStaff(SqlConnection connection, UUID participant) {
    return connection
        .preparedQuery("select from role_grant where participant_id = $1 and role in " + Role.STAFF)
        .execute(Tuple.of(participant))
        .map(rows -> {
          if (rows.size() > 0) {
            throw Problem.of(Problem.Code.STAFF_LINKS_OFF);
          }
          return participant;
        });
  }

  private Future<UUID> prove(UUID participant, @Nullable String token) {
    if (token == null) {
      return Future.failedFuture(Problem.of(Problem.Code.NO_PARTICIPANT));
    }
    Buffer hash = Buffer.buffer(Tokens.sha256(token));
    Session known = sessions.get(hash);
    return (known != null ? Future.succeededFuture(known) : read(hash))
        .map(session -> {
          if (!session.isFor(participant) || session.expires().isBefore(db.now())) {
            throw Problem.of(Problem.Code.NO_PARTICIPANT);
          }
          return session.participant();
        });
  }

  private Future<Session> read(Buffer hash) {
    long before = ends;
    return proofs
        .add(hash)
        .onSuccess(session -> {
          if (before == ends) {
            sessions.put(hash, session);
          }
        });
  }

  private Future<List<Future<Session>>> proveAll(List<Buffer> hashes) {
    return db.statement(PROVE, Tuple.tuple().addArrayOfBuffer(hashes.toArray(new Buffer[0])))
        .map(rows -> {
          Map<Buffer, Session> found = new HashMap<>();
          for (Row row : rows) {
            found.put(
                row.getBuffer("token_hash"),
                new Session(
                    row.getUUID("participant_id"),
                    List.of(row.getArrayOfUUIDs("merged")),
                    row.getOffsetDateTime("expires_at").toInstant()));
          }
          return outcomes(hashes, found);
        });
  }

  private Future<List<Future<Caller>>> loadAll(List<UUID> participants) {
    return db.statement(LOAD, Tuple.tuple().addArrayOfUUID(participants.toArray(new UUID[0])))
        .map(rows -> {
          Map<UUID, Caller> found = new HashMap<>();
          rows.forEach(row -> found.put(row.getUUID("asked"), caller(row)));
          return outcomes(participants, found);
        });
  }

  private static <K, V> List<Future<V>> outcomes(List<K> asked, Map<K, V> found) {
    return asked.stream()
        .map(key -> {
          V value = found.get(key);
          return value == null
              ? Future.<V>failedFuture(Problem.of(Problem.Code.NO_PARTICIPANT))
              : Future.succeededFuture(value);
        })
        .toList();
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

  private static String cookieName(UUID participant) {
    return "participant-" + participant;
  }

  /**
   * The cookie of a session.
   *
   * @return the value of a {@code Set-Cookie} header
   */
  public String cookie(UUID participant, String token) {
    return cookie(participant, token, SESSION_LENGTH);
  }

  /** Makes the browser forget the cookie of a session that has ended. */
  String endedCookie(UUID participant) {
    return cookie(participant, "", Duration.ZERO);
  }

  private String cookie(UUID participant, String token, Duration length) {
    return Cookie.cookie(cookieName(participant), token)
        .setPath("/")
        .setHttpOnly(true)
        .setSecure(secureCookies)
        .setSameSite(CookieSameSite.LAX)
        .setMaxAge(length.toSeconds())
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
