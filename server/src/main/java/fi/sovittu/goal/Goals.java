package fi.sovittu.goal;

import fi.sovittu.base.Problem;
import fi.sovittu.db.Audit;
import fi.sovittu.live.Change;
import fi.sovittu.live.Fact;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The joint goals of a meeting. A wording is never changed, only followed by a newer version. Works
 * inside the caller's transaction.
 */
public final class Goals {
  /** A goal that a poll of the room asks about has a newer version. */
  public static final Fact VERSION = new Fact("goal version");

  /** The contract's {@code Goals}. */
  record All(List<GoalSet> goalSets) {}

  record GoalSet(UUID id, String name, @Nullable UUID room, List<Goal> goals) {}

  /**
   * @param version the newest
   */
  record Goal(UUID id, int version, String text) {}

  private static final String READ =
      """
      select t.id, t.name, t.room_id, g.id as goal, v.version::int as version, v.text
      from goal_set t
      left join goal g on g.goal_set_id = t.id
      left join lateral (
        select version, text from goal_version where goal_id = g.id order by version desc limit 1) v on true
      where t.meeting_id = $1 order by t.position, g.position
      """;

  private static final String LOCK =
      """
      select 1 from goal g join goal_set t on t.id = g.goal_set_id
      where g.id = $1 and t.meeting_id = $2 for no key update of g
      """;

  private static final String NEWEST =
      """
      select max(v.version)::int as newest, max(v.text) filter (where v.version = $2) as text
      from goal_version v where v.goal_id = $1
      """;

  private static final String ROOMS =
      """
      select distinct p.room_id from poll p join poll_statement s on s.poll_id = p.id where s.goal_id = $1
      """;

  private Goals() {}

  static Future<All> read(SqlConnection connection, UUID meeting) {
    return connection
        .preparedQuery(READ)
        .execute(Tuple.of(meeting))
        .map(rows -> {
          Map<UUID, GoalSet> sets = new LinkedHashMap<>();
          for (Row row : rows) {
            GoalSet set =
                sets.computeIfAbsent(
                    row.getUUID("id"),
                    id ->
                        new GoalSet(
                            id, row.getString("name"), row.getUUID("room_id"), new ArrayList<>()));
            if (row.getUUID("goal") != null) {
              set.goals()
                  .add(
                      new Goal(
                          row.getUUID("goal"), row.getInteger("version"), row.getString("text")));
            }
          }
          return new All(List.copyOf(sets.values()));
        });
  }

  /**
   * Adds a wording; the same one again changes nothing. What asks about the goal shows that there
   * is a newer one.
   *
   * @param version one more than the newest
   * @return fails with BAD_REQUEST for a blank one, NOT_FOUND, or GOAL_CHANGED when another wording
   *     has that number or it is not the next
   */
  static Future<Void> addVersion(
      SqlConnection connection,
      Change change,
      UUID meeting,
      UUID actor,
      UUID goal,
      int version,
      String text) {
    String wording = text.strip();
    if (wording.isEmpty()) {
      throw Problem.withFields(
          Problem.Code.BAD_REQUEST, List.of(new Problem.Field("text", "is blank")));
    }
    return connection
        .preparedQuery(LOCK)
        .execute(Tuple.of(goal, meeting))
        .compose(locked -> {
          if (locked.size() == 0) {
            throw Problem.of(Problem.Code.NOT_FOUND);
          }
          // In a statement of its own, so that it sees what the last holder of the lock has
          // written.
          return connection.preparedQuery(NEWEST).execute(Tuple.of(goal, version));
        })
        .compose(rows -> {
          Row row = rows.iterator().next();
          if (wording.equals(row.getString("text"))) {
            return Future.succeededFuture();
          }
          if (row.getInteger("newest") != version - 1) {
            throw Problem.of(Problem.Code.GOAL_CHANGED);
          }
          return connection
              .preparedQuery(
                  "insert into goal_version (goal_id, version, text) values ($1, $2, $3)")
              .execute(Tuple.of(goal, version, wording))
              .compose(done -> connection.preparedQuery(ROOMS).execute(Tuple.of(goal)))
              .compose(asked -> {
                asked.forEach(poll -> change.tell(VERSION, poll.getUUID(0)));
                return Audit.write(
                    connection,
                    meeting,
                    actor,
                    "goal.version",
                    goal,
                    new JsonObject().put("version", version));
              });
        });
  }
}
