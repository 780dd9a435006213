package fi.sovittu.post;

import fi.sovittu.identity.OwnData;

/** What was mailed to a participant. */
public final class PostOwnData {
  /** {@code letters}. */
  public static final OwnData PART =
      OwnData.of(
          """
          select jsonb_build_object('letters', jsonb_agg(jsonb_build_object('kind', l.kind, 'state', l.state,
            'queued', l.queued_at, 'sent', l.sent_at, 'fault', l.fault, 'answer', l.answer) order by l.queued_at))
          from message l where l.meeting_id = $1 and l.participant_id = any($2)
          """);

  private PostOwnData() {}
}
