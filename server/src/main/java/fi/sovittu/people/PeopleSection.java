package fi.sovittu.people;

import fi.sovittu.attendance.Arrivals;
import fi.sovittu.live.Fact;
import fi.sovittu.live.Listeners;
import fi.sovittu.live.Reading;
import fi.sovittu.live.Scope;
import fi.sovittu.live.Section;
import fi.sovittu.live.SectionName;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Section {@code people} of a meeting, for its staff: who has joined by the code and awaits a nod.
 * Its revision rises with every change of people.
 */
public final class PeopleSection implements Section {
  /** Of a meeting. */
  public static final SectionName NAME = new SectionName("people");

  /** The most that are shown; more wait their turn. */
  static final int MOST_SHOWN = 100;

  private static final String WAITING =
      """
      select p.id, p.name, o.name as organisation, p.created_at, a.channel, count(*) over ()::int as all
      from participant p left join organisation o on o.id = p.organisation_id
      left join attendance a on a.participant_id = p.id and upper_inf(a.during)
      where p.meeting_id = $1 and p.voting = 'WAITING'
      order by p.created_at, p.id limit $2
      """;

  record Waiting(
      UUID id,
      String name,
      @Nullable String organisation,
      @Nullable String channel,
      OffsetDateTime since) {}

  /**
   * @param waiting the first of those that wait
   * @param count of all of them
   */
  record Data(String walkIns, int count, List<Waiting> waiting) {}

  @Override
  public SectionName name() {
    return NAME;
  }

  @Override
  public Scope scope() {
    return Scope.MEETING;
  }

  @Override
  public Listeners audience() {
    return Listeners.STAFF;
  }

  @Override
  public Set<Fact> follows() {
    return Set.of(Arrivals.WAITING);
  }

  @Override
  public Future<Object> read(Reading reading, UUID meeting) {
    Future<RowSet<Row>> rule =
        reading
            .connection()
            .preparedQuery("select walk_ins from meeting where id = $1")
            .execute(Tuple.of(meeting));
    Future<RowSet<Row>> people =
        reading.connection().preparedQuery(WAITING).execute(Tuple.of(meeting, MOST_SHOWN));
    return Future.all(rule, people)
        .map(all -> {
          List<Waiting> waiting = new ArrayList<>();
          int count = 0;
          for (Row row : people.result()) {
            count = row.getInteger("all");
            waiting.add(
                new Waiting(
                    row.getUUID("id"),
                    row.getString("name"),
                    row.getString("organisation"),
                    row.getString("channel"),
                    row.getOffsetDateTime("created_at")));
          }
          return new Data(
              rule.result().iterator().next().getString(0), count, List.copyOf(waiting));
        });
  }
}
