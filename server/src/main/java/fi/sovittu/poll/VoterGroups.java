package fi.sovittu.poll;

import fi.sovittu.db.Inserts;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The groups that polls may be limited to. */
public final class VoterGroups {
  /**
   * A group to make.
   *
   * @param organisations ids of those whose people belong to it
   */
  public record NewGroup(UUID id, String name, List<UUID> organisations) {}

  private static final String MEMBERS =
      """
      insert into voter_group_participant (group_id, participant_id)
      select u.voters, u.id from unnest($1::uuid[], $2::uuid[]) as u (id, voters)
      """;

  private VoterGroups() {}

  /** Writes a new meeting's groups, inside the caller's transaction; they keep the list's order. */
  public static Future<Void> insert(SqlConnection connection, UUID meeting, List<NewGroup> groups) {
    List<Tuple> rows = new ArrayList<>();
    List<Tuple> members = new ArrayList<>();
    for (NewGroup group : groups) {
      rows.add(Tuple.of(group.id(), meeting, rows.size(), group.name()));
      group
          .organisations()
          .forEach(organisation -> members.add(Tuple.of(group.id(), organisation)));
    }
    return Inserts.all(
            connection,
            "insert into voter_group (id, meeting_id, position, name) values ($1, $2, $3, $4)",
            rows)
        .compose(done ->
            Inserts.all(
                connection,
                "insert into voter_group_organisation (group_id, organisation_id) values ($1, $2)",
                members));
  }

  /**
   * Replaces the groups that participants belong to beside those of their organisations, inside the
   * caller's transaction.
   *
   * @param groups ids of the groups of each participant
   */
  public static Future<Void> put(SqlConnection connection, Map<UUID, List<UUID>> groups) {
    List<UUID> participants = new ArrayList<>();
    List<UUID> joined = new ArrayList<>();
    groups.forEach((participant, own) ->
        own.forEach(group -> {
          participants.add(participant);
          joined.add(group);
        }));
    return connection
        .preparedQuery("delete from voter_group_participant where participant_id = any($1)")
        .execute(Tuple.tuple().addArrayOfUUID(groups.keySet().toArray(UUID[]::new)))
        .compose(gone ->
            connection
                .preparedQuery(MEMBERS)
                .execute(
                    Tuple.tuple()
                        .addArrayOfUUID(participants.toArray(UUID[]::new))
                        .addArrayOfUUID(joined.toArray(UUID[]::new))))
        .mapEmpty();
  }
}
