package fi.sovittu.poll.ballot;

import fi.sovittu.base.Problem;
import fi.sovittu.base.ServerSecret;
import fi.sovittu.db.Batches;
import fi.sovittu.db.Db;
import fi.sovittu.identity.Caller;
import fi.sovittu.live.Live;
import fi.sovittu.live.SectionKey;
import fi.sovittu.live.SectionName;
import fi.sovittu.poll.kind.BallotForm;
import fi.sovittu.poll.rules.BreakdownDimension;
import fi.sovittu.poll.rules.PollState;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes ballots. They are written in batches that form by themselves, each one statement and so one
 * transaction; a ballot is acknowledged only after its batch has committed. An anonymous ballot is
 * sealed before it reaches the database, and turnout and ballots are written apart, each in its own
 * random order. Event loop only.
 */
public final class BallotBox {
  /** The most ballots in one transaction. */
  static final int BATCH = 500;

  /** How many open polls are remembered; the least recently used go first. */
  static final int REMEMBERED = 1_000;

  /** How often a ballot is tried that another node's votes got in the way of. */
  private static final int TRIES = 3;

  private static final SecureRandom SHUFFLE = new SecureRandom();

  private static final Buffer NO_OWNER = Buffer.buffer();

  private static final String CHANNELS =
      """
      select c.channel from unnest($1::uuid[]) with ordinality as v (participant, n)
      left join attendance c on c.participant_id = v.participant and upper_inf(c.during)
      order by v.n
      """;

  /**
   * A poll that takes ballots, and what they are sealed with.
   *
   * @param seal null in a named poll, and once the poll has ended
   */
  private record Open(Definition poll, @Nullable Seal seal) {}

  /**
   * A ballot on its way.
   *
   * @param voter the participant, or the organisation
   * @param key empty in a named poll
   * @param sealing null in a named poll
   * @param enteredBy who entered it for the participant; null for the participant's own hand
   */
  private record Cast(
      Definition poll,
      UUID participant,
      @Nullable UUID organisation,
      UUID voter,
      int revision,
      String key,
      JsonArray answers,
      @Nullable Sealing sealing,
      @Nullable UUID enteredBy) {}

  /**
   * @param locator where the sealed ballot is kept
   * @param owner who alone may change it; empty for an organisation's, which any of its
   *     representatives may
   */
  private record Sealing(Seal seal, byte[] locator, Buffer owner) {}

  private final Db db;
  private final Live live;
  private final ServerSecret secret;
  private final Batches<Cast, Instant> batches;
  private final Map<UUID, Future<Open>> open =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Future<Open>> eldest) {
          return size() > REMEMBERED;
        }
      };

  public BallotBox(Context context, Db db, Live live, ServerSecret secret) {
    this.db = db;
    this.live = live;
    this.secret = secret;
    this.batches = new Batches<>(context, BATCH, BallotBox::keys, batch -> write(batch, TRIES));
  }

  /**
   * Casts or changes a ballot. The same ballot sent again is acknowledged again, also after the
   * close: the first acknowledgement may have been lost on the way.
   *
   * @return the server's time after the commit; or fails with NOT_FOUND, POLL_DRAFT, POLL_CLOSED,
   *     POLL_CANCELLED, BALLOT_INVALID, NOT_ENTITLED, NOT_PRESENT, BALLOT_KEY_UNKNOWN (voted before
   *     with another key), BALLOT_KEY_TAKEN (the key is another person's) or BALLOT_SUPERSEDED
   */
  public Future<Instant> cast(Caller caller, UUID poll, BallotForm form) {
    return cast(caller, poll, form, null);
  }

  /**
   * Enters a ballot for a person without a phone, by the same rules as the person's own.
   *
   * @param caller the person
   * @param by whoever enters it, who must chair or record the poll's room
   * @return as {@link #cast(Caller, UUID, BallotForm)}; and fails with FORBIDDEN, or POLL_ANONYMOUS
   *     where nobody may see how another votes
   */
  public Future<Instant> enter(Caller by, Caller caller, UUID poll, BallotForm form) {
    return poll(poll)
        .compose(open -> {
          by.mustChairOrRecord(open.poll().room());
          if (open.poll().anonymous()) {
            throw Problem.of(Problem.Code.POLL_ANONYMOUS);
          }
          return cast(caller, poll, form, by.participant());
        });
  }

  private Future<Instant> cast(
      Caller caller, UUID poll, BallotForm form, @Nullable UUID enteredBy) {
    return poll(poll)
        .compose(open -> {
          Definition definition = open.poll();
          if (!definition.meeting().equals(caller.meeting())) {
            throw Problem.of(Problem.Code.NOT_FOUND);
          }
          if (definition.state() == PollState.DRAFT) {
            throw Problem.of(Problem.Code.POLL_DRAFT);
          }
          Cast cast = cast(caller, open, form, enteredBy);
          return batches
              .add(cast)
              .recover(failure ->
                  failure instanceof Problem problem
                          && problem.code() == Problem.Code.POLL_CLOSED
                          && definition.anonymous()
                      ? acknowledgeCounted(cast, problem)
                      : Future.failedFuture(failure));
        });
  }

  /** To be called after the commit of whatever ended the poll; the key of its seal goes with it. */
  public void forget(UUID poll) {
    open.remove(poll);
  }

  /** The poll; remembered while it is open, for nothing that a ballot needs of it changes then. */
  private Future<Open> poll(UUID poll) {
    Future<Open> known = open.get(poll);
    if (known != null) {
      return known;
    }
    Future<Open> reading =
        db.read(connection -> Definition.read(connection, poll))
            .map(definition -> new Open(definition, definition.seal(secret)));
    open.put(poll, reading);
    return reading.onComplete(read -> {
      if (read.failed() || read.result().poll().state() != PollState.OPEN) {
        open.remove(poll, reading);
      }
    });
  }

  private static Cast cast(Caller caller, Open open, BallotForm form, @Nullable UUID enteredBy) {
    Definition poll = open.poll();
    JsonArray answers = poll.question().answers(form);
    String key = form.key();
    if (poll.anonymous() == (key == null)) {
      throw Problem.withFields(
          Problem.Code.BALLOT_INVALID, List.of(new Problem.Field("key", "does not fit the poll")));
    }
    UUID voter = poll.ofOrganisations() ? caller.organisation() : caller.participant();
    if (voter == null) {
      throw Problem.of(Problem.Code.NOT_ENTITLED);
    }
    return new Cast(
        poll,
        caller.participant(),
        caller.organisation(),
        voter,
        form.revision(),
        key == null ? "" : key,
        answers,
        key == null ? null : sealing(open, caller, voter, key),
        enteredBy);
  }

  private static @Nullable Sealing sealing(Open open, Caller caller, UUID voter, String key) {
    Seal seal = open.seal();
    if (seal == null) {
      return null;
    }
    return open.poll().ofOrganisations()
        ? new Sealing(seal, seal.locator(voter), NO_OWNER)
        : new Sealing(seal, seal.locator(key), Buffer.buffer(seal.owner(key, caller.participant())));
  }

  private Future<Instant> acknowledgeCounted(Cast cast, Problem closed) {
    Tuple counted = Tuple.of(cast.poll().id(), Seal.receipt(cast.key()), cast.answers());
    return db.read(connection ->
        connection
            .preparedQuery(
                "select 1 from ballot where poll_id = $1 and receipt = $2 and answers = $3")
            .execute(counted)
            .map(rows -> {
              if (rows.size() == 0) {
                throw closed;
              }
              return db.now();
            }));
  }

  /**
   * A batch holds at most one ballot of a voter and one of a key; the second one is judged after
   * the first.
   */
  private static Set<Object> keys(Cast cast) {
    Object voter = List.of(cast.poll().id(), cast.voter());
    return cast.poll().anonymous()
        ? Set.of(voter, List.of(cast.poll().id(), cast.key()))
        : Set.of(voter);
  }

  private Future<List<Future<Instant>>> write(List<Cast> batch, int tries) {
    List<Integer> order = new ArrayList<>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, SHUFFLE);
    List<Cast> shuffled = order.stream().map(batch::get).toList();
    return channels(shuffled)
        .compose(channels -> db.statement(statement(shuffled), arguments(shuffled, channels)))
        .map(rows -> judged(shuffled, rows, tries))
        .map(outcomes -> inOrder(order, outcomes))
        .recover(failure ->
            // Another node took the same voter's first ballot at the same moment. Only that one
            // must fail, so each goes alone.
            failure instanceof PgException e && "23505".equals(e.getSqlState()) && tries > 1
                ? oneByOne(batch, tries - 1)
                : Future.failedFuture(failure));
  }

  private static List<Future<Instant>> inOrder(
      List<Integer> order, List<Future<Instant>> outcomes) {
    List<Future<Instant>> inOrder = new ArrayList<>(outcomes);
    for (int i = 0; i < order.size(); i++) {
      inOrder.set(order.get(i), outcomes.get(i));
    }
    return inOrder;
  }

  private Future<List<Future<Instant>>> oneByOne(List<Cast> batch, int tries) {
    List<Future<Instant>> outcomes = new ArrayList<>();
    Future<?> previous = Future.succeededFuture();
    for (Cast cast : batch) {
      Future<Instant> outcome = previous.transform(done -> alone(cast, tries));
      outcomes.add(outcome);
      previous = outcome;
    }
    return previous.transform(done -> Future.succeededFuture(outcomes));
  }

  private Future<Instant> alone(Cast cast, int tries) {
    return write(List.of(cast), tries).compose(List::getFirst);
  }

  /**
   * How each voter attends, for the seals of polls that are counted by channel; the database cannot
   * add it to what is sealed.
   */
  private Future<List<@Nullable String>> channels(List<Cast> batch) {
    boolean wanted =
        batch.stream()
            .anyMatch(cast ->
                cast.sealing() != null
                    && cast.poll().breakdowns().contains(BreakdownDimension.CHANNEL));
    if (!wanted) {
      return Future.succeededFuture(Collections.nCopies(batch.size(), null));
    }
    return db.statement(CHANNELS, Tuple.tuple().addArrayOfUUID(ids(batch, Cast::participant)))
        .map(rows -> {
          List<@Nullable String> channels = new ArrayList<>(rows.size());
          rows.forEach(row -> channels.add(row.getString(0)));
          return channels;
        });
  }

  private static String statement(List<Cast> batch) {
    boolean anonymousOfPersons =
        batch.stream().allMatch(c -> c.sealing() != null && !c.poll().ofOrganisations());
    return anonymousOfPersons ? CastStatement.ANONYMOUS_OF_PERSONS : CastStatement.ANY;
  }

  private static Tuple arguments(List<Cast> batch, List<@Nullable String> channels) {
    int size = batch.size();
    Buffer[] locators = new Buffer[size];
    Buffer[] owners = new Buffer[size];
    Integer[] revisions = new Integer[size];
    Buffer[] sealed = new Buffer[size];
    JsonArray[] answers = new JsonArray[size];
    for (int i = 0; i < size; i++) {
      Cast cast = batch.get(i);
      Sealing sealing = cast.sealing();
      revisions[i] = cast.revision();
      if (sealing != null) {
        locators[i] = Buffer.buffer(sealing.locator());
        owners[i] = sealing.owner();
        sealed[i] = seal(cast, sealing, channels.get(i));
      } else if (!cast.poll().anonymous()) {
        answers[i] = cast.answers();
      }
    }
    return Tuple.tuple()
        .addArrayOfUUID(batch.stream().map(c -> c.poll().id()).distinct().toArray(UUID[]::new))
        .addArrayOfUUID(ids(batch, c -> c.poll().id()))
        .addArrayOfUUID(ids(batch, Cast::participant))
        .addArrayOfUUID(ids(batch, Cast::organisation))
        .addArrayOfUUID(ids(batch, Cast::voter))
        .addArrayOfBuffer(locators)
        .addArrayOfBuffer(owners)
        .addArrayOfInteger(revisions)
        .addArrayOfBuffer(sealed)
        .addArrayOfJsonArray(answers)
        .addArrayOfUUID(ids(batch, Cast::enteredBy));
  }

  private static UUID[] ids(List<Cast> batch, Function<Cast, @Nullable UUID> id) {
    return batch.stream().map(id).toArray(UUID[]::new);
  }

  private static Buffer seal(Cast cast, Sealing sealing, @Nullable String channel) {
    Seal.Content content =
        new Seal.Content(
            Seal.receipt(cast.key()),
            cast.answers(),
            cast.poll().classified() ? cast.organisation() : null,
            channel);
    return Buffer.buffer(sealing.seal().seal(sealing.locator(), content));
  }

  /** What is told to each, in the order of the batch; what was written is published. */
  private List<Future<Instant>> judged(List<Cast> batch, RowSet<Row> rows, int tries) {
    Instant now = db.now();
    List<Future<Instant>> outcomes = new ArrayList<>(batch.size());
    Set<SectionKey> changed = new HashSet<>();
    int i = 0;
    for (Row row : rows) {
      Cast cast = batch.get(i++);
      if (!"OPEN".equals(row.getString("state"))) {
        open.remove(cast.poll().id());
      }
      if (row.getBoolean("accepted") && !row.getBoolean("written")) {
        outcomes.add(
            tries > 1
                ? alone(cast, tries - 1)
                : Future.failedFuture(Problem.of(Problem.Code.BALLOT_SUPERSEDED)));
      } else if (row.getBoolean("accepted") || isRepeated(cast, row)) {
        // Also when it has come again: its first coming may have been cut off between commit and
        // publication.
        UUID room = cast.poll().room();
        changed.add(new SectionKey(SectionName.RESULTS, room));
        changed.add(new SectionKey(SectionName.STAGE, room));
        changed.add(new SectionKey(SectionName.DESK, room));
        outcomes.add(Future.succeededFuture(now));
      } else {
        outcomes.add(Future.failedFuture(Problem.of(problem(row))));
      }
    }
    live.voted(changed);
    return outcomes;
  }

  /** Whether this very ballot is stored already. */
  private static boolean isRepeated(Cast cast, Row row) {
    Integer known = row.getInteger("known");
    if (known == null || known != cast.revision() || !row.getBoolean("own")) {
      return false;
    }
    Buffer sealed = row.getBuffer("known_sealed");
    if (sealed == null || cast.sealing() == null) {
      return cast.participant().equals(row.getUUID("known_participant"))
          && cast.answers().equals(row.getJsonArray("known_answers"));
    }
    Seal.Content content = cast.sealing().seal().open(cast.sealing().locator(), sealed.getBytes());
    return content.receipt().equals(Seal.receipt(cast.key()))
        && content.answers().equals(cast.answers());
  }

  /**
   * Why a ballot was not accepted. In an anonymous poll of persons a first vote brings a new key
   * and a change the same one: else a person could own two ballots, or two persons one.
   */
  private static Problem.Code problem(Row row) {
    String state = row.getString("state");
    if (state == null) {
      return Problem.Code.NOT_FOUND;
    }
    if (state.equals("CANCELLED")) {
      return Problem.Code.POLL_CANCELLED;
    }
    if (!state.equals("OPEN") || row.getBoolean("late")) {
      return Problem.Code.POLL_CLOSED;
    }
    if (!row.getBoolean("entitled")) {
      return Problem.Code.NOT_ENTITLED;
    }
    if (!row.getBoolean("present")) {
      return Problem.Code.NOT_PRESENT;
    }
    if (row.getInteger("known") == null) {
      return Problem.Code.BALLOT_KEY_UNKNOWN;
    }
    return row.getBoolean("own") ? Problem.Code.BALLOT_SUPERSEDED : Problem.Code.BALLOT_KEY_TAKEN;
  }

  /** The opened ballots of an open poll, in random order. */
  public static List<Seal.Content> open(Seal seal, RowSet<Row> sealed) {
    List<Seal.Content> ballots = new ArrayList<>(sealed.size());
    for (Row row : sealed) {
      ballots.add(
          seal.open(row.getBuffer("locator").getBytes(), row.getBuffer("sealed").getBytes()));
    }
    Collections.shuffle(ballots, SHUFFLE);
    return ballots;
  }
}
