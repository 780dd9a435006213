package fi.sovittu.meeting;

import fi.sovittu.identity.OwnData;

/** Of which meeting the data are. */
public final class MeetingOwnData {
  /** {@code meeting}. */
  public static final OwnData PART =
      OwnData.of(
          """
          select jsonb_build_object('meeting', jsonb_build_object('title', m.title, 'heldOn', m.held_on))
          from meeting m where m.id = $1 and $2::uuid[] is not null
          """);

  private MeetingOwnData() {}
}
