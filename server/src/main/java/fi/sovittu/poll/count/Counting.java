package fi.sovittu.poll.count;

import fi.sovittu.base.ServerSecret;
import fi.sovittu.poll.ballot.Definition;
import fi.sovittu.poll.ballot.Seal;
import fi.sovittu.poll.rules.BreakdownDimension;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a close does to the ballots: opens the sealed ones, puts them in random order and writes
 * them anew, and makes the counts that need to know where a ballot came from, for the ballots that
 * remain do not say. Works inside the closing transaction.
 */
public final class Counting {
  private static final SecureRandom SHUFFLE = new SecureRandom();

  private static final String ORGANISATIONS =
      "select id, kind, sub_region from organisation where meeting_id = $1";

  private static final String WRITE =
      """
      insert into ballot (poll_id, position, receipt, answers)
      select $1, b.n - 1, b.receipt, b.answers
      from unnest($2::text[], $3::jsonb[]) with ordinality as b (receipt, answers, n)
      """;

  private static final String KEEP =
      "update poll set municipal_count = $2, breakdown = $3 where id = $1";

  /** A ballot and where it came from, known only until the close has been written. */
  private record Origin(JsonArray answers, @Nullable UUID organisation, @Nullable String channel) {}

  private record Organisation(String kind, @Nullable String subRegion) {}

  private final Vertx workers;
  private final ServerSecret secret;

  public Counting(Vertx workers, ServerSecret secret) {
    this.workers = workers;
    this.secret = secret;
  }

  public Future<Void> count(SqlConnection connection, Definition poll) {
    Seal seal = poll.seal(secret);
    Future<List<Origin>> ballots =
        seal == null ? named(connection, poll) : unseal(connection, poll, seal);
    return ballots.compose(origins ->
        poll.classified() ? classify(connection, poll, origins) : Future.succeededFuture());
  }

  private Future<List<Origin>> unseal(SqlConnection connection, Definition poll, Seal seal) {
    return connection
        .preparedQuery("delete from sealed_ballot where poll_id = $1 returning locator, sealed")
        .execute(Tuple.of(poll.id()))
        // Opening thousands takes long enough for a vote in another poll to wait for it.
        .compose(sealed -> workers.executeBlocking(() -> open(seal, sealed)))
        .map(Objects::requireNonNull)
        .compose(ballots -> {
          Tuple rows =
              Tuple.of(poll.id())
                  .addArrayOfString(
                      ballots.stream().map(Seal.Content::receipt).toArray(String[]::new))
                  .addArrayOfJsonArray(
                      ballots.stream().map(Seal.Content::answers).toArray(JsonArray[]::new));
          return connection
              .preparedQuery(WRITE)
              .execute(rows)
              .map(written ->
                  ballots.stream()
                      .map(one -> new Origin(one.answers(), one.organisation(), one.channel()))
                      .toList());
        });
  }

  /** The opened ballots, in random order. */
  private static List<Seal.Content> open(Seal seal, RowSet<Row> sealed) {
    List<Seal.Content> ballots = new ArrayList<>(sealed.size());
    for (Row row : sealed) {
      ballots.add(
          seal.open(row.getBuffer("locator").getBytes(), row.getBuffer("sealed").getBytes()));
    }
    Collections.shuffle(ballots, SHUFFLE);
    return ballots;
  }

  private static Future<List<Origin>> named(SqlConnection connection, Definition poll) {
    if (!poll.classified()) {
      return Future.succeededFuture(List.of());
    }
    return connection
        .preparedQuery(
            "select answers, organisation_id, channel from named_ballot where poll_id = $1")
        .execute(Tuple.of(poll.id()))
        .map(rows -> {
          List<Origin> origins = new ArrayList<>(rows.size());
          rows.forEach(row ->
              origins.add(new Origin(row.getJsonArray(0), row.getUUID(1), row.getString(2))));
          return origins;
        });
  }

  private static Future<Void> classify(
      SqlConnection connection, Definition poll, List<Origin> origins) {
    return connection
        .preparedQuery(ORGANISATIONS)
        .execute(Tuple.of(poll.meeting()))
        .compose(rows -> {
          Map<UUID, Organisation> organisations = new HashMap<>();
          for (Row row : rows) {
            organisations.put(row.getUUID(0), new Organisation(row.getString(1), row.getString(2)));
          }
          JsonObject municipal =
              poll.byMunicipality() ? municipalCount(poll, origins, organisations) : null;
          JsonObject breakdown =
              poll.breakdowns().isEmpty() ? null : breakdown(poll, origins, organisations);
          return connection
              .preparedQuery(KEEP)
              .execute(Tuple.of(poll.id(), municipal, breakdown))
              .mapEmpty();
        });
  }

  /**
   * The count by municipalities; null when it could tell of a few. Where one person voted for a
   * municipality, that municipality's part of the count is the person's ballot, so the difference
   * of the tally and this count is made of all other ballots alone: they must be none, or not few.
   */
  private static @Nullable JsonObject municipalCount(
      Definition poll, List<Origin> origins, Map<UUID, Organisation> organisations) {
    Map<UUID, List<JsonArray>> ballots = new HashMap<>();
    for (Origin origin : origins) {
      Organisation organisation = organisations.get(origin.organisation());
      if (origin.organisation() != null
          && organisation != null
          && organisation.kind().equals("MUNICIPALITY")) {
        ballots
            .computeIfAbsent(origin.organisation(), first -> new ArrayList<>())
            .add(origin.answers());
      }
    }
    long alone = ballots.values().stream().filter(of -> of.size() == 1).count();
    long others = origins.size() - alone;
    boolean tellsOfFew =
        ballots.size() < Breakdowns.LEAST || (others > 0 && others < Breakdowns.LEAST);
    return poll.anonymous() && tellsOfFew
        ? null
        : json(MunicipalCount.of(poll.question(), ballots));
  }

  private static JsonObject breakdown(
      Definition poll, List<Origin> origins, Map<UUID, Organisation> organisations) {
    List<Breakdowns.Classified> classified = new ArrayList<>(origins.size());
    for (Origin origin : origins) {
      Organisation organisation = organisations.get(origin.organisation());
      Map<BreakdownDimension, @Nullable String> groups = new EnumMap<>(BreakdownDimension.class);
      groups.put(
          BreakdownDimension.ORGANISATION_KIND, organisation == null ? null : organisation.kind());
      groups.put(
          BreakdownDimension.SUB_REGION, organisation == null ? null : organisation.subRegion());
      groups.put(BreakdownDimension.CHANNEL, origin.channel());
      classified.add(new Breakdowns.Classified(origin.answers(), groups));
    }
    return json(Breakdowns.of(poll.question(), poll.breakdowns(), classified, poll.anonymous()));
  }

  private static JsonObject json(Object value) {
    return new JsonObject(Json.encodeToBuffer(value));
  }
}
