package fi.sovittu.poll.rules;

/**
 * Who may vote (äänioikeutetut), as SQL. In a poll of persons: whoever has been present in its
 * room, or, of its groups, anywhere in the meeting, at any time while it was open, and may vote
 * ({@link Rights}). In a poll of organisations: all municipalities of the meeting, or the
 * organisations of its groups. Casting asks {@link Rights} of one voter, who must be present now;
 * registers, results and records ask here.
 */
public final class Electorate {
  /**
   * The voters of the polls {@code p} of the query around it, a lateral subquery with {@code
   * voter_id}, {@code participant_id}, {@code organisation_id} and {@code present}. Whoever has
   * voted stays in it, whatever was corrected later.
   */
  public static final String VOTERS =
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

  /**
   * How many may vote in the poll {@code p}, of any state but DRAFT. Read several times a second
   * while people vote; so those of a whole room are counted without asking who they are.
   */
  public static final String ENTITLED =
      """
        case
          when p.state = 'OPEN' and p.voters = 'PERSONS' and not exists (
            select from poll_group g where g.poll_id = p.id) and not exists (
            select from substitution s where s.meeting_id = p.meeting_id) then (select count(*)::int from (
              select a.participant_id from attendance a
              where a.meeting_id = p.meeting_id and a.room_id = p.room_id
                and (upper_inf(a.during) or upper(a.during) > p.opened_at)
                and not exists (select from participant x where x.meeting_id = p.meeting_id
                  and x.voting <> 'YES' and x.id = a.participant_id)
              union select t.participant_id from turnout t where t.poll_id = p.id) e)
          when p.state = 'OPEN' then (select count(*)::int from
      """
          + VOTERS.replaceFirst("lateral ", "")
          + """
          )
              when p.state = 'CANCELLED' then (select count(*)::int from poll_register r where r.poll_id = p.id)
              else p.entitled end as entitled
          """;

  private Electorate() {}
}
