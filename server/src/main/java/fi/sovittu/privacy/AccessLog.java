package fi.sovittu.privacy;

import fi.sovittu.db.Db;
import fi.sovittu.http.Api;
import fi.sovittu.http.Call;
import fi.sovittu.identity.Caller;
import fi.sovittu.identity.Callers;
import fi.sovittu.identity.OwnData;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who opened or downloaded personal data, by the hour (GDPR, articles 5(2) and 32). Written before
 * the data are given out: without the entry there are none.
 */
public final class AccessLog implements Api.Watch {
  /** The most entries that are listed, the newest first. */
  static final int MOST_LISTED = 500;

  /**
   * The operations of the contract that show personal data of others, and the path parameter that
   * says whose; empty where it is everybody's.
   */
  private static final Map<String, String> WATCHED =
      Map.ofEntries(
          Map.entry("getParticipants", ""),
          Map.entry("findParticipants", ""),
          Map.entry("getAttendanceWatch", ""),
          Map.entry("getAttendanceHistory", "participant"),
          Map.entry("getParticipantLink", "participant"),
          Map.entry("getParticipantData", "participant"),
          Map.entry("getRosterFile", "file"),
          Map.entry("getLetters", "file"),
          Map.entry("sendLinks", ""),
          Map.entry("getUnreached", ""),
          Map.entry("getRegister", "poll"),
          Map.entry("getRecord", "record"),
          Map.entry("getTeamsReconciliation", "room"));

  private static final String WRITE =
      """
      insert into access_log (meeting_id, actor_id, operation, subject, hour, times, last_at)
      select $1, $2, $3, $4, date_trunc('hour', t.now), 1, t.now from (select clock_timestamp()) t (now)
      on conflict on constraint access_log_pk do update set times = access_log.times + 1, last_at = excluded.last_at
      """;

  /** {@code openedByOthers}: who looked at the participant's data. */
  public static final OwnData OWN_DATA =
      OwnData.of(
          """
          select jsonb_build_object('openedByOthers', jsonb_agg(jsonb_build_object('at', a.last_at, 'operation', a.operation,
            'times', a.times, 'by', (select x.name from participant x where x.id = a.actor_id)) order by a.last_at))
          from access_log a where a.meeting_id = $1 and a.subject = any($2::uuid[]::text[])
          """);

  private static final String LIST =
      """
      select a.last_at, x.name, a.operation, a.subject, a.times, s.name as subject_name
      from access_log a
      join participant x on x.id = a.actor_id
      left join participant s on s.meeting_id = a.meeting_id and s.id::text = a.subject
      where a.meeting_id = $1 order by a.last_at desc limit $2
      """;

  /**
   * @param subject the person's name where it is a person's data, otherwise what the operation's
   *     path names
   */
  record Access(OffsetDateTime at, String by, String operation, String subject, int times) {}

  private final Db db;
  private final Callers callers;

  public AccessLog(Db db, Callers callers) {
    this.db = db;
    this.callers = callers;
  }

  @Override
  public Future<Void> answering(String operation, Call call) {
    String subject = WATCHED.get(operation);
    if (subject == null) {
      return Future.succeededFuture();
    }
    return callers
        .caller(call)
        .compose(caller ->
            db.statement(
                WRITE,
                Tuple.of(
                    caller.meeting(),
                    caller.participant(),
                    operation,
                    subject.isEmpty() ? "" : call.path(subject))))
        .mapEmpty();
  }

  /** The newest accesses of the caller's meeting. */
  Future<List<Access>> newest(Caller caller) {
    return db.statement(LIST, Tuple.of(caller.meeting(), MOST_LISTED))
        .map(rows -> {
          List<Access> accesses = new ArrayList<>(rows.size());
          rows.forEach(row -> {
            String name = row.getString("subject_name");
            accesses.add(
                new Access(
                    row.getOffsetDateTime("last_at"),
                    row.getString("name"),
                    row.getString("operation"),
                    name == null ? row.getString("subject") : name,
                    row.getInteger("times")));
          });
          return List.copyOf(accesses);
        });
  }
}
