package fi.sovittu.poll;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;

/**
 * What becomes of a participant's part in polls when it is merged into another: groups, what is
 * given in open polls, and the texts that it supports.
 */
public final class PollMerging {
  /** Each moves something that the participant has now from $1 to $2. */
  private static final List<String> MOVES =
      List.of(
          """
          insert into voter_group_participant (group_id, participant_id)
          select group_id, $2 from voter_group_participant where participant_id = $1
          on conflict on constraint voter_group_participant_pk do nothing
          """,
          "delete from voter_group_participant where participant_id = $1 and $2::uuid is not null",
          """
          update turnout t set participant_id = $2 from poll p
          where p.id = t.poll_id and p.state = 'OPEN' and t.participant_id = $1
          """,
          """
          update named_ballot b set participant_id = $2 from poll p
          where p.id = b.poll_id and p.state = 'OPEN' and b.participant_id = $1
          """,
          """
          insert into text_upvote (poll_id, entry_id, participant_id)
          select poll_id, entry_id, $2 from text_upvote where participant_id = $1
          on conflict on constraint text_upvote_pk do nothing
          """,
          "delete from text_upvote where participant_id = $1 and $2::uuid is not null");

  private PollMerging() {}

  /** As {@link fi.sovittu.identity.Merging#merge}. */
  public static Future<Void> merge(SqlConnection connection, UUID from, UUID into) {
    Future<?> moved = Future.succeededFuture();
    for (String move : MOVES) {
      moved = moved.compose(done -> connection.preparedQuery(move).execute(Tuple.of(from, into)));
    }
    return moved.mapEmpty();
  }
}
