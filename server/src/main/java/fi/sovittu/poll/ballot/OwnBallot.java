package fi.sovittu.poll.ballot;

import fi.sovittu.base.Problem;
import fi.sovittu.base.ServerSecret;
import fi.sovittu.identity.Caller;
import fi.sovittu.poll.rules.PollState;
import fi.sovittu.poll.rules.Rights;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The contract's {@code OwnBallot}: for an anonymous poll only whether I have voted, for the server
 * knows no more; of an organisation also who voted for it and the ballot's revision, so that a
 * colleague may replace it.
 */
record OwnBallot(
    boolean entitled,
    boolean voted,
    int revision,
    @Nullable String castBy,
    @Nullable OffsetDateTime castAt,
    @Nullable JsonObject ballot,
    List<UUID> upvoted) {

  private static final String SQL =
      """
      select t.voter_id is not null as voted, c.name as cast_by,
        exists (select from attendance a where a.participant_id = $2 and upper_inf(a.during)
          and ($4 or a.room_id = $5)) as present,
      """
          + Rights.ofVoter("x", Rights.GROUPED)
          + """
               as entitled,
            coalesce(p.closes_at > clock_timestamp(), true) as in_time,
            coalesce(s.revision, n.revision) as revision, n.answers, n.cast_at,
            array(select u.entry_id from text_upvote u where u.poll_id = $1 and u.participant_id = $2 order by u.entry_id)
              as upvoted
          from (select $3::uuid as voter) v
          join poll p on p.id = $1
          join participant x on x.id = $2
          left join turnout t on t.poll_id = $1 and t.voter_id = v.voter
          left join participant c on c.id = t.participant_id
          left join named_ballot n on n.poll_id = $1 and n.voter_id = v.voter
          left join sealed_ballot s on s.poll_id = $1 and s.locator = $6
          """;

  /**
   * @return fails with NOT_FOUND for a draft and a poll of another meeting
   */
  static Future<OwnBallot> read(
      SqlConnection connection, ServerSecret secret, Caller caller, UUID id) {
    return Definition.read(connection, id)
        .compose(poll -> {
          if (poll.state() == PollState.DRAFT || !poll.meeting().equals(caller.meeting())) {
            throw Problem.of(Problem.Code.NOT_FOUND);
          }
          UUID voter = poll.ofOrganisations() ? caller.organisation() : caller.participant();
          Seal seal = poll.ofOrganisations() && voter != null ? poll.seal(secret) : null;
          byte[] locator = seal == null || voter == null ? null : seal.locator(voter);
          Tuple arguments =
              Tuple.of(id, caller.participant(), voter)
                  .addBoolean(poll.grouped() || poll.ofOrganisations())
                  .addUUID(poll.room())
                  .addBuffer(locator == null ? null : Buffer.buffer(locator));
          return connection
              .preparedQuery(SQL)
              .execute(arguments)
              .map(rows -> of(poll, rows.iterator().next()));
        });
  }

  private static OwnBallot of(Definition poll, Row row) {
    boolean entitled =
        poll.state() == PollState.OPEN
            && row.getBoolean("present")
            && row.getBoolean("entitled")
            && row.getBoolean("in_time");
    Integer revision = row.getInteger("revision");
    JsonArray answers = row.getJsonArray("answers");
    JsonObject ballot = null;
    if (answers != null) {
      ballot = new JsonObject().put("revision", revision);
      poll.question().put(ballot, answers);
    }
    return new OwnBallot(
        entitled,
        row.getBoolean("voted"),
        revision == null ? 0 : revision,
        row.getString("cast_by"),
        row.getOffsetDateTime("cast_at"),
        ballot,
        List.of(row.getArrayOfUUIDs("upvoted")));
  }
}
