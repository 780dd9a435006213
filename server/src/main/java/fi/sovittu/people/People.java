package fi.sovittu.people;

import fi.sovittu.attendance.Attendance.Channel;
import fi.sovittu.base.Problem;
import fi.sovittu.identity.Caller.Grant;
import fi.sovittu.identity.Role;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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

  /** Those who are present stay in the room that they chose themselves. */
  private static final String STORE =
      """
      insert into participant
        (id, meeting_id, name, email, organisation_id, title, room_id, represents, voting, expected, link_generation)
      select u.id, $1, u.name, u.email, u.organisation, u.title, u.room, u.represents, u.voting, u.expected, 1
      from unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::uuid[], $8::boolean[], $9::text[], $10::text[])
        as u (id, name, email, organisation, title, room, represents, voting, expected)
      on conflict on constraint participant_pk do update set name = excluded.name, email = excluded.email,
          organisation_id = excluded.organisation_id, title = excluded.title,
          room_id = case when exists (select from attendance a where a.participant_id = participant.id and upper_inf(a.during))
            then participant.room_id else excluded.room_id end,
          represents = excluded.represents, voting = excluded.voting, expected = excluded.expected,
          link_generation = coalesce(participant.link_generation, 1)
        where participant.meeting_id = $1
      """;

  private static final String DEPUTIES =
      """
      update participant p set deputy_of = u.named
      from unnest($2::uuid[], $3::uuid[]) as u (id, named)
      where p.meeting_id = $1 and p.id = u.id and p.deputy_of is distinct from u.named
      """;

  private static final String ROLES =
      """
      insert into role_grant (meeting_id, participant_id, role, room_id)
      select $1, u.id, u.role, u.room from unnest($2::uuid[], $3::text[], $4::uuid[]) as u (id, role, room)
      """;

  private static final String GROUPS =
      """
      insert into voter_group_participant (group_id, participant_id)
      select u.voters, u.id from unnest($1::uuid[], $2::uuid[]) as u (id, voters)
      """;

  private static final String UNIQUE_VIOLATION = "23505";

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
    UUID[] ids = people.stream().map(Participant::id).toArray(UUID[]::new);
    Tuple all =
        Tuple.of(meeting)
            .addArrayOfUUID(ids)
            .addArrayOfString(texts(people, Participant::name))
            .addArrayOfString(texts(people, Participant::email))
            .addArrayOfUUID(ids(people, Participant::organisation))
            .addArrayOfString(texts(people, Participant::title))
            .addArrayOfUUID(ids(people, Participant::room))
            .addArrayOfBoolean(people.stream().map(Participant::represents).toArray(Boolean[]::new))
            .addArrayOfString(texts(people, participant -> participant.voting().name()))
            .addArrayOfString(
                texts(
                    people, participant -> participant.expected() == null ? null : participant.expected().name()));
    return connection
        .preparedQuery(STORE)
        .execute(all)
        .compose(
            stored -> {
              if (stored.rowCount() != people.size()) {
                throw Problem.of(Problem.Code.NOT_FOUND);
              }
              return connection
                  .preparedQuery(DEPUTIES)
                  .execute(
                      Tuple.of(meeting)
                          .addArrayOfUUID(ids)
                          .addArrayOfUUID(ids(people, Participant::deputyOf)));
            },
            failure ->
                Future.failedFuture(
                    failure instanceof PgException e && UNIQUE_VIOLATION.equals(e.getSqlState())
                        ? Problem.of(Problem.Code.EMAIL_TAKEN)
                        : failure))
        .compose(done -> roles(connection, meeting, ids, people))
        .compose(done -> groups(connection, ids, people));
  }

  private static Future<Void> roles(
      SqlConnection connection, UUID meeting, UUID[] ids, List<Participant> people) {
    List<UUID> holders = new ArrayList<>();
    List<Grant> grants = new ArrayList<>();
    for (Participant participant : people) {
      for (Grant grant : participant.roles()) {
        holders.add(participant.id());
        grants.add(grant);
      }
    }
    return connection
        .preparedQuery("delete from role_grant where participant_id = any($1)")
        .execute(Tuple.tuple().addArrayOfUUID(ids))
        .compose(gone ->
            connection
                .preparedQuery(ROLES)
                .execute(
                    Tuple.of(meeting)
                        .addArrayOfUUID(holders.toArray(UUID[]::new))
                        .addArrayOfString(
                            grants.stream()
                                .map(grant -> grant.role().name())
                                .toArray(String[]::new))
                        .addArrayOfUUID(grants.stream().map(Grant::room).toArray(UUID[]::new))))
        .mapEmpty();
  }

  private static Future<Void> groups(SqlConnection connection, UUID[] ids, List<Participant> people) {
    List<UUID> members = new ArrayList<>();
    List<UUID> groups = new ArrayList<>();
    for (Participant participant : people) {
      for (UUID group : participant.groups()) {
        members.add(participant.id());
        groups.add(group);
      }
    }
    return connection
        .preparedQuery("delete from voter_group_participant where participant_id = any($1)")
        .execute(Tuple.tuple().addArrayOfUUID(ids))
        .compose(gone ->
            connection
                .preparedQuery(GROUPS)
                .execute(
                    Tuple.tuple()
                        .addArrayOfUUID(members.toArray(UUID[]::new))
                        .addArrayOfUUID(groups.toArray(UUID[]::new))))
        .mapEmpty();
  }

  private static @Nullable String[] texts(
      List<Participant> people, Function<Participant, @Nullable String> text) {
    return people.stream().map(text).toArray(String[]::new);
  }

  private static @Nullable UUID[] ids(List<Participant> people, Function<Participant, @Nullable UUID> id) {
    return people.stream().map(id).toArray(UUID[]::new);
  }
}
