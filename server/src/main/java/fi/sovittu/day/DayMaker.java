package fi.sovittu.day;

import fi.sovittu.meeting.Meetings;
import fi.sovittu.meeting.PollDraft;
import fi.sovittu.meeting.PollDrafts;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One making of a meeting from a template: the ids that the template's keys became, and the rows in
 * the order of their references.
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
   * Makes the meeting with everything that the template says, and a seat for each organiser, chair,
   * secretary and screen. Works inside the caller's transaction, so a meeting is made whole or not.
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
            template.walkIns().name());
    return Meetings.insert(connection, draft)
        .compose(done -> new DayMaker(connection, id, template, shift).fill());
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

  private Future<Void> insert(String sql, List<Tuple> rows) {
    return rows.isEmpty()
        ? Future.succeededFuture()
        : connection.preparedQuery(sql).executeBatch(rows).mapEmpty();
  }

  private Future<Void> rooms() {
    List<Tuple> rows = new ArrayList<>();
    for (Template.Room room : template.rooms()) {
      UUID id = UUID.randomUUID();
      rooms.put(room.key(), id);
      rows.add(Tuple.of(id, meeting, rows.size(), room.name(), room.plenary(), room.chair()));
    }
    return insert(
        "insert into room (id, meeting_id, position, name, plenary, lead) values ($1, $2, $3, $4, $5, $6)",
        rows);
  }

  private Future<Void> organisations() {
    List<Tuple> rows = new ArrayList<>();
    for (Template.Organisation organisation : template.organisations()) {
      UUID id = UUID.randomUUID();
      organisations.put(organisation.name(), id);
      rows.add(
          Tuple.of(
              id,
              meeting,
              organisation.kind().name(),
              organisation.name(),
              organisation.subRegion()));
    }
    return insert(
        "insert into organisation (id, meeting_id, kind, name, sub_region) values ($1, $2, $3, $4, $5)",
        rows);
  }

  private Future<Void> agenda() {
    List<Tuple> rows = new ArrayList<>();
    for (Template.AgendaRow row : template.agenda()) {
      UUID id = UUID.randomUUID();
      if (row.key() != null) {
        items.put(row.key(), id);
      }
      rows.add(
          Tuple.of(
              id,
              meeting,
              rooms.get(row.room()),
              rows.size(),
              row.kind().name(),
              row.title(),
              row.ledBy(),
              template.plannedStart(row).plus(shift).atOffset(ZoneOffset.UTC),
              row.minutes()));
    }
    return insert(
        """
        insert into agenda_item
          (id, meeting_id, room_id, position, kind, title, led_by, planned_start, planned_minutes)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """,
        rows);
  }

  private Future<Void> goals() {
    List<Tuple> setRows = new ArrayList<>();
    List<Tuple> goalRows = new ArrayList<>();
    List<Tuple> versionRows = new ArrayList<>();
    for (Template.GoalSet set : template.goalSets()) {
      UUID setId = UUID.randomUUID();
      UUID room = set.room() == null ? null : rooms.get(set.room());
      setRows.add(Tuple.of(setId, meeting, room, setRows.size(), set.name()));
      List<UUID> ids = new ArrayList<>();
      for (String text : set.goals()) {
        UUID goal = UUID.randomUUID();
        goalRows.add(Tuple.of(goal, setId, ids.size()));
        versionRows.add(Tuple.of(goal, text));
        ids.add(goal);
      }
      goals.put(set.key(), ids);
    }
    return insert(
            "insert into goal_set (id, meeting_id, room_id, position, name) values ($1, $2, $3, $4, $5)",
            setRows)
        .compose(done ->
            insert("insert into goal (id, goal_set_id, position) values ($1, $2, $3)", goalRows))
        .compose(done ->
            insert(
                "insert into goal_version (goal_id, version, text) values ($1, 1, $2)",
                versionRows));
  }

  private Future<Void> groups() {
    List<Tuple> rows = new ArrayList<>();
    List<Tuple> members = new ArrayList<>();
    for (Template.Group group : template.groups()) {
      UUID id = UUID.randomUUID();
      groups.put(group.key(), id);
      rows.add(Tuple.of(id, meeting, rows.size(), group.name()));
      for (Template.Organisation organisation : template.organisations()) {
        if (group.holds(organisation)) {
          members.add(Tuple.of(id, organisations.get(organisation.name())));
        }
      }
    }
    return insert(
            "insert into voter_group (id, meeting_id, position, name) values ($1, $2, $3, $4)",
            rows)
        .compose(done ->
            insert(
                "insert into voter_group_organisation (group_id, organisation_id) values ($1, $2)",
                members));
  }

  private Future<Void> polls() {
    Future<Void> written = Future.succeededFuture();
    int position = 0;
    for (Template.Poll poll : template.polls()) {
      int place = position++;
      UUID room = Objects.requireNonNull(rooms.get(poll.room()));
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
        poll.agendaRow() == null ? null : items.get(poll.agendaRow()),
        new PollDraft.Rules(
            rules.secrecy(),
            rules.voters(),
            poll.groups().stream().map(key -> Objects.requireNonNull(groups.get(key))).toList(),
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
    List<Tuple> people = new ArrayList<>();
    List<Tuple> grants = new ArrayList<>();
    template.organisers().forEach(name -> seat(people, grants, name, "ORGANISER", null));
    for (Template.Room room : template.rooms()) {
      UUID id = rooms.get(room.key());
      seat(people, grants, room.chair(), "CHAIR", id);
      seat(people, grants, room.secretary(), "SECRETARY", id);
      if (room.screen() != null) {
        seat(people, grants, room.screen(), "SCREEN", id);
      }
    }
    return insert(
            "insert into participant (id, meeting_id, name, link_generation) values ($1, $2, $3, 1)",
            people)
        .compose(done ->
            insert(
                "insert into role_grant (meeting_id, participant_id, role, room_id) values ($1, $2, $3, $4)",
                grants));
  }

  private void seat(
      List<Tuple> people, List<Tuple> grants, String name, String role, @Nullable UUID room) {
    UUID id = UUID.randomUUID();
    people.add(Tuple.of(id, meeting, name));
    grants.add(Tuple.of(meeting, id, role, room));
  }
}
