package fi.sovittu.identity;

/** Those who join by a meeting's code, written within the one statement that lets many in. */
public final class Newcomers {
  /**
   * Parts of a {@code with}: makes a participant with its role for each row of {@code wish}, which
   * has {@code participant, meeting_id, organisation_id, chosen, name, key_hash, walk_ins} and
   * whether it is {@code possible}. Gives {@code made (id, voting)}; whose key has a participant
   * already is left out.
   */
  public static final String ENROL =
      """
      made as (
        insert into participant (id, meeting_id, organisation_id, room_id, name, join_key_hash, voting)
        select participant, meeting_id, organisation_id, chosen, name, key_hash,
          case walk_ins when 'VOTE' then 'YES' when 'NOD' then 'WAITING' else 'NO' end
        from wish where organisation_id is not null and possible order by key_hash
        on conflict on constraint participant_join_key_key do nothing
        returning id, voting),
      granted as (
        insert into role_grant (meeting_id, participant_id, role)
        select w.meeting_id, p.id, case p.voting when 'NO' then 'OBSERVER' else 'PARTICIPANT' end
        from made p join wish w on w.participant = p.id),
      """;

  private Newcomers() {}
}
