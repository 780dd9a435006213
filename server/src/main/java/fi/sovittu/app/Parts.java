package fi.sovittu.app;

import fi.sovittu.attendance.AttendanceNames;
import fi.sovittu.attendance.AttendanceOwnData;
import fi.sovittu.identity.Erasing;
import fi.sovittu.identity.Merging;
import fi.sovittu.identity.OwnData;
import fi.sovittu.identity.ParticipantMerging;
import fi.sovittu.identity.ParticipantNames;
import fi.sovittu.identity.ParticipantOwnData;
import fi.sovittu.identity.signin.SignInOwnData;
import fi.sovittu.identity.signin.SignInRemains;
import fi.sovittu.meeting.MeetingNames;
import fi.sovittu.meeting.MeetingOwnData;
import fi.sovittu.people.PeopleNames;
import fi.sovittu.people.PeopleOwnData;
import fi.sovittu.poll.PollMerging;
import fi.sovittu.poll.PollNames;
import fi.sovittu.poll.PollOwnData;
import fi.sovittu.post.PostNames;
import fi.sovittu.post.PostOwnData;
import fi.sovittu.privacy.AccessLog;
import fi.sovittu.teams.TeamsNames;
import fi.sovittu.teams.TeamsOwnData;
import java.util.List;

/**
 * What each feature does with its own tables when people are erased or merged, and what it holds on
 * a participant, in this order.
 */
final class Parts {
  static final List<Erasing> ERASING =
      List.of(
          MeetingNames::erase,
          PollNames::erase,
          ParticipantNames::erase,
          AttendanceNames::erase,
          PeopleNames::erase,
          PostNames::erase,
          SignInRemains::erase,
          TeamsNames::erase);

  static final List<Merging> MERGING = List.of(ParticipantMerging::merge, PollMerging::merge);

  static final List<OwnData> OWN_DATA =
      List.of(
          MeetingOwnData.PART,
          PeopleOwnData.PART,
          AttendanceOwnData.PART,
          PollOwnData.PART,
          TeamsOwnData.PART,
          PostOwnData.PART,
          ParticipantOwnData.PART,
          AccessLog.OWN_DATA,
          SignInOwnData.PART);

  private Parts() {}
}
