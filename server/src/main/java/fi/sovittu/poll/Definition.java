package fi.sovittu.poll;

import fi.sovittu.base.Problem;
import fi.sovittu.base.ServerSecret;
import fi.sovittu.meeting.BreakdownDimension;
import fi.sovittu.meeting.Majority;
import fi.sovittu.meeting.MajorityBase;
import fi.sovittu.meeting.MajorityRule;
import fi.sovittu.meeting.PollDraft.Secrecy;
import fi.sovittu.meeting.PollDraft.ShowResults;
import fi.sovittu.meeting.PollDraft.Voters;
import fi.sovittu.meeting.PollKind;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A poll as those who take and count its ballots need it. Everything but state, salt and what is
 * shown is frozen when the poll opens. Immutable.
 *
 * @param grouped whether it is limited to groups
 * @param salt of the seal; only while an anonymous poll is open
 */
record Definition(
    UUID id,
    UUID meeting,
    UUID room,
    String title,
    Polls.State state,
    Secrecy secrecy,
    Voters voters,
    boolean grouped,
    Question question,
    ShowResults showParticipants,
    ShowResults showScreen,
    boolean shownParticipants,
    boolean shownScreen,
    @Nullable Majority majority,
    @Nullable Majority quorum,
    boolean byMunicipality,
    List<BreakdownDimension> breakdowns,
    boolean publishBallots,
    boolean moderated,
    @Nullable Buffer salt) {

  /** What {@link #of} reads, of a poll {@code p}. */
  static final String COLUMNS =
      """
      p.id, p.meeting_id, p.room_id, p.title, p.state, p.kind, p.secrecy, p.voters, p.most, p.steps, p.show_participants, p.show_screen,
        p.shown_participants, p.shown_screen, p.majority_rule, p.majority_base, p.quorum_rule, p.quorum_base,
        p.by_municipality, p.breakdowns, p.publish_ballots, p.moderated, p.seal_salt,
        (select count(*)::int from poll_statement s where s.poll_id = p.id) as statements,
        array(select o.abstain from poll_option o where o.poll_id = p.id order by o.position) as abstain,
        exists (select from poll_group g where g.poll_id = p.id) as grouped
      """;

  private static final String READ = "select " + COLUMNS + " from poll p where p.id = $1";

  /**
   * Reads a poll.
   *
   * @return fails with NOT_FOUND
   */
  static Future<Definition> read(SqlConnection connection, UUID poll) {
    return one(connection, READ, poll);
  }

  /**
   * Reads a poll and locks it against everyone who would change it, and against voters.
   *
   * @return fails with NOT_FOUND
   */
  static Future<Definition> lock(SqlConnection connection, UUID poll) {
    return one(connection, READ + " for update of p", poll);
  }

  private static Future<Definition> one(SqlConnection connection, String sql, UUID poll) {
    return connection
        .preparedQuery(sql)
        .execute(Tuple.of(poll))
        .map(rows -> {
          if (rows.size() == 0) {
            throw Problem.of(Problem.Code.NOT_FOUND);
          }
          return of(rows.iterator().next());
        });
  }

  static Definition of(Row row) {
    return new Definition(
        row.getUUID("id"),
        row.getUUID("meeting_id"),
        row.getUUID("room_id"),
        row.getString("title"),
        Polls.State.valueOf(row.getString("state")),
        Secrecy.valueOf(row.getString("secrecy")),
        Voters.valueOf(row.getString("voters")),
        row.getBoolean("grouped"),
        question(row),
        ShowResults.valueOf(row.getString("show_participants")),
        ShowResults.valueOf(row.getString("show_screen")),
        row.getBoolean("shown_participants"),
        row.getBoolean("shown_screen"),
        majority(row.getString("majority_rule"), row.getString("majority_base")),
        majority(row.getString("quorum_rule"), row.getString("quorum_base")),
        row.getBoolean("by_municipality"),
        dimensions(row),
        row.getBoolean("publish_ballots"),
        row.getBoolean("moderated"),
        row.getBuffer("seal_salt"));
  }

  static List<BreakdownDimension> dimensions(Row row) {
    return Arrays.stream(Objects.requireNonNull(row.getArrayOfStrings("breakdowns")))
        .map(BreakdownDimension::valueOf)
        .toList();
  }

  static @Nullable Majority majority(@Nullable String rule, @Nullable String base) {
    return rule == null || base == null
        ? null
        : new Majority(MajorityRule.valueOf(rule), MajorityBase.valueOf(base));
  }

  private static Question question(Row row) {
    Integer steps = row.getInteger("steps");
    return Question.of(
        PollKind.valueOf(row.getString("kind")),
        row.getInteger("statements"),
        steps == null ? 0 : steps,
        row.getInteger("most"),
        Arrays.asList(row.getArrayOfBooleans("abstain")));
  }

  PollKind kind() {
    return question.kind();
  }

  boolean anonymous() {
    return secrecy == Secrecy.ANONYMOUS;
  }

  boolean ofOrganisations() {
    return voters == Voters.ORGANISATIONS;
  }

  /** Whether the count needs to know of each ballot which organisation and channel it came from. */
  boolean classified() {
    return byMunicipality || !breakdowns.isEmpty();
  }

  /** Whether the poll has been counted. */
  boolean counted() {
    return state == Polls.State.CLOSED || state == Polls.State.DISCARDED;
  }

  /** The seal of its ballots; null unless it is an open anonymous poll. */
  @Nullable Seal seal(ServerSecret secret) {
    return salt == null ? null : new Seal(secret, id, salt.getBytes(), question.paddedBytes());
  }
}
