package fi.sovittu.poll.rules;

import fi.sovittu.base.Problem;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes prepared polls. Works inside the caller's transaction. */
public final class PollDrafts {
  private static final String INSERT =
      """
      insert into poll (id, meeting_id, room_id, position, agenda_item_id, kind, title, secrecy, voters,
        show_participants, show_screen, steps, low_label, high_label, most, seconds,
        majority_rule, majority_base, quorum_rule, quorum_base, by_municipality, breakdowns, publish_ballots, moderated)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)
      """;

  private static final String UPDATE =
      """
      update poll set agenda_item_id = $2, kind = $3, title = $4, secrecy = $5, voters = $6,
        show_participants = $7, show_screen = $8, steps = $9, low_label = $10, high_label = $11, most = $12, seconds = $13,
        majority_rule = $14, majority_base = $15, quorum_rule = $16, quorum_base = $17, by_municipality = $18,
        breakdowns = $19, publish_ballots = $20, moderated = $21
      where id = $1
      """;

  private static final String STRANGERS =
      """
      select
        $3::uuid is not null
          and not exists (select from agenda_item i where i.id = $3 and i.room_id = $2) as item,
        exists (select from unnest($4::uuid[]) g (id)
          where not exists (select from voter_group v where v.id = g.id and v.meeting_id = $1)) as groups,
        array(select s.n::int - 1 from unnest($5::uuid[], $6::int[]) with ordinality s (goal, version, n)
          where s.goal is not null and not exists (
            select from goal_version v join goal g on g.id = v.goal_id join goal_set t on t.id = g.goal_set_id
            where v.goal_id = s.goal and v.version = s.version and t.meeting_id = $1)) as goals
      """;

  private static final String STATEMENTS =
      """
      insert into poll_statement (poll_id, position, text, goal_set_id, goal_id, goal_version)
      select $1, s.n - 1, coalesce(v.text, s.text), g.goal_set_id, v.goal_id, v.version
      from unnest($2::text[], $3::uuid[], $4::int[]) with ordinality s (text, goal, version, n)
      left join goal_version v on v.goal_id = s.goal and v.version = s.version
      left join goal g on g.id = v.goal_id
      """;

  private PollDrafts() {}

  /**
   * Writes a new draft.
   *
   * @return fails with POLL_INVALID and the places
   */
  public static Future<Void> insert(
      SqlConnection connection, UUID meeting, UUID room, int position, UUID id, PollDraft draft) {
    return check(connection, meeting, room, draft)
        .compose(checked -> {
          Tuple row = Tuple.of(id, meeting, room, position);
          return connection.preparedQuery(INSERT).execute(columns(row, draft));
        })
        .compose(done -> parts(connection, id, draft));
  }

  /**
   * Replaces a draft whole; the caller has locked it.
   *
   * @return fails with POLL_INVALID and the places
   */
  public static Future<Void> replace(
      SqlConnection connection, UUID meeting, UUID room, UUID id, PollDraft draft) {
    return check(connection, meeting, room, draft)
        .compose(checked -> connection.preparedQuery(UPDATE).execute(columns(Tuple.of(id), draft)))
        .compose(done -> delete(connection, "delete from poll_statement where poll_id = $1", id))
        .compose(done -> delete(connection, "delete from poll_option where poll_id = $1", id))
        .compose(done -> delete(connection, "delete from poll_group where poll_id = $1", id))
        .compose(done -> parts(connection, id, draft));
  }

  private static Future<Void> delete(SqlConnection connection, String sql, UUID id) {
    return connection.preparedQuery(sql).execute(Tuple.of(id)).mapEmpty();
  }

  private static Tuple columns(Tuple row, PollDraft draft) {
    PollDraft.Rules rules = draft.rules();
    PollDraft.Scale scale = draft.scale();
    row.addUUID(draft.item());
    row.addString(draft.kind().name()).addString(draft.title().strip());
    row.addString(rules.secrecy().name()).addString(rules.voters().name());
    row.addString(rules.showParticipants().name()).addString(rules.showScreen().name());
    row.addInteger(scale == null ? null : Integer.valueOf(scale.steps()));
    row.addString(scale == null ? null : scale.low().strip());
    row.addString(scale == null ? null : scale.high().strip());
    row.addInteger(draft.most()).addInteger(rules.seconds());
    majority(row, rules.majority());
    majority(row, rules.quorum());
    row.addBoolean(rules.byMunicipality());
    row.addArrayOfString(
        rules.breakdowns().stream().map(BreakdownDimension::name).toArray(String[]::new));
    return row.addBoolean(rules.publishBallots()).addBoolean(rules.moderated());
  }

  private static void majority(Tuple row, @Nullable Majority majority) {
    row.addString(majority == null ? null : majority.rule().name());
    row.addString(majority == null ? null : majority.base().name());
  }

  /** What only the database knows: whether item, groups and goals are this room's and meeting's. */
  private static Future<Void> check(
      SqlConnection connection, UUID meeting, UUID room, PollDraft draft) {
    List<Problem.Field> faults = new ArrayList<>(draft.faults());
    Tuple named =
        Tuple.of(meeting, room, draft.item())
            .addArrayOfUUID(draft.rules().groups().toArray(UUID[]::new));
    return connection
        .preparedQuery(STRANGERS)
        .execute(goals(named, draft))
        .map(rows -> {
          var row = rows.iterator().next();
          if (row.getBoolean("item")) {
            faults.add(new Problem.Field("item", "is not of this room"));
          }
          if (row.getBoolean("groups")) {
            faults.add(new Problem.Field("rules.groups", "is not of this meeting"));
          }
          for (Integer place : Objects.requireNonNull(row.getArrayOfIntegers("goals"))) {
            faults.add(
                new Problem.Field("statements[" + place + "].goal", "is not of this meeting"));
          }
          if (!faults.isEmpty()) {
            throw Problem.withFields(Problem.Code.POLL_INVALID, faults);
          }
          return null;
        });
  }

  private static Tuple goals(Tuple row, PollDraft draft) {
    List<PollDraft.Statement> statements = draft.statements();
    return row.addArrayOfUUID(
            statements.stream().map(PollDraft.Statement::goal).toArray(UUID[]::new))
        .addArrayOfInteger(
            statements.stream().map(PollDraft.Statement::version).toArray(Integer[]::new));
  }

  private static Future<Void> parts(SqlConnection connection, UUID id, PollDraft draft) {
    Tuple statements =
        Tuple.of(id)
            .addArrayOfString(
                draft.statements().stream().map(s -> s.text().strip()).toArray(String[]::new));
    Tuple options =
        Tuple.of(id)
            .addArrayOfString(
                draft.options().stream().map(o -> o.text().strip()).toArray(String[]::new))
            .addArrayOfBoolean(
                draft.options().stream().map(PollDraft.Option::abstain).toArray(Boolean[]::new));
    Tuple groups = Tuple.of(id).addArrayOfUUID(draft.rules().groups().toArray(UUID[]::new));
    return connection
        .preparedQuery(STATEMENTS)
        .execute(goals(statements, draft))
        .compose(done ->
            connection
                .preparedQuery(
                    """
                    insert into poll_option (poll_id, position, text, abstain)
                    select $1, o.n - 1, o.text, o.abstain
                    from unnest($2::text[], $3::boolean[]) with ordinality o (text, abstain, n)
                    """)
                .execute(options))
        .compose(done ->
            connection
                .preparedQuery(
                    "insert into poll_group (poll_id, group_id) select $1, unnest($2::uuid[])")
                .execute(groups))
        .mapEmpty();
  }
}
