package fi.sovittu.meeting;

import fi.sovittu.base.Problem;
import fi.sovittu.base.Tokens;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of meetings. Every method works inside the caller's transaction. */
public final class Meetings {
  /**
   * Letters and digits that are not mistaken for each other when read from a screen: no I, O, 0 or
   * 1.
   */
  static final String CODE_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  static final int CODE_LENGTH = 6;

  private Meetings() {}

  /**
   * A meeting to make.
   *
   * @param language {@code fi}, {@code sv} or {@code en}
   * @param createdBy the organiser who makes it, or null
   * @param onSiteMost how many persons of one municipality may be on site; null for any number
   * @param onSiteMostPerRoom the same in one parallel room
   */
  public record Draft(
      UUID id,
      String title,
      String language,
      LocalDate heldOn,
      ZoneId timeZone,
      @Nullable UUID createdBy,
      @Nullable Integer onSiteMost,
      @Nullable Integer onSiteMostPerRoom,
      WalkIns walkIns,
      Purpose purpose) {}

  /** Makes a meeting without rooms, under a joining code of its own. */
  public static Future<Void> insert(SqlConnection connection, Draft draft) {
    String code = Tokens.random(CODE_ALPHABET, CODE_LENGTH);
    return connection
        .preparedQuery(
            """
            insert into meeting
              (id, code, title, language, held_on, time_zone, created_by, on_site_most, on_site_most_per_room, walk_ins, purpose)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict on constraint meeting_code_key do nothing
            """)
        .execute(
            Tuple.of(
                draft.id(),
                code,
                draft.title(),
                draft.language(),
                draft.heldOn(),
                draft.timeZone().getId(),
                draft.createdBy(),
                draft.onSiteMost(),
                draft.onSiteMostPerRoom(),
                draft.walkIns().name(),
                draft.purpose().name()))
        // Another meeting has this code: one in a thousand million.
        .compose(
            rows -> rows.rowCount() == 1 ? Future.succeededFuture() : insert(connection, draft));
  }

  /**
   * Whether there is a meeting of an id.
   *
   * @param createdBy the organiser who made it; null when there is none, or when the service did
   */
  public record Claim(boolean taken, @Nullable UUID createdBy) {}

  /**
   * Claims an id that a client has chosen until the transaction ends: whoever claims it too waits
   * here until it is known whether the meeting was made.
   */
  public static Future<Claim> claim(SqlConnection connection, UUID id) {
    return connection
        .preparedQuery("select pg_advisory_xact_lock(hashtextextended($1, 0))")
        .execute(Tuple.of(id.toString()))
        .compose(locked ->
            connection
                .preparedQuery("select created_by from meeting where id = $1")
                .execute(Tuple.of(id)))
        .map(rows ->
            rows.size() == 0
                ? new Claim(false, null)
                : new Claim(true, rows.iterator().next().getUUID(0)));
  }

  /**
   * The id of the meeting with a joining code, case ignored.
   *
   * @return fails with CODE_UNKNOWN
   */
  public static Future<UUID> idOfCode(SqlConnection connection, String code) {
    return connection
        .preparedQuery("select id from meeting where code = $1")
        .execute(Tuple.of(code.toUpperCase(Locale.ROOT)))
        .map(rows -> {
          if (rows.size() == 0) {
            throw Problem.of(Problem.Code.CODE_UNKNOWN);
          }
          return rows.iterator().next().getUUID(0);
        });
  }

  /** What a meeting is held for. */
  public static Future<Purpose> purpose(SqlConnection connection, UUID id) {
    return connection
        .preparedQuery("select purpose from meeting where id = $1")
        .execute(Tuple.of(id))
        .map(rows -> Purpose.valueOf(rows.iterator().next().getString(0)));
  }

  /** Lets no other transaction make a meeting until this one ends. */
  public static Future<Void> lock(SqlConnection connection) {
    return connection.query("lock table meeting in share row exclusive mode").execute().mapEmpty();
  }

  /** The newest meeting, or null when there is none. */
  public static Future<@Nullable UUID> newest(SqlConnection connection) {
    return connection
        .query("select id from meeting order by created_at desc limit 1")
        .execute()
        .map(rows -> {
          for (Row row : rows) {
            return row.getUUID(0);
          }
          return null;
        });
  }

  /**
   * Sets what those may do who join by the code.
   *
   * @return whether that changed anything
   */
  public static Future<Boolean> setWalkIns(SqlConnection connection, UUID meeting, WalkIns rule) {
    return connection
        .preparedQuery("update meeting set walk_ins = $2 where id = $1 and walk_ins <> $2")
        .execute(Tuple.of(meeting, rule.name()))
        .map(updated -> updated.rowCount() > 0);
  }
}
