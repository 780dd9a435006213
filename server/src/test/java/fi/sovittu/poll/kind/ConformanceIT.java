package fi.sovittu.poll.kind;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.poll.ballot.Seal;
import fi.sovittu.support.Answer;
import fi.sovittu.support.Ballots;
import fi.sovittu.support.Eventually;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import fi.sovittu.support.PollForm;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every kind of poll does alike, whether anonymous or named, of persons or of organisations.
 */
class ConformanceIT {
  private static final int VOTERS = 17;

  /** A hall of each kind, with people of municipalities of their own. */
  private static final Map<Specimen, Hall> HALLS = new EnumMap<>(Specimen.class);

  private static final Map<Specimen, List<Person>> PEOPLE = new EnumMap<>(Specimen.class);

  private Hall hall;
  private List<Person> people;

  /** A poll to be held by these rules. */
  record Rules(Specimen kind, boolean anonymous, boolean ofOrganisations) {
    @Override
    public String toString() {
      return kind
          + (anonymous ? ", anonymous" : ", named")
          + (ofOrganisations ? ", of organisations" : ", of persons");
    }

    PollForm form(Hall hall) {
      PollForm form = kind.form(hall);
      if (!anonymous) {
        form.named();
      }
      return ofOrganisations ? form.ofOrganisations() : form;
    }

    boolean published() {
      return anonymous && kind != Specimen.TEXT;
    }

    /** A new ballot's key, or null where there is none. */
    String key() {
      return anonymous ? Ballots.key() : null;
    }

    JsonObject ballot(String key, int revision, Object answers) {
      return Ballots.of(key, revision, kind.property(), answers);
    }
  }

  static Stream<Rules> every() {
    List<Rules> every = new ArrayList<>();
    for (Specimen kind : Specimen.values()) {
      for (boolean anonymous : new boolean[] {true, false}) {
        for (boolean ofOrganisations : new boolean[] {false, true}) {
          if (kind != Specimen.COMMITMENT || (!anonymous && ofOrganisations)) {
            every.add(new Rules(kind, anonymous, ofOrganisations));
          }
        }
      }
    }
    return every.stream();
  }

  private UUID asks(Rules rules, UnaryOperator<PollForm> change) {
    hall = HALLS.computeIfAbsent(rules.kind(), first -> Hall.open());
    people =
        PEOPLE.computeIfAbsent(
            rules.kind(), first -> IntStream.rangeClosed(1, VOTERS).mapToObj(hall::join).toList());
    return hall.asks(change.apply(rules.form(hall)));
  }

  private static JsonObject own(Person person, UUID poll) {
    return person.get(Person.ballotOf(poll)).done().json();
  }

  /** The answers of the ballots that a closed poll has kept. */
  private List<JsonArray> kept(UUID poll) {
    return hall
        .database()
        .column(
            """
            select answers::text from ballot where poll_id = ?
            union all select answers::text from named_ballot where poll_id = ?
            """,
            poll,
            poll)
        .stream()
        .map(answers -> new JsonArray(answers.toString()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("every")
  void aBallotIsCastChangedRepeatedAndCountedOnce(Rules rules) {
    UUID poll = asks(rules, form -> form);
    Person voter = people.getFirst();
    String key = rules.key();
    Object first = rules.kind().answers(0);
    Object second = rules.kind().answers(1);
    JsonObject cast = rules.ballot(key, 1, first);
    JsonObject changed = rules.ballot(key, 2, second);
    assertThat(own(voter, poll).getBoolean("voted")).isFalse();

    voter.votes(poll, cast).done();
    voter.votes(poll, cast).done();
    voter.votes(poll, rules.ballot(key, 1, second)).refused(409, "BALLOT_SUPERSEDED");
    voter.votes(poll, changed).done();
    voter.votes(poll, cast).refused(409, "BALLOT_SUPERSEDED");
    voter.votes(poll, rules.ballot(key, 1, second)).refused(409, "BALLOT_SUPERSEDED");
    voter.votes(poll, changed).done();
    checkOwn(rules, voter, poll, second);

    hall.closes(poll);
    assertThat(kept(poll)).containsExactly(rules.kind().stored(second));
    voter.votes(poll, changed).done();
    voter.votes(poll, rules.ballot(key, 3, first)).refused(409, "POLL_CLOSED");
    voter.votes(poll, rules.ballot(key, 2, first)).refused(409, "POLL_CLOSED");
    voter.votes(poll, cast).refused(409, "POLL_CLOSED");
    people.get(1).votes(poll, rules.ballot(rules.key(), 1, second)).refused(409, "POLL_CLOSED");
    assertThat(own(voter, poll).getBoolean("entitled")).isFalse();
    assertThat(own(voter, poll).getBoolean("voted")).isTrue();
    assertThat(own(people.get(1), poll).getBoolean("voted")).isFalse();
    assertThat(kept(poll)).containsExactly(rules.kind().stored(second));
    assertThat(hall.result(voter, "results", poll).getInteger("voted")).isOne();
  }

  private static void checkOwn(Rules rules, Person voter, UUID poll, Object answers) {
    JsonObject own = own(voter, poll);
    assertThat(own.getBoolean("entitled")).isTrue();
    assertThat(own.getBoolean("voted")).isTrue();
    assertThat(own.getString("castBy")).isEqualTo("Osallistuja");
    boolean revisionKnown = !rules.anonymous() || rules.ofOrganisations();
    assertThat(own.getInteger("revision")).isEqualTo(revisionKnown ? 2 : 0);
    if (rules.anonymous()) {
      assertThat(own.getValue("castAt")).isNull();
      assertThat(own.getValue("ballot")).isNull();
    } else {
      assertThat(own.getInstant("castAt")).isNotNull();
      assertThat(own.getJsonObject("ballot"))
          .isEqualTo(rules.ballot(null, 2, rules.kind().shown(answers)));
    }
  }

  private record Vote(Person voter, int number, String key, Object answers) {}

  @ParameterizedTest
  @MethodSource("every")
  void theCountIsThatOfTheBallotsSent(Rules rules) {
    UUID poll =
        asks(
            rules, form -> rules.published() ? form.shown("LIVE").published() : form.shown("LIVE"));
    List<Vote> votes = new ArrayList<>();
    List<Integer> published = new ArrayList<>();
    for (int i = 0; i < VOTERS; i++) {
      Person voter = people.get(i);
      String key = rules.key();
      voter.votes(poll, rules.ballot(key, 1, rules.kind().answers(i))).done();
      if (i % 4 == 0) {
        voter.votes(poll, rules.ballot(key, 2, rules.kind().answers(i + 2))).done();
      }
      votes.add(new Vote(voter, i, key, rules.kind().answers(i % 4 == 0 ? i + 2 : i)));
      if (i % 4 == 0 || i == 8 || i == 9) {
        published.add(checkLive(rules, poll, votes));
      }
    }
    hall.closes(poll);
    JsonObject result = hall.result(people.getFirst(), "results", poll);
    rules.kind().check(result.getJsonObject("tally"), answers(votes));
    assertThat(hall.result(hall.screen(Hall.PLENARY), "stage", poll)).isEqualTo(result);
    if (rules.kind() != Specimen.TEXT) {
      assertThat(hall.result(hall.chair(Hall.PLENARY), "desk", poll)).isEqualTo(result);
    }
    if (rules.anonymous()) {
      published.add(VOTERS);
      for (int i = 1; i < published.size(); i++) {
        assertThat(published.get(i) - published.get(i - 1)).as("a step").isNotIn(1, 2, 3, 4);
      }
    }
    checkExports(rules, poll, votes);
    checkSecrecy(rules, poll);
  }

  private static List<Object> answers(List<Vote> votes) {
    return votes.stream().map(Vote::answers).toList();
  }

  /** Checks what participants see while the poll is open; how many ballots the tally counts. */
  private int checkLive(Rules rules, UUID poll, List<Vote> votes) {
    int voted = votes.size();
    // Five ballots of an anonymous poll stay out of the tally, and it goes on in steps of five.
    int wanted = rules.anonymous() ? Math.max(0, (voted - 5) / 5 * 5) : voted;
    Person someone = people.getFirst();
    Eventually.until(
        "the tally counted " + wanted + " ballots",
        () -> {
          JsonObject tally = hall.result(someone, "results", poll).getJsonObject("tally");
          return (tally == null ? 0 : tally.getInteger("ballots")) == wanted;
        });
    JsonObject result = hall.result(someone, "results", poll);
    assertThat(result.getInteger("voted")).isEqualTo(voted);
    assertThat(result.getBoolean("withheld")).isEqualTo(wanted == 0);
    assertThat(result.getValue("decision")).isNull();
    assertThat(result.getValue("byMunicipality")).isNull();
    assertThat(result.getJsonArray("answered")).hasSize(rules.ofOrganisations() ? voted : 0);
    if (!rules.anonymous()) {
      rules.kind().check(result.getJsonObject("tally"), answers(votes));
    }
    return wanted;
  }

  private void checkExports(Rules rules, UUID poll, List<Vote> votes) {
    Person reader = people.getLast();
    Answer bundle = reader.get("/api/polls/" + poll + "/ballots");
    Answer named = reader.get("/api/polls/" + poll + "/named-ballots");
    if (rules.published()) {
      JsonObject ballots = bundle.done().json();
      assertThat(ballots.getString("format")).isEqualTo("sovittu-ballots-1");
      assertThat(ballots.getString("meeting")).isEqualTo("Koetilaisuus");
      assertThat(ballots.getJsonObject("poll").getString("id")).isEqualTo(poll.toString());
      assertThat(ballots.getJsonArray("ballots").stream())
          .containsExactlyInAnyOrderElementsOf(
              votes.stream()
                  .map(vote ->
                      (Object)
                          new JsonObject()
                              .put("receipt", Seal.receipt(vote.key()))
                              .put("answers", rules.kind().stored(vote.answers())))
                  .toList());
      rules.kind().check(ballots.getJsonObject("tally"), answers(votes));
    } else {
      bundle.refused(404, "NOT_FOUND");
    }
    if (rules.anonymous()) {
      named.refused(404, "NOT_FOUND");
    } else {
      assertThat(
              named.done().json().getJsonArray("ballots").stream()
                  .map(JsonObject.class::cast)
                  .map(one -> {
                    assertThat(one.getInstant("castAt")).isNotNull();
                    assertThat(one.getString("name")).isEqualTo("Osallistuja");
                    return one.getString("organisation") + one.getJsonObject("ballot");
                  }))
          .containsExactlyInAnyOrderElementsOf(
              votes.stream()
                  .map(vote ->
                      hall.organisation(Hall.municipality(vote.number() + 1))
                          + ""
                          + rules.ballot(
                              null,
                              vote.number() % 4 == 0 ? 2 : 1,
                              rules.kind().shown(vote.answers())))
                  .toList());
    }
    checkRegister(rules, poll);
  }

  private void checkRegister(Rules rules, UUID poll) {
    JsonObject register =
        hall.secretary(Hall.PLENARY).get("/api/polls/" + poll + "/register").done().json();
    // Everybody in the room is a voter of this hall, and from a municipality of the own.
    int entitled = rules.ofOrganisations() ? Hall.MUNICIPALITIES : VOTERS;
    assertThat(register.getInteger("entitled")).isEqualTo(entitled);
    assertThat(register.getInteger("present")).isEqualTo(VOTERS);
    assertThat(register.getInteger("voted")).isEqualTo(VOTERS);
    assertThat(register.getJsonArray("voters")).hasSize(entitled);
    assertThat(
            register.getJsonArray("voters").stream()
                .map(JsonObject.class::cast)
                .filter(voter -> voter.getBoolean("voted"))
                .map(voter -> UUID.fromString(voter.getString("organisation"))))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, VOTERS)
                .mapToObj(i -> hall.organisation(Hall.municipality(i)))
                .toList());
  }

  private void checkSecrecy(Rules rules, UUID poll) {
    String count = "select count(*) from %s where poll_id = ?";
    assertThat(hall.database().count(count.formatted("named_ballot"), poll))
        .isEqualTo(rules.anonymous() ? 0 : VOTERS);
    assertThat(hall.database().count(count.formatted("ballot"), poll))
        .isEqualTo(rules.anonymous() ? VOTERS : 0);
    assertThat(hall.database().count(count.formatted("sealed_ballot"), poll)).isZero();
    assertThat(hall.database().count(count.formatted("live_tally"), poll)).isZero();
    assertThat(hall.database().count(count.formatted("turnout"), poll)).isEqualTo(VOTERS);
    boolean audited = !rules.anonymous() && rules.ofOrganisations();
    assertThat(
            hall.database()
                .count(
                    "select count(*) from audit where subject_id = ? and action = 'poll.vote'",
                    poll))
        .as("each vote of an organisation by name, the changes too")
        .isEqualTo(audited ? VOTERS + (VOTERS + 3) / 4 : 0);
    assertThat(
            hall.database()
                .column(
                    "select action from audit where subject_id = ? and action <> 'poll.vote' order"
                        + " by id",
                    poll))
        .containsExactly("poll.create", "poll.open", "poll.close");
  }

  @Test
  void theLargestPollOfEachKindIsHeld() {
    Hall own = Hall.open();
    Person voter = own.join(1);
    String[] twenty = texts(20, 200);
    String[] twelve = texts(12, 200);
    String emoji = "\uD83D\uDE00";
    Map<String, PollForm> forms = new TreeMap<>();
    forms.put("scale", PollForm.scale(10, texts(20, 500)));
    forms.put("choice", PollForm.choice(20, twenty));
    forms.put("ranking", PollForm.ranking(twelve));
    forms.put("points", PollForm.points(twelve));
    forms.put("texts", PollForm.text(5));
    forms.put("words", PollForm.words(5));
    Map<String, JsonArray> answers = new TreeMap<>();
    answers.put("scale", array(20, i -> i % 2 == 0 ? 10 : null));
    answers.put("choice", array(20, i -> 19 - i));
    answers.put("ranking", array(12, i -> 11 - i));
    answers.put("points", array(12, i -> i == 0 ? 89 : 1));
    answers.put("texts", array(5, i -> i + emoji.repeat(279)));
    answers.put("words", array(5, i -> i + emoji.repeat(24)));
    forms.forEach((property, form) -> {
      form.titled("ä".repeat(200));
      if (!property.equals("texts")) {
        form.published().brokenDownBy("ORGANISATION_KIND", "SUB_REGION", "CHANNEL");
      }
      UUID poll = own.asks(form);
      String key = Ballots.key();
      JsonArray given = answers.get(property);
      voter.votes(poll, Ballots.of(key, 999_999, property, given)).done();
      voter.votes(poll, Ballots.of(key, 1_000_000, property, given)).done();
      own.closes(poll);
      assertThat(
              own.database()
                  .value("select jsonb_array_length(answers) from ballot where poll_id = ?", poll))
          .as(property)
          .isEqualTo(given.size());
      assertThat(own.result(voter, "results", poll).getJsonObject("tally").getInteger("ballots"))
          .isOne();
    });
  }

  private static String[] texts(int count, int length) {
    return IntStream.range(0, count)
        .mapToObj(i -> "%02d".formatted(i) + "ö".repeat(length - 2))
        .toArray(String[]::new);
  }

  private static JsonArray array(int count, IntFunction<Object> value) {
    JsonArray array = new JsonArray();
    IntStream.range(0, count).forEach(i -> array.add(value.apply(i)));
    return array;
  }

  @ParameterizedTest
  @MethodSource("every")
  void whatDoesNotFitIsRefusedAndNothingOfItKept(Rules rules) {
    UUID poll = asks(rules, form -> form);
    String property = rules.kind().property();
    for (String answers : rules.kind().unfit()) {
      Answer refused = send(poll, ballot(rules, "1", property, answers));
      refused.refused(422, "BALLOT_INVALID");
      assertThat(refused.fields().getJsonObject(0).getString("field"))
          .as(answers)
          .startsWith(property);
    }
    for (String answers : rules.kind().invalid()) {
      assertThat(send(poll, ballot(rules, "1", property, answers)).code())
          .as(answers)
          .isEqualTo("BAD_REQUEST");
    }
    String fitting = Json.encode(rules.kind().answers(0));
    for (String revision : List.of("0", "-1", "1000001", "1.5", "\"1\"", "null", "[]", "1e99")) {
      send(poll, ballot(rules, revision, property, fitting)).refused(400, "BAD_REQUEST");
    }
    for (Specimen other : Specimen.values()) {
      if (!other.property().equals(property)) {
        String others = Json.encode(other.answers(0));
        send(poll, ballot(rules, "1", other.property(), others)).refused(422, "BALLOT_INVALID");
        JsonObject both = rules.ballot(rules.key(), 1, rules.kind().answers(0));
        people
            .getFirst()
            .votes(poll, both.put(other.property(), other.answers(0)))
            .refused(422, "BALLOT_INVALID");
      }
    }
    keysThatDoNotFit(rules, poll);
    bodiesThatAreNoBallot(rules, poll);
    hall.closes(poll);
    assertThat(kept(poll)).isEmpty();
    assertThat(hall.result(people.getFirst(), "results", poll).getInteger("voted")).isZero();
  }

  /** As text, because no parser keeps all the numbers that are sent. */
  private static String ballot(Rules rules, String revision, String property, String answers) {
    String key = rules.anonymous() ? ",\"key\":\"" + Ballots.key() + "\"" : "";
    return "{\"revision\":" + revision + key + ",\"" + property + "\":" + answers + "}";
  }

  private void keysThatDoNotFit(Rules rules, UUID poll) {
    Object answers = rules.kind().answers(0);
    // Without a key where one is needed, with one where there must be none.
    JsonObject wrong = rules.ballot(rules.anonymous() ? null : Ballots.key(), 1, answers);
    Answer refused = people.getFirst().votes(poll, wrong).refused(422, "BALLOT_INVALID");
    assertThat(refused.fields().getJsonObject(0).getString("field")).isEqualTo("key");
    for (Object key : new Object[] {"", "A".repeat(21), "A".repeat(23), "Ä".repeat(22), 1, true}) {
      people.getFirst().votes(poll, wrong.copy().put("key", key)).refused(400, "BAD_REQUEST");
    }
  }

  private void bodiesThatAreNoBallot(Rules rules, UUID poll) {
    String fitting =
        ballot(rules, "1", rules.kind().property(), Json.encode(rules.kind().answers(0)));
    byte[] bytes = fitting.getBytes(StandardCharsets.UTF_8);
    byte[] notUtf8 = bytes.clone();
    notUtf8[bytes.length / 2] = (byte) 0xFF;
    byte[] cutOff = Arrays.copyOf(bytes, bytes.length - 1);
    for (byte[] body : List.of(notUtf8, cutOff, new byte[0], new byte[] {(byte) 0xC3, '('})) {
      send(poll, body).refused(400, "BAD_REQUEST");
    }
    for (String body :
        List.of(
            "{}",
            "[]",
            "null",
            "\"\"",
            "{\"revision\":1}",
            fitting.replaceFirst("\"revision\":1,", ""),
            fitting.replaceFirst("\\{", "{\"voter\":\"someone\","),
            fitting.replaceFirst(
                "\\{", "{\"participant\":\"" + people.get(1).participant() + "\","))) {
      assertThat(send(poll, body).code()).as(body).isIn("BAD_REQUEST", "BALLOT_INVALID");
    }
  }

  private Answer send(UUID poll, String body) {
    return send(poll, body.getBytes(StandardCharsets.UTF_8));
  }

  private Answer send(UUID poll, byte[] body) {
    Person voter = people.getFirst();
    return voter.send(
        voter
            .request(Person.ballotOf(poll))
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofByteArray(body)));
  }
}
