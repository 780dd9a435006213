package fi.sovittu.records;

import fi.sovittu.poll.kind.Question;
import fi.sovittu.poll.rules.BreakdownDimension;
import fi.sovittu.poll.rules.Majority;
import fi.sovittu.poll.rules.MajorityBase;
import fi.sovittu.poll.rules.MajorityRule;
import fi.sovittu.poll.rules.PollDraft.Option;
import fi.sovittu.poll.rules.PollDraft.Scale;
import fi.sovittu.poll.rules.PollDraft.Secrecy;
import fi.sovittu.poll.rules.PollDraft.ShowResults;
import fi.sovittu.poll.rules.PollDraft.Voters;
import fi.sovittu.poll.rules.PollKind;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A poll with its rules as the records tell of it. Immutable.
 *
 * @param state DRAFT, OPEN, CLOSED, CANCELLED or DISCARDED
 * @param reason why it was cancelled or discarded
 * @param item the title of its agenda item
 * @param voted how many have voted; 0 of a draft
 * @param entitled by the register of the close; null before it
 * @param present of the entitled, at the close; null before it
 * @param municipalities all of the meeting
 * @param municipalCount the contract's {@code MunicipalCount}; null where there is none
 * @param breakdown the contract's {@code Breakdown}; null where there is none
 */
record RecordedPoll(
    UUID id,
    String room,
    String title,
    PollKind kind,
    int round,
    String state,
    @Nullable String reason,
    @Nullable String item,
    Rules rules,
    @Nullable Scale scale,
    int most,
    List<Statement> statements,
    List<Option> options,
    int voted,
    @Nullable Integer entitled,
    @Nullable Integer present,
    int municipalities,
    Times times,
    @Nullable JsonObject municipalCount,
    @Nullable JsonObject breakdown) {

  /** The columns that {@link #of} reads, of a poll {@code p} in a room {@code r}. */
  static final String COLUMNS =
      """
      p.id, r.name as room, p.title, p.kind, p.round, p.state, p.reason,
      (select i.title from agenda_item i where i.id = p.agenda_item_id) as item,
      p.secrecy, p.voters, p.show_participants, p.show_screen, p.seconds,
      p.majority_rule, p.majority_base, p.quorum_rule, p.quorum_base,
      p.by_municipality, p.breakdowns, p.publish_ballots, p.moderated,
      array(select g.name from poll_group m join voter_group g on g.id = m.group_id
        where m.poll_id = p.id order by g.position) as groups,
      p.steps, p.low_label, p.high_label, p.most,
      (select count(*)::int from turnout t where t.poll_id = p.id) as voted, p.entitled, p.present,
      (select count(*)::int from organisation o
        where o.meeting_id = p.meeting_id and o.kind = 'MUNICIPALITY') as municipalities,
      p.opened_at, p.closes_at, p.closed_at, p.municipal_count, p.breakdown
      """;

  /** By the names of the contract's {@code PollRules}, with the groups' names. */
  record Rules(
      Secrecy secrecy,
      Voters voters,
      List<String> groups,
      ShowResults showParticipants,
      ShowResults showScreen,
      @Nullable Integer seconds,
      @Nullable Majority majority,
      @Nullable Majority quorum,
      boolean byMunicipality,
      List<BreakdownDimension> breakdowns,
      boolean publishBallots,
      boolean moderated) {}

  /**
   * @param version the version of the goal that it asks about; null of a statement in its own words
   * @param newest the goal's newest version now
   */
  record Statement(
      String text, @Nullable String goalSet, @Nullable Integer version, @Nullable Integer newest) {}

  /**
   * @param closes when it was to close by itself
   */
  record Times(
      @Nullable OffsetDateTime opened,
      @Nullable OffsetDateTime closes,
      @Nullable OffsetDateTime closed) {}

  static RecordedPoll of(Row row, List<Statement> statements, List<Option> options) {
    Integer steps = row.getInteger("steps");
    return new RecordedPoll(
        row.getUUID("id"),
        row.getString("room"),
        row.getString("title"),
        PollKind.valueOf(row.getString("kind")),
        row.getInteger("round"),
        row.getString("state"),
        row.getString("reason"),
        row.getString("item"),
        rules(row),
        steps == null
            ? null
            : new Scale(steps, row.getString("low_label"), row.getString("high_label")),
        row.getInteger("most"),
        List.copyOf(statements),
        List.copyOf(options),
        row.getInteger("voted"),
        row.getInteger("entitled"),
        row.getInteger("present"),
        row.getInteger("municipalities"),
        new Times(
            row.getOffsetDateTime("opened_at"),
            row.getOffsetDateTime("closes_at"),
            row.getOffsetDateTime("closed_at")),
        row.getJsonObject("municipal_count"),
        row.getJsonObject("breakdown"));
  }

  private static Rules rules(Row row) {
    return new Rules(
        Secrecy.valueOf(row.getString("secrecy")),
        Voters.valueOf(row.getString("voters")),
        List.of(row.getArrayOfStrings("groups")),
        ShowResults.valueOf(row.getString("show_participants")),
        ShowResults.valueOf(row.getString("show_screen")),
        row.getInteger("seconds"),
        majority(row.getString("majority_rule"), row.getString("majority_base")),
        majority(row.getString("quorum_rule"), row.getString("quorum_base")),
        row.getBoolean("by_municipality"),
        Arrays.stream(Objects.requireNonNull(row.getArrayOfStrings("breakdowns")))
            .map(BreakdownDimension::valueOf)
            .toList(),
        row.getBoolean("publish_ballots"),
        row.getBoolean("moderated"));
  }

  private static @Nullable Majority majority(@Nullable String rule, @Nullable String base) {
    return rule == null || base == null
        ? null
        : new Majority(MajorityRule.valueOf(rule), MajorityBase.valueOf(base));
  }

  /** Whether it has a result, be it set aside later. */
  boolean counted() {
    return state.equals("CLOSED") || state.equals("DISCARDED");
  }

  boolean named() {
    return rules.secrecy() == Secrecy.NAMED;
  }

  int steps() {
    return scale == null ? 0 : scale.steps();
  }

  Question question() {
    return Question.of(
        kind, statements.size(), steps(), most, options.stream().map(Option::abstain).toList());
  }

  /** What was asked about, one by one; nothing of texts and words. */
  List<String> items(Words words) {
    return switch (kind) {
      case SCALE, COMMITMENT -> statements.stream().map(Statement::text).toList();
      case CHOICE, RANKING, POINTS -> options.stream().map(Option::text).toList();
      case THUMBS ->
          Stream.of("UP", "SIDEWAYS", "DOWN").map(thumb -> words.value("thumb", thumb)).toList();
      case TEXT, WORDS -> List.of();
    };
  }
}
