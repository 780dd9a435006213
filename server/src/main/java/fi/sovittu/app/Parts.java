package fi.sovittu.app;

import fi.sovittu.attendance.AttendanceNames;
import fi.sovittu.identity.Erasing;
import fi.sovittu.identity.Merging;
import fi.sovittu.identity.ParticipantMerging;
import fi.sovittu.identity.ParticipantNames;
import fi.sovittu.identity.signin.SignInRemains;
import fi.sovittu.meeting.MeetingNames;
import fi.sovittu.people.PeopleNames;
import fi.sovittu.poll.PollMerging;
import fi.sovittu.poll.PollNames;
import fi.sovittu.post.PostNames;
import fi.sovittu.teams.TeamsNames;
import java.util.List;

/** What each feature does with its own tables when people are erased or merged, in this order. */
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

  private Parts() {}
}
