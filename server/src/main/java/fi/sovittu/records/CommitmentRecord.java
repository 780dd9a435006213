package fi.sovittu.records;

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
 * The named votes on commitment: a row for each municipality and goal set, also for those that did
 * not answer, and the counts. An open vote is written only where its answers are shown to the room
 * already.
 */
final class CommitmentRecord {
  /** Every question to every municipality, with the answer where there is one. */
  private static final String ANSWERS =
      """
      select p.id as poll, p.title, p.state, s.position, s.text as goals, o.name as municipality, o.sub_region,
        c.answer, c.reservation, g.name as given_by, b.cast_at
      from poll p
      join room r on r.id = p.room_id
      join poll_statement s on s.poll_id = p.id
      join organisation o on o.meeting_id = p.meeting_id and o.kind = 'MUNICIPALITY'
      left join commitment c on c.poll_id = p.id and c.organisation_id = o.id and c.position = s.position
      left join commitment_ballot b on b.poll_id = p.id and b.organisation_id = o.id
      left join participant g on g.id = b.participant_id
      where p.meeting_id = $1 and p.kind = 'COMMITMENT'
        and (p.state = 'CLOSED' or (p.state = 'OPEN' and (p.show_results = 'LIVE' or p.results_shown)))
      order by r.position, p.position, o.name collate "fi-x-icu", s.position
      """;

  private static final String NO_ANSWER = "NONE";

  /**
   * What one municipality says about one goal set; answer and what follows it are null where it
   * said nothing.
   */
  record Answer(
      UUID poll,
      String title,
      String state,
      int position,
      String goals,
      String municipality,
      @Nullable String subRegion,
      @Nullable String answer,
      @Nullable String reservation,
      @Nullable String givenBy,
      @Nullable OffsetDateTime givenAt) {}

  private record Question(UUID poll, String title, int position, String goals) {}

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
        .execute(Tuple.of(day.meeting()))
        .map(rows -> () -> tables(Rows.list(rows)));
  }

  private static Answer answer(Row row) {
    return new Answer(
        row.getUUID("poll"),
        row.getString("title"),
        row.getString("state"),
        row.getInteger("position"),
        row.getString("goals"),
        row.getString("municipality"),
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
              words.value("state", one.state()),
              one.municipality(),
              one.subRegion(),
              one.goals(),
              words.value("answer", one.answer() == null ? NO_ANSWER : one.answer()),
              one.reservation(),
              one.givenBy(),
              day.local(one.givenAt())));
    }
    return new Table(
        words.of("commitments"),
        List.of(
            words.text("vote"),
            words.text("state"),
            words.text("municipality"),
            words.text("subRegion"),
            words.text("goals"),
            words.text("answer"),
            words.text("reservation"),
            words.text("givenBy"),
            words.dateTime("givenAt")),
        rows);
  }

  private Table counts(List<Answer> answers) {
    Map<Question, List<Answer>> questions = new LinkedHashMap<>();
    for (Answer one : answers) {
      Question question = new Question(one.poll(), one.title(), one.position(), one.goals());
      questions.computeIfAbsent(question, none -> new ArrayList<>()).add(one);
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    questions.forEach((question, given) ->
        rows.add(
            List.of(
                question.title(),
                question.goals(),
                count(given, "COMMITS"),
                count(given, "RESERVATION"),
                count(given, "DECLINES"),
                count(given, null),
                given.size())));
    return new Table(
        words.of("commitmentCounts"),
        List.of(
            words.text("vote"),
            words.text("goals"),
            words.integer("answer.COMMITS"),
            words.integer("answer.RESERVATION"),
            words.integer("answer.DECLINES"),
            words.integer("answer.NONE"),
            words.integer("municipalities")),
        rows);
  }

  private static int count(List<Answer> answers, @Nullable String answer) {
    return (int) answers.stream().filter(one -> Objects.equals(one.answer(), answer)).count();
  }
}
