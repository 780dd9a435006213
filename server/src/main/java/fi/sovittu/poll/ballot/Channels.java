package fi.sovittu.poll.ballot;

import fi.sovittu.db.Db;
import fi.sovittu.poll.rules.BreakdownDimension;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How each voter attends, for the seals of polls that are counted by channel; the database cannot
 * add it to what is sealed.
 */
final class Channels {
  private static final String SQL =
      """
      select c.channel from unnest($1::uuid[]) with ordinality as v (participant, n)
      left join attendance c on c.participant_id = v.participant and upper_inf(c.during)
      order by v.n
      """;

  private Channels() {}

  /** In the order of the batch; null for who is not present, and for all where none is needed. */
  static Future<List<@Nullable String>> of(Db db, List<Cast> batch) {
    if (batch.stream().noneMatch(Channels::isNeeded)) {
      return Future.succeededFuture(Collections.nCopies(batch.size(), null));
    }
    UUID[] participants = batch.stream().map(Cast::participant).toArray(UUID[]::new);
    return db.statement(SQL, Tuple.tuple().addArrayOfUUID(participants))
        .map(rows -> {
          List<@Nullable String> channels = new ArrayList<>(rows.size());
          rows.forEach(row -> channels.add(row.getString(0)));
          return channels;
        });
  }

  private static boolean isNeeded(Cast cast) {
    return cast.sealing() != null && cast.poll().breakdowns().contains(BreakdownDimension.CHANNEL);
  }
}
