package fi.sovittu.goal;

import fi.sovittu.db.Inserts;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sets of goals that a meeting begins with. */
public final class GoalSets {
  /** A goal to make, with its first wording. */
  public record NewGoal(UUID id, String text) {}

  /**
   * A set to make.
   *
   * @param room id of the room that negotiates on it, or null
   */
  public record NewSet(UUID id, @Nullable UUID room, String name, List<NewGoal> goals) {}

  private GoalSets() {}

  /**
   * Writes a new meeting's sets, inside the caller's transaction; sets and goals keep the order.
   */
  public static Future<Void> insert(SqlConnection connection, UUID meeting, List<NewSet> sets) {
    List<Tuple> setRows = new ArrayList<>();
    List<Tuple> goalRows = new ArrayList<>();
    List<Tuple> versionRows = new ArrayList<>();
    for (NewSet set : sets) {
      setRows.add(Tuple.of(set.id(), meeting, set.room(), setRows.size(), set.name()));
      int position = 0;
      for (NewGoal goal : set.goals()) {
        goalRows.add(Tuple.of(goal.id(), set.id(), position++));
        versionRows.add(Tuple.of(goal.id(), goal.text()));
      }
    }
    return Inserts.all(
            connection,
            "insert into goal_set (id, meeting_id, room_id, position, name) values ($1, $2, $3, $4,"
                + " $5)",
            setRows)
        .compose(done ->
            Inserts.all(
                connection,
                "insert into goal (id, goal_set_id, position) values ($1, $2, $3)",
                goalRows))
        .compose(done ->
            Inserts.all(
                connection,
                "insert into goal_version (goal_id, version, text) values ($1, 1, $2)",
                versionRows));
  }
}
