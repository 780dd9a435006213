package fi.sovittu.people;

import fi.sovittu.attendance.Attendance.Channel;
import fi.sovittu.identity.Caller.Grant;
import fi.sovittu.identity.Role;
import fi.sovittu.identity.Roll;
import fi.sovittu.poll.VoterGroups;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The people of a meeting in the database. Works inside the caller's transaction. */
final class People {
  private static final String PEOPLE =
      """
      select p.id, p.name, p.email, p.organisation_id, p.title, p.room_id, p.represents, p.voting, p.deputy_of, p.expected,
        p.merged_into, p.join_key_hash is not null as walk_in, p.link_generation, p.link_off
      from participant p where p.meeting_id = $1
      order by p.name collate "fi-x-icu", p.id
      """;

  private static final String GRANTS =
      "select participant_id, role, room_id from role_grant where meeting_id = $1";

  private static final String MEMBERS =
      """
      select m.participant_id, m.group_id from voter_group g join voter_group_participant m on m.group_id = g.id
      where g.meeting_id = $1
      """;

  private static final String PRESENT =
      "select participant_id, channel from attendance where meeting_id = $1 and upper_inf(during)";

  private static final String PLACES =
      "select deputy_id, named_id from substitution where meeting_id = $1 and upper_inf(during)";

  private People() {}

  /** What is known of the people of a meeting beside their own rows, by their ids. */
  private record Beside(
      Map<UUID, List<Grant>> roles,
      Map<UUID, List<UUID>> groups,
      Map<UUID, String> channels,
      Map<UUID, UUID> named,
      Map<UUID, UUID> deputies) {}

  /**
   * Everyone of the meeting in the order of names, those that were merged into another too. Each
   * table is read by itself: joined, thousands who came a moment ago would be planned for as few.
   */
  static Future<List<Entry>> read(SqlConnection connection, UUID meeting) {
    Tuple id = Tuple.of(meeting);
    Future<RowSet<Row>> people = connection.preparedQuery(PEOPLE).execute(id);
    Future<RowSet<Row>> grants = connection.preparedQuery(GRANTS).execute(id);
    Future<RowSet<Row>> members = connection.preparedQuery(MEMBERS).execute(id);
    Future<RowSet<Row>> present = connection.preparedQuery(PRESENT).execute(id);
    Future<RowSet<Row>> places = connection.preparedQuery(PLACES).execute(id);
    return Future.all(people, grants, members, present, places)
        .map(all -> {
          Beside beside =
              new Beside(
                  new HashMap<>(),
                  new HashMap<>(),
                  new HashMap<>(),
                  new HashMap<>(),
                  new HashMap<>());
          for (Row row : grants.result()) {
            beside
                .roles()
                .computeIfAbsent(row.getUUID(0), first -> new ArrayList<>())
                .add(new Grant(Role.valueOf(row.getString(1)), row.getUUID(2)));
          }
          for (Row row : members.result()) {
            beside
                .groups()
                .computeIfAbsent(row.getUUID(0), first -> new ArrayList<>())
                .add(row.getUUID(1));
          }
          present.result().forEach(row -> beside.channels().put(row.getUUID(0), row.getString(1)));
          for (Row row : places.result()) {
            beside.named().put(row.getUUID(0), row.getUUID(1));
            beside.deputies().put(row.getUUID(1), row.getUUID(0));
          }
          List<Entry> entries = new ArrayList<>(people.result().size());
          people.result().forEach(row -> entries.add(entry(row, beside)));
          return List.copyOf(entries);
        });
  }

  private static Entry entry(Row row, Beside beside) {
    UUID id = row.getUUID("id");
    String expected = row.getString("expected");
    Participant participant =
        new Participant(
            id,
            row.getString("name"),
            row.getString("email"),
            row.getUUID("organisation_id"),
            row.getString("title"),
            beside.groups().getOrDefault(id, List.of()),
            row.getUUID("room_id"),
            beside.roles().getOrDefault(id, List.of()),
            row.getBoolean("represents"),
            Voting.valueOf(row.getString("voting")),
            row.getUUID("deputy_of"),
            expected == null ? null : Channel.valueOf(expected));
    return new Entry(
        participant,
        row.getBoolean("walk_in"),
        row.getInteger("link_generation"),
        row.getBoolean("link_off"),
        row.getUUID("merged_into"),
        beside.channels().get(id),
        beside.named().get(id),
        beside.deputies().get(id));
  }

  /**
   * Writes the people, new ones and others, as they are to be. Each has a personal link afterwards.
   *
   * @return fails with NOT_FOUND for a person of another meeting, EMAIL_TAKEN
   */
  static Future<Void> store(SqlConnection connection, UUID meeting, List<Participant> people) {
    if (people.isEmpty()) {
      return Future.succeededFuture();
    }
    Map<UUID, List<UUID>> groups = new LinkedHashMap<>();
    people.forEach(participant -> groups.put(participant.id(), participant.groups()));
    return Roll.store(connection, meeting, people.stream().map(Participant::enrolment).toList())
        .compose(done -> VoterGroups.put(connection, groups));
  }
}
