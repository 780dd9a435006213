package fi.sovittu.records;

import fi.sovittu.table.Table;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The named votes on commitment: a row for each entitled organisation and goal, also for those that
 * did not answer, and the counts. An open vote is written only where its answers are shown to the
 * room already, and one whose result was set aside not at all: that is told with the polls.
 */
final class CommitmentRecord {
  /** Every question to every entitled organisation, with the answer where there is one. */
  private static final String ANSWERS =
      """
      select p.id as poll, p.title, p.round::int as round, p.state, s.place, s.text as goal, t.name as goal_set,
        s.goal_version::int as version, o.name as organisation, o.sub_region,
        n.answers -> s.place ->> 'answer' as answer, n.answers -> s.place ->> 'reservation' as reservation,
        g.name || coalesce((
          select format(' (' || $2 || ')', z.name) from substitution d join participant z on z.id = d.named_id
          where d.deputy_id = g.id and d.during @> n.cast_at), '')
          || coalesce((select format(' (' || $3 || ')', e.name) from participant e where e.id = n.entered_by), '')
          as given_by, n.cast_at
      from poll p
      join room r on r.id = p.room_id
      join lateral (
        select x.*, (row_number() over (order by x.position) - 1)::int as place
        from poll_statement x where x.poll_id = p.id) s on true
      left join goal_set t on t.id = s.goal_set_id
      join organisation o on o.meeting_id = p.meeting_id
      left join named_ballot n on n.poll_id = p.id and n.voter_id = o.id
      left join participant g on g.id = n.participant_id
      where p.meeting_id = $1 and p.kind = 'COMMITMENT'
        and (p.state = 'CLOSED' or (p.state = 'OPEN' and p.shown_participants))
        and (n.voter_id is not null or case
          when exists (select from poll_group m where m.poll_id = p.id) then exists (
            select from poll_group m join voter_group_organisation v on v.group_id = m.group_id
            where m.poll_id = p.id and v.organisation_id = o.id)
          else o.kind = 'MUNICIPALITY' end)
      order by r.position, p.position, p.created_at, o.name collate "fi-x-icu", s.place
      """;

  private static final String NO_ANSWER = "NONE";

  /**
   * What one organisation says about one goal; answer and what follows it are null where it said
   * nothing.
   *
   * @param place the goal's place in the vote, from 0
   * @param version the version of the goal that was asked about
   */
  record Answer(
      UUID poll,
      String title,
      int round,
      String state,
      int place,
      String goal,
      @Nullable String goalSet,
      @Nullable Integer version,
      String organisation,
      @Nullable String subRegion,
      @Nullable String answer,
      @Nullable String reservation,
      @Nullable String givenBy,
      @Nullable OffsetDateTime givenAt) {}

  private record Question(UUID poll, String title, int round, int place, String goal) {}

  private final Day day;
  private final Words words;

  CommitmentRecord(Day day, Words words) {
    this.day = day;
    this.words = words;
  }

  Future<Supplier<List<Table>>> read(SqlConnection connection) {
    return connection
        .preparedQuery(ANSWERS)
        .mapping(CommitmentRecord::answer)
        .execute(Tuple.of(day.meeting(), words.of("deputyFor"), words.of("enteredFor")))
        .map(rows -> () -> tables(Rows.list(rows)));
  }

  private static Answer answer(Row row) {
    return new Answer(
        row.getUUID("poll"),
        row.getString("title"),
        row.getInteger("round"),
        row.getString("state"),
        row.getInteger("place"),
        row.getString("goal"),
        row.getString("goal_set"),
        row.getInteger("version"),
        row.getString("organisation"),
        row.getString("sub_region"),
        row.getString("answer"),
        row.getString("reservation"),
        row.getString("given_by"),
        row.getOffsetDateTime("cast_at"));
  }

  /** The answers in the given order, then the counts. */
  List<Table> tables(List<Answer> answers) {
    return List.of(answers(answers), counts(answers));
  }

  private Table answers(List<Answer> answers) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Answer one : answers) {
      rows.add(
          Arrays.asList(
              one.title(),
              one.round(),
              words.value("state", one.state()),
              one.organisation(),
              one.subRegion(),
              one.goalSet(),
              one.place() + 1,
              one.goal(),
              one.version(),
              words.value("answer", one.answer() == null ? NO_ANSWER : one.answer()),
              one.reservation(),
              one.givenBy(),
              day.local(one.givenAt())));
    }
    return new Table(
        words.of("commitments"),
        List.of(
            words.text("vote"),
            words.integer("round"),
            words.text("state"),
            words.text("organisation"),
            words.text("subRegion"),
            words.text("goalSet"),
            words.integer("number"),
            words.text("goal"),
            words.integer("askedVersion"),
            words.text("answer"),
            words.text("reservation"),
            words.text("givenBy"),
            words.dateTime("givenAt")),
        rows);
  }

  private Table counts(List<Answer> answers) {
    Map<Question, List<Answer>> questions = new LinkedHashMap<>();
    for (Answer one : answers) {
      Question question =
          new Question(one.poll(), one.title(), one.round(), one.place(), one.goal());
      questions.computeIfAbsent(question, none -> new ArrayList<>()).add(one);
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    questions.forEach((question, given) ->
        rows.add(
            List.of(
                question.title(),
                question.round(),
                question.place() + 1,
                question.goal(),
                count(given, "COMMITS"),
                count(given, "RESERVATION"),
                count(given, "DECLINES"),
                count(given, null),
                given.size())));
    return new Table(
        words.of("commitmentCounts"),
        List.of(
            words.text("vote"),
            words.integer("round"),
            words.integer("number"),
            words.text("goal"),
            words.integer("answer.COMMITS"),
            words.integer("answer.RESERVATION"),
            words.integer("answer.DECLINES"),
            words.integer("answer.NONE"),
            words.integer("organisations")),
        rows);
  }

  private static int count(List<Answer> answers, @Nullable String answer) {
    return (int) answers.stream().filter(one -> Objects.equals(one.answer(), answer)).count();
  }
}
