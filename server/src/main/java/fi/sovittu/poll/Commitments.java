package fi.sovittu.poll;

import fi.sovittu.base.Problem;
import fi.sovittu.db.Audit;
import fi.sovittu.identity.Caller;
import fi.sovittu.live.Change;
import io.vertx.core.Future;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Named votes: one answer per municipality, given by a person present who speaks for it. Another
 * representative of the same municipality may replace the answer. Works inside the caller's
 * transaction.
 */
final class Commitments {
  /** A municipality's stored answer. */
  record Stored(
      List<BallotForm.Answer> answers,
      int revision,
      String castBy,
      OffsetDateTime castAt,
      UUID participant) {}

  private Commitments() {}

  /**
   * Casts or replaces the municipality's answer.
   *
   * @return fails with NOT_FOUND, POLL_DRAFT, POLL_CLOSED, BALLOT_INVALID, NOT_ENTITLED (does not
   *     speak for a municipality), NOT_PRESENT or BALLOT_SUPERSEDED (a newer answer is stored)
   */
  static Future<Void> cast(
      SqlConnection connection, Change change, Caller caller, UUID poll, BallotForm form) {
    return lock(connection, caller.meeting(), poll)
        .compose(locked -> {
          List<BallotForm.Answer> answers = form.commitmentAnswers(locked.statements());
          return lockMunicipality(connection, caller)
              .compose(voter ->
                  stored(connection, poll, voter.organisation())
                      .compose(stored -> {
                        if (isSame(stored, caller, form.revision(), answers)) {
                          return Future.succeededFuture();
                        }
                        mayReplace(locked, voter, stored, form.revision());
                        change.touchResults(locked.room());
                        return write(
                            connection,
                            caller,
                            poll,
                            voter.organisation(),
                            form.revision(),
                            answers);
                      }));
        });
  }

  private record Locked(UUID room, int statements, boolean closed) {}

  private record Voter(UUID organisation, boolean present) {}

  private static Future<Locked> lock(SqlConnection connection, UUID meeting, UUID poll) {
    return connection
        .preparedQuery(
            """
            select p.room_id, p.state, p.kind,
              (select count(*)::int from poll_statement s where s.poll_id = p.id) as statements
            from poll p where p.id = $1 and p.meeting_id = $2 for share of p
            """)
        .execute(Tuple.of(poll, meeting))
        .map(rows -> {
          if (rows.size() == 0) {
            throw Problem.of(Problem.Code.NOT_FOUND);
          }
          Row row = rows.iterator().next();
          if (row.getString("state").equals("DRAFT")) {
            throw Problem.of(Problem.Code.POLL_DRAFT);
          }
          if (!row.getString("kind").equals("COMMITMENT")) {
            throw Problem.of(Problem.Code.BALLOT_INVALID);
          }
          return new Locked(
              row.getUUID("room_id"),
              row.getInteger("statements"),
              row.getString("state").equals("CLOSED"));
        });
  }

  /** Locks the municipality, so that two representatives of it take turns. */
  private static Future<Voter> lockMunicipality(SqlConnection connection, Caller caller) {
    return connection
        .preparedQuery(
            """
            select o.id, exists (select from attendance a
              where a.participant_id = $2 and upper_inf(a.during)) as present
            from organisation o where o.id = $1 and o.kind = 'MUNICIPALITY' for no key update of o
            """)
        .execute(Tuple.of(caller.organisation(), caller.seat()))
        .map(rows -> {
          if (rows.size() == 0) {
            throw Problem.of(Problem.Code.NOT_ENTITLED);
          }
          Row row = rows.iterator().next();
          return new Voter(row.getUUID("id"), row.getBoolean("present"));
        });
  }

  /**
   * Whether the same answer comes again because its acknowledgement was lost; it is acknowledged
   * also after the close.
   */
  private static boolean isSame(
      @Nullable Stored stored, Caller caller, int revision, List<BallotForm.Answer> answers) {
    return stored != null
        && stored.revision() == revision
        && stored.participant().equals(caller.seat())
        && stored.answers().equals(answers);
  }

  private static void mayReplace(
      Locked locked, Voter voter, @Nullable Stored stored, int revision) {
    if (locked.closed()) {
      throw Problem.of(Problem.Code.POLL_CLOSED);
    }
    if (!voter.present()) {
      throw Problem.of(Problem.Code.NOT_PRESENT);
    }
    if (stored != null && stored.revision() >= revision) {
      throw Problem.of(Problem.Code.BALLOT_SUPERSEDED);
    }
  }

  private static Future<Void> write(
      SqlConnection connection,
      Caller caller,
      UUID poll,
      UUID organisation,
      int revision,
      List<BallotForm.Answer> answers) {
    List<Tuple> rows = new ArrayList<>();
    for (BallotForm.Answer answer : answers) {
      rows.add(
          Tuple.of(poll, organisation, rows.size(), answer.answer().name(), answer.reservation()));
    }
    return connection
        .preparedQuery(
            """
            insert into commitment_ballot (poll_id, meeting_id, organisation_id, participant_id, revision, cast_at)
            values ($1, $2, $3, $4, $5, clock_timestamp())
            on conflict on constraint commitment_ballot_pk do update set
              participant_id = excluded.participant_id, revision = excluded.revision, cast_at = excluded.cast_at
            """)
        .execute(Tuple.of(poll, caller.meeting(), organisation, caller.seat(), revision))
        .compose(done ->
            connection
                .preparedQuery(
                    """
                    insert into commitment (poll_id, organisation_id, position, answer, reservation)
                    values ($1, $2, $3, $4, $5)
                    on conflict on constraint commitment_pk do update set
                      answer = excluded.answer, reservation = excluded.reservation
                    """)
                .executeBatch(rows))
        .compose(done ->
            Audit.write(
                connection,
                caller.meeting(),
                caller.seat(),
                "poll.commit",
                poll,
                new JsonObject()
                    .put("organisation", organisation.toString())
                    .put("answers", new JsonArray(Json.encode(answers)))));
  }

  /** What the municipality has answered, or null. */
  static Future<@Nullable Stored> stored(
      SqlConnection connection, UUID poll, @Nullable UUID organisation) {
    return connection
        .preparedQuery(
            """
            select b.revision, b.cast_at, b.participant_id, p.name, c.answer, c.reservation
            from commitment_ballot b
            join participant p on p.id = b.participant_id
            join commitment c on c.poll_id = b.poll_id and c.organisation_id = b.organisation_id
            where b.poll_id = $1 and b.organisation_id = $2 order by c.position
            """)
        .execute(Tuple.of(poll, organisation))
        .map(rows -> {
          List<BallotForm.Answer> answers = new ArrayList<>();
          Stored stored = null;
          for (Row row : rows) {
            answers.add(
                new BallotForm.Answer(
                    BallotForm.Commitment.valueOf(row.getString("answer")),
                    row.getString("reservation")));
            stored =
                new Stored(
                    answers,
                    row.getInteger("revision"),
                    row.getString("name"),
                    row.getOffsetDateTime("cast_at"),
                    row.getUUID("participant_id"));
          }
          return stored;
        });
  }
}
