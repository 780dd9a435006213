package fi.sovittu.poll.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.sovittu.base.ServerSecret;
import fi.sovittu.base.Tokens;
import fi.sovittu.poll.kind.ScaleQuestion;
import fi.sovittu.poll.kind.Specimen;
import fi.sovittu.support.Ballots;
import fi.sovittu.support.Eventually;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Log;
import fi.sovittu.support.Person;
import fi.sovittu.support.PollForm;
import fi.sovittu.support.Service;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

  /** Anonymous polls of each sort that keeps something else of its ballots. */
  enum Sort {
    PERSONS,
    ORGANISATIONS,
    BROKEN_DOWN,
    BY_MUNICIPALITY,
    LIVE;

    private PollForm form() {
      PollForm form = PollForm.scale();
      return switch (this) {
        case PERSONS -> form;
        case ORGANISATIONS -> form.ofOrganisations();
        case BROKEN_DOWN -> form.brokenDownBy("ORGANISATION_KIND", "SUB_REGION", "CHANNEL");
        case BY_MUNICIPALITY -> form.byMunicipality();
        case LIVE -> form.shown("LIVE").published();
      };
    }
  }

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

  private static String databaseLog() throws Exception {
    return Files.readString(Service.shared().data().resolve("postgresql.log"));
  }

  @ParameterizedTest
  @EnumSource
  void whileThePollIsOpenNoChoiceCanBeRead(Sort sort) throws Exception {
    try (Log log = new Log()) {
      UUID poll = hall.asks(sort.form());
      Set<String> before = new HashSet<>(dump());
      List<Vote> votes = voteOneByOne(poll);
      if (sort == Sort.LIVE) {
        Eventually.until(
            "a live tally was published",
            () -> hall.result(people.getFirst(), "results", poll).getValue("tally") != null);
      }
      // What other meetings have published is no leak of this poll.
      String copy =
          dump().stream().filter(row -> !before.contains(row)).collect(Collectors.joining("\n"));
      assertThat(copy).contains("sealed_ballot (").contains("turnout (");
      String logs = String.join("\n", log.lines());
      String databaseLog = databaseLog();
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
        assertThat(logs).doesNotContain(vote.voter().participant().toString());
      }
      assertThat(copy).as("not even the tally").doesNotContain("\"counts\"");
      sealsHold(poll);
      hall.closes(poll);
    }
  }

  /**
   * The thief even sees which sealed ballot is whose, by the transaction; so the seal must hold.
   */
  private void sealsHold(UUID poll) throws Exception {
    List<List<Object>> rows =
        hall.database()
            .rows(
                """
                select t.participant_id, b.locator, b.sealed, p.seal_salt
                from turnout t join sealed_ballot b on b.poll_id = t.poll_id and b.xmin::text = t.xmin::text
                join poll p on p.id = t.poll_id where t.poll_id = ?
                """,
                poll);
    assertThat(rows).hasSize(VOTERS);
    assertThat(lengths(poll)).as("lengths").hasSize(1);
    byte[] salt = (byte[]) rows.getFirst().get(3);
    int bytes = new ScaleQuestion(3, 5).paddedBytes();
    Seal guessed = new Seal(new ServerSecret(new byte[32]), poll, salt, bytes);
    Seal real = new Seal(Service.shared().secret(), poll, salt, bytes);
    for (List<Object> row : rows) {
      byte[] locator = (byte[]) row.get(1);
      byte[] ballot = (byte[]) row.get(2);
      assertThatThrownBy(() -> guessed.open(locator, ballot))
          .isInstanceOf(IllegalStateException.class);
      // Who has the server's secret too could: the copy is complete, and the test looks at the
      // right thing.
      assertThat(real.open(locator, ballot).answers()).hasSize(3);
    }
  }

  private Set<Object> lengths(UUID poll) {
    return new HashSet<>(
        hall.database().column("select length(sealed) from sealed_ballot where poll_id = ?", poll));
  }

  @ParameterizedTest
  @EnumSource
  void afterTheCloseNothingJoinsVoterAndBallot(Sort sort) {
    UUID poll = hall.asks(sort.form());
    List<Vote> votes = voteOneByOne(poll);
    List<List<Object>> open =
        hall.database()
            .rows("select locator, owner, sealed from sealed_ballot where poll_id = ?", poll);
    Object salt = hall.database().value("select seal_salt from poll where id = ?", poll);
    assertThat(salt).isNotNull();
    hall.closes(poll);

    for (String emptied : List.of("sealed_ballot", "live_tally", "named_ballot")) {
      assertThat(
              hall.database().count("select count(*) from " + emptied + " where poll_id = ?", poll))
          .as(emptied)
          .isZero();
    }
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
    nowhereTogether(poll, votes);
  }

  /** No row of any table names a voter, or a voter's organisation, and a choice or a receipt. */
  private void nowhereTogether(UUID poll, List<Vote> votes) {
    for (String row : dump()) {
      for (Vote vote : votes) {
        boolean choice =
            row.contains(vote.answers())
                || row.contains(vote.answers().replace(" ", ""))
                || row.contains(Seal.receipt(vote.key()));
        if (row.contains(poll.toString()) && choice) {
          assertThat(row).startsWith("ballot (");
          for (Person person : people) {
            assertThat(row).doesNotContain(person.participant().toString());
          }
          for (int i = 1; i <= VOTERS; i++) {
            assertThat(row).doesNotContain(hall.organisation(Hall.municipality(i)).toString());
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "COMMITMENT")
  void aSealedBallotsLengthTellsNothing(Specimen kind) {
    UUID poll = hall.asks(kind.form(hall).brokenDownBy(breakdowns(kind)));
    for (int i = 0; i < VOTERS; i++) {
      String key = Ballots.key();
      // From the shortest to the longest that there is, by people near and far.
      people.get(i).isHere(i % 2 == 0 ? "ON_SITE" : "TEAMS", null).done();
      Object answers =
          i > 1
              ? kind.answers(i)
              : switch (kind) {
                case TEXT -> new JsonArray().add(i == 0 ? "a" : "\uD83D\uDE00".repeat(280));
                case WORDS -> new JsonArray().add(i == 0 ? "a" : "\"".repeat(25));
                default -> kind.answers(i);
              };
      people.get(i).votes(poll, Ballots.of(key, 1, kind.property(), answers)).done();
      people.get(i).votes(poll, Ballots.of(key, 987_654, kind.property(), answers)).done();
    }
    assertThat(lengths(poll)).hasSize(1);
    assertThat(
            hall.database()
                .count("select count(distinct sealed) from sealed_ballot where poll_id = ?", poll))
        .as("equal votes do not look alike")
        .isEqualTo(VOTERS);
    hall.closes(poll);
    assertThat(hall.database().count("select count(*) from ballot where poll_id = ?", poll))
        .isEqualTo(VOTERS);
  }

  private static String[] breakdowns(Specimen kind) {
    return kind == Specimen.TEXT ? new String[0] : new String[] {"CHANNEL", "SUB_REGION"};
  }

  @Test
  void theTablesHaveNoRoomForWhatMustNotBeKept() {
    assertThat(columns("turnout"))
        .containsExactlyInAnyOrder("poll_id uuid", "voter_id uuid", "participant_id uuid");
    assertThat(columns("sealed_ballot"))
        .containsExactlyInAnyOrder(
            "poll_id uuid", "locator bytea", "owner bytea", "revision integer", "sealed bytea");
    assertThat(columns("ballot"))
        .containsExactlyInAnyOrder(
            "poll_id uuid", "position integer", "receipt text", "answers jsonb");
    assertThat(columns("poll_register"))
        .containsExactlyInAnyOrder(
            "poll_id uuid",
            "voter_id uuid",
            "participant_id uuid",
            "organisation_id uuid",
            "present boolean",
            "voted boolean");
    // A commit timestamp would date every row.
    assertThat(hall.database().value("show track_commit_timestamp")).isEqualTo("off");
  }

  private List<Object> columns(String table) {
    return hall.database()
        .column(
            "select column_name || ' ' || data_type from information_schema.columns where"
                + " table_name = ?",
            table);
  }

  @Test
  void theOrderOfTheBallotsIsNotTheOrderOfTheVotes() {
    int byPosition = 0;
    int onDisk = 0;
    for (int round = 0; round < ROUNDS; round++) {
      UUID poll = hall.asks(PollForm.scale());
      List<String> order =
          voteOneByOne(poll).stream().map(vote -> Seal.receipt(vote.key())).toList();
      hall.closes(poll);
      String receipts = "select receipt from ballot where poll_id = ? order by ";
      byPosition += inversions(order, hall.database().column(receipts + "position", poll));
      onDisk += inversions(order, hall.database().column(receipts + "ctid", poll));
    }
    isRandom(byPosition);
    isRandom(onDisk);
  }

  private static int inversions(List<String> order, List<?> places) {
    int inversions = 0;
    for (int i = 0; i < VOTERS; i++) {
      for (int j = i + 1; j < VOTERS; j++) {
        inversions += places.indexOf(order.get(i)) > places.indexOf(order.get(j)) ? 1 : 0;
      }
    }
    return inversions;
  }

  /**
   * Of n random places n(n-1)/4 pairs are inverted, with variance n(n-1)(2n+5)/72. Seven
   * deviations: one in 10^11 by chance.
   */
  private static void isRandom(int inversions) {
    double expected = ROUNDS * VOTERS * (VOTERS - 1) / 4.0;
    double deviation = Math.sqrt(ROUNDS * VOTERS * (VOTERS - 1) * (2 * VOTERS + 5) / 72.0);
    assertThat((double) inversions).isBetween(expected - 7 * deviation, expected + 7 * deviation);
  }

  @Test
  void theOrderOfThePublishedBallotsIsNotThatOfTheVotesEither() {
    UUID poll = hall.asks(PollForm.scale().published());
    List<Vote> votes = voteOneByOne(poll);
    hall.closes(poll);
    JsonObject bundle = people.getFirst().get("/api/polls/" + poll + "/ballots").done().json();
    List<String> receipts =
        bundle.getJsonArray("ballots").stream()
            .map(ballot -> ((JsonObject) ballot).getString("receipt"))
            .toList();
    assertThat(receipts)
        .isEqualTo(
            hall.database()
                .column("select receipt from ballot where poll_id = ? order by position", poll));
    String text = bundle.encode();
    for (Vote vote : votes) {
      assertThat(text)
          .contains(Seal.receipt(vote.key()))
          .doesNotContain(vote.key())
          .doesNotContain(vote.voter().participant().toString());
    }
    assertThat(text).doesNotContain("Osallistuja").doesNotContain("Kunta");
  }

  @Test
  void theTrailTellsOfThePollAndNeverOfABallot() {
    UUID poll = hall.opens(Hall.AFTER_CLOSE);
    voteOneByOne(poll);
    hall.closes(poll);
    UUID ofOrganisations = hall.asks(PollForm.scale().ofOrganisations());
    voteOneByOne(ofOrganisations);
    hall.closes(ofOrganisations);
    assertThat(
            hall.database()
                .rows(
                    "select action, detail::text from audit where meeting_id = ? order by id",
                    hall.id()))
        .containsExactly(
            List.of("poll.open", "{}"),
            List.of("poll.close", "{}"),
            List.of("poll.create", "{}"),
            List.of("poll.open", "{}"),
            List.of("poll.close", "{}"));
  }

  @Test
  void theServerTellsMeOnlyThatIVoted() {
    for (UUID poll :
        List.of(
            hall.opens(Hall.AFTER_CLOSE),
            hall.asks(PollForm.scale().ofOrganisations().brokenDownBy("CHANNEL")))) {
      List<Vote> votes = voteOneByOne(poll);
      for (int stage = 0; stage < 2; stage++) {
        JsonObject own = people.getFirst().get(Person.ballotOf(poll)).done().json();
        assertThat(own.fieldNames())
            .containsExactlyInAnyOrder(
                "entitled", "voted", "revision", "castBy", "castAt", "ballot", "upvoted");
        assertThat(own.getValue("ballot")).isNull();
        assertThat(own.getValue("castAt")).isNull();
        assertThat(own.encode()).doesNotContain(Seal.receipt(votes.getFirst().key()));
        if (stage == 0) {
          hall.closes(poll);
        }
      }
    }
  }

  @Test
  void noExportOfTheMeetingTellsHowAnyoneVoted() {
    UUID poll = hall.asks(PollForm.words(1).brokenDownBy("CHANNEL").titled("Yksi sana"));
    Set<String> words = new TreeSet<>();
    for (int i = 0; i < VOTERS; i++) {
      words.add("sana" + (char) ('a' + i) + "n");
      people
          .get(i)
          .votes(
              poll,
              Ballots.of(
                  Ballots.key(), 1, "words", new JsonArray().add("sana" + (char) ('a' + i) + "n")))
          .done();
    }
    Person secretary = hall.secretary(Hall.PLENARY);
    for (String record :
        List.of("attendance.csv", "polls.csv", "commitments.csv", "registers.csv")) {
      String open = secretary.get("/api/records/" + record).done().text();
      assertThat(words).as(record + " while it is open").noneMatch(open::contains);
    }
    hall.closes(poll);
    for (String record :
        List.of("attendance.csv", "polls.csv", "commitments.csv", "registers.csv")) {
      String[] lines = secretary.get("/api/records/" + record).done().text().split("\n");
      for (String line : lines) {
        if (words.stream().anyMatch(line::contains)) {
          assertThat(line).as(record).doesNotContain("Osallistuja").doesNotContain("Kunta ");
        }
      }
    }
  }

  @Test
  void theDatabaseDoesNotLogWhatItIsTold() throws Exception {
    for (List<String> setting :
        List.of(
            List.of("log_statement", "none"),
            List.of("log_min_duration_statement", "-1"),
            List.of("log_min_duration_sample", "-1"),
            List.of("log_transaction_sample_rate", "0"),
            List.of("log_parameter_max_length_on_error", "0"),
            List.of("log_duration", "off"),
            List.of("debug_print_plan", "off"))) {
      assertThat(hall.database().value("show " + setting.getFirst()))
          .as(setting.getFirst())
          .isEqualTo(setting.getLast());
    }
    // A statement that fails is logged, but not what it was to write.
    UUID poll = hall.asks(PollForm.text(1).named());
    people.getFirst().votes(poll, Ballots.texts(null, 1, "tunnistettava vastaus")).done();
    people.getFirst().votes(poll, Ballots.texts(null, 2, "nolla\u0000merkki vastaus"));
    assertThat(databaseLog()).doesNotContain("tunnistettava vastaus").doesNotContain("merkki");
  }
}
