package fi.sovittu.day;

import static fi.sovittu.identity.Role.CHAIR;
import static fi.sovittu.identity.Role.ORGANISER;
import static fi.sovittu.identity.Role.SCREEN;
import static fi.sovittu.identity.Role.SECRETARY;

import fi.sovittu.agenda.Programme;
import fi.sovittu.agenda.Programme.NewItem;
import fi.sovittu.base.Problem;
import fi.sovittu.goal.GoalSets;
import fi.sovittu.goal.GoalSets.NewGoal;
import fi.sovittu.goal.GoalSets.NewSet;
import fi.sovittu.identity.Staff;
import fi.sovittu.meeting.Meetings;
import fi.sovittu.meeting.Organisations;
import fi.sovittu.meeting.Organisations.NewOrganisation;
import fi.sovittu.meeting.Purpose;
import fi.sovittu.meeting.Rooms;
import fi.sovittu.meeting.Rooms.NewRoom;
import fi.sovittu.poll.VoterGroups;
import fi.sovittu.poll.VoterGroups.NewGroup;
import fi.sovittu.poll.rules.PollDraft;
import fi.sovittu.poll.rules.PollDrafts;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One making of a meeting from a template: asks each feature to write its own part, in the order of
 * the references, and knows the ids that the template's keys became.
 */
public final class DayMaker {
  private final SqlConnection connection;
  private final UUID meeting;
  private final Template template;
  private final Duration shift;
  private final Map<String, UUID> rooms = new HashMap<>();
  private final Map<String, UUID> items = new HashMap<>();
  private final Map<String, UUID> organisations = new HashMap<>();
  private final Map<String, UUID> groups = new HashMap<>();
  private final Map<String, List<UUID>> goals = new HashMap<>();

  private DayMaker(SqlConnection connection, UUID meeting, Template template, Duration shift) {
    this.connection = connection;
    this.meeting = meeting;
    this.template = template;
    this.shift = shift;
  }

  /**
   * Makes the meeting with everything that the template says, and a participant for each organiser,
   * chair, secretary and screen. Works inside the caller's transaction, so a meeting is made whole
   * or not.
   *
   * @param id the new meeting's id
   * @param shift added to every planned time; zero to keep the template's own
   * @param createdBy the organiser who makes it, or null
   */
  public static Future<Void> make(
      SqlConnection connection,
      UUID id,
      Template template,
      Duration shift,
      @Nullable UUID createdBy) {
    return make(connection, id, template, template.purpose(), shift, createdBy);
  }

  /** The same for a day that nobody holds: it shows what the service does. */
  public static Future<Void> makeDemo(
      SqlConnection connection, UUID id, Template template, Duration shift) {
    return make(connection, id, template, Purpose.DEMO, shift, null);
  }

  private static Future<Void> make(
      SqlConnection connection,
      UUID id,
      Template template,
      Purpose purpose,
      Duration shift,
      @Nullable UUID createdBy) {
    Meetings.Draft draft =
        new Meetings.Draft(
            id,
            template.title(),
            template.language(),
            template
                .date()
                .atTime(LocalTime.NOON)
                .atZone(template.timeZone())
                .plus(shift)
                .toLocalDate(),
            template.timeZone(),
            createdBy,
            template.onSite().most(),
            template.onSite().perRoom(),
            template.walkIns(),
            purpose);
    return Meetings.insert(connection, draft)
        .compose(done -> new DayMaker(connection, id, template, shift).fill());
  }

  /**
   * Makes the meeting unless the same organiser has made it before: a client's second try finds
   * what the first one made. Works inside the caller's transaction.
   *
   * @param id chosen by the client
   * @return fails with FORBIDDEN when another has made a meeting of this id
   */
  static Future<Void> makeOnce(
      SqlConnection connection, UUID id, Template template, UUID createdBy) {
    return Meetings.claim(connection, id)
        .compose(claim -> {
          if (!claim.taken()) {
            return make(connection, id, template, Duration.ZERO, createdBy);
          }
          if (!createdBy.equals(claim.createdBy())) {
            throw Problem.of(Problem.Code.FORBIDDEN);
          }
          return Future.succeededFuture();
        });
  }

  private Future<Void> fill() {
    return rooms()
        .compose(done -> organisations())
        .compose(done -> agenda())
        .compose(done -> goals())
        .compose(done -> groups())
        .compose(done -> polls())
        .compose(done -> staff());
  }

  private Future<Void> rooms() {
    List<NewRoom> made = new ArrayList<>();
    for (Template.Room room : template.rooms()) {
      made.add(new NewRoom(made(rooms, room.key()), room.name(), room.plenary(), room.chair()));
    }
    return Rooms.insert(connection, meeting, made);
  }

  private Future<Void> organisations() {
    List<NewOrganisation> made = new ArrayList<>();
    for (Template.Organisation organisation : template.organisations()) {
      made.add(
          new NewOrganisation(
              made(organisations, organisation.name()),
              organisation.kind(),
              organisation.name(),
              organisation.subRegion()));
    }
    return Organisations.insert(connection, meeting, made);
  }

  private Future<Void> agenda() {
    List<NewItem> made = new ArrayList<>();
    for (Template.AgendaRow row : template.agenda()) {
      made.add(
          new NewItem(
              row.key() == null ? UUID.randomUUID() : made(items, row.key()),
              known(rooms, row.room()),
              row.kind(),
              row.title(),
              row.ledBy(),
              template.plannedStart(row).plus(shift),
              row.minutes()));
    }
    return Programme.insert(connection, meeting, made);
  }

  private Future<Void> goals() {
    List<NewSet> made = new ArrayList<>();
    for (Template.GoalSet set : template.goalSets()) {
      List<NewGoal> texts =
          set.goals().stream().map(text -> new NewGoal(UUID.randomUUID(), text)).toList();
      goals.put(set.key(), texts.stream().map(NewGoal::id).toList());
      made.add(
          new NewSet(
              UUID.randomUUID(),
              set.room() == null ? null : known(rooms, set.room()),
              set.name(),
              texts));
    }
    return GoalSets.insert(connection, meeting, made);
  }

  private Future<Void> groups() {
    List<NewGroup> made = new ArrayList<>();
    for (Template.VoterGroup group : template.groups()) {
      List<UUID> members =
          template.organisations().stream()
              .filter(group::holds)
              .map(organisation -> known(organisations, organisation.name()))
              .toList();
      made.add(new NewGroup(made(groups, group.key()), group.name(), members));
    }
    return VoterGroups.insert(connection, meeting, made);
  }

  private Future<Void> polls() {
    Future<Void> written = Future.succeededFuture();
    int position = 0;
    for (Template.Poll poll : template.polls()) {
      int place = position++;
      UUID room = known(rooms, poll.room());
      written =
          written.compose(done ->
              PollDrafts.insert(
                  connection, meeting, room, place, UUID.randomUUID(), resolved(poll)));
    }
    return written;
  }

  /** The draft with the ids that the template's keys became. */
  private PollDraft resolved(Template.Poll poll) {
    PollDraft draft = poll.draft();
    PollDraft.Rules rules = draft.rules();
    List<PollDraft.Statement> statements = new ArrayList<>();
    for (String key : poll.goalSets()) {
      for (UUID goal : goals.getOrDefault(key, List.of())) {
        statements.add(new PollDraft.Statement("", goal, 1));
      }
    }
    statements.addAll(draft.statements());
    return new PollDraft(
        draft.kind(),
        draft.title(),
        poll.agendaRow() == null ? null : known(items, poll.agendaRow()),
        new PollDraft.Rules(
            rules.secrecy(),
            rules.voters(),
            poll.groups().stream().map(key -> known(groups, key)).toList(),
            rules.showParticipants(),
            rules.showScreen(),
            rules.seconds(),
            rules.majority(),
            rules.quorum(),
            rules.byMunicipality(),
            rules.breakdowns(),
            rules.publishBallots(),
            rules.moderated()),
        draft.scale(),
        draft.most(),
        statements,
        draft.options());
  }

  private Future<Void> staff() {
    List<Staff.Member> members = new ArrayList<>();
    template.organisers().forEach(name -> members.add(new Staff.Member(ORGANISER, null, name)));
    for (Template.Room room : template.rooms()) {
      UUID id = known(rooms, room.key());
      members.add(new Staff.Member(CHAIR, id, room.chair()));
      members.add(new Staff.Member(SECRETARY, id, room.secretary()));
      if (room.screen() != null) {
        members.add(new Staff.Member(SCREEN, id, room.screen()));
      }
    }
    return Staff.insert(connection, meeting, members);
  }

  private static UUID made(Map<String, UUID> ids, String key) {
    UUID id = UUID.randomUUID();
    ids.put(key, id);
    return id;
  }

  private static UUID known(Map<String, UUID> ids, String key) {
    return Objects.requireNonNull(ids.get(key), key);
  }
}
