package fi.sovittu.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Which of a participant's personal links is the present one, and whether it opens. Works inside
 * the caller's transaction.
 */
public final class LinkGenerations {
  private LinkGenerations() {}

  /**
   * @param generation from 1
   * @param valid whether the link opens
   */
  public static Future<Void> set(
      SqlConnection connection, UUID participant, int generation, boolean valid) {
    return connection
        .preparedQuery("update participant set link_generation = $2, link_off = $3 where id = $1")
        .execute(Tuple.of(participant, generation, !valid))
        .mapEmpty();
  }

  /**
   * Gives everyone of a meeting who has a link a new one.
   *
   * @param but who keeps the present one
   * @return those whose link changed
   */
  public static Future<Set<UUID>> renewAll(SqlConnection connection, UUID meeting, UUID but) {
    return connection
        .preparedQuery(
            """
            update participant set link_generation = link_generation + 1, link_off = false
            where meeting_id = $1 and id <> $2 and link_generation is not null and merged_into is null
            returning id
            """)
        .execute(Tuple.of(meeting, but))
        .map(rows -> {
          Set<UUID> renewed = new HashSet<>();
          rows.forEach(row -> renewed.add(row.getUUID(0)));
          return renewed;
        });
  }

  /** Gives a first link to those of the participants who have none. */
  public static Future<Void> give(
      SqlConnection connection, UUID meeting, Collection<UUID> participants) {
    return connection
        .preparedQuery(
            """
            update participant set link_generation = 1
            where meeting_id = $1 and id = any($2) and link_generation is null
            """)
        .execute(Tuple.of(meeting).addArrayOfUUID(participants.toArray(UUID[]::new)))
        .mapEmpty();
  }
}
