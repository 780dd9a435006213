package fi.sovittu.privacy;

import fi.sovittu.base.Problem;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;

/**
 * Everything that is stored of one person, to be handed to that person (GDPR, articles 15 and 20).
 * Answers of anonymous polls are not in it: nobody can tell whose they are.
 */
final class ParticipantData {
  private static final String READ =
      """
      with p as (select * from participant where meeting_id = $1 and (id = $2 or merged_into = $2))
      select jsonb_build_object(
        'meeting', (select jsonb_build_object('title', m.title, 'heldOn', m.held_on) from meeting m where m.id = $1),
        'entries', (select jsonb_agg(jsonb_build_object('name', p.name, 'email', p.email, 'title', p.title,
            'organisation', (select o.name from organisation o where o.id = p.organisation_id), 'since', p.created_at,
            'roles', (select jsonb_agg(jsonb_build_object('role', g.role,
                'room', (select r.name from room r where r.id = g.room_id)) order by g.role)
              from role_grant g where g.participant_id = p.id),
            'groups', (select jsonb_agg(v.name order by v.name) from voter_group_participant g
              join voter_group v on v.id = g.group_id where g.participant_id = p.id)) order by p.created_at) from p),
        'attendance', (select jsonb_agg(jsonb_build_object('room', r.name, 'channel', a.channel, 'from', lower(a.during),
            'to', upper(a.during), 'source', a.source, 'reason', a.reason, 'endedReason', a.ended_reason) order by lower(a.during))
          from attendance a join room r on r.id = a.room_id where a.participant_id in (select id from p)),
        'attendanceBeforeCorrections', (select jsonb_agg(jsonb_build_object('room', r.name, 'channel', a.channel,
            'from', lower(a.during), 'to', upper(a.during), 'source', a.source, 'reason', a.reason,
            'withdrawnAt', a.withdrawn_at, 'withdrawnReason', a.withdrawn_reason) order by a.version)
          from attendance_past a join room r on r.id = a.room_id where a.participant_id in (select id from p)),
        'substitutions', (select jsonb_agg(jsonb_build_object('from', lower(s.during), 'to', upper(s.during),
            'deputy', (select x.name from participant x where x.id = s.deputy_id),
            'inPlaceOf', (select x.name from participant x where x.id = s.named_id)) order by lower(s.during))
          from substitution s where s.deputy_id in (select id from p) or s.named_id in (select id from p)),
        'polls', (select jsonb_agg(jsonb_build_object('poll', q.title, 'present', e.present, 'voted', e.voted) order by q.opened_at)
          from poll_register e join poll q on q.id = e.poll_id where e.participant_id in (select id from p)),
        'openPolls', (select jsonb_agg(jsonb_build_object('poll', q.title, 'voted', true) order by q.opened_at)
          from turnout t join poll q on q.id = t.poll_id and q.state = 'OPEN' where t.participant_id in (select id from p)),
        'namedAnswers', (select jsonb_agg(jsonb_build_object('poll', q.title, 'answers', b.answers, 'at', b.cast_at,
            'forOrganisation', (select o.name from organisation o where o.id = b.organisation_id)) order by b.cast_at)
          from named_ballot b join poll q on q.id = b.poll_id where b.participant_id in (select id from p)),
        'supportedTexts', (select count(*) from text_upvote u where u.participant_id in (select id from p)),
        'teamsReports', (select jsonb_agg(jsonb_build_object('name', w.name, 'email', w.email, 'joined', w.joined_at,
            'left', w.left_at) order by w.joined_at)
          from teams_match t join teams_report_row w on w.attendee_id = t.attendee_id
          join teams_report f on f.id = w.report_id and f.meeting_id = $1
          where t.meeting_id = $1 and t.participant_id in (select id from p)),
        'letters', (select jsonb_agg(jsonb_build_object('kind', l.kind, 'state', l.state, 'queued', l.queued_at, 'sent', l.sent_at,
            'fault', l.fault, 'answer', l.answer)) from message l where l.participant_id in (select id from p)),
        'actions', (select jsonb_agg(jsonb_build_object('at', a.at, 'action', a.action) order by a.id)
          from audit a where a.meeting_id = $1 and a.actor_id in (select id from p)),
        'openedByOthers', (select jsonb_agg(jsonb_build_object('at', a.last_at, 'operation', a.operation, 'times', a.times,
            'by', (select x.name from participant x where x.id = a.actor_id)) order by a.last_at)
          from access_log a where a.meeting_id = $1 and a.subject in (select p.id::text from p)),
        'accounts', (select jsonb_agg(jsonb_build_object('provider', i.issuer, 'account', i.subject, 'email', i.email,
            'since', i.bound_at)) from sign_in_identity i where i.participant_id in (select id from p)),
        'browsers', (select jsonb_agg(jsonb_build_object('since', s.created_at, 'until', s.expires_at, 'device', s.device,
            'signedInBy', s.made_by) order by s.created_at)
          from session s where s.participant_id in (select id from p))) as data
      where exists (select from p)
      """;

  private ParticipantData() {}

  /**
   * @return fails with NOT_FOUND for nobody of the meeting
   */
  static Future<JsonObject> read(SqlConnection connection, UUID meeting, UUID participant) {
    return connection
        .preparedQuery(READ)
        .execute(Tuple.of(meeting, participant))
        .map(rows -> {
          if (rows.size() == 0) {
            throw Problem.of(Problem.Code.NOT_FOUND);
          }
          return rows.iterator().next().getJsonObject(0);
        });
  }
}
