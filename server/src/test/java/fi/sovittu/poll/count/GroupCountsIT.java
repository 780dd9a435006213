package fi.sovittu.poll.count;

import static org.assertj.core.api.Assertions.assertThat;

import fi.sovittu.support.Ballots;
import fi.sovittu.support.Hall;
import fi.sovittu.support.Person;
import fi.sovittu.support.PollForm;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Decisions, the count by municipalities, and the breakdown by groups. */
class GroupCountsIT {
  private static final String UP = "UP";
  private static final String SIDEWAYS = "SIDEWAYS";
  private static final String DOWN = "DOWN";

  private Hall hall;
  private final List<Person> people = new ArrayList<>();

  @BeforeEach
  void open() {
    hall = Hall.open();
  }

  private Person joins(int municipality, String channel) {
    Person person = hall.join(Hall.municipality(municipality), channel, null);
    people.add(person);
    return person;
  }

  private static void votes(Person person, UUID poll, boolean named, String thumb) {
    person.votes(poll, Ballots.thumb(named ? null : Ballots.key(), 1, thumb)).done();
  }

  private UUID asks(PollForm form, boolean named) {
    return hall.asks(named ? form.named() : form);
  }

  private JsonObject result(UUID poll) {
    return hall.result(people.getFirst(), "results", poll);
  }

  // Decisions

  @Test
  void twoThirdsOfNineIsSix() {
    for (int municipality = 1; municipality <= 10; municipality++) {
      joins(municipality, "ON_SITE");
    }
    UUID poll =
        hall.asks(
            PollForm.choice(1, "Kyllä", "Ei", "tyhjä")
                .majority("TWO_THIRDS", "CAST")
                .quorum("FOUR_FIFTHS", "ENTITLED"));
    for (int i = 0; i < 10; i++) {
      int choice = i < 6 ? 0 : i < 9 ? 1 : 2;
      people.get(i).votes(poll, Ballots.choice(Ballots.key(), 1, choice)).done();
    }
    assertThat(result(poll).getValue("decision")).isNull();
    hall.closes(poll);
    // The abstention is no vote cast, so the base is nine; for the quorum it counts.
    assertThat(result(poll).getJsonObject("decision"))
        .isEqualTo(
            new JsonObject(
                """
                {"quorum": {"votes": 10, "needed": 8, "base": 10, "met": true},
                 "items": [{"votes": 6, "needed": 6, "base": 9, "met": true},
                           {"votes": 3, "needed": 6, "base": 9, "met": false}, null]}
                """));
  }

  @Test
  void aDecisionReckonsFromWhatItsBaseSays() {
    for (int i = 0; i < 7; i++) {
      joins(1 + i, "TEAMS");
    }
    Map<String, List<Integer>> expected = new TreeMap<>();
    Map<UUID, String> polls = new HashMap<>();
    for (String base : List.of("CAST", "PRESENT", "ENTITLED", "ALL_ORGANISATIONS")) {
      polls.put(hall.asks(PollForm.thumbs().majority("ABSOLUTE", base)), base);
    }
    polls
        .keySet()
        .forEach(poll -> {
          votes(people.get(0), poll, false, UP);
          votes(people.get(1), poll, false, UP);
          votes(people.get(2), poll, false, DOWN);
          votes(people.get(3), poll, false, SIDEWAYS);
        });
    people.get(6).leaves().done();
    people.get(0).leaves().done();
    // Votes up and down, those here at the close, those here at any time, the municipalities.
    expected.put("CAST", List.of(2, 2, 3));
    expected.put("PRESENT", List.of(2, 3, 5));
    expected.put("ENTITLED", List.of(2, 4, 7));
    expected.put("ALL_ORGANISATIONS", List.of(2, 16, 30));
    polls.forEach((poll, base) -> {
      hall.closes(poll);
      JsonArray items = result(poll).getJsonObject("decision").getJsonArray("items");
      assertThat(items).hasSize(1);
      JsonObject up = items.getJsonObject(0);
      assertThat(List.of(up.getInteger("votes"), up.getInteger("needed"), up.getInteger("base")))
          .as(base)
          .isEqualTo(expected.get(base));
      assertThat(up.getBoolean("met")).isEqualTo(base.equals("CAST"));
      assertThat(result(poll).getJsonObject("decision").getValue("quorum")).isNull();
    });
  }

  @Test
  void aCommitmentIsDecidedGoalByGoal() {
    for (int i = 1; i <= 4; i++) {
      joins(i, "ON_SITE");
    }
    UUID poll =
        hall.asks(
            PollForm.commitment(hall.goal("Tavoite A"), hall.goal("Tavoite B"))
                .majority("THREE_QUARTERS", "CAST")
                .quorum("ABSOLUTE", "ALL_ORGANISATIONS"));
    for (int i = 0; i < 4; i++) {
      JsonObject first =
          i == 0 ? Ballots.answer("RESERVATION", "jos") : Ballots.answer("COMMITS", null);
      JsonObject second = Ballots.answer(i < 2 ? "COMMITS" : "DECLINES", null);
      people
          .get(i)
          .votes(
              poll,
              Ballots.commitment(1, i == 3 ? Ballots.answer("DECLINES", null) : first, second))
          .done();
    }
    hall.closes(poll);
    assertThat(result(poll).getJsonObject("decision"))
        .isEqualTo(
            new JsonObject(
                """
                {"quorum": {"votes": 4, "needed": 16, "base": 30, "met": false},
                 "items": [{"votes": 3, "needed": 3, "base": 4, "met": true},
                           {"votes": 2, "needed": 3, "base": 4, "met": false}]}
                """));
  }

  // By municipalities

  @Test
  void everyMunicipalityWeighsTheSame() {
    // Eight people of one municipality are for it, one or two of each of five others against.
    for (int i = 0; i < 8; i++) {
      joins(1, "ON_SITE");
    }
    for (int municipality = 2; municipality <= 6; municipality++) {
      joins(municipality, "TEAMS");
      if (municipality % 2 == 0) {
        joins(municipality, "TEAMS");
      }
    }
    Person divided = joins(7, "ON_SITE");
    Person otherwise = joins(7, "ON_SITE");
    for (boolean named : new boolean[] {false, true}) {
      UUID poll = asks(PollForm.thumbs().byMunicipality(), named);
      for (int i = 0; i < people.size(); i++) {
        if (people.get(i) != otherwise && people.get(i) != divided) {
          votes(people.get(i), poll, named, i < 8 ? UP : DOWN);
        }
      }
      votes(divided, poll, named, UP);
      votes(otherwise, poll, named, SIDEWAYS);
      assertThat(result(poll).getValue("byMunicipality")).isNull();
      hall.closes(poll);
      assertThat(result(poll).getJsonObject("tally").getJsonArray("counts"))
          .isEqualTo(new JsonArray("[9, 1, 8]"));
      assertThat(result(poll).getJsonObject("byMunicipality"))
          .isEqualTo(
              new JsonObject(
                  "{\"municipalities\": 7, \"counts\": [1, 0, 5], \"divided\": 1, \"means\": []}"));
    }
  }

  @Test
  void meansOfMunicipalitiesAreMeansOfTheirMeans() {
    for (int municipality = 1; municipality <= 5; municipality++) {
      joins(municipality, "ON_SITE");
      joins(municipality, "ON_SITE");
    }
    UUID poll = hall.asks(PollForm.scale(5, "Yksi", "Kaksi").byMunicipality());
    for (int i = 0; i < 10; i++) {
      // The first municipality says 5 and "can't say", the second 1 and 2, the others 4 and 4.
      Integer answer = i == 0 ? Integer.valueOf(5) : i == 1 ? null : i < 4 ? i - 1 : 4;
      people.get(i).votes(poll, Ballots.scale(Ballots.key(), 1, answer, null)).done();
    }
    hall.closes(poll);
    JsonObject count = result(poll).getJsonObject("byMunicipality");
    assertThat(count.getInteger("municipalities")).isEqualTo(5);
    // (5 + 1.5 + 4 + 4 + 4) / 5, where the persons' mean is 32 / 9.
    assertThat(count.getJsonArray("means").getDouble(0)).isEqualTo(3.7);
    assertThat(count.getJsonArray("means").getValue(1)).isNull();
    assertThat(
            result(poll)
                .getJsonObject("tally")
                .getJsonArray("statements")
                .getJsonObject(0)
                .getDouble("mean"))
        .isEqualTo(3.56);
  }

  @Test
  void fewMunicipalitiesAreWithheldInAnAnonymousPollOnly() {
    for (int municipality = 1; municipality <= 4; municipality++) {
      joins(municipality, "ON_SITE");
      joins(municipality, "ON_SITE");
    }
    for (boolean named : new boolean[] {false, true}) {
      UUID poll = asks(PollForm.thumbs().byMunicipality(), named);
      people.forEach(person -> votes(person, poll, named, UP));
      hall.closes(poll);
      JsonObject count = result(poll).getJsonObject("byMunicipality");
      if (named) {
        assertThat(count.getInteger("municipalities")).isEqualTo(4);
      } else {
        assertThat(count).isNull();
        assertThat(hall.result(hall.chair(Hall.PLENARY), "desk", poll).getValue("byMunicipality"))
            .isNull();
        assertThat(hall.database().value("select municipal_count from poll where id = ?", poll))
            .as("what is withheld is not kept either")
            .isNull();
      }
    }
  }

  @Test
  void theCountByMunicipalitiesSubtractedFromTheTallyTellsOfNoFewVoters() {
    for (int municipality = 1; municipality <= 6; municipality++) {
      joins(municipality, "ON_SITE");
    }
    Person association = hall.join(Hall.ASSOCIATION, "ON_SITE", null);
    UUID withAssociation = hall.asks(PollForm.thumbs().byMunicipality());
    people.forEach(person -> votes(person, withAssociation, false, UP));
    votes(association, withAssociation, false, DOWN);
    hall.closes(withAssociation);
    assertThat(result(withAssociation).getValue("byMunicipality"))
        .as("the one that is no municipality's would be the difference")
        .isNull();
    association.leaves().done();

    Person second = joins(6, "TEAMS");
    UUID withTwo = hall.asks(PollForm.thumbs().byMunicipality());
    people.forEach(person -> votes(person, withTwo, false, person == second ? DOWN : UP));
    hall.closes(withTwo);
    assertThat(result(withTwo).getValue("byMunicipality"))
        .as("the two of one municipality would be the difference")
        .isNull();
    second.leaves().done();

    UUID oneEach = hall.asks(PollForm.thumbs().byMunicipality());
    people.subList(0, 6).forEach(person -> votes(person, oneEach, false, UP));
    hall.closes(oneEach);
    assertThat(result(oneEach).getJsonObject("byMunicipality").getJsonArray("counts"))
        .as("the same as the tally")
        .isEqualTo(result(oneEach).getJsonObject("tally").getJsonArray("counts"));
  }

  // By groups

  private JsonObject breakdown(Person person, UUID poll) {
    return person.get("/api/polls/" + poll + "/breakdown").done().json();
  }

  private static List<String> groups(JsonObject dimension) {
    return dimension.getJsonArray("groups").stream()
        .map(JsonObject.class::cast)
        .map(group ->
            group.getString("name")
                + " "
                + group.getInteger("ballots")
                + " "
                + group.getJsonObject("tally").getJsonArray("counts").encode())
        .toList();
  }

  @Test
  void groupsAreCountedAndSmallOnesWithheld() {
    // Ten of the first sub-region, ten of the second; six of each in Teams.
    for (int municipality = 1; municipality <= 20; municipality++) {
      joins(municipality, (municipality - 1) % 10 < 6 ? "TEAMS" : "ON_SITE");
    }
    for (boolean named : new boolean[] {false, true}) {
      UUID poll = asks(PollForm.thumbs().brokenDownBy("SUB_REGION", "CHANNEL"), named);
      for (int i = 0; i < 20; i++) {
        votes(people.get(i), poll, named, i < 10 ? UP : i < 15 ? DOWN : SIDEWAYS);
      }
      assertThat(hall.chair(Hall.PLENARY).get("/api/polls/" + poll + "/breakdown").status())
          .isEqualTo(404);
      hall.closes(poll);
      JsonArray dimensions = breakdown(people.getFirst(), poll).getJsonArray("dimensions");
      assertThat(dimensions).hasSize(2);
      JsonObject regions = dimensions.getJsonObject(0);
      assertThat(regions.getString("dimension")).isEqualTo("SUB_REGION");
      assertThat(groups(regions)).containsExactly("Seutu 1 10 [10,0,0]", "Seutu 2 10 [0,5,5]");
      assertThat(regions.getInteger("withheld")).isZero();
      JsonObject channels = dimensions.getJsonObject(1);
      if (named) {
        assertThat(groups(channels))
            .containsExactlyInAnyOrder("ON_SITE 8 [4,4,0]", "TEAMS 12 [6,1,5]");
      } else {
        // With the regions they would tell of four people: of a region, on site.
        assertThat(groups(channels)).isEmpty();
        assertThat(channels.getInteger("withheld")).isEqualTo(20);
      }
    }
  }

  @Test
  void aSmallGroupIsInNoAnonymousBreakdownNorInTheDatabase() {
    for (int municipality = 1; municipality <= 6; municipality++) {
      joins(municipality, "ON_SITE");
    }
    for (int i = 0; i < 5; i++) {
      people.add(hall.join("Pohde", "ON_SITE", null));
    }
    Person alone = hall.join(Hall.ASSOCIATION, "ON_SITE", null);
    people.add(alone);
    UUID poll = hall.asks(PollForm.thumbs().brokenDownBy("ORGANISATION_KIND"));
    people.forEach(person -> votes(person, poll, false, person == alone ? DOWN : UP));
    hall.closes(poll);
    JsonObject kinds = breakdown(alone, poll).getJsonArray("dimensions").getJsonObject(0);
    assertThat(kinds.encode()).doesNotContain("NGO");
    // Nor is it what remains: another group goes with it.
    assertThat(groups(kinds)).containsExactly("MUNICIPALITY 6 [6,0,0]");
    assertThat(kinds.getInteger("withheld")).isEqualTo(6);
    assertThat(
            hall.database().value("select breakdown::text from poll where id = ?", poll).toString())
        .doesNotContain("NGO");
  }

  @Test
  void organisationsAreBrokenDownToo() {
    for (int municipality = 6; municipality <= 15; municipality++) {
      joins(municipality, "ON_SITE");
    }
    UUID poll = hall.asks(PollForm.thumbs().ofOrganisations().brokenDownBy("SUB_REGION"));
    for (int i = 0; i < 10; i++) {
      votes(people.get(i), poll, false, i < 5 ? UP : DOWN);
    }
    hall.closes(poll);
    assertThat(
            groups(breakdown(people.getFirst(), poll).getJsonArray("dimensions").getJsonObject(0)))
        .containsExactly("Seutu 1 5 [5,0,0]", "Seutu 2 5 [0,0,5]");
  }

  @Test
  void whereNoneIsAskedForThereIsNone() {
    joins(1, "ON_SITE");
    UUID poll = hall.asks(PollForm.thumbs());
    votes(people.getFirst(), poll, false, UP);
    hall.closes(poll);
    assertThat(breakdown(people.getFirst(), poll))
        .isEqualTo(new JsonObject("{\"dimensions\": []}"));
    assertThat(result(poll).getValue("byMunicipality")).isNull();
    assertThat(result(poll).getValue("decision")).isNull();
  }
}
