package fi.sovittu.identity;

/** What is stored of a participant's browsers, and of what the participant did. */
public final class ParticipantOwnData {
  /** {@code browsers}, {@code actions}. */
  public static final OwnData PART =
      OwnData.of(
          """
          select jsonb_build_object(
            'browsers', (select jsonb_agg(jsonb_build_object('since', s.created_at, 'until', s.expires_at, 'device', s.device,
                'signedInBy', s.made_by) order by s.created_at)
              from session s where s.participant_id = any($2)),
            'actions', (select jsonb_agg(jsonb_build_object('at', a.at, 'action', a.action) order by a.id)
              from audit a where a.meeting_id = $1 and a.actor_id = any($2)))
          """);

  private ParticipantOwnData() {}
}
