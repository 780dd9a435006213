package fi.sovittu.poll;

import fi.sovittu.identity.OwnData;

/** In which polls a participant was counted, and what the participant answered by name. */
public final class PollOwnData {
  /** {@code polls}, {@code openPolls}, {@code namedAnswers}, {@code supportedTexts}. */
  public static final OwnData PART =
      OwnData.of(
          """
          with q as materialized (select q.* from room r join poll q on q.room_id = r.id where r.meeting_id = $1)
          select jsonb_build_object(
            'polls', (select jsonb_agg(jsonb_build_object('poll', q.title, 'present', e.present, 'voted', e.voted) order by q.opened_at)
              from q join poll_register e on e.poll_id = q.id where e.participant_id = any($2)),
            'openPolls', (select jsonb_agg(jsonb_build_object('poll', q.title, 'voted', true) order by q.opened_at)
              from q join turnout t on t.poll_id = q.id where q.state = 'OPEN' and t.participant_id = any($2)),
            'namedAnswers', (select jsonb_agg(jsonb_build_object('poll', q.title, 'answers', b.answers, 'at', b.cast_at,
                'forOrganisation', (select o.name from organisation o where o.id = b.organisation_id)) order by b.cast_at)
              from q join named_ballot b on b.poll_id = q.id where b.participant_id = any($2)),
            'supportedTexts', (select count(*) from q join text_upvote u on u.poll_id = q.id where u.participant_id = any($2)))
          """);

  private PollOwnData() {}
}
