package fi.sovittu.attendance;

import fi.sovittu.identity.OwnData;

/** When, where and how a participant was present, and what was recorded before it was corrected. */
public final class AttendanceOwnData {
  /** {@code attendance}, {@code attendanceBeforeCorrections}. */
  public static final OwnData PART =
      OwnData.of(
          """
          select jsonb_build_object(
            'attendance', (select jsonb_agg(jsonb_build_object('room', r.name, 'channel', a.channel, 'from', lower(a.during),
                'to', upper(a.during), 'source', a.source, 'reason', a.reason, 'endedReason', a.ended_reason) order by lower(a.during))
              from attendance a join room r on r.id = a.room_id where a.meeting_id = $1 and a.participant_id = any($2)),
            'attendanceBeforeCorrections', (select jsonb_agg(jsonb_build_object('room', r.name, 'channel', a.channel,
                'from', lower(a.during), 'to', upper(a.during), 'source', a.source, 'reason', a.reason,
                'withdrawnAt', a.withdrawn_at, 'withdrawnReason', a.withdrawn_reason) order by a.version)
              from attendance_past a join room r on r.id = a.room_id where a.meeting_id = $1 and a.participant_id = any($2)))
          """);

  private AttendanceOwnData() {}
}
