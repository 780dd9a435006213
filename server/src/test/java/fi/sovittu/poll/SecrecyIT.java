package fi.sovittu.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.sovittu.base.ServerSecret;
import fi.sovittu.base.Tokens;
import fi.sovittu.support.Ballots;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Log;
import fi.sovittu.support.Person;
import fi.sovittu.support.Service;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A thief with a copy of the database, taken at the worst moments, against an anonymous poll. */
class SecrecyIT {
  private static final int VOTERS = 10;
  private static final int ROUNDS = 12;

  private Hall hall;
  private List<Person> people;

  @BeforeEach
  void open() {
    hall = Hall.open();
    people = IntStream.rangeClosed(1, VOTERS).mapToObj(hall::join).toList();
  }

  private record Vote(Person voter, String key, String answers) {}

  /**
   * All vote one by one on an idle server, each in a transaction of its own: the easiest case for
   * the thief.
   */
  private List<Vote> voteOneByOne(UUID poll) {
    List<Vote> votes = new ArrayList<>();
    for (int i = 0; i < VOTERS; i++) {
      String key = Ballots.key();
      Integer third = i % 3 == 0 ? null : 5;
      people.get(i).votes(poll, Ballots.scale(key, 1, 1 + i % 5, 1 + i / 5, third)).done();
      votes.add(
          new Vote(people.get(i), key, "[%d, %d, %s]".formatted(1 + i % 5, 1 + i / 5, third)));
    }
    return votes;
  }

  /** Every row of every table as text. */
  private List<String> dump() {
    List<String> rows = new ArrayList<>();
    for (Object table :
        hall.database()
            .column(
                "select table_name from information_schema.tables where table_schema = 'public'")) {
      hall.database()
          .column("select t::text from \"" + table + "\" t")
          .forEach(row -> rows.add(table + " " + row));
    }
    return rows;
  }

  @Test
  void whileThePollIsOpenNoChoiceCanBeRead() throws Exception {
    try (Log log = new Log()) {
      UUID poll = hall.opens(Hall.AFTER_CLOSE);
      Set<String> before = new HashSet<>(dump());
      List<Vote> votes = voteOneByOne(poll);
      // What other meetings have published is no leak of this poll.
      String copy =
          dump().stream().filter(row -> !before.contains(row)).collect(Collectors.joining("\n"));
      assertThat(copy).contains("sealed_ballot (").contains("turnout (");
      String logs = String.join("\n", log.lines());
      String databaseLog = Files.readString(Service.shared().data().resolve("postgresql.log"));
      for (Vote vote : votes) {
        for (String secret :
            List.of(
                vote.answers(),
                vote.answers().replace(" ", ""),
                vote.key(),
                Seal.receipt(vote.key()))) {
          assertThat(copy.contains(secret)).as("the database tells " + secret).isFalse();
          assertThat(logs.contains(secret)).as("the log tells " + secret).isFalse();
          assertThat(databaseLog.contains(secret))
              .as("the database's log tells " + secret)
              .isFalse();
        }
        assertThat(logs).doesNotContain(vote.voter().seat().toString());
      }
      // This thief even sees which sealed ballot is whose, by the transaction; so the seal must
      // hold.
      List<List<Object>> sealed =
          hall.database()
              .rows(
                  """
                  select t.participant_id, b.locator, b.sealed, p.seal_salt
                  from turnout t join sealed_ballot b on b.poll_id = t.poll_id and b.xmin::text = t.xmin::text
                  join poll p on p.id = t.poll_id where t.poll_id = ?
                  """,
                  poll);
      assertThat(sealed).hasSize(VOTERS);
      assertThat(sealed.stream().map(row -> ((byte[]) row.get(2)).length).distinct())
          .as("lengths")
          .hasSize(1);
      Seal guessed =
          new Seal(new ServerSecret(new byte[32]), poll, (byte[]) sealed.getFirst().get(3));
      Seal real = new Seal(Service.shared().secret(), poll, (byte[]) sealed.getFirst().get(3));
      for (List<Object> row : sealed) {
        byte[] locator = (byte[]) row.get(1);
        byte[] ballot = (byte[]) row.get(2);
        assertThatThrownBy(() -> guessed.open(locator, ballot))
            .isInstanceOf(IllegalStateException.class);
        // Who has the server's secret too could: the copy is complete, and the test looks at the
        // right thing.
        assertThat(real.open(locator, ballot).answers()).hasSize(3);
      }
      hall.closes(poll);
    }
  }

  @Test
  void afterTheCloseNothingJoinsVoterAndBallot() {
    UUID poll = hall.opens(Hall.AFTER_CLOSE);
    List<Vote> votes = voteOneByOne(poll);
    List<List<Object>> open =
        hall.database().rows("select locator, sealed from sealed_ballot where poll_id = ?", poll);
    Object salt = hall.database().value("select seal_salt from poll where id = ?", poll);
    assertThat(salt).isNotNull();
    hall.closes(poll);

    assertThat(hall.database().count("select count(*) from sealed_ballot where poll_id = ?", poll))
        .isZero();
    assertThat(hall.database().value("select seal_salt from poll where id = ?", poll)).isNull();
    assertThat(
            hall.database()
                .column("select distinct xmin::text from ballot where poll_id = ?", poll))
        .as("one transaction wrote all ballots")
        .hasSize(1);
    assertThat(
            hall.database()
                .count(
                    """
                    select count(*) from turnout t join ballot b on b.poll_id = t.poll_id
                    where t.poll_id = ? and b.xmin::text = t.xmin::text
                    """,
                    poll))
        .isZero();
    // All are there, and the receipt that a phone can make from its key is the only way to one's
    // own.
    assertThat(
            hall.database()
                .column(
                    "select receipt || ' ' || answers::text from ballot where poll_id = ?", poll))
        .containsExactlyInAnyOrderElementsOf(
            votes.stream()
                .map(vote -> (Object) (Seal.receipt(vote.key()) + " " + vote.answers()))
                .toList());
    // Nothing of the copy that was stolen before the close leads to a receipt, not even with the
    // obvious functions.
    Set<String> guesses = new HashSet<>();
    for (List<Object> row : open) {
      for (Object bytes : row) {
        guesses.add(Seal.receipt(Tokens.base64Url((byte[]) bytes)));
        guesses.add(Tokens.base64Url((byte[]) bytes));
      }
    }
    assertThat(hall.database().column("select receipt from ballot where poll_id = ?", poll))
        .doesNotContainAnyElementsOf(guesses);
  }

  @Test
  void theTablesHaveNoRoomForWhatMustNotBeKept() {
    assertThat(columns("turnout")).containsExactlyInAnyOrder("poll_id uuid", "participant_id uuid");
    assertThat(columns("sealed_ballot"))
        .containsExactlyInAnyOrder("poll_id uuid", "locator bytea", "sealed bytea");
    assertThat(columns("ballot"))
        .containsExactlyInAnyOrder(
            "poll_id uuid", "position integer", "receipt text", "answers jsonb");
    // A commit timestamp would date every row.
    assertThat(hall.database().value("show track_commit_timestamp")).isEqualTo("off");
  }

  private List<Object> columns(String table) {
    return hall.database()
        .column(
            "select column_name || ' ' || data_type from information_schema.columns where table_name = ?",
            table);
  }

  @Test
  void theOrderOfTheBallotsIsNotTheOrderOfTheVotes() {
    int inversions = 0;
    for (int round = 0; round < ROUNDS; round++) {
      UUID poll = hall.opens(hall.copyOf(Hall.AFTER_CLOSE));
      List<String> order =
          voteOneByOne(poll).stream().map(vote -> Seal.receipt(vote.key())).toList();
      hall.closes(poll);
      List<Object> physical =
          hall.database()
              .column("select receipt from ballot where poll_id = ? order by ctid", poll);
      assertThat(
              hall.database()
                  .column("select receipt from ballot where poll_id = ? order by position", poll))
          .as("the place on disk tells no more than the position")
          .isEqualTo(physical);
      for (int i = 0; i < VOTERS; i++) {
        for (int j = i + 1; j < VOTERS; j++) {
          inversions += physical.indexOf(order.get(i)) > physical.indexOf(order.get(j)) ? 1 : 0;
        }
      }
    }
    // Of n random places n(n-1)/4 pairs are inverted, with variance n(n-1)(2n+5)/72. Seven
    // deviations: one in 10^11 by chance.
    double expected = ROUNDS * VOTERS * (VOTERS - 1) / 4.0;
    double deviation = Math.sqrt(ROUNDS * VOTERS * (VOTERS - 1) * (2 * VOTERS + 5) / 72.0);
    assertThat((double) inversions).isBetween(expected - 7 * deviation, expected + 7 * deviation);
  }

  @Test
  void theTrailTellsOfThePollAndNeverOfABallot() {
    UUID poll = hall.opens(Hall.AFTER_CLOSE);
    voteOneByOne(poll);
    hall.closes(poll);
    assertThat(
            hall.database()
                .rows(
                    "select action, detail::text from audit where meeting_id = ? order by id",
                    hall.id()))
        .containsExactly(List.of("poll.open", "{}"), List.of("poll.close", "{}"));
  }

  @Test
  void theServerTellsMeOnlyThatIVoted() {
    UUID poll = hall.opens(Hall.AFTER_CLOSE);
    voteOneByOne(poll);
    for (int stage = 0; stage < 2; stage++) {
      assertThat(people.getFirst().get(Person.ballotOf(poll)).done().json().fieldNames())
          .containsExactlyInAnyOrder("entitled", "voted", "commitment");
      if (stage == 0) {
        hall.closes(poll);
      }
    }
  }
}
