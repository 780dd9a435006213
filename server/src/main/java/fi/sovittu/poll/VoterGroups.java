package fi.sovittu.poll;

import fi.sovittu.db.Inserts;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The groups that polls may be limited to. */
public final class VoterGroups {
  /**
   * A group to make.
   *
   * @param organisations ids of those whose people belong to it
   */
  public record NewGroup(UUID id, String name, List<UUID> organisations) {}

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
}
