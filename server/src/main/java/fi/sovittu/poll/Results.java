package fi.sovittu.poll;

import fi.sovittu.live.Reading;
import fi.sovittu.poll.ballot.Ballots;
import fi.sovittu.poll.ballot.Definition;
import fi.sovittu.poll.count.Decision;
import fi.sovittu.poll.count.LiveTallies;
import fi.sovittu.poll.kind.Tally;
import fi.sovittu.poll.rules.Audience;
import fi.sovittu.poll.rules.Electorate;
import fi.sovittu.poll.rules.PollKind;
import fi.sovittu.poll.rules.PollState;
import fi.sovittu.poll.text.Moderation;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Turnout and tallies of a room's polls, as each audience may see them. The ballots of a counted
 * poll never change and are counted once. Event loop only.
 */
public final class Results {
  /**
   * The contract's {@code Result}.
   *
   * @param tally a {@link Tally}, or its JSON as it was frozen
   */
  record Result(
      UUID poll,
      int voted,
      int entitled,
      List<Answered> answered,
      boolean withheld,
      @Nullable Object tally,
      @Nullable Decision decision,
      @Nullable JsonObject byMunicipality) {}

  record Answered(UUID organisation, @Nullable OffsetDateTime at) {}

  /** Read several times a second while people vote. */
  private static final String TURNOUT =
      "select "
          + Definition.COLUMNS
          + """
          , p.municipal_count, coalesce(p.present, 0) as present,
            (select count(*)::int from turnout t where t.poll_id = p.id) as voted,
            (select count(*)::int from organisation o
              where o.meeting_id = p.meeting_id and o.kind = 'MUNICIPALITY') as municipalities,
          """
          + Electorate.ENTITLED
          + """
          from poll p where p.room_id = $1 and p.state <> 'DRAFT' order by p.position, p.created_at
          """;

  private static final String ANSWERED =
      """
      select t.voter_id, n.cast_at
      from turnout t left join named_ballot n on n.poll_id = t.poll_id and n.voter_id = t.voter_id
      where t.poll_id = $1 order by t.voter_id
      """;

  private final LiveTallies open;
  private final Map<UUID, Tally> counted = new HashMap<>();

  Results(LiveTallies open) {
    this.open = open;
  }

  /** What is read once for all audiences. */
  private record Turnout(UUID room) {}

  private record Voted(UUID poll) {}

  private record Cast(UUID poll) {}

  /** The results of the room's polls as the audience may see them. */
  Future<List<Result>> ofRoom(Reading reading, UUID room, Audience audience) {
    return reading
        .once(
            new Turnout(room),
            connection -> connection.preparedQuery(TURNOUT).execute(Tuple.of(room)))
        .compose(rows -> {
          List<Future<Result>> results = new ArrayList<>();
          for (Row row : rows) {
            results.add(result(reading, row, audience));
          }
          return Future.all(results).map(all -> List.copyOf(all.<Result>list()));
        });
  }

  private Future<Result> result(Reading reading, Row row, Audience audience) {
    Definition poll = Definition.of(row);
    int voted = row.getInteger("voted");
    boolean visible = poll.visibleTo(audience);
    Future<@Nullable Object> tallied =
        visible
            ? tally(reading, poll, voted, row.getInteger("entitled"), audience)
            : Future.succeededFuture();
    return tallied.compose(tally ->
        answered(reading, poll)
            .map(answered ->
                new Result(
                    poll.id(),
                    voted,
                    row.getInteger("entitled"),
                    answered,
                    visible && tally == null,
                    tally,
                    poll.counted() && tally instanceof Tally whole
                        ? decision(poll, whole, row)
                        : null,
                    visible && poll.counted() ? row.getJsonObject("municipal_count") : null)));
  }

  /** The tally as it may be shown now; null while too few have voted. */
  private Future<@Nullable Object> tally(
      Reading reading, Definition poll, int voted, int entitled, Audience audience) {
    Tally known = counted.get(poll.id());
    if (known != null) {
      return Future.succeededFuture(known);
    }
    if (poll.counted()) {
      open.forget(poll.id());
    } else if (poll.anonymous()) {
      return open.of(reading.connection(), poll, voted)
          .compose(shown ->
              shown == null
                  ? Future.succeededFuture()
                  : poll.kind() == PollKind.TEXT
                      ? texts(reading, poll, shown.texts(), audience)
                      : Future.succeededFuture(shown.tally()));
    }
    if (poll.kind() == PollKind.TEXT) {
      return Ballots.all(reading.connection(), poll)
          .compose(ballots -> texts(reading, poll, ballots, audience));
    }
    return reading
        .once(
            new Cast(poll.id()),
            connection ->
                Ballots.all(connection, poll).map(ballots -> count(poll, ballots, entitled)))
        .map(tally -> {
          if (poll.counted()) {
            counted.put(poll.id(), tally);
          }
          return tally;
        });
  }

  private static Future<@Nullable Object> texts(
      Reading reading, Definition poll, List<Ballots.Ballot> ballots, Audience audience) {
    return Moderation.tally(reading.connection(), poll, ballots, audience == Audience.DESK)
        .map(tally -> tally);
  }

  /** The tally of a poll of any kind but open text. */
  static Tally count(Definition poll, List<Ballots.Ballot> ballots, int entitled) {
    if (!poll.anonymous()) {
      Map<UUID, JsonArray> named = new LinkedHashMap<>();
      ballots.forEach(
          ballot -> named.put(Objects.requireNonNull(ballot.voter()), ballot.answers()));
      return poll.question().countNamed(entitled, named);
    }
    return poll.question().count(ballots.stream().map(Ballots.Ballot::answers).toList());
  }

  private static @Nullable Decision decision(Definition poll, Tally tally, Row row) {
    return Decision.of(
        poll.question(),
        tally,
        poll.majority(),
        poll.quorum(),
        new Decision.Bases(
            row.getInteger("voted"),
            row.getInteger("present"),
            row.getInteger("entitled"),
            row.getInteger("municipalities")));
  }

  private static Future<List<Answered>> answered(Reading reading, Definition poll) {
    if (!poll.ofOrganisations() || poll.state() == PollState.CANCELLED) {
      return Future.succeededFuture(List.of());
    }
    return reading.once(
        new Voted(poll.id()),
        connection ->
            connection
                .preparedQuery(ANSWERED)
                .execute(Tuple.of(poll.id()))
                .map(rows -> {
                  List<Answered> answered = new ArrayList<>(rows.size());
                  rows.forEach(
                      row -> answered.add(new Answered(row.getUUID(0), row.getOffsetDateTime(1))));
                  return List.copyOf(answered);
                }));
  }
}
