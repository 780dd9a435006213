package fi.sovittu.identity;

import fi.sovittu.db.Inserts;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Those who run a meeting, and its screens: each gets a personal link. */
public final class Staff {
  /**
   * One to make.
   *
   * @param room the room's id, null for an organiser
   */
  public record Member(Role role, @Nullable UUID room, String name) {}

  private Staff() {}

  /** Writes a new meeting's staff and screens, inside the caller's transaction. */
  public static Future<Void> insert(SqlConnection connection, UUID meeting, List<Member> members) {
    List<Tuple> people = new ArrayList<>();
    List<Tuple> grants = new ArrayList<>();
    for (Member member : members) {
      UUID id = UUID.randomUUID();
      people.add(Tuple.of(id, meeting, member.name()));
      grants.add(Tuple.of(meeting, id, member.role().name(), member.room()));
    }
    return Inserts.all(
            connection,
            "insert into participant (id, meeting_id, name, link_generation) values ($1, $2, $3,"
                + " 1)",
            people)
        .compose(done ->
            Inserts.all(
                connection,
                "insert into role_grant (meeting_id, participant_id, role, room_id) values ($1, $2,"
                    + " $3, $4)",
                grants));
  }
}
