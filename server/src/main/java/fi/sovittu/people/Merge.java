package fi.sovittu.people;

import fi.sovittu.attendance.Corrections;
import fi.sovittu.attendance.Intervals;
import fi.sovittu.attendance.Recorder.Source;
import fi.sovittu.attendance.Stretch;
import fi.sovittu.base.Problem;
import fi.sovittu.db.Audit;
import fi.sovittu.identity.Caller;
import fi.sovittu.identity.Merging;
import fi.sovittu.identity.ParticipantMerging;
import fi.sovittu.identity.Role;
import fi.sovittu.identity.Roll;
import fi.sovittu.live.Change;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One merging of an entry into another of the same person. The kept one takes over all that is the
 * person's now; what was voted in polls that have ended stays as the registers have it. Works
 * inside the caller's transaction.
 */
final class Merge {
  /** Closing and voting wait, so that no ballot comes between the look and the move. */
  private static final String LOCK_POLLS =
      "select id from poll where meeting_id = $1 and state = 'OPEN' order by id for update";

  private static final String LOCK_PEOPLE =
      """
      select id, merged_into, voting, represents, deputy_of, join_key_hash is not null as walk_in,
        exists (select from role_grant g where g.participant_id = p.id and g.role = 'SCREEN') as screen
      from participant p where meeting_id = $1 and id in ($2, $3) order by id for update
      """;

  private static final String HAS_VOTED =
      """
      select 1 from turnout t join poll p on p.id = t.poll_id
      where p.meeting_id = $1 and p.state = 'OPEN' and t.voter_id = $2
      """;

  private static final String END_SUBSTITUTIONS =
      """
      update substitution set during = tstzrange(lower(during), greatest(clock_timestamp(), lower(during) + interval '1 microsecond'))
      where upper_inf(during) and (deputy_id = $1 or named_id = $1)
      """;

  private final SqlConnection connection;
  private final Change change;
  private final Caller caller;
  private final UUID from;
  private final UUID into;
  private final List<Merging> parts;

  /** What decides on the right to vote of the one that stays. */
  private record Locked(
      UUID id,
      @Nullable UUID mergedInto,
      Voting voting,
      boolean represents,
      @Nullable UUID deputyOf,
      boolean walkIn) {}

  /**
   * @param parts of the features, in their order
   */
  Merge(
      SqlConnection connection,
      Change change,
      Caller caller,
      UUID from,
      UUID into,
      List<Merging> parts) {
    this.connection = connection;
    this.change = change;
    this.caller = caller;
    this.from = from;
    this.into = into;
    this.parts = parts;
  }

  /**
   * @return fails with NOT_FOUND, MERGE_NOT_POSSIBLE, MERGE_OPEN_POLL
   */
  Future<Void> run() {
    if (from.equals(into) || from.equals(caller.participant())) {
      throw Problem.of(Problem.Code.MERGE_NOT_POSSIBLE);
    }
    return connection
        .preparedQuery(LOCK_POLLS)
        .execute(Tuple.of(caller.meeting()))
        .compose(locked ->
            connection.preparedQuery(LOCK_PEOPLE).execute(Tuple.of(caller.meeting(), from, into)))
        .compose(rows -> {
          Locked merged = locked(rows, from);
          Locked kept = locked(rows, into);
          if (into.equals(merged.mergedInto())) {
            return Future.succeededFuture();
          }
          if (merged.mergedInto() != null || kept.mergedInto() != null) {
            throw Problem.of(Problem.Code.MERGE_NOT_POSSIBLE);
          }
          return mustNotHaveVoted()
              .compose(done -> unite())
              .compose(done -> move(merged, decisive(merged, kept)));
        });
  }

  private Locked locked(RowSet<Row> rows, UUID id) {
    for (Row row : rows) {
      if (row.getUUID("id").equals(id)) {
        if (row.getBoolean("screen")) {
          throw Problem.of(Problem.Code.MERGE_NOT_POSSIBLE);
        }
        return new Locked(
            id,
            row.getUUID("merged_into"),
            Voting.valueOf(row.getString("voting")),
            row.getBoolean("represents"),
            row.getUUID("deputy_of"),
            row.getBoolean("walk_in"));
      }
    }
    throw Problem.of(Problem.Code.NOT_FOUND);
  }

  /**
   * What the invited recorder may do was decided; what a walk-in may is only the rule of the door.
   */
  private static Locked decisive(Locked merged, Locked kept) {
    return kept.walkIn() && !merged.walkIn() ? merged : kept;
  }

  private Future<Void> mustNotHaveVoted() {
    return connection
        .preparedQuery(HAS_VOTED)
        .execute(Tuple.of(caller.meeting(), from))
        .map(rows -> {
          if (rows.size() > 0) {
            throw Problem.of(Problem.Code.MERGE_OPEN_POLL);
          }
          return null;
        });
  }

  /** Where both were present at once, the kept recorder's interval stands. */
  private Future<Void> unite() {
    fi.sovittu.attendance.Recorder recorder =
        new fi.sovittu.attendance.Recorder(Source.STAFF, caller.participant(), "merge");
    return Corrections.recorded(connection, caller.meeting(), from)
        .compose(others ->
            Corrections.recorded(connection, caller.meeting(), into)
                .compose(own -> {
                  Intervals taken = Stretch.stays(own);
                  List<Stretch> all = new ArrayList<>(own);
                  for (Stretch other : others) {
                    Intervals.of(other.during())
                        .difference(taken)
                        .list()
                        .forEach(
                            during -> all.add(new Stretch(other.room(), other.channel(), during)));
                  }
                  return Corrections.replace(
                          connection, change, caller.meeting(), from, List.of(), recorder)
                      .compose(gone ->
                          Corrections.replace(
                              connection, change, caller.meeting(), into, all, recorder));
                }))
        .mapEmpty();
  }

  private Future<Void> move(Locked merged, Locked decisive) {
    Voting right = decisive.voting();
    Future<?> moved =
        ParticipantMerging.unite(
                connection, from, into, right.name(), decisive.represents(), merged.deputyOf())
            .compose(done -> connection.preparedQuery(END_SUBSTITUTIONS).execute(Tuple.of(from)));
    for (Merging part : parts) {
      moved = moved.compose(done -> part.merge(connection, from, into));
    }
    return moved
        .compose(done -> roles(right))
        .compose(done ->
            Audit.write(
                connection,
                caller.meeting(),
                caller.participant(),
                "people.merge",
                from,
                new JsonObject().put("into", into.toString())))
        .compose(done -> PeopleChange.touch(connection, change, caller.meeting()));
  }

  /** An observer is no participant, and whoever votes is no observer. */
  private Future<Void> roles(Voting right) {
    return Roll.take(connection, into, right == Voting.NO ? Role.PARTICIPANT : Role.OBSERVER);
  }
}
