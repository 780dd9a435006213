package fi.sovittu.people;

import fi.sovittu.identity.OwnData;

/** How a participant is entered, and whose place the participant took or gave. */
public final class PeopleOwnData {
  /** {@code entries}, {@code substitutions}. */
  public static final OwnData PART =
      OwnData.of(
          """
          select jsonb_build_object(
            'entries', (select jsonb_agg(jsonb_build_object('name', p.name, 'email', p.email, 'title', p.title,
                'organisation', (select o.name from organisation o where o.id = p.organisation_id), 'since', p.created_at,
                'roles', (select jsonb_agg(jsonb_build_object('role', g.role,
                    'room', (select r.name from room r where r.id = g.room_id)) order by g.role)
                  from role_grant g where g.participant_id = p.id),
                'groups', (select jsonb_agg(v.name order by v.name) from voter_group_participant g
                  join voter_group v on v.id = g.group_id where g.participant_id = p.id)) order by p.created_at)
              from participant p where p.meeting_id = $1 and p.id = any($2)),
            'substitutions', (select jsonb_agg(jsonb_build_object('from', lower(s.during), 'to', upper(s.during),
                'deputy', (select x.name from participant x where x.id = s.deputy_id),
                'inPlaceOf', (select x.name from participant x where x.id = s.named_id)) order by lower(s.during))
              from substitution s where s.meeting_id = $1 and (s.deputy_id = any($2) or s.named_id = any($2))))
          """);

  private PeopleOwnData() {}
}
