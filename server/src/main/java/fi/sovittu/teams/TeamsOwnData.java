package fi.sovittu.teams;

import fi.sovittu.identity.OwnData;

/** What Teams' reports say of a participant who was recognised in them. */
public final class TeamsOwnData {
  /** {@code teamsReports}. */
  public static final OwnData PART =
      OwnData.of(
          """
          select jsonb_build_object('teamsReports', jsonb_agg(jsonb_build_object('name', w.name, 'email', w.email,
            'joined', w.joined_at, 'left', w.left_at) order by w.joined_at))
          from teams_match t join teams_report_row w on w.attendee_id = t.attendee_id
          join teams_report f on f.id = w.report_id and f.meeting_id = $1
          where t.meeting_id = $1 and t.participant_id = any($2)
          """);

  private TeamsOwnData() {}
}
