package fi.sovittu.privacy;

import fi.sovittu.attendance.AttendanceSection;
import fi.sovittu.db.Audit;
import fi.sovittu.identity.Callers;
import fi.sovittu.live.Change;
import fi.sovittu.live.Live;
import fi.sovittu.live.SectionName;
import fi.sovittu.people.PeopleSection;
import fi.sovittu.poll.rules.RoomSections;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases the names of a meeting's people when the time that the organiser set is over (GDPR,
 * article 5(1)(e)). Names, e-mail addresses, titles, reasons, reports and letters go, also where
 * they stand in what people wrote; who was counted, the intervals and what organisations answered
 * stay, and the programme, questions and goals as they were published.
 */
public final class Erasure {
  private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);

  /** How often meetings whose time is over are looked for, milliseconds. */
  static final long LOOK_MILLIS = 3_600_000;

  private static final String DUE =
      """
      select id from meeting where erased_at is null
        and (clock_timestamp() at time zone time_zone)::date > held_on + retention_days
      order by held_on limit 100
      """;

  /**
   * Callers without an organisation and an address are called by their role: templates make them,
   * and some name a person. Screens are nobody. The new names are numbered in an order that says
   * nothing.
   */
  private static final String PEOPLE =
      """
      update participant p set email = null, title = null, join_key_hash = null, name = w.word || ' ' || n.number,
        link_off = p.link_off or not exists (select from role_grant g
          where g.participant_id = p.id and g.role not in ('PARTICIPANT', 'OBSERVER'))
      from meeting m, (
        select x.id, coalesce(r.role, 'PARTICIPANT') as role,
          row_number() over (partition by r.role order by random()) as number
        from participant x left join lateral (
          select g.role from role_grant g
          where g.participant_id = x.id and x.organisation_id is null and x.email is null
            and g.role not in ('PARTICIPANT', 'OBSERVER')
          order by g.role limit 1) r on true
        where x.meeting_id = $1 and r.role is distinct from 'SCREEN') n
      join (values
        ('fi', 'PARTICIPANT', 'Osallistuja'), ('fi', 'ORGANISER', 'Järjestäjä'),
        ('fi', 'CHAIR', 'Puheenjohtaja'), ('fi', 'SECRETARY', 'Sihteeri'),
        ('sv', 'PARTICIPANT', 'Deltagare'), ('sv', 'ORGANISER', 'Arrangör'),
        ('sv', 'CHAIR', 'Ordförande'), ('sv', 'SECRETARY', 'Sekreterare'),
        ('en', 'PARTICIPANT', 'Participant'), ('en', 'ORGANISER', 'Organiser'),
        ('en', 'CHAIR', 'Chair'), ('en', 'SECRETARY', 'Secretary')) w (language, role, word) on w.role = n.role
      where m.id = $1 and w.language = m.language and n.id = p.id
      """;

  /** Participants' browsers forget who they were; staff may still download what stays. */
  private static final String SESSIONS =
      """
      delete from session s using participant p
      where p.id = s.participant_id and p.meeting_id = $1 and not exists (
        select from role_grant g where g.participant_id = p.id and g.role not in ('PARTICIPANT', 'OBSERVER'))
      returning p.id
      """;

  /** Texts in which names may stand. */
  private static final List<String> TEXTS =
      List.of(
          "update attendance set reason = null, ended_reason = null where meeting_id = $1",
          "update attendance_past set reason = null, ended_reason = null, withdrawn_reason = null"
              + " where meeting_id = $1",
          """
          update audit set detail = '{}'
          where meeting_id = $1 and action in ('people.put', 'attendance.mark', 'attendance.correct', 'teams.store')
          """,
          "delete from message where meeting_id = $1",
          // Void without the address that they are bound to.
          "delete from sign_in_identity i using participant p where p.id = i.participant_id and"
              + " p.meeting_id = $1",
          "delete from teams_match where meeting_id = $1",
          // The id is made of the name or the address, which could be guessed from it.
          """
          update teams_report_row r set name = '-', email = null, note = null, attendee_id = md5(r.attendee_id::text || s.salt)::uuid
          from teams_report t, (select gen_random_uuid()::text as salt) s where t.id = r.report_id and t.meeting_id = $1
          """,
          // They serve to take a decision back, and hold reasons.
          "update teams_acceptance set before = '[]', after = '[]' where meeting_id = $1",
          "update teams_report set name = '-' where meeting_id = $1");

  private final Vertx vertx;
  private final Live live;
  private final Callers callers;

  public Erasure(Vertx vertx, Live live, Callers callers) {
    this.vertx = vertx;
    this.live = live;
    this.callers = callers;
  }

  /** Looks now and every hour; the service may have been down when the time was over. */
  public void start() {
    look();
    vertx.setPeriodic(LOOK_MILLIS, hour -> look());
  }

  private void look() {
    live.write((connection, change) ->
            connection
                .preparedQuery(DUE)
                .execute()
                .compose(due -> {
                  Future<List<UUID>> erased = Future.succeededFuture(new ArrayList<>());
                  for (Row meeting : due) {
                    erased =
                        erased.compose(sofar ->
                            erase(connection, change, meeting.getUUID(0))
                                .map(more -> {
                                  sofar.addAll(more);
                                  return sofar;
                                }));
                  }
                  return erased;
                }))
        .onSuccess(this::forget)
        .onFailure(failure -> LOG.error("names are not erased yet", failure));
  }

  /** To be called after the commit, with what {@link #erase} has given. */
  void forget(List<UUID> signedOut) {
    callers.forgetSessions(signedOut);
    callers.forgetAll();
  }

  /**
   * Erases the names of a meeting; once more changes nothing.
   *
   * @return the callers that were signed out
   */
  static Future<List<UUID>> erase(SqlConnection connection, Change change, UUID meeting) {
    Tuple id = Tuple.of(meeting);
    return connection
        .preparedQuery(
            "update meeting set erased_at = clock_timestamp() where id = $1 and erased_at is null")
        .execute(id)
        .compose(marked -> {
          if (marked.rowCount() == 0) {
            return Future.succeededFuture(List.of());
          }
          for (SectionName name : List.of(AttendanceSection.NAME, PeopleSection.NAME)) {
            change.touch(name, meeting);
          }
          Future<?> done =
              rooms(connection, change, meeting)
                  .compose(told -> Redaction.of(connection, meeting))
                  .compose(names -> WrittenTexts.redact(connection, meeting, names))
                  .compose(redacted -> connection.preparedQuery(PEOPLE).execute(id));
          for (String texts : TEXTS) {
            done = done.compose(before -> connection.preparedQuery(texts).execute(id));
          }
          return done.compose(texts ->
                  Audit.write(
                      connection, meeting, null, "privacy.erase", meeting, new JsonObject()))
              .compose(trail -> connection.preparedQuery(SESSIONS).execute(id))
              .map(rows -> {
                List<UUID> signedOut = new ArrayList<>();
                rows.forEach(row -> signedOut.add(row.getUUID(0)));
                return List.copyOf(signedOut);
              });
        });
  }

  /** Named results show names. */
  private static Future<Void> rooms(SqlConnection connection, Change change, UUID meeting) {
    return connection
        .preparedQuery("select id from room where meeting_id = $1")
        .execute(Tuple.of(meeting))
        .map(rows -> {
          rows.forEach(row -> RoomSections.touchResults(change, row.getUUID(0)));
          return null;
        });
  }
}
