package fi.sovittu.poll;

import fi.sovittu.base.Problem;
import fi.sovittu.identity.Caller;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The contract's {@code OwnBallot}: for an anonymous poll only whether I have voted, for the server
 * knows no more.
 */
record OwnBallot(boolean entitled, boolean voted, @Nullable Named commitment) {
  record Named(
      List<BallotForm.Answer> answers, int revision, String castBy, OffsetDateTime castAt) {}

  private static final String SQL =
      """
      select p.kind, p.state = 'OPEN' as open,
        exists (select from attendance a where a.participant_id = $2 and a.room_id = p.room_id
          and upper_inf(a.during)) as in_room,
        exists (select from attendance a where a.participant_id = $2 and upper_inf(a.during)) as present,
        exists (select from organisation o where o.id = $3 and o.kind = 'MUNICIPALITY') as municipality,
        exists (select from turnout t where t.poll_id = p.id and t.participant_id = $2) as voted
      from poll p where p.id = $1 and p.meeting_id = $4 and p.state <> 'DRAFT'
      """;

  static Future<OwnBallot> read(SqlConnection connection, Caller caller, UUID poll) {
    return connection
        .preparedQuery(SQL)
        .execute(Tuple.of(poll, caller.seat(), caller.organisation(), caller.meeting()))
        .compose(rows -> {
          if (rows.size() == 0) {
            throw Problem.of(Problem.Code.NOT_FOUND);
          }
          Row row = rows.iterator().next();
          boolean open = row.getBoolean("open");
          if (row.getString("kind").equals("SCALE")) {
            return Future.succeededFuture(
                new OwnBallot(open && row.getBoolean("in_room"), row.getBoolean("voted"), null));
          }
          boolean entitled = open && row.getBoolean("present") && row.getBoolean("municipality");
          return Commitments.stored(connection, poll, caller.organisation())
              .map(stored -> new OwnBallot(entitled, stored != null, named(stored)));
        });
  }

  private static @Nullable Named named(Commitments.@Nullable Stored stored) {
    return stored == null
        ? null
        : new Named(stored.answers(), stored.revision(), stored.castBy(), stored.castAt());
  }
}
