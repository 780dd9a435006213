package fi.sovittu.poll;

import fi.sovittu.base.Problem;
import fi.sovittu.base.ServerSecret;
import fi.sovittu.db.Batches;
import fi.sovittu.db.Db;
import fi.sovittu.live.Change;
import fi.sovittu.live.Live;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowIterator;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes the ballots of anonymous polls. They are written in batches that form by themselves, each
 * one transaction; a ballot is acknowledged only after its batch has committed. Turnout and ballots
 * are written apart, each in its own random order, and a ballot is sealed before it reaches the
 * database.
 */
public final class BallotBox {
  /** The most ballots in one transaction. */
  static final int BATCH = 500;

  private static final SecureRandom SHUFFLE = new SecureRandom();

  /**
   * The share lock keeps the poll open until this batch has committed: who closes waits, and sees
   * every vote.
   */
  private static final String LOCK_POLLS =
      """
      select p.id, p.room_id, p.state, p.kind, p.steps, p.seal_salt,
        (select count(*)::int from poll_statement s where s.poll_id = p.id) as statements
      from poll p where p.id = any($1) order by p.id for share of p
      """;

  private static final String FACTS =
      """
      select
        exists (select from turnout t where t.poll_id = c.poll and t.participant_id = c.participant) as voted,
        exists (select from attendance a where a.participant_id = c.participant and a.room_id = c.room
          and upper_inf(a.during)) as present,
        b.sealed
      from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bytea[]) with ordinality
        as c (poll, participant, room, locator, n)
      left join sealed_ballot b on b.poll_id = c.poll and b.locator = c.locator
      order by c.n
      """;

  private static final String WRITE_TURNOUT =
      "insert into turnout (poll_id, participant_id) select * from unnest($1::uuid[], $2::uuid[])";

  private static final String WRITE_BALLOTS =
      """
      insert into sealed_ballot (poll_id, locator, sealed)
      select * from unnest($1::uuid[], $2::bytea[], $3::bytea[])
      on conflict on constraint sealed_ballot_pk do update set sealed = excluded.sealed
      """;

  /** A ballot that a participant has sent. */
  record Cast(UUID poll, UUID participant, BallotForm form) {}

  private record OpenPoll(UUID room, int statements, int steps, Seal seal) {}

  /** A ballot that fits its poll so far. */
  private record Candidate(
      int place, Cast cast, OpenPoll poll, byte[] locator, JsonArray answers) {}

  /** A decided batch: what is written, and what is told to each. */
  private record Verdicts(
      List<Candidate> written, List<Candidate> firstVotes, Map<Integer, Problem> refused) {}

  private final Db db;
  private final Live live;
  private final ServerSecret secret;
  private final Batches<Cast, Instant> batches;

  public BallotBox(Context context, Db db, Live live, ServerSecret secret) {
    this.db = db;
    this.live = live;
    this.secret = secret;
    this.batches = new Batches<>(context, BATCH, BallotBox::keys, this::write);
  }

  /**
   * Casts or changes a ballot. The same ballot sent again is acknowledged again, also after the
   * close: the first acknowledgement may have been lost on the way.
   *
   * @return the server's time after the commit; or fails with NOT_FOUND, POLL_DRAFT, POLL_CLOSED,
   *     BALLOT_INVALID, NOT_PRESENT, BALLOT_KEY_UNKNOWN (voted before with another key),
   *     BALLOT_KEY_TAKEN (the key is another person's) or BALLOT_SUPERSEDED
   */
  Future<Instant> cast(Cast cast) {
    return batches
        .add(cast)
        .recover(failure ->
            failure instanceof Problem problem && problem.code() == Problem.Code.POLL_CLOSED
                ? acknowledgeCounted(cast, problem)
                : Future.failedFuture(failure));
  }

  private Future<Instant> acknowledgeCounted(Cast cast, Problem closed) {
    if (cast.form().scale() == null || cast.form().key() == null) {
      return Future.failedFuture(closed);
    }
    Tuple counted =
        Tuple.of(cast.poll(), Seal.receipt(cast.form().key()), new JsonArray(cast.form().scale()));
    return db.read(connection ->
        connection
            .preparedQuery(
                "select 1 from ballot where poll_id = $1 and receipt = $2 and answers = $3")
            .execute(counted)
            .map(rows -> {
              if (rows.size() == 0) {
                throw closed;
              }
              return Instant.now();
            }));
  }

  /**
   * A batch holds at most one ballot of a person and one of a key; the second one is judged after
   * the first.
   */
  private static Set<Object> keys(Cast cast) {
    return Set.of(
        List.of(cast.poll(), cast.participant()),
        List.of(cast.poll(), String.valueOf(cast.form().key())));
  }

  private Future<List<Future<Instant>>> write(List<Cast> batch) {
    return live.write((connection, change) -> write(connection, change, batch))
        .map(verdicts -> outcomes(batch, verdicts))
        .recover(failure -> {
          // Another node took the same person's ballot at the same moment. Only that one must
          // fail, so each goes alone.
          if (failure instanceof PgException e
              && "23505".equals(e.getSqlState())
              && batch.size() > 1) {
            return oneByOne(batch);
          }
          return Future.failedFuture(failure);
        });
  }

  private Future<List<Future<Instant>>> oneByOne(List<Cast> batch) {
    List<Future<Instant>> outcomes = new ArrayList<>();
    Future<?> previous = Future.succeededFuture();
    for (Cast cast : batch) {
      Future<Instant> outcome =
          previous.transform(done -> write(List.of(cast))).compose(written -> written.getFirst());
      outcomes.add(outcome);
      previous = outcome;
    }
    return previous.transform(done -> Future.succeededFuture(outcomes));
  }

  private static List<Future<Instant>> outcomes(List<Cast> batch, Verdicts verdicts) {
    Instant now = Instant.now();
    List<Future<Instant>> outcomes = new ArrayList<>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      Problem problem = verdicts.refused().get(i);
      outcomes.add(problem == null ? Future.succeededFuture(now) : Future.failedFuture(problem));
    }
    return outcomes;
  }

  private Future<Verdicts> write(SqlConnection connection, Change change, List<Cast> batch) {
    return openPolls(connection, batch)
        .compose(polls -> {
          Map<Integer, Problem> refused = new HashMap<>();
          List<Candidate> candidates = candidates(batch, polls, refused);
          return judge(connection, candidates, refused);
        })
        .compose(verdicts -> {
          verdicts.written().forEach(candidate -> change.touchResults(candidate.poll().room()));
          return writeTurnout(connection, verdicts.firstVotes())
              .compose(done -> writeBallots(connection, verdicts.written()))
              .map(verdicts);
        });
  }

  /** Each poll of the batch: an open one, or why it takes no ballot. */
  private Future<Map<UUID, Object>> openPolls(SqlConnection connection, List<Cast> batch) {
    UUID[] ids = batch.stream().map(Cast::poll).distinct().toArray(UUID[]::new);
    return connection
        .preparedQuery(LOCK_POLLS)
        .execute(Tuple.tuple().addArrayOfUUID(ids))
        .map(rows -> {
          Map<UUID, Object> polls = new HashMap<>();
          for (Row row : rows) {
            UUID id = row.getUUID("id");
            polls.put(id, stateOf(id, row));
          }
          return polls;
        });
  }

  private Object stateOf(UUID id, Row row) {
    return switch (row.getString("state")) {
      case "DRAFT" -> Problem.of(Problem.Code.POLL_DRAFT);
      case "CLOSED" -> Problem.of(Problem.Code.POLL_CLOSED);
      default ->
          row.getString("kind").equals("SCALE")
              ? new OpenPoll(
                  row.getUUID("room_id"),
                  row.getInteger("statements"),
                  row.getInteger("steps"),
                  new Seal(secret, id, row.getBuffer("seal_salt").getBytes()))
              : Problem.of(Problem.Code.BALLOT_INVALID);
    };
  }

  private static List<Candidate> candidates(
      List<Cast> batch, Map<UUID, Object> polls, Map<Integer, Problem> refused) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      Cast cast = batch.get(i);
      try {
        Object state = polls.getOrDefault(cast.poll(), Problem.of(Problem.Code.NOT_FOUND));
        if (!(state instanceof OpenPoll poll)) {
          throw (Problem) state;
        }
        JsonArray answers = cast.form().scaleAnswers(poll.statements(), poll.steps());
        byte[] locator = poll.seal().locator(String.valueOf(cast.form().key()));
        candidates.add(new Candidate(i, cast, poll, locator, answers));
      } catch (Problem problem) {
        refused.put(i, problem);
      }
    }
    return candidates;
  }

  private static Future<Verdicts> judge(
      SqlConnection connection, List<Candidate> candidates, Map<Integer, Problem> refused) {
    if (candidates.isEmpty()) {
      return Future.succeededFuture(new Verdicts(List.of(), List.of(), refused));
    }
    Tuple facts =
        Tuple.tuple()
            .addArrayOfUUID(candidates.stream().map(c -> c.cast().poll()).toArray(UUID[]::new))
            .addArrayOfUUID(
                candidates.stream().map(c -> c.cast().participant()).toArray(UUID[]::new))
            .addArrayOfUUID(candidates.stream().map(c -> c.poll().room()).toArray(UUID[]::new))
            .addArrayOfBuffer(
                candidates.stream().map(c -> Buffer.buffer(c.locator())).toArray(Buffer[]::new));
    return connection
        .preparedQuery(FACTS)
        .execute(facts)
        .map(rows -> judge(candidates, rows, refused));
  }

  private static Verdicts judge(
      List<Candidate> candidates, RowSet<Row> facts, Map<Integer, Problem> refused) {
    List<Candidate> written = new ArrayList<>();
    List<Candidate> firstVotes = new ArrayList<>();
    RowIterator<Row> rows = facts.iterator();
    for (Candidate candidate : candidates) {
      Row row = rows.next();
      boolean voted = row.getBoolean("voted");
      Buffer sealed = row.getBuffer("sealed");
      Seal.Content stored =
          sealed == null
              ? null
              : candidate.poll().seal().open(candidate.locator(), sealed.getBytes());
      Problem.Code problem = problem(candidate, voted, row.getBoolean("present"), stored);
      if (problem != null) {
        refused.put(candidate.place(), Problem.of(problem));
      } else if (stored == null || stored.revision() < candidate.cast().form().revision()) {
        written.add(candidate);
        if (!voted) {
          firstVotes.add(candidate);
        }
      }
    }
    return new Verdicts(written, firstVotes, refused);
  }

  /**
   * A first vote brings a new key, a change the same one: else a person could own two ballots, or
   * two persons one.
   */
  private static Problem.@Nullable Code problem(
      Candidate candidate, boolean voted, boolean present, Seal.@Nullable Content stored) {
    if (stored == null) {
      return !present ? Problem.Code.NOT_PRESENT : voted ? Problem.Code.BALLOT_KEY_UNKNOWN : null;
    }
    int revision = candidate.cast().form().revision();
    boolean own = voted && stored.owner().equals(owner(candidate));
    if (own && stored.revision() == revision && stored.answers().equals(candidate.answers())) {
      return null;
    }
    if (!present) {
      return Problem.Code.NOT_PRESENT;
    }
    if (!own) {
      return Problem.Code.BALLOT_KEY_TAKEN;
    }
    return stored.revision() >= revision ? Problem.Code.BALLOT_SUPERSEDED : null;
  }

  private static String owner(Candidate candidate) {
    Cast cast = candidate.cast();
    return candidate.poll().seal().owner(String.valueOf(cast.form().key()), cast.participant());
  }

  private static Future<Void> writeTurnout(SqlConnection connection, List<Candidate> firstVotes) {
    if (firstVotes.isEmpty()) {
      return Future.succeededFuture();
    }
    List<Candidate> shuffled = new ArrayList<>(firstVotes);
    Collections.shuffle(shuffled, SHUFFLE);
    return connection
        .preparedQuery(WRITE_TURNOUT)
        .execute(
            Tuple.tuple()
                .addArrayOfUUID(shuffled.stream().map(c -> c.cast().poll()).toArray(UUID[]::new))
                .addArrayOfUUID(
                    shuffled.stream().map(c -> c.cast().participant()).toArray(UUID[]::new)))
        .mapEmpty();
  }

  private static Future<Void> writeBallots(SqlConnection connection, List<Candidate> written) {
    if (written.isEmpty()) {
      return Future.succeededFuture();
    }
    List<Candidate> shuffled = new ArrayList<>(written);
    Collections.shuffle(shuffled, SHUFFLE);
    return connection
        .preparedQuery(WRITE_BALLOTS)
        .execute(
            Tuple.tuple()
                .addArrayOfUUID(shuffled.stream().map(c -> c.cast().poll()).toArray(UUID[]::new))
                .addArrayOfBuffer(
                    shuffled.stream().map(c -> Buffer.buffer(c.locator())).toArray(Buffer[]::new))
                .addArrayOfBuffer(shuffled.stream().map(BallotBox::sealed).toArray(Buffer[]::new)))
        .mapEmpty();
  }

  private static Buffer sealed(Candidate candidate) {
    BallotForm form = candidate.cast().form();
    Seal.Content content =
        new Seal.Content(
            form.revision(),
            Seal.receipt(String.valueOf(form.key())),
            owner(candidate),
            candidate.answers());
    return Buffer.buffer(candidate.poll().seal().seal(candidate.locator(), content));
  }

  /** The opened ballots of an open poll, in random order. */
  static List<Seal.Content> open(Seal seal, RowSet<Row> sealed) {
    List<Seal.Content> ballots = new ArrayList<>(sealed.size());
    for (Row row : sealed) {
      ballots.add(
          seal.open(row.getBuffer("locator").getBytes(), row.getBuffer("sealed").getBytes()));
    }
    Collections.shuffle(ballots, SHUFFLE);
    return ballots;
  }

  /** The answers of a scale ballot. */
  static List<@Nullable Integer> scale(JsonArray answers) {
    @Nullable Integer[] values = new @Nullable Integer[answers.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = answers.getInteger(i);
    }
    return Arrays.asList(values);
  }
}
