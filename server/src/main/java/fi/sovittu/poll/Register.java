package fi.sovittu.poll;

import fi.sovittu.base.Problem;
import fi.sovittu.identity.Caller;
import fi.sovittu.poll.ballot.Definition;
import fi.sovittu.poll.rules.Electorate;
import fi.sovittu.poll.rules.PollState;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The contract's {@code Register}: who may vote in a poll, who of them is present and who has
 * voted. Never how anyone voted.
 */
record Register(int entitled, int present, int voted, List<Register.Voter> voters) {
  record Voter(
      @Nullable String name, @Nullable UUID organisation, boolean present, boolean voted) {}

  private static final String NOW =
      "select x.name, e.organisation_id, e.present, e.voted from poll p cross join "
          + Electorate.VOTERS
          + """
          left join participant x on x.id = e.participant_id
          left join organisation o on o.id = e.organisation_id
          where p.id = $1
          order by case p.voters when 'PERSONS' then x.name else o.name end collate "fi-x-icu", e.voter_id
          """;

  private static final String KEPT =
      """
      select x.name, r.organisation_id, r.present, r.voted
      from poll_register r
      join poll p on p.id = r.poll_id
      left join participant x on x.id = r.participant_id
      left join organisation o on o.id = r.organisation_id
      where r.poll_id = $1
      order by case p.voters when 'PERSONS' then x.name else o.name end collate "fi-x-icu", r.voter_id
      """;

  private static final String KEEP =
      """
      insert into poll_register (poll_id, voter_id, participant_id, organisation_id, present, voted)
      select p.id, e.voter_id, e.participant_id, e.organisation_id, e.present, e.voted from poll p cross join
      """
          + Electorate.VOTERS
          + " where p.id = $1";

  /**
   * The register of a poll: as the close left it, or as it stands.
   *
   * @return fails with NOT_FOUND, FORBIDDEN for others than the room's desk
   */
  static Future<Register> read(SqlConnection connection, Caller caller, UUID poll) {
    return Definition.read(connection, poll)
        .compose(definition -> {
          caller.mustRun(definition.room());
          if (definition.state() == PollState.DRAFT) {
            throw Problem.of(Problem.Code.POLL_DRAFT);
          }
          return connection
              .preparedQuery(definition.state() == PollState.OPEN ? NOW : KEPT)
              .execute(Tuple.of(poll));
        })
        .map(rows -> {
          List<Voter> voters = new ArrayList<>(rows.size());
          int present = 0;
          int voted = 0;
          for (Row row : rows) {
            Voter voter =
                new Voter(row.getString(0), row.getUUID(1), row.getBoolean(2), row.getBoolean(3));
            voters.add(voter);
            present += voter.present() ? 1 : 0;
            voted += voter.voted() ? 1 : 0;
          }
          return new Register(voters.size(), present, voted, voters);
        });
  }

  /** Writes the register of a poll that is being closed. */
  static Future<Void> keep(SqlConnection connection, UUID poll) {
    return connection.preparedQuery(KEEP).execute(Tuple.of(poll)).mapEmpty();
  }
}
