package fi.sovittu.live;

import fi.sovittu.base.Problem;
import fi.sovittu.db.Db;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is read: the newest state of each section, read once however many ask for it, and the
 * sections of one scope in one snapshot of the database. Event loop only.
 */
final class Snapshots {
  /** How long a reader waits for the newest when an older state is known, milliseconds. */
  static final long PATIENCE_MILLIS = 1_500;

  /**
   * What is known of one section. {@code wanted} counts the changes; {@code has} is the count the
   * state was read at.
   */
  private static final class Entry {
    private long wanted = 1;
    private long has;
    private @Nullable State state;
    private @Nullable Future<State> reading;
  }

  /**
   * A section to be read.
   *
   * @param at the count of changes that it will have been read at
   */
  private record Wanted(SectionKey key, long at, Promise<State> state) {}

  private final Context context;
  private final Db db;
  private final Sections sections;
  private final Map<SectionKey, Entry> entries = new HashMap<>();

  Snapshots(Context context, Db db, Sections sections) {
    this.context = context;
    this.db = db;
    this.sections = sections;
  }

  private Entry entry(SectionKey key) {
    return entries.computeIfAbsent(key, unknown -> new Entry());
  }

  /** What has been read of them until now is not the newest any more. */
  void changed(Collection<SectionKey> keys) {
    keys.forEach(key -> entry(key).wanted++);
  }

  /**
   * As {@link #fresh}; but what cannot be read within {@link #PATIENCE_MILLIS}, as while the
   * database is away, is what was read last.
   */
  List<Future<State>> freshOrLast(Collection<SectionKey> keys) {
    List<Future<State>> states = new ArrayList<>(fresh(keys));
    int i = 0;
    for (SectionKey key : keys) {
      states.set(i, orLast(entry(key).state, states.get(i)));
      i++;
    }
    return states;
  }

  private static Future<State> orLast(@Nullable State last, Future<State> fresh) {
    return last == null || fresh.succeeded()
        ? fresh
        : fresh.timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).otherwise(last);
  }

  /** The newest state of each; those of one scope that must be read are read in one snapshot. */
  List<Future<State>> fresh(Collection<SectionKey> keys) {
    Map<UUID, List<Wanted>> toRead = new HashMap<>();
    List<Future<State>> states = new ArrayList<>(keys.size());
    for (SectionKey key : keys) {
      Entry entry = entry(key);
      if (entry.state != null && entry.has == entry.wanted) {
        states.add(Future.succeededFuture(entry.state));
      } else if (entry.reading != null) {
        // The read under way may have begun before the newest change, so whoever needs that waits
        // for one more.
        long wanted = entry.wanted;
        states.add(
            entry.reading.compose(state ->
                entry.has >= wanted
                    ? Future.succeededFuture(state)
                    : fresh(List.of(key)).getFirst()));
      } else {
        Promise<State> promise = Promise.promise();
        entry.reading = promise.future();
        toRead
            .computeIfAbsent(key.scope(), first -> new ArrayList<>())
            .add(new Wanted(key, entry.wanted, promise));
        states.add(promise.future());
      }
    }
    toRead.values().forEach(this::read);
    return states;
  }

  private void read(List<Wanted> wanted) {
    db.read(
            connection -> {
              Reading reading = new Reading(connection);
              return Future.all(wanted.stream().map(one -> read(reading, one.key())).toList());
            })
        .onComplete(read ->
            context.runOnContext(go -> {
              if (read.failed() && !(read.cause() instanceof Problem) && wanted.size() > 1) {
                // A fault in one section must not silence the others.
                wanted.forEach(one -> read(List.of(one)));
                return;
              }
              for (int i = 0; i < wanted.size(); i++) {
                Wanted one = wanted.get(i);
                Entry entry = entry(one.key());
                entry.reading = null;
                if (read.succeeded()) {
                  State state = read.result().resultAt(i);
                  entry.state = state;
                  entry.has = one.at();
                  one.state().complete(state);
                } else {
                  one.state().fail(read.cause());
                }
              }
            }));
  }

  private Future<State> read(Reading reading, SectionKey key) {
    Section section = sections.of(key.name());
    return revision(reading.connection(), key)
        .compose(revision ->
            section.read(reading, key.scope()).map(data -> State.of(key, revision, data)));
  }

  private static Future<Long> revision(SqlConnection connection, SectionKey key) {
    return connection
        .preparedQuery("select revision from section where scope = $1 and name = $2")
        .execute(Tuple.of(key.scope(), key.name().text()))
        .map(rows -> rows.size() == 0 ? 0L : rows.iterator().next().getLong(0));
  }
}
