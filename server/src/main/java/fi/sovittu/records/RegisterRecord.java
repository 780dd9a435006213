package fi.sovittu.records;

import fi.sovittu.table.Table;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The registers of the polls that were counted (äänioikeutetut): who was entitled, who of them was
 * present at the close, and who had voted. Never how.
 */
final class RegisterRecord {
  /** The person of a poll of organisations is who voted for it last. */
  private static final String VOTERS =
      """
      select m.name as room, p.title, p.round::int as round, p.state, p.voters, x.name || coalesce((
          select format(' (' || string_agg($2, '; ') || ')', variadic array_agg(z.name order by d.during))
          from substitution d join participant z on z.id = d.named_id
          where d.deputy_id = x.id and d.during && tstzrange(p.opened_at, p.closed_at)), '') as participant,
        o.name as organisation, o.kind, o.sub_region, r.present, r.voted
      from poll_register r
      join poll p on p.id = r.poll_id
      join room m on m.id = p.room_id
      left join participant x on x.id = r.participant_id
      left join organisation o on o.id = r.organisation_id
      where p.meeting_id = $1 and p.state in ('CLOSED', 'DISCARDED')
      order by m.position, p.position, p.created_at,
        case p.voters when 'PERSONS' then x.name else o.name end collate "fi-x-icu", r.voter_id
      """;

  /**
   * @param voters PERSONS or ORGANISATIONS
   * @param person in a poll of organisations who voted for it; null when nobody did
   */
  record Voter(
      String room,
      String poll,
      int round,
      String state,
      String voters,
      @Nullable String participant,
      @Nullable String organisation,
      @Nullable String kind,
      @Nullable String subRegion,
      boolean present,
      boolean voted) {}

  private final Day day;
  private final Words words;

  RegisterRecord(Day day, Words words) {
    this.day = day;
    this.words = words;
  }

  Future<Supplier<List<Table>>> read(SqlConnection connection) {
    return connection
        .preparedQuery(VOTERS)
        .mapping(RegisterRecord::voter)
        .execute(Tuple.of(day.meeting(), words.of("deputyFor")))
        .map(rows -> () -> List.of(table(Rows.list(rows))));
  }

  private static Voter voter(Row row) {
    return new Voter(
        row.getString("room"),
        row.getString("title"),
        row.getInteger("round"),
        row.getString("state"),
        row.getString("voters"),
        row.getString("participant"),
        row.getString("organisation"),
        row.getString("kind"),
        row.getString("sub_region"),
        row.getBoolean("present"),
        row.getBoolean("voted"));
  }

  /** The voters in the given order. */
  Table table(List<Voter> voters) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Voter one : voters) {
      rows.add(
          Arrays.asList(
              one.room(),
              one.poll(),
              one.round(),
              words.value("state", one.state()),
              words.value("voters", one.voters()),
              one.participant(),
              one.organisation(),
              one.kind() == null ? null : words.value("kind", one.kind()),
              one.subRegion(),
              words.yesOrNo(one.present()),
              words.yesOrNo(one.voted())));
    }
    return new Table(
        words.of("registers"),
        List.of(
            words.text("room"),
            words.text("poll"),
            words.integer("round"),
            words.text("state"),
            words.text("voters"),
            words.text("name"),
            words.text("organisation"),
            words.text("kind"),
            words.text("subRegion"),
            words.text("wasPresent"),
            words.text("hasVoted")),
        rows);
  }
}
