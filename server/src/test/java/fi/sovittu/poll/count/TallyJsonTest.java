package fi.sovittu.poll.count;

import static fi.sovittu.poll.kind.Questions.stored;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import fi.sovittu.poll.kind.CommitmentQuestion;
import fi.sovittu.poll.kind.CommitmentTally;
import fi.sovittu.poll.kind.Question;
import fi.sovittu.poll.kind.Questions;
import fi.sovittu.poll.kind.Questions.Votes;
import fi.sovittu.poll.kind.ScaleQuestion;
import fi.sovittu.poll.kind.Tally;
import fi.sovittu.poll.kind.TextTally;
import fi.sovittu.poll.rules.BreakdownDimension;
import fi.sovittu.poll.rules.Majority;
import fi.sovittu.poll.rules.MajorityBase;
import fi.sovittu.poll.rules.MajorityRule;
import fi.sovittu.poll.rules.PollKind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is counted becomes exactly the contract's JSON. */
class TallyJsonTest {
  private static final String ADDRESS = "https://sovittu.test/openapi";

  private static final JsonNode CONTRACT = contract();

  private static final Schema DOCUMENT =
      SchemaRegistry.withDefaultDialect(Dialects.getOpenApi31())
          .getSchema(SchemaLocation.of(ADDRESS), CONTRACT);

  private static JsonNode contract() {
    try (InputStream yaml = TallyJsonTest.class.getResourceAsStream("/openapi.yaml")) {
      return new YAMLMapper().readTree(yaml);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonObject schema(String name) {
    return new JsonObject(CONTRACT.at(pointer(name)).toString());
  }

  private static String pointer(String name) {
    return "/components/schemas/" + name;
  }

  private static void assertFits(String name, Object value) {
    JsonObject json = JsonObject.mapFrom(value);
    Schema schema =
        DOCUMENT.getRefSchema(SchemaLocation.of(ADDRESS + "#" + pointer(name)).getFragment());
    assertThat(schema.validate(json.encode(), InputFormat.JSON)).as(json.encode()).isEmpty();
    assertNothingMore(schema(name), json);
  }

  /** The contract's answers may grow, so its schemas do not say that there is nothing else. */
  private static void assertNothingMore(JsonObject schema, Object value) {
    if (value instanceof JsonObject json && schema.containsKey("properties")) {
      JsonObject properties = schema.getJsonObject("properties");
      assertThat(properties.fieldNames()).containsAll(json.fieldNames());
      json.forEach(
          field -> assertNothingMore(properties.getJsonObject(field.getKey()), field.getValue()));
    } else if (value instanceof JsonArray array) {
      array.forEach(item -> assertNothingMore(schema.getJsonObject("items"), item));
    }
  }

  private static final Map<PollKind, String> TALLIES =
      Map.of(
          PollKind.SCALE, "ScaleTally",
          PollKind.CHOICE, "ChoiceTally",
          PollKind.THUMBS, "ChoiceTally",
          PollKind.RANKING, "RankingTally",
          PollKind.POINTS, "PointsTally",
          PollKind.TEXT, "TextTally",
          PollKind.WORDS, "WordsTally",
          PollKind.COMMITMENT, "CommitmentTally");

  @Provide
  Arbitrary<Votes> votes() {
    return Questions.votes(PollKind.values());
  }

  @Property(tries = 60)
  void tallies(@ForAll("votes") Votes votes) {
    Tally tally = votes.question().count(votes.ballots());
    assertFits(TALLIES.get(tally.kind()), tally);
    assertThat(JsonObject.mapFrom(tally).getString("kind"))
        .isEqualTo(votes.question().kind().name());
  }

  @Property(tries = 30)
  void ballots(@ForAll("votes") Votes votes) {
    for (JsonArray answers : votes.ballots()) {
      JsonObject ballot = new JsonObject().put("revision", 1);
      votes.question().put(ballot, answers);
      assertFits("Ballot", ballot.getMap());
    }
  }

  @Example
  void textsWithTheirGroups() {
    assertFits(
        "TextTally",
        new TextTally(
            1,
            List.of(
                new TextTally.Entry(
                    UUID.randomUUID(),
                    "a",
                    null,
                    TextTally.EntryState.SHOWN,
                    UUID.randomUUID(),
                    3)),
            List.of(new TextTally.TextGroup(UUID.randomUUID(), "Ryhmä")),
            2));
  }

  @Example
  void commitmentsOfOrganisations() {
    JsonArray answers =
        stored(new JsonObject().put("answer", "RESERVATION").put("reservation", "jos"));
    assertFits(
        "CommitmentTally",
        CommitmentTally.named(new CommitmentQuestion(1), 30, Map.of(UUID.randomUUID(), answers)));
  }

  @Example
  void decisions() {
    Question question = Questions.choice(3, 2, 1);
    Majority rule = new Majority(MajorityRule.TWO_THIRDS, MajorityBase.ENTITLED);
    Decision decision =
        Decision.of(
            question,
            question.count(List.of(stored(0))),
            rule,
            rule,
            new Decision.Bases(1, 2, 3, 4));
    assertFits("Decision", decision);
  }

  @Example
  void municipalCounts() {
    assertFits(
        "MunicipalCount",
        MunicipalCount.of(
            new ScaleQuestion(2, 5), Map.of(UUID.randomUUID(), List.of(stored(1, null)))));
  }

  @Example
  void breakdowns() {
    List<Breakdowns.Classified> ballots = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      ballots.add(
          new Breakdowns.Classified(
              stored(1), i < 6 ? Map.of(BreakdownDimension.CHANNEL, "TEAMS") : Map.of()));
    }
    Breakdown breakdown =
        Breakdowns.of(new ScaleQuestion(1, 5), List.of(BreakdownDimension.CHANNEL), ballots, true);
    assertThat(breakdown.dimensions().getFirst().groups()).hasSize(2);
    assertFits("Breakdown", breakdown);
  }
}
