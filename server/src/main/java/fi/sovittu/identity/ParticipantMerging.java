package fi.sovittu.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What becomes of two participants, their roles and sessions when they are merged. */
public final class ParticipantMerging {
  /** Its personal link goes on, and opens the kept entry. */
  private static final String RETIRE =
      """
      update participant set voting = 'NO', represents = false, merged_into = $2, deputy_of = null where id = $1
      """;

  private static final String COMPLETE =
      """
      update participant k set email = coalesce(k.email, m.email), title = coalesce(k.title, m.title),
        organisation_id = coalesce(k.organisation_id, m.organisation_id), room_id = coalesce(k.room_id, m.room_id),
        expected = coalesce(k.expected, m.expected), voting = $3, represents = $4,
        deputy_of = coalesce(k.deputy_of, nullif($5, k.id)), link_generation = coalesce(k.link_generation, 1)
      from participant m where k.id = $2 and m.id = $1
      """;

  /** Each moves something that the participant has now from $1 to $2. */
  private static final List<String> MOVES =
      List.of(
          "update participant set deputy_of = nullif($2, id) where deputy_of = $1",
          "update participant set merged_into = $2 where merged_into = $1",
          """
          insert into role_grant (meeting_id, participant_id, role, room_id)
          select meeting_id, $2, role, room_id from role_grant where participant_id = $1
          on conflict on constraint role_grant_key do nothing
          """,
          "delete from role_grant where participant_id = $1 and $2::uuid is not null",
          "update session set participant_id = $2 where participant_id = $1");

  private ParticipantMerging() {}

  /**
   * Retires the one, and gives the other what it lacks; to be done before all else is moved.
   *
   * @param voting what the kept one may do from now on
   * @param represents whether it votes for its organisation
   * @param deputyOf whose place the retired one might have taken
   */
  public static Future<Void> unite(
      SqlConnection connection,
      UUID from,
      UUID into,
      String voting,
      boolean represents,
      @Nullable UUID deputyOf) {
    return connection
        .preparedQuery(RETIRE)
        .execute(Tuple.of(from, into))
        .compose(done ->
            connection
                .preparedQuery(COMPLETE)
                .execute(Tuple.of(from, into, voting, represents, deputyOf)))
        .mapEmpty();
  }

  /** As {@link Merging#merge}. */
  public static Future<Void> merge(SqlConnection connection, UUID from, UUID into) {
    Future<?> moved = Future.succeededFuture();
    for (String move : MOVES) {
      moved = moved.compose(done -> connection.preparedQuery(move).execute(Tuple.of(from, into)));
    }
    return moved.mapEmpty();
  }
}
