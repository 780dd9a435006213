package fi.sovittu.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;

/** What becomes of the participants themselves when the names of a meeting are erased. */
public final class ParticipantNames {
  /**
   * Those without an organisation and an address are called by their role: templates make them, and
   * some name a person. Screens are nobody. The new names are numbered in an order that says
   * nothing.
   */
  private static final String RENAME =
      """
      update participant p set email = null, title = null, join_key_hash = null, name = w.word || ' ' || n.number,
        link_off = p.link_off or not exists (select from role_grant g
          where g.participant_id = p.id and g.role not in ('PARTICIPANT', 'OBSERVER'))
      from meeting m, (
        select x.id, coalesce(r.role, 'PARTICIPANT') as role,
          row_number() over (partition by r.role order by random()) as number
        from participant x left join lateral (
          select g.role from role_grant g
          where g.participant_id = x.id and x.organisation_id is null and x.email is null
            and g.role not in ('PARTICIPANT', 'OBSERVER')
          order by g.role limit 1) r on true
        where x.meeting_id = $1 and r.role is distinct from 'SCREEN') n
      join (values
        ('fi', 'PARTICIPANT', 'Osallistuja'), ('fi', 'ORGANISER', 'Järjestäjä'),
        ('fi', 'CHAIR', 'Puheenjohtaja'), ('fi', 'SECRETARY', 'Sihteeri'),
        ('sv', 'PARTICIPANT', 'Deltagare'), ('sv', 'ORGANISER', 'Arrangör'),
        ('sv', 'CHAIR', 'Ordförande'), ('sv', 'SECRETARY', 'Sekreterare'),
        ('en', 'PARTICIPANT', 'Participant'), ('en', 'ORGANISER', 'Organiser'),
        ('en', 'CHAIR', 'Chair'), ('en', 'SECRETARY', 'Secretary')) w (language, role, word) on w.role = n.role
      where m.id = $1 and w.language = m.language and n.id = p.id
      """;

  private ParticipantNames() {}

  /** As {@link Erasing#erase}. */
  public static Future<Void> erase(SqlConnection connection, UUID meeting, Redaction names) {
    return connection.preparedQuery(RENAME).execute(Tuple.of(meeting)).mapEmpty();
  }
}
