package fi.sovittu.poll.ballot;

import fi.sovittu.base.Problem;
import fi.sovittu.base.ServerSecret;
import fi.sovittu.poll.kind.Question;
import fi.sovittu.poll.rules.Audience;
import fi.sovittu.poll.rules.BreakdownDimension;
import fi.sovittu.poll.rules.Majority;
import fi.sovittu.poll.rules.MajorityBase;
import fi.sovittu.poll.rules.MajorityRule;
import fi.sovittu.poll.rules.PollDraft.Secrecy;
import fi.sovittu.poll.rules.PollDraft.ShowResults;
import fi.sovittu.poll.rules.PollDraft.Voters;
import fi.sovittu.poll.rules.PollKind;
import fi.sovittu.poll.rules.PollState;
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
public record Definition(
    UUID id,
    UUID meeting,
    UUID room,
    String title,
    PollState state,
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
  public static final String COLUMNS =
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
  public static Future<Definition> read(SqlConnection connection, UUID poll) {
    return one(connection, READ, poll);
  }

  /**
   * Reads a poll and locks it against everyone who would change it, and against voters.
   *
   * @return fails with NOT_FOUND
   */
  public static Future<Definition> lock(SqlConnection connection, UUID poll) {
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

  public static Definition of(Row row) {
    return new Definition(
        row.getUUID("id"),
        row.getUUID("meeting_id"),
        row.getUUID("room_id"),
        row.getString("title"),
        PollState.valueOf(row.getString("state")),
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

  public static List<BreakdownDimension> dimensions(Row row) {
    return Arrays.stream(Objects.requireNonNull(row.getArrayOfStrings("breakdowns")))
        .map(BreakdownDimension::valueOf)
        .toList();
  }

  public static @Nullable Majority majority(@Nullable String rule, @Nullable String base) {
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

  public PollKind kind() {
    return question.kind();
  }

  public boolean anonymous() {
    return secrecy == Secrecy.ANONYMOUS;
  }

  public boolean ofOrganisations() {
    return voters == Voters.ORGANISATIONS;
  }

  /** Whether the count needs to know of each ballot which organisation and channel it came from. */
  public boolean classified() {
    return byMunicipality || !breakdowns.isEmpty();
  }

  /** Whether the poll has been counted. */
  public boolean counted() {
    return state == PollState.CLOSED || state == PollState.DISCARDED;
  }

  /** Whether the audience may see the tally now. */
  public boolean visibleTo(Audience audience) {
    return switch (state) {
      case DRAFT, CANCELLED -> false;
      case DISCARDED -> audience == Audience.DESK;
      case OPEN, CLOSED ->
          switch (audience) {
            case PARTICIPANTS -> shownParticipants();
            case SCREEN -> shownScreen();
            case DESK ->
                counted() || showParticipants == ShowResults.LIVE || showScreen == ShowResults.LIVE;
          };
    };
  }

  /** The seal of its ballots; null unless it is an open anonymous poll. */
  public @Nullable Seal seal(ServerSecret secret) {
    return salt == null ? null : new Seal(secret, id, salt.getBytes(), question.paddedBytes());
  }
}
