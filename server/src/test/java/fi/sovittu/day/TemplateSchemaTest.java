package fi.sovittu.day;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fi.sovittu.agenda.ItemKind;
import fi.sovittu.meeting.OrganisationKind;
import fi.sovittu.meeting.Purpose;
import fi.sovittu.meeting.WalkIns;
import fi.sovittu.poll.rules.BreakdownDimension;
import fi.sovittu.poll.rules.MajorityBase;
import fi.sovittu.poll.rules.MajorityRule;
import fi.sovittu.poll.rules.PollDraft;
import fi.sovittu.poll.rules.PollKind;
import fi.sovittu.poll.rules.PollLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The template's schema says what the code, the contract and the documentation say. */
class TemplateSchemaTest {
  private static final JsonNode SCHEMA = TemplateShape.declared();

  record Named(String place, Class<? extends Enum<?>> type) {}

  static Stream<Named> names() {
    return Stream.of(
        new Named("/properties/language", TemplateReader.Language.class),
        new Named("/properties/purpose", Purpose.class),
        new Named("/properties/walkIns", WalkIns.class),
        new Named("/$defs/organisation/properties/kind", OrganisationKind.class),
        new Named("/$defs/group/properties/kinds/items", OrganisationKind.class),
        new Named("/$defs/agendaRow/properties/kind", ItemKind.class),
        new Named("/$defs/poll/properties/kind", PollKind.class),
        new Named("/$defs/poll/properties/secrecy", PollDraft.Secrecy.class),
        new Named("/$defs/poll/properties/voters", PollDraft.Voters.class),
        new Named("/$defs/poll/properties/showResults", PollDraft.ShowResults.class),
        new Named("/$defs/poll/properties/showParticipants", PollDraft.ShowResults.class),
        new Named("/$defs/poll/properties/showScreen", PollDraft.ShowResults.class),
        new Named("/$defs/poll/properties/breakdowns/items", BreakdownDimension.class),
        new Named("/$defs/majority/properties/rule", MajorityRule.class),
        new Named("/$defs/majority/properties/base", MajorityBase.class));
  }

  @ParameterizedTest
  @MethodSource("names")
  void namesAreThoseOfTheCode(Named named) {
    List<String> listed = new ArrayList<>();
    SCHEMA.at(named.place() + "/enum").forEach(name -> listed.add(name.asText()));

    assertThat(listed)
        .containsExactlyElementsOf(
            Stream.of(named.type().getEnumConstants()).map(Enum::name).toList());
  }

  /** Each number of the schema beside the constant that declares it. */
  @ParameterizedTest
  @CsvSource({
    "TITLE, /properties/title/maxLength",
    "DESCRIPTION, /properties/description/maxLength",
    "ORGANISERS, /properties/organisers/maxItems",
    "TITLE, /properties/organisers/items/maxLength",
    "ORGANISATIONS, /properties/organisations/maxItems",
    "ROOMS, /properties/rooms/maxItems",
    "GROUPS, /properties/groups/maxItems",
    "GOAL_SETS, /properties/goalSets/maxItems",
    "AGENDA_ROWS, /properties/agenda/maxItems",
    "POLLS, /properties/polls/maxItems",
    "KEY, /$defs/key/maxLength",
    "ON_SITE, /$defs/onSite/properties/most/maximum",
    "ON_SITE, /$defs/onSite/properties/perRoom/maximum",
    "NAME, /$defs/organisation/properties/name/maxLength",
    "NAME, /$defs/organisation/properties/subRegion/maxLength",
    "NAME, /$defs/room/properties/name/maxLength",
    "TITLE, /$defs/room/properties/chair/maxLength",
    "TITLE, /$defs/room/properties/secretary/maxLength",
    "TITLE, /$defs/room/properties/screen/maxLength",
    "NAME, /$defs/group/properties/name/maxLength",
    "ORGANISATIONS, /$defs/group/properties/organisations/maxItems",
    "NAME, /$defs/goalSet/properties/name/maxLength",
    "MINUTES, /$defs/agendaRow/properties/minutes/maximum",
    "TITLE, /$defs/agendaRow/properties/title/maxLength",
    "TITLE, /$defs/agendaRow/properties/ledBy/maxLength",
    "GOAL_SETS, /$defs/poll/properties/goalSets/maxItems"
  })
  void limitsOfTheDayAreDeclaredOnce(String constant, String place) throws Exception {
    assertThat(SCHEMA.at(place).intValue())
        .isEqualTo(TemplateLimits.class.getField(constant).getInt(null));
  }

  @ParameterizedTest
  @CsvSource({
    "MOST_STATEMENTS, /$defs/goalSet/properties/goals/maxItems",
    "STATEMENT_LENGTH, /$defs/goalSet/properties/goals/items/maxLength",
    "TITLE, /$defs/poll/properties/title/maxLength",
    "GROUPS, /$defs/poll/properties/groups/maxItems",
    "LEAST_SECONDS, /$defs/poll/properties/seconds/minimum",
    "MOST_SECONDS, /$defs/poll/properties/seconds/maximum",
    "LEAST_STEPS, /$defs/poll/properties/steps/minimum",
    "MOST_STEPS, /$defs/poll/properties/steps/maximum",
    "LABEL, /$defs/poll/properties/low/maxLength",
    "LABEL, /$defs/poll/properties/high/maxLength",
    "MOST_STATEMENTS, /$defs/poll/properties/statements/maxItems",
    "STATEMENT_LENGTH, /$defs/poll/properties/statements/items/maxLength",
    "OPTION_LENGTH, /$defs/option/maxLength",
    "MOST_OPTIONS, /$defs/CHOICE/properties/options/else/maxItems",
    "MOST_OPTIONS, /$defs/CHOICE/properties/most/maximum",
    "MOST_RANKED, /$defs/RANKING/properties/options/maxItems",
    "MOST_RANKED, /$defs/POINTS/properties/options/maxItems",
    "MOST_TEXTS, /$defs/TEXT/properties/most/maximum",
    "MOST_TEXTS, /$defs/WORDS/properties/most/maximum"
  })
  void limitsOfPollsAreDeclaredOnce(String constant, String place) throws Exception {
    assertThat(SCHEMA.at(place).intValue())
        .isEqualTo(PollLimits.class.getField(constant).getInt(null));
  }

  @Test
  void theDocumentationNamesEveryProperty() {
    String readme = TemplateSamples.resource("/templates/README.md");

    SCHEMA
        .findValues("properties")
        .forEach(properties ->
            properties
                .fieldNames()
                .forEachRemaining(
                    name -> assertThat(readme).as(name).containsPattern("\\b" + name + "\\b")));
  }

  @Test
  void theShippedDayNamesItsSchema() {
    assertThat(TemplateSamples.shipped())
        .startsWith("# yaml-language-server: $schema=template.schema.json\n");
    assertThat(SCHEMA.path("$schema").asText()).contains("2020-12");
  }

  /** The numbers of the contract, which each kind narrows. */
  @ParameterizedTest
  @CsvSource({
    "TITLE, /components/schemas/PollForm/properties/title/maxLength",
    "MOST_OPTIONS, /components/schemas/PollForm/properties/most/maximum",
    "MOST_STATEMENTS, /components/schemas/PollForm/properties/statements/maxItems",
    "STATEMENT_LENGTH,"
        + " /components/schemas/PollForm/properties/statements/items/properties/text/maxLength",
    "MOST_OPTIONS, /components/schemas/PollForm/properties/options/maxItems",
    "OPTION_LENGTH, /components/schemas/Option/properties/text/maxLength",
    "LEAST_STEPS, /components/schemas/Scale/properties/steps/minimum",
    "MOST_STEPS, /components/schemas/Scale/properties/steps/maximum",
    "LABEL, /components/schemas/Scale/properties/low/maxLength",
    "LABEL, /components/schemas/Scale/properties/high/maxLength",
    "LEAST_SECONDS, /components/schemas/PollRules/properties/seconds/minimum",
    "MOST_SECONDS, /components/schemas/PollRules/properties/seconds/maximum",
    "GROUPS, /components/schemas/PollRules/properties/groups/maxItems"
  })
  void theContractHasTheSameLimits(String constant, String place) throws Exception {
    JsonNode contract = new YAMLMapper().readTree(TemplateSamples.resource("/openapi.yaml"));

    assertThat(contract.at(place).intValue())
        .as(place)
        .isEqualTo(PollLimits.class.getField(constant).getInt(null));
  }
}
