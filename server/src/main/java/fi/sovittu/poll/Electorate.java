package fi.sovittu.poll;

import fi.sovittu.base.Problem;
import fi.sovittu.identity.Caller;
import fi.sovittu.poll.ballot.Definition;
import fi.sovittu.poll.rules.PollState;
import fi.sovittu.poll.rules.Rights;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may vote (äänioikeutetut). In a poll of persons: whoever has been present in its room, or, of
 * its groups, anywhere in the meeting, at any time while it was open, and may vote ({@link
 * Rights}). In a poll of organisations: all municipalities of the meeting, or the organisations of
 * its groups.
 */
final class Electorate {
  /**
   * The voters of the polls {@code p} of the query around it, a lateral subquery with {@code
   * voter_id}, {@code participant_id}, {@code organisation_id} and {@code present}. Whoever has
   * voted stays in it, whatever was corrected later.
   */
  static final String VOTERS =
      """
      lateral (
        select v.voter_id, coalesce(t.participant_id, v.participant_id) as participant_id, v.organisation_id,
          v.present, t.voter_id is not null as voted
        from (
          select i.id as voter_id, i.id as participant_id, x.organisation_id, bool_or(i.present) as present
          from (
            select a.participant_id as id, upper_inf(a.during) as present
            from attendance a join participant x on x.id = a.participant_id
            where p.voters = 'PERSONS' and a.meeting_id = p.meeting_id
              and (upper_inf(a.during) or upper(a.during) > p.opened_at)
              and (a.room_id = p.room_id or
      """
          + Rights.GROUPED
          + ") and "
          + Rights.ofParticipant("x", Rights.GROUPED)
          + """
                union all
                select t.participant_id, false from turnout t where p.voters = 'PERSONS' and t.poll_id = p.id) i
              join participant x on x.id = i.id
              group by i.id, x.organisation_id
              union all
              select o.id, null, o.id, exists (
                select from attendance a join participant x on x.id = a.participant_id
                where x.organisation_id = o.id and upper_inf(a.during) and
          """
          + Rights.represents("x")
          + """
              )
              from organisation o
              where p.voters = 'ORGANISATIONS' and o.meeting_id = p.meeting_id and
          """
          + Rights.ofOrganisation("o.id", Rights.GROUPED)
          + """
              ) v
            left join turnout t on t.poll_id = p.id and t.voter_id = v.voter_id) e
          """;

  private static final String NOW =
      "select x.name, e.organisation_id, e.present, e.voted from poll p cross join "
          + VOTERS
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
          + VOTERS
          + " where p.id = $1";

  /** The contract's {@code Register}. */
  record Register(int entitled, int present, int voted, List<Voter> voters) {
    record Voter(
        @Nullable String name, @Nullable UUID organisation, boolean present, boolean voted) {}
  }

  private Electorate() {}

  /**
   * The register of a poll: as the close left it, or as it stands. Never how anyone voted.
   *
   * @return fails with NOT_FOUND, FORBIDDEN for others than the room's desk
   */
  static Future<Register> register(SqlConnection connection, Caller caller, UUID poll) {
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
          List<Register.Voter> voters = new ArrayList<>(rows.size());
          int present = 0;
          int voted = 0;
          for (Row row : rows) {
            Register.Voter voter =
                new Register.Voter(
                    row.getString(0), row.getUUID(1), row.getBoolean(2), row.getBoolean(3));
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
