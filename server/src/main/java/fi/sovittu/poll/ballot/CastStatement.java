package fi.sovittu.poll.ballot;

import fi.sovittu.base.Problem;
import fi.sovittu.db.Audit;
import fi.sovittu.db.Db;
import fi.sovittu.live.Revisions;
import fi.sovittu.poll.rules.Rights;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one statement that judges and writes a batch of ballots. {@code p} locks the polls in share
 * mode, so that whoever closes one waits for this batch and sees every vote of it; {@code j} puts
 * beside each ballot what decides on it; {@code f} holds those that are accepted, by the rules of
 * {@link #refusal}; {@code w} those that were written. What another node has changed since the
 * statement began is not overwritten: such a ballot is accepted but not written, and judged anew. A
 * ballot that was not accepted gets the stored one back, to be told whether it is the same.
 */
final class CastStatement {
  /** Takes ballots of all kinds of polls together. */
  private static final String ANY = text(true);

  /**
   * The same for sealed ballots of persons, which come by the thousand: what only organisations and
   * named ballots need is left out, for PostgreSQL prepares every part of a statement each time.
   */
  private static final String ANONYMOUS_OF_PERSONS = text(false);

  /** A poll may have been reset and opened anew for others since it was remembered. */
  private static final String OF_PERSONS = "p.voters = 'PERSONS' and ";

  private static final String KNOWN =
      """
      coalesce(s.revision, n.revision) as known, n.answers as known_answers, n.participant_id as known_participant
      """;

  private static final String KNOWN_SEALED =
      "s.revision as known, null::jsonb as known_answers, null::uuid as known_participant";

  private static final String STORED_NAMED =
      """
      left join lateral (
        select * from named_ballot n where n.poll_id = c.poll and n.voter_id = c.voter limit 1) n on true
      """;

  /**
   * {@code is true} keeps the planner from comparing every accepted ballot with every written one.
   */
  private static final String WRITTEN_SEALED =
      """
      w as materialized (select f.* from f where ((f.poll, f.locator) in (select poll_id, locator from s)) is true),
      """;

  private static final String WRITTEN_ANY =
      """
      n as (
        insert into named_ballot
          (poll_id, voter_id, meeting_id, participant_id, organisation_id, channel, revision, answers, cast_at, entered_by)
        select poll, voter, meeting_id, participant, organisation, channel, revision, answers, clock_timestamp(), entered_by
        from f where sealed is null
        on conflict on constraint named_ballot_pk do update set participant_id = excluded.participant_id,
            organisation_id = excluded.organisation_id, channel = excluded.channel, revision = excluded.revision,
            answers = excluded.answers, cast_at = excluded.cast_at, entered_by = excluded.entered_by
          where named_ballot.revision < excluded.revision
        returning poll_id, voter_id),
      w as materialized (
        select f.* from f where (f.poll, f.locator) in (select poll_id, locator from s)
          or (f.poll, f.voter) in (select poll_id, voter_id from n)),
      later_turnout as (
        insert into turnout (poll_id, voter_id, participant_id)
        select poll, voter, participant from w where known is not null and voters = 'ORGANISATIONS' order by voter
        on conflict on constraint turnout_pk do update set participant_id = excluded.participant_id
          where turnout.participant_id <> excluded.participant_id),
      trail as (
      """
          + Audit.INSERT
          + """

            select meeting_id, coalesce(entered_by, participant),
              case when entered_by is null then 'poll.vote' else 'poll.vote.proxy' end, poll,
              case when entered_by is null then jsonb_build_object('organisation', voter, 'answers', answers)
                else jsonb_build_object('participant', participant, 'organisation', organisation, 'answers', answers) end
            from w where sealed is null and (voters = 'ORGANISATIONS' or entered_by is not null)),
          """;

  private CastStatement() {}

  /**
   * Judges and writes a batch, in one transaction.
   *
   * @param batch ballots with no {@link Cast#keys} in common
   * @param channels of the voters, see {@link Channels}
   * @return the verdicts in the order of the batch, after the commit
   */
  static Future<List<Verdict>> run(Db db, List<Cast> batch, List<@Nullable String> channels) {
    boolean anonymousOfPersons =
        batch.stream().allMatch(c -> c.sealing() != null && !c.poll().ofOrganisations());
    return db.statement(anonymousOfPersons ? ANONYMOUS_OF_PERSONS : ANY, arguments(batch, channels))
        .map(rows -> {
          List<Verdict> verdicts = new ArrayList<>(rows.size());
          rows.forEach(row -> verdicts.add(verdict(row)));
          return verdicts;
        });
  }

  private static Tuple arguments(List<Cast> batch, List<@Nullable String> channels) {
    int size = batch.size();
    Buffer[] locators = new Buffer[size];
    Buffer[] owners = new Buffer[size];
    Integer[] revisions = new Integer[size];
    Buffer[] sealed = new Buffer[size];
    JsonArray[] answers = new JsonArray[size];
    for (int i = 0; i < size; i++) {
      Cast cast = batch.get(i);
      Cast.Sealing sealing = cast.sealing();
      revisions[i] = cast.revision();
      if (sealing != null) {
        locators[i] = Buffer.buffer(sealing.locator());
        owners[i] = sealing.owner();
        sealed[i] = cast.sealed(sealing, channels.get(i));
      } else if (!cast.poll().anonymous()) {
        answers[i] = cast.answers();
      }
    }
    return Tuple.tuple()
        .addArrayOfUUID(batch.stream().map(c -> c.poll().id()).distinct().toArray(UUID[]::new))
        .addArrayOfUUID(ids(batch, c -> c.poll().id()))
        .addArrayOfUUID(ids(batch, Cast::participant))
        .addArrayOfUUID(ids(batch, Cast::organisation))
        .addArrayOfUUID(ids(batch, Cast::voter))
        .addArrayOfBuffer(locators)
        .addArrayOfBuffer(owners)
        .addArrayOfInteger(revisions)
        .addArrayOfBuffer(sealed)
        .addArrayOfJsonArray(answers)
        .addArrayOfUUID(ids(batch, Cast::enteredBy));
  }

  private static UUID[] ids(List<Cast> batch, Function<Cast, @Nullable UUID> id) {
    return batch.stream().map(id).toArray(UUID[]::new);
  }

  private static Verdict verdict(Row row) {
    boolean open = "OPEN".equals(row.getString("state"));
    if (row.getBoolean("accepted")) {
      return new Verdict(open, true, row.getBoolean("written"), null, null);
    }
    Integer known = row.getInteger("known");
    Verdict.Stored stored =
        known == null
            ? null
            : new Verdict.Stored(
                known,
                row.getBoolean("own"),
                row.getBuffer("known_sealed"),
                row.getUUID("known_participant"),
                row.getJsonArray("known_answers"));
    return new Verdict(open, false, false, refusal(row), stored);
  }

  /**
   * Why a ballot was not accepted. In an anonymous poll of persons a first vote brings a new key
   * and a change the same one: else a person could own two ballots, or two persons one.
   */
  private static Problem.Code refusal(Row row) {
    String state = row.getString("state");
    if (state == null) {
      return Problem.Code.NOT_FOUND;
    }
    if (state.equals("CANCELLED")) {
      return Problem.Code.POLL_CANCELLED;
    }
    if (!state.equals("OPEN") || row.getBoolean("late")) {
      return Problem.Code.POLL_CLOSED;
    }
    if (!row.getBoolean("entitled")) {
      return Problem.Code.NOT_ENTITLED;
    }
    if (!row.getBoolean("present")) {
      return Problem.Code.NOT_PRESENT;
    }
    if (row.getInteger("known") == null) {
      return Problem.Code.BALLOT_KEY_UNKNOWN;
    }
    return row.getBoolean("own") ? Problem.Code.BALLOT_SUPERSEDED : Problem.Code.BALLOT_KEY_TAKEN;
  }

  private static String text(boolean any) {
    return """
    with c as materialized (
      select * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::bytea[], $7::bytea[], $8::int[], $9::bytea[],
        $10::jsonb[], $11::uuid[]) with ordinality
        as c (poll, participant, organisation, voter, locator, owner, revision, sealed, answers, entered_by, n)),
    p as materialized (
      select p.id, p.meeting_id, p.room_id, p.state, p.voters, coalesce(clock_timestamp() >= p.closes_at, false) as late,
        exists (select from poll_group g where g.poll_id = p.id) as grouped
      from poll p where p.id = any($1) order by p.id for share of p),
    """
        + (any
            ? judged(Rights.ofVoter("x", "p.grouped"), KNOWN, STORED_NAMED)
            : judged(OF_PERSONS + participant(), KNOWN_SEALED, ""))
        + """
          f as materialized (
            select * from j where state = 'OPEN' and not late and entitled and channel is not null
              and case when known is null then not voted else own and known < revision end),
          first_turnout as (
            insert into turnout (poll_id, voter_id, participant_id)
            select poll, voter, participant from f where known is null order by random()),
          s as (
            insert into sealed_ballot (poll_id, locator, owner, revision, sealed)
            select poll, locator, owner, revision, sealed from f where sealed is not null order by locator
            on conflict on constraint sealed_ballot_pk do update set revision = excluded.revision, sealed = excluded.sealed
              where sealed_ballot.owner = excluded.owner and sealed_ballot.revision < excluded.revision
            returning poll_id, locator),
        """
        + (any ? WRITTEN_ANY : WRITTEN_SEALED)
        + """
        raised as (
        """
        + Revisions.INSERT
        + """

          select r.room_id, u.name, 1
          from (select distinct room_id from w) r cross join unnest(array['results', 'stage', 'desk']) as u (name)
          order by 1, 2
        """
        + Revisions.RAISE
        + """
          )
        select j.state, coalesce(j.late, false) as late, j.voted, coalesce(j.entitled, false) as entitled,
          j.channel is not null as present, j.known, j.own, j.n in (select n from f) as accepted,
          j.n in (select n from w) as written,
          case when j.n not in (select n from f) then j.known_sealed end as known_sealed,
          case when j.n not in (select n from f) then j.known_answers end as known_answers, j.known_participant
        from j
        order by j.n
        """;
  }

  private static String participant() {
    return Rights.ofParticipant("x", "p.grouped");
  }

  /**
   * An array of one keeps the planner from the index of intervals, which takes ten times as long as
   * that of who is present now.
   */
  private static String judged(String entitled, String known, String stored) {
    return """
    j as materialized (
      select c.*, p.meeting_id, p.room_id, p.voters, p.state, p.late, a.channel, t.voter_id is not null as voted,
        x.organisation_id is not distinct from c.organisation and %s as entitled,
        s.owner is null or s.owner = c.owner as own, s.sealed as known_sealed, %s
      from c
      left join p on p.id = c.poll
      left join lateral (select * from participant x where x.id = c.participant limit 1) x on true
      left join lateral (
        select * from turnout t where t.poll_id = c.poll and t.voter_id = c.voter limit 1) t on true
      left join lateral (
        select * from attendance a where a.participant_id = any(array[c.participant]) and upper_inf(a.during)
          and (p.grouped or p.voters = 'ORGANISATIONS' or a.room_id = p.room_id) limit 1) a on true
      left join lateral (
        select * from sealed_ballot s where s.poll_id = c.poll and s.locator = c.locator limit 1) s on true
      %s),
    """
        .formatted(entitled, known, stored);
  }
}
