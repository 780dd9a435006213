package fi.sovittu.post;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The people of a meeting and what became of their links: who is to get one, who has it, who was
 * not reached. Works inside the caller's transaction.
 */
final class Recipients {
  /** The most that are listed by name; more are counted. */
  static final int MOST_LISTED = 500;

  /** Whom an order is for. The names are those of the contract. */
  enum Whom {
    /** Everyone with an address who has not got the link that opens now. */
    UNSENT,
    /** Those whose message has failed. */
    UNREACHED,
    /** Those who are named, whether they have got it or not. */
    PARTICIPANTS
  }

  /**
   * How far it is; everyone with a personal link that opens is in one of the counts, and those who
   * lost theirs while they were queued.
   *
   * @param perMinute null when nothing can be sent at all
   * @param retrying those of the queued who have been tried in vain
   * @param unreachable whether that was because of the server itself
   * @param noAddress who have no e-mail address
   */
  record Progress(
      @Nullable Integer perMinute,
      int unsent,
      int queued,
      int retrying,
      boolean unreachable,
      int sent,
      int failed,
      int noAddress) {}

  /**
   * @param answer the server's own words, null where it said nothing
   */
  record Unreached(
      UUID participant,
      String name,
      @Nullable String organisation,
      @Nullable String email,
      Fault fault,
      @Nullable String answer) {}

  /**
   * @param participants the first of those who were not reached
   * @param count of all of them
   */
  record All(int count, List<Unreached> participants) {}

  /** Who could be sent a link or was to be, with what became of it. */
  private static final String EVERYONE =
      """
      with everyone as (
        select p.id, p.name, p.email, p.organisation_id, m.attempts, m.fault, m.answer,
          case
            when m.state in ('QUEUED', 'FAILED') then m.state
            when m.state = 'SENT' and m.sent_generation = p.link_generation then 'SENT'
            when p.email is null then 'NO_ADDRESS'
            else 'UNSENT' end as state
        from participant p left join message m on m.participant_id = p.id and m.kind = 'INVITATION'
        where p.meeting_id = $1 and p.merged_into is null
          and (m.state in ('QUEUED', 'FAILED') or (p.link_generation is not null and not p.link_off
            and exists (select from role_grant g where g.participant_id = p.id and g.role <> 'SCREEN'))))
      """;

  private static final String PROGRESS =
      EVERYONE
          + """
          select count(*) filter (where state = 'UNSENT')::int as unsent,
            count(*) filter (where state = 'QUEUED')::int as queued,
            count(*) filter (where state = 'QUEUED' and attempts > 0 and fault is not null)::int as retrying,
            coalesce(bool_or(state = 'QUEUED' and attempts > 0 and fault = 'UNREACHABLE'), false) as unreachable,
            count(*) filter (where state = 'SENT')::int as sent,
            count(*) filter (where state = 'FAILED')::int as failed,
            count(*) filter (where state = 'NO_ADDRESS')::int as no_address
          from everyone
          """;

  private static final String UNREACHED =
      EVERYONE
          + """
          select e.id, e.name, o.name as organisation, e.email, coalesce(e.fault, 'NO_ADDRESS') as fault, e.answer,
            count(*) over ()::int as count
          from everyone e left join organisation o on o.id = e.organisation_id
          where e.state in ('FAILED', 'NO_ADDRESS')
          order by e.state, e.name collate "fi-x-icu", e.id limit $2
          """;

  /** In the order of names; those in the queue already stay where they are. */
  private static final String QUEUE =
      """
      insert into message (participant_id, kind, meeting_id, id, queued_by)
      select c.id, 'INVITATION', $1, gen_random_uuid(), $2
      from (
        select p.id from participant p left join message m on m.participant_id = p.id and m.kind = 'INVITATION'
        where p.meeting_id = $1 and p.merged_into is null and p.link_generation is not null and not p.link_off
          and exists (select from role_grant g where g.participant_id = p.id and g.role <> 'SCREEN')
          and case $3
            when 'UNSENT' then p.email is not null
              and (m.state is null or (m.state = 'SENT' and m.sent_generation <> p.link_generation))
            when 'UNREACHED' then m.state = 'FAILED'
            else p.id = any ($4) end
        order by p.name collate "fi-x-icu", p.id) c
      on conflict on constraint message_pk do update set id = excluded.id, state = 'QUEUED',
          queued_by = excluded.queued_by, queued_at = excluded.queued_at, attempts = 0, next_at = excluded.next_at
        where message.state <> 'QUEUED'
      """;

  /** Those sent or failed before are so again; what is being sent at the moment goes on. */
  private static final String WITHDRAW =
      """
      with waiting as (
        select participant_id, kind from message
        where meeting_id = $1 and state = 'QUEUED' and (claimed_until is null or claimed_until <= clock_timestamp())
        for update skip locked),
      gone as (
        delete from message m using waiting w
        where m.participant_id = w.participant_id and m.kind = w.kind and m.fault is null and m.sent_at is null
        returning 1),
      back as (
        update message m set claimed_until = null, state = case when m.fault is null then 'SENT' else 'FAILED' end
        from waiting w
        where m.participant_id = w.participant_id and m.kind = w.kind and not (m.fault is null and m.sent_at is null)
        returning 1)
      select (select count(*) from gone)::int + (select count(*) from back)::int
      """;

  private Recipients() {}

  static Future<Progress> progress(
      SqlConnection connection, UUID meeting, @Nullable Integer perMinute) {
    return connection
        .preparedQuery(PROGRESS)
        .execute(Tuple.of(meeting))
        .map(rows -> {
          Row row = rows.iterator().next();
          return new Progress(
              perMinute,
              row.getInteger("unsent"),
              row.getInteger("queued"),
              row.getInteger("retrying"),
              row.getBoolean("unreachable"),
              row.getInteger("sent"),
              row.getInteger("failed"),
              row.getInteger("no_address"));
        });
  }

  static Future<All> unreached(SqlConnection connection, UUID meeting) {
    return connection
        .preparedQuery(UNREACHED)
        .execute(Tuple.of(meeting, MOST_LISTED))
        .map(rows -> {
          List<Unreached> people = new ArrayList<>();
          int count = 0;
          for (Row row : rows) {
            count = row.getInteger("count");
            people.add(
                new Unreached(
                    row.getUUID("id"),
                    row.getString("name"),
                    row.getString("organisation"),
                    row.getString("email"),
                    Fault.valueOf(row.getString("fault")),
                    row.getString("answer")));
          }
          return new All(count, List.copyOf(people));
        });
  }

  /**
   * Puts messages into the queue.
   *
   * @param people who, for {@link Whom#PARTICIPANTS}; those of other meetings are nobody
   * @return how many were not in it already
   */
  static Future<Integer> queue(
      SqlConnection connection, UUID meeting, UUID by, Whom to, @Nullable List<UUID> people) {
    UUID[] named = people == null ? new UUID[0] : people.toArray(UUID[]::new);
    return connection
        .preparedQuery(QUEUE)
        .execute(Tuple.of(meeting, by, to.name()).addArrayOfUUID(named))
        .map(queued -> queued.rowCount());
  }

  /** Takes out of the queue what has not begun. */
  static Future<Integer> withdraw(SqlConnection connection, UUID meeting) {
    return connection
        .preparedQuery(WITHDRAW)
        .execute(Tuple.of(meeting))
        .map(rows -> rows.iterator().next().getInteger(0));
  }
}
